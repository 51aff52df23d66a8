"""No English of a library's reaches the reader."""

import re
import sys
from typing import Annotated

import pytest
from typer import Option, Typer, TyperException
from typer.main import get_command

from generator.cli import main, options
from generator.cli.localisation import explain_misuse, localise_help
from generator.model.form import FormKind
from generator.report.formats import Format

VERBS: list[str] = list(get_command(main.app).commands)  # type: ignore[attr-defined]
OURS = {
    *("jixiao", *VERBS),
    *("DIR", "FILE", "PATH", "RULE", "BASE", "HEAD", "HOST", "PORT", "UNIT", "DEPARTMENT", "YEAR"),
    *("public", "internal", "content", "x"),
    *Format,
    *(word for kind in FormKind for word in kind.split("-")),
    "project.schema.json",
    "mkdocs.yml",
}
"""Names and metavars that a help page may show as they are."""


def list_english(text: str) -> list[str]:
    """List what looks like English words, options and names left out."""
    return [word for word in re.findall(r"(?<![\w-])[A-Za-z][\w']*(?:\.\w+)*", text) if word not in OURS]


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["jixiao", *words])
    code = main.run()
    return code, *capsys.readouterr()


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_a_help_page_has_no_english(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    code, out, err = run(capsys, monkeypatch, *verb.split(), "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"用法：jixiao {verb}")
    assert list_english(out) == []


def test_a_command_without_a_verb_shows_the_help_page_as_a_complaint(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run(capsys, monkeypatch)
    assert (code, out) == (2, "")
    assert err.startswith("用法：jixiao")
    assert list_english(err) == []


HINT = "；加上 --help 可以看用法。\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--fob"], "没有选项 --fob"),
        (["-x"], "没有选项 -x"),
        (["check", "--forma", "json"], "没有选项 --forma（是不是 --format？）"),
        (["check", "--content", "content"], "选项 --content 要写在命令的前面，如 jixiao --content DIR check"),
        (["chek"], "没有命令 chek（是不是 check 或 schema？）"),
        (["publish"], "没有命令 publish"),
        (["检查"], "没有命令 检查"),
        (["--content"], "选项 --content 后面缺少内容"),
        (["check", "--format"], "选项 --format 后面缺少内容"),
        (["build", "--clean=1"], "选项 --clean 后面不带内容"),
        (["schema", "one", "two"], "多写了 one two"),
        (
            ["check", "--format", "xml"],
            "选项 --format 不能写 xml，只能写 text 或 json 或 github 或 gitlab 或 sarif 或 junit 或 markdown",
        ),
        (["score", "--format="], "选项 --format 不能写 空的内容，只能写 text 或 json"),
        (["build", "--edition", "all"], "选项 --edition 不能写 all，只能写 public 或 internal"),
        (["serve", "--port", "http"], "选项 --port 要写一个整数"),
        (["serve", "--port", "0"], "选项 --port 不能小于 1"),
        (["serve", "--port", "65536"], "选项 --port 不能大于 65535"),
        (["check", "--output", "/"], "选项 --output 要写一个文件，/ 是文件夹"),
        (["build", "--build-dir", __file__], f"选项 --build-dir 要写一个文件夹，{__file__} 是文件"),
    ],
)
def test_a_mistyped_command_is_explained_in_one_chinese_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], complaint: str
) -> None:
    assert run(capsys, monkeypatch, *words) == (2, "", complaint + HINT)


def test_what_is_left_out_is_asked_for() -> None:
    app = Typer(rich_markup_mode=None)

    @app.command()
    def copy(origin: str, to: Annotated[options.ScoreFormat, Option()]) -> None:
        """Ask for an argument and an option."""

    complaints = []
    for words in ([], ["content"]):
        with pytest.raises(TyperException) as raised:
            app(words, standalone_mode=False)
        complaints.append(explain_misuse(raised.value) + "\n")
    assert complaints == ["还要写上 origin" + HINT, "还要写上 --to" + HINT]


def test_an_unknown_complaint_is_not_passed_on() -> None:
    assert explain_misuse(TyperException("Some new complaint")) == "命令的写法不对；加上 --help 可以看用法。"


def test_only_whole_lines_of_help_are_headings() -> None:
    assert localise_help("Options:\n  Options: x\n") == "选项：\n  Options: x\n"
