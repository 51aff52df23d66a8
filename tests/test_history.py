"""What git knows of project files."""

from datetime import date
from pathlib import Path

import pytest

from generator.history import find_role, read_history, read_revision
from generator.model.history import FileHistory
from tests.repositories import ENVIRONMENT, git, write

ONE, TWO = "projects/2023/unit/one.toml", "projects/2023/unit/单位 二.toml"
ROLES = {"@finance.test": "财政部门", "clerk@unit.test": "实施单位"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder in a repository, with one file of two days and one of a single day."""
    git(tmp_path, "init", "-q")
    folder = tmp_path / "the content"
    write(folder / ONE, "1")
    commit_on(tmp_path, "2024-03-01", "clerk@unit.test")
    write(folder / ONE, "2")
    write(folder / TWO, "1")
    write(tmp_path / "projects/2023/unit/elsewhere.toml", "1")
    commit_on(tmp_path, "2024-05-02", "Someone@Finance.test")
    return folder


def commit_on(root: Path, day: str, author: str) -> None:
    git(root, "add", "--all")
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        ENVIRONMENT[name] = f"{day}T12:00:00+08:00"
    ENVIRONMENT["GIT_AUTHOR_EMAIL"] = author
    git(root, "commit", "-q", "-m", "change")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE", "GIT_AUTHOR_EMAIL"):
        monkeypatch.setitem(ENVIRONMENT, name, ENVIRONMENT.get(name, ""))


def test_first_and_last_day_of_every_project_file_are_told(content: Path) -> None:
    assert read_history(content, ROLES) == {
        ONE: FileHistory(date(2024, 3, 1), date(2024, 5, 2), "财政部门"),
        TWO: FileHistory(date(2024, 5, 2), date(2024, 5, 2), "财政部门"),
    }


def test_revision_is_the_last_commit_that_changed_the_content(content: Path) -> None:
    before = read_revision(content)
    assert before == git(content.parent, "rev-parse", "HEAD").strip()
    write(content.parent / "README.md", "elsewhere")
    commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    assert read_revision(content) == before
    write(content / ONE, "3")
    commit_on(content.parent, "2024-06-02", "clerk@unit.test")
    assert read_revision(content) not in (None, before)


def test_there_is_no_revision_without_a_repository_or_a_commit(tmp_path: Path) -> None:
    assert read_revision(tmp_path) is None
    git(tmp_path, "init", "-q")
    assert read_revision(tmp_path) is None


def test_an_author_without_a_role_stays_unnamed(content: Path) -> None:
    assert {one.role for one in read_history(content, {}).values()} == {""}
    assert "Someone" not in repr(read_history(content, ROLES))


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ("clerk@unit.test", "实施单位"),
        ("CLERK@unit.test", "实施单位"),
        ("other@unit.test", ""),
        ("anyone@finance.test", "财政部门"),
        ("anyone@not-finance.test", ""),
        ("anyone@sub.finance.test", ""),
        ("", ""),
    ],
)
def test_a_role_belongs_to_an_address_or_to_all_of_a_domain(address: str, role: str) -> None:
    assert find_role(address, ROLES) == role


def test_content_at_the_root_of_its_repository_is_found(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / ONE, "1")
    commit_on(tmp_path, "2024-03-01", "clerk@unit.test")
    assert read_history(tmp_path, ROLES)[ONE].role == "实施单位"


def test_where_a_clone_is_cut_off_nothing_is_made_up(content: Path, tmp_path: Path) -> None:
    write(content / ONE, "3")
    commit_on(content.parent, "2024-06-03", "clerk@unit.test")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{content.parent}", "shallow")
    assert read_history(tmp_path / "shallow" / content.name, ROLES) == {
        ONE: FileHistory(None, date(2024, 6, 3), "实施单位")
    }


def test_without_a_repository_a_commit_or_git_there_is_no_history(
    content: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path_factory.mktemp("bare")
    assert read_history(bare, ROLES) == {}
    git(bare, "init", "-q")
    assert read_history(bare, ROLES) == {}
    monkeypatch.setenv("PATH", "")
    assert read_history(content, ROLES) == {}


def test_what_a_repository_sets_up_changes_nothing(content: Path) -> None:
    expected = read_history(content, ROLES)
    for name, value in (("log.showSignature", "true"), ("diff.renames", "true"), ("diff.relative", "true")):
        git(content, "config", name, value)
    assert read_history(content, ROLES) == expected
