"""Two revisions of a content folder compared, from git to changes."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.check.checking import CannotRunError
from generator.diff.revisions import compare_revisions
from generator.model.change import ChangeKind, Changes, Direction
from generator.runtime.progress import Silence
from tests.inline import CONTENT
from tests.repositories import commit, git, write

FOLDER = Path("projects", "2023", "xianghuaqiao-dangqun")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the real content, committed on the branch `main`."""
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    git(tmp_path, "init", "-q", "-b", "main", str(tmp_path))
    commit(tmp_path)
    return folder


def compare(content: Path, base: str = "main", head: str | None = None) -> Changes:
    return compare_revisions(content, base, head, Silence())


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def list_kinds(changes: Changes) -> Iterator[tuple[ChangeKind, str]]:
    return ((change.kind, Path(change.path).stem) for change in changes.projects)


def test_nothing_changed_since_the_last_commit(content: Path) -> None:
    assert not compare(content)
    assert not compare(content, "main", "HEAD")


def test_the_folder_on_the_disk_is_compared_with_what_was_committed(content: Path) -> None:
    edit(content / FOLDER / "dangjian-gongzuo.toml", '"=100%"', '"≥85%"')
    changes = compare(content)
    assert list(list_kinds(changes)) == [(ChangeKind.CHANGED, "dangjian-gongzuo")]
    assert changes.projects[0].count_targets(Direction.LOWERED) == 1
    assert (changes.base, changes.head) == (git(content, "rev-parse", "main"), None)


def test_two_revisions_are_compared_whatever_lies_on_the_disk(content: Path) -> None:
    (content / FOLDER / "dangjian-gongzuo.toml").unlink()
    head = commit(content.parent)
    shutil.rmtree(content)
    changes = compare(content, "main~1", "main")
    assert list(list_kinds(changes)) == [(ChangeKind.REMOVED, "dangjian-gongzuo")]
    assert changes.head == head


def test_a_rename_is_followed_though_git_has_not_seen_it(content: Path) -> None:
    (content / FOLDER / "dangjian-gongzuo.toml").rename(content / FOLDER / "dangjian.toml")
    assert list(list_kinds(compare(content))) == [(ChangeKind.MOVED, "dangjian")]


def test_a_file_that_was_broken_is_not_a_project_that_was_removed(content: Path) -> None:
    edit(content / FOLDER / "dangjian-gongzuo.toml", "[funds]", "[funds")
    changes = compare(content)
    assert list(list_kinds(changes)) == [(ChangeKind.BROKEN, "dangjian-gongzuo")]
    assert [finding.code for finding in changes.all_findings.new] == ["L001"]


@pytest.mark.parametrize("name", ["organisations.toml", "site.toml"])
def test_a_file_that_all_projects_rest_on_removes_none_when_it_is_broken(content: Path, name: str) -> None:
    (content / name).write_text("[", encoding="utf-8")
    changes = compare(content)
    assert {kind for kind, _ in list_kinds(changes)} <= {ChangeKind.BROKEN}
    assert ChangeKind.BROKEN in {other.kind for other in changes.others}


def test_a_revision_without_content_has_no_projects(content: Path) -> None:
    git(content.parent, "switch", "-q", "--orphan", "empty")
    git(content.parent, "commit", "-q", "--allow-empty", "-m", "nothing")
    changes = compare(content, "empty", "main")
    assert {kind for kind, _ in list_kinds(changes)} == {ChangeKind.ADDED}


def test_both_revisions_are_judged_by_the_same_day(content: Path) -> None:
    with (content / "organisations.toml").open("a", encoding="utf-8") as file:
        file.write("\n[calls.2024]\nby = 2025-03-31\n")
    commit(content.parent)
    late = date(2026, 1, 1)
    assert not compare_revisions(content, "main", None, Silence(), late)
    since = compare_revisions(content, "main~1", None, Silence(), late)
    assert since.findings.new
    assert not compare_revisions(content, "main~1", None, Silence(), date(2025, 1, 1)).findings.new


@pytest.mark.parametrize(("base", "head"), [("nowhere", None), ("main", "nowhere"), ("main", "")])
def test_a_revision_that_is_not_there_is_told(content: Path, base: str, head: str | None) -> None:
    with pytest.raises(CannotRunError, match="找不到版本"):
        compare(content, base, head)


def test_a_folder_that_is_not_there_is_told(content: Path) -> None:
    with pytest.raises(CannotRunError, match="找不到内容文件夹"):
        compare(content.parent / "elsewhere")


def test_a_folder_outside_of_any_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="不在 git 仓库里"):
        compare(Path(shutil.copytree(CONTENT, tmp_path / "content")))


def tell_others(changes: Changes) -> list[tuple[str, str, str]]:
    return [(one.part.value, one.name, one.kind.value) for one in changes.others]


@pytest.mark.parametrize("head", ["main", None])
def test_links_hidden_files_and_all_that_lies_outside_of_content_are_told_first(
    content: Path, head: str | None
) -> None:
    root = content.parent
    write(root / ".github/workflows/check.yml", "on: push")
    write(root / "generator/check/rules/rule.py", "pass")
    write(root / "src/.gitattributes", "* text")
    write(content / "pages/.hidden.md", "x")
    write(content / "pages/about.md", "另一页")
    (content / "pages/secret.md").symlink_to("../../.git/config")
    write(content / FOLDER / "new.toml", 'name = "甲"')
    edit(content / "site.toml", "CC BY", "CC-BY")
    commit(root)
    assert tell_others(compare(content, "main~1", head)) == [
        ("hidden", ".github/workflows/check.yml", "added"),
        ("hidden", "content/pages/.hidden.md", "added"),
        ("hidden", "src/.gitattributes", "added"),
        ("link", "content/pages/secret.md", "added"),
        ("file", "generator/check/rules/rule.py", "added"),
        ("site", "site.toml", "changed"),
        ("page", "about", "changed"),
    ]


def test_a_file_that_becomes_a_link_and_what_is_removed_outside_are_told(content: Path) -> None:
    root, page = content.parent, content / "pages/about.md"
    write(root / "Makefile", "all:")
    commit(root)
    (root / "Makefile").unlink()
    page.unlink()
    page.symlink_to("guide.md")
    commit(root)
    assert tell_others(compare(content, "main~1", "main"))[:2] == [
        ("link", "content/pages/about.md", "changed"),
        ("file", "Makefile", "removed"),
    ]


def test_what_is_not_committed_yet_outside_of_content_is_nobody_else_s(content: Path) -> None:
    write(content.parent / ".github/workflows/check.yml", "on: push")
    assert not compare(content)


def test_a_name_outside_of_content_that_is_no_text_is_told_as_far_as_it_can_be_read(content: Path) -> None:
    Path(os.fsdecode(b"%s/.bad\xff\x1b" % os.fsencode(content.parent))).write_text("x", encoding="utf-8")
    commit(content.parent)
    assert tell_others(compare(content, "main~1", "main")) == [("hidden", ".bad��", "added")]
