"""What git knows of project files."""

from datetime import date
from pathlib import Path

import pytest

from generator.history import log
from generator.history.log import LARGEST_CONTENT, Revision, Trust, read_contents, read_log, read_revision
from generator.model.history import FileHistory, Log, Step
from tests.repositories import ENVIRONMENT, git, write

ONE, TWO = "projects/2023/unit/one.toml", "projects/2023/unit/单位 二.toml"
ROLES = {"@finance.test": "财政部门", "clerk@unit.test": "实施单位"}
NOW = date(2025, 1, 1)
TRUST = Trust(NOW, ROLES, believes_authors=True)


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


def test_every_day_tells_what_it_did_to_each_file(content: Path) -> None:
    log = read_log(content, TRUST)
    one, two = read_log(content, TRUST).steps[:2]
    assert (one.day, one.path, one.source) == (date(2024, 5, 2), ONE, None)
    assert (two.path, two.before) == (TWO, None)
    assert [(step.day, step.path) for step in log.steps[2:]] == [(date(2024, 3, 1), ONE)]
    texts = read_contents(content, [one.before or "", one.after or ""])
    assert (texts[one.before or ""], texts[one.after or ""]) == (b"1", b"2")
    assert log.steps[2].after == one.before
    assert not log.is_cut


def test_commits_of_one_day_are_one_step_and_what_they_undo_is_none(content: Path) -> None:
    before = read_log(content, TRUST).steps
    for text in ("3", "4", "5"):
        write(content / ONE, text)
        commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    step, *rest = read_log(content, TRUST).steps
    assert tuple(rest) == before
    assert (step.before, step.after) == (before[0].after, hash_of(content, "5"))
    write(content / ONE, "2")
    commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    assert read_log(content, TRUST).steps == before


def hash_of(content: Path, text: str) -> str:
    return git(content.parent, "hash-object", "--stdin", given=text.encode())


def test_files_of_one_day_stand_in_order_of_their_paths(content: Path) -> None:
    for name in ("projects/2023/unit/b.toml", "projects/2023/unit/a.toml", "projects/2023/unit/c.toml"):
        write(content / name, name)
        commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    paths = [step.path for step in read_log(content, TRUST).steps[:3]]
    assert [Path(path).stem for path in paths] == ["a", "b", "c"]


def test_a_file_that_was_moved_keeps_its_history(content: Path) -> None:
    moved = "projects/2023/other/new.toml"
    (content / moved).parent.mkdir()
    (content / ONE).rename(content / moved)
    commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    log = read_log(content, TRUST)
    head = git(content.parent, "rev-parse", "HEAD")
    assert log.files[moved] == FileHistory(date(2024, 3, 1), date(2024, 6, 1), "实施单位", head)
    assert ONE not in log.files
    two = hash_of(content, "2")
    assert log.steps[0] == Step(date(2024, 6, 1), moved, moved, two, two, ONE)
    assert [(step.day, step.place) for step in log.steps if step.path == moved][1:] == [
        (date(2024, 5, 2), ONE),
        (date(2024, 3, 1), ONE),
    ]


def test_a_file_moved_on_the_day_it_changed_is_one_step(content: Path) -> None:
    for name, text in (("a", "2"), ("b", "2"), ("b", "9")):
        old = next((content / "projects/2023/unit").glob("[oab]*.toml"))
        new = content / f"projects/2023/unit/{name}.toml"
        old.rename(new)
        write(new, text)
        commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    step = read_log(content, TRUST).steps[0]
    assert (step.place, step.source) == ("projects/2023/unit/b.toml", ONE)
    assert (step.before, step.after) == (hash_of(content, "2"), hash_of(content, "9"))


def test_a_file_changed_and_then_moved_on_one_day_is_one_step(content: Path) -> None:
    write(content / ONE, "9")
    commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    (content / ONE).rename(content / ONE.replace("one", "new"))
    commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    step = read_log(content, TRUST).steps[0]
    assert (step.place, step.source) == (ONE.replace("one", "new"), ONE)
    assert (step.before, step.after) == (hash_of(content, "2"), hash_of(content, "9"))


def test_a_file_that_was_removed_leaves_its_last_content(content: Path) -> None:
    (content / ONE).unlink()
    commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    step = read_log(content, TRUST).steps[0]
    assert step == Step(date(2024, 6, 1), ONE, ONE, hash_of(content, "2"), None)


def test_no_more_than_the_newest_steps_are_remembered(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newest = read_log(content, TRUST).steps[:2]
    monkeypatch.setattr(log, "MOST_STEPS", 2)
    assert read_log(content, TRUST).steps == newest


def test_contents_are_read_whole_and_in_any_order(content: Path) -> None:
    texts = ["", "\n", "一\n二\n", "0" * 70_000]
    ids = []
    for text in texts:
        ids.append(git(content.parent, "hash-object", "-w", "--stdin", given=text.encode()))
    assert read_contents(content, reversed(ids)) == {
        id_: text.encode() for id_, text in zip(ids, texts, strict=True)
    }


def test_a_content_folder_may_be_named_from_where_one_stands(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content)
    here = Path("projects", "..")
    log = read_log(here, TRUST)
    assert log == read_log(content, TRUST)
    assert read_contents(here, [log.steps[0].after or ""])
    assert read_revision(here, TRUST) == read_revision(content, TRUST)


def test_what_is_no_content_or_too_large_is_left_out(
    content: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    large = git(content.parent, "hash-object", "-w", "--stdin", given=b"x" * (LARGEST_CONTENT + 1))
    tree = git(content.parent, "rev-parse", "HEAD^{tree}")
    two = hash_of(content, "2")
    assert read_contents(content, [large, tree, "0" * 40, "no name", two]) == {two: b"2"}
    assert read_contents(content, []) == {}
    assert read_contents(tmp_path_factory.mktemp("bare"), [two]) == {}


def test_first_and_last_day_of_every_project_file_are_told(content: Path) -> None:
    head = git(content.parent, "rev-parse", "HEAD")
    assert read_log(content, TRUST).files == {
        ONE: FileHistory(date(2024, 3, 1), date(2024, 5, 2), "财政部门", head),
        TWO: FileHistory(date(2024, 5, 2), date(2024, 5, 2), "财政部门", head),
    }


def test_the_file_that_changed_last_comes_first(content: Path) -> None:
    write(content / TWO, "3")
    commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    newer, files = git(content.parent, "rev-parse", "HEAD"), read_log(content, TRUST).files
    assert list(files) == [TWO, ONE]
    assert (files[TWO].commit == newer, files[ONE].commit == newer) == (True, False)


def test_revision_is_the_last_commit_that_changed_the_content(content: Path) -> None:
    before = read_revision(content, TRUST)
    assert before == Revision(git(content.parent, "rev-parse", "HEAD"), date(2024, 5, 2))
    write(content.parent / "README.md", "elsewhere")
    commit_on(content.parent, "2024-06-01", "clerk@unit.test")
    assert read_revision(content, TRUST) == before
    write(content / ONE, "3")
    commit_on(content.parent, "2024-06-02", "clerk@unit.test")
    assert read_revision(content, TRUST) not in (None, before)


def test_there_is_no_revision_without_a_repository_or_a_commit(tmp_path: Path) -> None:
    assert read_revision(tmp_path, TRUST) is None
    git(tmp_path, "init", "-q")
    assert read_revision(tmp_path, TRUST) is None


def test_an_author_without_a_role_stays_unnamed(content: Path) -> None:
    assert {one.role for one in read_log(content, Trust(NOW, believes_authors=True)).files.values()} == {""}
    assert "Someone" not in repr(read_log(content, TRUST))


def test_a_role_is_found_however_its_address_is_spelled_in_the_settings() -> None:
    assert Trust(NOW, {"Clerk@Unit.test": "实施单位"}).find_role("clerk@unit.test") == "实施单位"


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
    assert Trust(NOW, ROLES).find_role(address) == role


def test_content_at_the_root_of_its_repository_is_found(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / ONE, "1")
    commit_on(tmp_path, "2024-03-01", "clerk@unit.test")
    assert read_log(tmp_path, TRUST).files[ONE].role == "实施单位"


def test_where_a_clone_is_cut_off_nothing_is_made_up(content: Path, tmp_path: Path) -> None:
    write(content / ONE, "3")
    commit_on(content.parent, "2024-06-03", "clerk@unit.test")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{content.parent}", "shallow")
    log = read_log(tmp_path / "shallow" / content.name, TRUST)
    head = git(content.parent, "rev-parse", "HEAD")
    assert log.files == {
        ONE: FileHistory(None, date(2024, 6, 3), "实施单位", head),
        TWO: FileHistory(None, None),
    }
    assert [(step.day, step.path) for step in log.steps] == [(date(2024, 6, 3), ONE)]
    assert log.is_cut


def test_without_a_repository_a_commit_or_git_there_is_no_history(
    content: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path_factory.mktemp("bare")
    assert read_log(bare, TRUST) == Log()
    git(bare, "init", "-q")
    assert read_log(bare, TRUST) == Log()
    monkeypatch.setenv("PATH", "")
    assert read_log(content, TRUST) == Log()


def test_what_a_repository_sets_up_changes_nothing(content: Path) -> None:
    expected = read_log(content, TRUST)
    for name, value in (("log.showSignature", "true"), ("diff.renames", "true"), ("diff.relative", "true")):
        git(content, "config", name, value)
    assert read_log(content, TRUST) == expected
