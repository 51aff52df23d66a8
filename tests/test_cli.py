"""The command: what it prints where, and with which code it ends."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from generator import pipeline
from generator.check import checking
from generator.check.checking import CannotRunError
from generator.cli import check, server
from generator.publish.order import BuildOrder
from tests.command import BROKEN, GOOD, SHORT, Run, add, find
from tests.inline import CONTENT
from tests.load.trees import SITE, make_content


def test_clean_content_ends_with_0(run: Run) -> None:
    ended = run("--content", CONTENT, "check")
    assert ended.code == 0
    assert ended.err == ""


def test_warnings_alone_end_with_0(run: Run, content: Path) -> None:
    add(content, short=SHORT)
    ended = run("--content", content, "check")
    assert "数据存疑" in ended.out
    assert ended.code == 0


@pytest.mark.parametrize("output", ["text", "json"])
def test_errors_end_with_1(run: Run, content: Path, output: str) -> None:
    add(content, bad=BROKEN)
    assert run("--content", content, "check", "--format", output).code == 1


@pytest.mark.parametrize("verb", ["build", "serve", "check", "score", "schema"])
def test_a_content_folder_that_is_not_there_ends_with_2(run: Run, tmp_path: Path, verb: str) -> None:
    ended = run("--content", tmp_path / "nowhere", verb)
    assert ended == (
        2,
        "",
        f"找不到内容文件夹 {tmp_path}/nowhere。请在仓库根目录运行，或用 --content 指明文件夹。\n",
    )


def test_a_content_folder_that_is_a_file_ends_with_2(run: Run) -> None:
    ended = run("--content", __file__, "check")
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_a_content_folder_without_a_site_cannot_be_built(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    ended = run("--content", tmp_path / "content", "build", "--build-dir", tmp_path / "build")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
    assert "jixiao check" in ended.err


@pytest.mark.parametrize("key", ["url", "repository"])
@pytest.mark.parametrize("address", ["https://[", "https:///", "https://\u2100.com", "https://a.b:99999"])
def test_an_address_that_is_none_is_told_and_no_fault_of_the_program(
    run: Run, tmp_path: Path, key: str, address: str
) -> None:
    content = make_content(tmp_path, {"site.toml": f'{key} = "{address}"\n{SITE}'})
    ended = run("--content", content, "build", "--build-dir", tmp_path / "build")
    assert (ended.code, ended.out) == (2, "")
    checked = run("--content", content, "check")
    assert checked.code == 1
    assert "site.toml" in checked.out
    assert f'1 │ {key} = "https://' in checked.out


def test_a_crash_is_told_with_its_traceback_and_a_code_of_its_own(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> NoReturn:
        raise ZeroDivisionError("\n::error::甲\n##[error]乙")

    monkeypatch.setattr(checking, "judge_case", crash)
    ended = run("--content", CONTENT, "check")
    assert (ended.code, ended.out) == (70, "")
    assert "Traceback" in ended.err
    assert "ZeroDivisionError" in ended.err
    assert "不是内容的问题" in ended.err
    assert "\n：：error::甲\n＃＃[error]乙\n" in ended.err


def test_an_interruption_ends_with_130_and_no_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check_content", interrupt)
    assert run("--content", CONTENT, "check") == (130, "", "")


def test_a_folder_that_cannot_be_written_ends_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = run("--content", CONTENT, "build", "--build-dir", tmp_path / "file/build")
    assert (ended.code, ended.out) == (2, "")
    assert "路径中间有一段不是文件夹" in ended.err


def test_a_broken_file_does_not_keep_others_from_being_scored(run: Run, content: Path) -> None:
    add(content, bad=BROKEN, good=GOOD)
    ended = run("--content", content, "score", "--format", "json")
    assert [one["id"] for one in ended.json["projects"]] == ["2023/xianghuaqiao-dangqun/good"]
    assert ended.code == 1
    assert "bad.toml" in ended.err


def test_warnings_are_no_concern_of_scores(run: Run, content: Path) -> None:
    add(content, short=SHORT)
    ended = run("--content", content, "score")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("图书室开放经费（2023/xianghuaqiao-dangqun/short）\n")


def test_nothing_to_score_is_said(run: Run, content: Path) -> None:
    assert run("--content", content, "score") == (0, "", "这里没有可以计分的项目。\n")


def test_broken_shared_files_leave_no_score_without_a_word(run: Run, content: Path) -> None:
    add(content, good=GOOD)
    (content / "site.toml").write_text("?", encoding="utf-8")
    ended = run("--content", content, "score", find(content, "good"))
    assert (ended.code, ended.out) == (1, "")
    assert "site.toml" in ended.err


def test_a_build_tells_where_the_site_is_and_what_kept_a_project_from_it(
    run: Run, content: Path, tmp_path: Path
) -> None:
    add(content, bad=BROKEN, good=GOOD)
    ended = run("--content", content, "build", "--build-dir", tmp_path / "build")
    site = tmp_path / "build/site"
    assert ended.code == 1
    command = f"jixiao --content {content} serve --build-dir {tmp_path}/build"
    assert ended.out == f"网站在 {site}，共 1 个项目。查看：{command}\n"
    assert "bad.toml" in ended.err
    assert (site / "projects/2023/xianghuaqiao-dangqun/good/index.html").is_file()


def test_a_site_is_served_as_it_was_ordered(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def serve(order: BuildOrder, stand: server.Stand, announce: Callable[[str], None]) -> None:
        announce(
            f"{order.content} {order.folder} {order.edition} {stand.host}:{stand.port} {stand.names} \x1b[2J"
        )

    monkeypatch.setattr(server, "serve", serve)
    options = ["--build-dir", tmp_path / "b", "--edition", "internal", "--host", "0.0.0.0", "--port", "81"]
    options += ["--allow-host", "a.lan", "--allow-host", "b.lan"]
    ended = run("--content", "inhalt", "serve", *options)
    assert ended == (0, "", f"inhalt {tmp_path}/b internal 0.0.0.0:81 ('a.lan', 'b.lan') �[2J\n")


@pytest.mark.parametrize(
    ("options", "folder"),
    [
        ([], "build"),
        (["--edition", "public"], "build"),
        (["--edition", "internal"], "build/internal"),
        (["--edition", "internal", "--build-dir", "b"], "b"),
    ],
)
@pytest.mark.parametrize("verb", ["build", "serve"])
def test_each_edition_has_a_folder_of_its_own(
    run: Run, monkeypatch: pytest.MonkeyPatch, verb: str, options: list[str], folder: str
) -> None:
    orders: list[BuildOrder] = []

    def note(order: BuildOrder, *_: object) -> NoReturn:
        orders.append(order)
        raise CannotRunError("到此为止")

    monkeypatch.setattr(server, "serve", note)
    monkeypatch.setattr(pipeline, "build", note)
    assert run(verb, *options).code == 2
    assert [one.folder for one in orders] == [Path(folder)]


def test_the_schema_is_written_into_the_content_folder(run: Run, content: Path) -> None:
    ended = run("--content", content, "schema")
    assert ended == (0, f"{content}/project.schema.json\n", "")
    assert (content / "project.schema.json").read_bytes() == (CONTENT / "project.schema.json").read_bytes()
