"""Which paths the command takes, and what it looks at then."""

from pathlib import Path

import pytest

from tests.command import BROKEN, GOOD, SHORT, Run, add, find


def test_a_file_is_checked_alone(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT)
    document = run("--content", content, "check", find(content, "short"), "--format", "json").json
    assert document["summary"]["files"] == 1
    assert {finding["path"] for finding in document["findings"]} == {find(content, "short").as_posix()}


def test_faults_of_other_files_do_not_count(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT)
    ended = run("--content", content, "check", find(content, "short"))
    assert (ended.code, ended.err) == (0, "")


def test_a_folder_is_checked_with_all_that_lies_in_it(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT)
    ended = run("--content", content, "check", content / "projects/2023", "--format", "json")
    assert ended.json["summary"]["files"] == 2


def test_several_paths_are_checked_together(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, short=SHORT, good=GOOD)
    paths = find(content, "bad"), find(content, "short"), find(content, "bad")
    assert run("--content", content, "check", *paths, "--format", "json").json["summary"]["files"] == 2


def test_a_path_is_relative_to_where_the_command_is_run(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(content, good=GOOD)
    monkeypatch.chdir(content / "projects")
    document = run("--content", "..", "score", "2023", "--format", "json").json
    assert [one["id"] for one in document["projects"]] == ["2023/xianghuaqiao-dangqun/good"]


def test_the_whole_content_folder_is_everything(run: Run, content: Path) -> None:
    add(content, good=GOOD)
    assert run("--content", content, "check", content) == run("--content", content, "check")


@pytest.mark.parametrize("verb", ["check", "score"])
def test_a_path_that_is_not_there_ends_with_2(run: Run, content: Path, verb: str) -> None:
    assert run("--content", content, verb, "nowhere.toml") == (2, "", "找不到 nowhere.toml。\n")


@pytest.mark.parametrize("verb", ["check", "score"])
def test_a_path_outside_the_content_folder_ends_with_2(run: Run, content: Path, verb: str) -> None:
    ended = run("--content", content, verb, __file__)
    assert ended == (2, "", f"{__file__} 不在内容文件夹 {content} 里。\n")


@pytest.mark.parametrize(
    "path", ["2023", "projects/2023", "2023/xianghuaqiao-dangqun/good", "2023/xianghuaqiao-dangqun/good.toml"]
)
def test_a_path_without_the_content_folder_is_guessed_at(run: Run, content: Path, path: str) -> None:
    add(content, good=GOOD)
    guess = run("--content", content, "check", path).err.partition("是不是 ")[2].removesuffix("？\n")
    assert Path(guess).exists()


@pytest.mark.parametrize("target", [__file__, "nowhere"])
def test_a_link_is_checked_by_its_own_path(run: Run, content: Path, target: str) -> None:
    find(content, "link").symlink_to(target)
    ended = run("--content", content, "check", find(content, "link"))
    assert ended.code == 1
    assert "link.toml" in ended.out


def test_a_project_is_judged_with_units_and_profiles_though_it_is_checked_alone(
    run: Run, content: Path
) -> None:
    add(content, short=SHORT)
    assert "分值合计 90 分" in run("--content", content, "check", find(content, "short")).out


def test_shared_files_that_are_broken_are_told_of_when_a_project_is_checked_alone(
    run: Run, content: Path
) -> None:
    add(content, good=GOOD)
    (content / "organisations.toml").write_text("?", encoding="utf-8")
    ended = run("--content", content, "check", find(content, "good"))
    assert "检查了 1 个文件" in ended.out
    assert ended.err == "organisations.toml 里有必须改正的问题，这里的检查可能因此不全。\n"
