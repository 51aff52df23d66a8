"""The command `jixiao`: parse, call, print, exit code; nothing else.

Exit codes: 0 clean, 1 findings that must be mended, 2 could not run, 70 the program itself is at fault.
Results go to standard output, progress and complaints to standard error, both as UTF-8 whatever the locale.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from generator import filing, pipeline
from generator.localisation import ChineseCommand, ChineseGroup, explain_misuse, explain_refusal
from generator.model.site import Edition
from generator.reporting import findings_json, findings_text, scores_json, scores_text
from generator.reporting.located import Located
from generator.reporting.printable import make_printable
from generator.reporting.terminal import ProgressBar

CLEAN, MUST_BE_MENDED, COULD_NOT_RUN, PROGRAM_FAULT = 0, 1, 2, 70

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"terminal_width": 1000},  # Typer cannot break lines of Chinese; terminals can
)


class Format(StrEnum):
    """Formats of output."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before the verb, and where things are printed."""

    content: Path
    out: Console
    err: Console


Paths = Annotated[
    list[Path] | None, typer.Argument(help="只看这些文件或文件夹；不写就是全部。", metavar="PATH")
]
OutputFormat = Annotated[Format, typer.Option("--format", help="输出格式：text 给人看，json 给程序用。")]
NewPlace = Annotated[
    str, typer.Argument(help="放在哪里：年度、单位代号、项目代号。", metavar="年度/单位/项目")
]
OriginPlace = Annotated[
    str | None,
    typer.Option("--from", help="沿用哪一张表；不写就是上年同一位置的那张。", metavar="年度/单位/项目"),
]
BuildDir = Annotated[Path, typer.Option(help="放生成结果的文件夹。", metavar="DIR", file_okay=False)]
OfEdition = Annotated[Edition, typer.Option(help="public 公开版；internal 内部版，含未公开的表和审核意见。")]
Host = Annotated[str, typer.Option(help="监听的地址。", metavar="HOST")]
Port = Annotated[int, typer.Option(help="监听的端口。", metavar="PORT", min=1, max=65535)]


@app.callback(invoke_without_command=True)
def prepare(
    context: typer.Context,
    content: Annotated[Path, typer.Option(help="内容文件夹。", metavar="DIR")] = Path("content"),
) -> None:
    """绩效自评表：检查、计分、生成公开网站。"""
    context.obj = Setting(content, _open_console(), _open_console(stderr=True))
    if context.invoked_subcommand is None:
        context.obj.err.print(context.get_help())
        raise typer.Exit(COULD_NOT_RUN)


@app.command(cls=ChineseCommand)
def build(
    context: typer.Context,
    build_dir: BuildDir = Path("build"),
    edition: OfEdition = Edition.PUBLIC,
    clean: Annotated[bool, typer.Option("--clean", help="不沿用上次的结果，全部重做。")] = False,
) -> None:
    """生成网站。"""
    setting: Setting = context.obj
    with ProgressBar(setting.err) as progress:
        order = pipeline.BuildOrder(setting.content, build_dir, edition, clean=clean)
        built = pipeline.build(order, progress)
    errors = pipeline.locate(built.checked, only_errors=True)
    _print_errors(setting.err, errors, built.checked.files)
    _hand_over(f"网站在 {built.site}，共 {built.projects} 个项目。查看：make serve（或 jixiao serve）\n")
    raise typer.Exit(MUST_BE_MENDED if errors else CLEAN)


@app.command(cls=ChineseCommand)
def serve(
    context: typer.Context,
    build_dir: BuildDir = Path("build"),
    edition: OfEdition = Edition.PUBLIC,
    host: Host = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """在本机查看网站；内容一改就重做，浏览器自动刷新。"""
    from generator import serving  # noqa: PLC0415 (loaded late: no other verb has a use for a web server)

    setting: Setting = context.obj
    order = pipeline.BuildOrder(setting.content, build_dir, edition)
    serving.serve(order, host, port, lambda text: _complain(setting.err, text))


@app.command(cls=ChineseCommand)
def check(context: typer.Context, paths: Paths = None, output: OutputFormat = Format.TEXT) -> None:
    """检查内容，指出哪里要改、怎么改。"""
    setting: Setting = context.obj
    checked = _check(setting, paths)
    located = pipeline.locate(checked)
    if output is Format.JSON:
        _hand_over(findings_json.render_findings(located, checked.files, checked.address))
    else:
        _hand_over(_style(setting.out, findings_text.render_findings(located, checked.files)))
    raise typer.Exit(MUST_BE_MENDED if checked.has_errors else CLEAN)


@app.command(cls=ChineseCommand)
def score(context: typer.Context, paths: Paths = None, output: OutputFormat = Format.TEXT) -> None:
    """计分，逐行写出算式。"""
    setting: Setting = context.obj
    checked = _check(setting, paths, with_shared=True)
    render = scores_json.render_scores if output is Format.JSON else scores_text.render_scores
    _hand_over(render(checked.assessments))
    errors = pipeline.locate(checked, only_errors=True)
    _print_errors(setting.err, errors, checked.files)
    raise typer.Exit(MUST_BE_MENDED if errors else CLEAN)


@app.command(cls=ChineseCommand)
def schema(context: typer.Context) -> None:
    """重写 project.schema.json，编辑器用它来提示和核对键名。"""
    setting: Setting = context.obj
    _hand_over(f"{pipeline.write_schema(setting.content)}\n")


@app.command(cls=ChineseCommand)
def new(context: typer.Context, at: NewPlace, origin: OriginPlace = None) -> None:
    """新建一张自评表的模板；有上年的表，就沿用它的指标和指标值。"""
    setting: Setting = context.obj
    _hand_over(f"{filing.start_form(setting.content, at, origin)}\n")


def _check(setting: Setting, paths: Sequence[Path] | None, *, with_shared: bool = False) -> pipeline.Checked:
    """Check the content and keep what was asked for; what keeps that from being checked is not kept back."""
    with ProgressBar(setting.err) as progress:
        whole = pipeline.check(setting.content, progress)
    part = whole.only(paths or (), with_shared=with_shared)
    if others := whole.faulty_shared_files - part.faulty_shared_files:
        _complain(setting.err, f"{'、'.join(sorted(others))} 里有必须改正的问题，这里的检查可能因此不全。")
    return part


def _open_console(*, stderr: bool = False) -> Console:
    """Open a console that prints what it is given as it is, and without any style where NO_COLOR says so."""
    return Console(
        stderr=stderr,
        soft_wrap=True,
        highlight=False,
        markup=False,
        emoji=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )


def _print_errors(console: Console, errors: tuple[Located, ...], files: int) -> None:
    if errors:
        console.print(findings_text.render_findings(errors, files), end="")


def _complain(console: Console, text: str) -> None:
    console.print(make_printable(text))


def _style(console: Console, text: Text) -> str:
    with console.capture() as captured:
        console.print(text, end="")
    return captured.get()


def _hand_over(result: str) -> None:
    """Write a result to standard output; a reader who is not there, or leaves early, is no fault."""
    if sys.stdout is not None:
        with suppress(BrokenPipeError):
            sys.stdout.write(result)
            sys.stdout.flush()


def main() -> NoReturn:
    """Run the command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run())


def run() -> int:
    """Run the command and give its exit code; what keeps it from running is told in Chinese on one line."""
    console = _open_console(stderr=True)
    try:
        return app(prog_name="jixiao", standalone_mode=False) or CLEAN
    except typer.TyperException as error:
        complaint = explain_misuse(error)
    except pipeline.CannotRunError as error:
        complaint = str(error)
    except Exception as error:
        complaint = explain_refusal(error)
        if not complaint:
            traceback.print_exc()
            _complain(console, "程序自己出了错，不是内容的问题。请把上面的文字发给维护的人。")
            return PROGRAM_FAULT
    _complain(console, complaint)
    return COULD_NOT_RUN
