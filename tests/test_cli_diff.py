"""The verb `diff`: what it prints where, and with which code it ends."""

from pathlib import Path

import pytest

from tests.command import BROKEN, GOOD, SHORT, Run
from tests.inline import CONTENT
from tests.repositories import commit, git

UNIT = next(path.name for path in sorted((CONTENT / "projects").glob("*/*")))


@pytest.fixture
def form(content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A form in a repository, committed as it should be, in the folder that the command runs in."""
    monkeypatch.chdir(content.parent)
    file = content / "projects" / "2024" / UNIT / "tushushi.toml"
    file.parent.mkdir(parents=True)
    file.write_text(GOOD, encoding="utf-8")
    git(content.parent, "init", "-q", "-b", "main")
    commit(content.parent)
    return file


def test_no_change_is_a_sentence(form: Path, run: Run) -> None:
    ended = run("diff", "main")
    assert (ended.code, ended.out.count("\n"), ended.err) == (0, 1, "")
    assert "没有实质的变化" in ended.out


def test_a_change_is_told_in_markdown_unless_another_format_is_asked_for(form: Path, run: Run) -> None:
    form.write_text(SHORT, encoding="utf-8")
    ended = run("diff", "main")
    assert (ended.code, ended.err) == (0, "")
    assert "| `图书室开放经费` " in ended.out
    assert "分值 90 → 80" in ended.out
    assert run("diff", "main", "--format", "markdown").out == ended.out


def test_a_change_is_told_in_json(form: Path, run: Run) -> None:
    form.write_text(SHORT, encoding="utf-8")
    document = run("diff", "main", "--format", "json").json
    assert [project["kind"] for project in document["projects"]] == ["changed"]
    assert (document["base"], document["head"]) == (git(form.parent, "rev-parse", "main"), None)


def test_errors_that_are_new_are_for_check_to_fail_on(form: Path, run: Run) -> None:
    form.write_text(BROKEN, encoding="utf-8")
    ended = run("diff", "main")
    assert (ended.code, "**必须改正 1 处**" in ended.out) == (0, True)


def test_two_revisions_are_compared_from_elsewhere(
    form: Path, content: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.unlink()
    commit(content.parent)
    form.write_text(BROKEN, encoding="utf-8")
    monkeypatch.chdir("/")
    document = run("--content", content, "diff", "main~1", "main", "--format", "json").json
    assert [project["kind"] for project in document["projects"]] == ["removed"]


def test_a_change_is_written_to_a_file(form: Path, run: Run) -> None:
    form.write_text(SHORT, encoding="utf-8")
    printed = run("diff", "main").out
    ended = run("diff", "main", "--output", "build/review/diff.md")
    assert (ended.code, ended.out) == (0, "")
    assert Path("build/review/diff.md").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("name", ["nowhere", "--all", "main:content", ""])
def test_a_base_that_is_not_there_is_told_in_a_sentence(form: Path, run: Run, name: str) -> None:
    ended = run("diff", "--", name)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert f"git 里找不到版本“{name}”" in ended.err


def test_a_folder_outside_of_any_repository_is_told_in_a_sentence(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content.parent)
    ended = run("diff", "main")
    assert (ended.code, ended.out, ended.err) == (2, "", "content 不在 git 仓库里，没有版本可以比较。\n")


def test_a_base_must_be_named(form: Path, run: Run) -> None:
    ended = run("diff")
    assert (ended.code, "BASE" in ended.err) == (2, True)


@pytest.mark.parametrize("path", ["pages/about.md", "projects/2024/{unit}/linked.toml", "site.toml"])
def test_a_link_in_content_is_told_and_not_followed(form: Path, content: Path, run: Run, path: str) -> None:
    form.with_name("secret.toml").write_text(f'{GOOD}\n[internal]\n"备注" = "只给内部看"', encoding="utf-8")
    commit(content.parent)
    link = content / path.format(unit=UNIT)
    link.unlink(missing_ok=True)
    link.symlink_to(form.with_name("secret.toml"))
    ended = [run("diff", "main")]
    commit(content.parent)
    ended.append(run("diff", "main~1", "main"))
    for one in ended:
        assert one.code == 0
        assert "符号链接" in one.out
        assert "只给内部看" not in one.out
