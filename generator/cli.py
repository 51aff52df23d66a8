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
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from generator import filing, options
from generator.checked import CannotRunError, Checked, writing
from generator.checking import RULES, find_rule, report, report_errors, write_schema
from generator.checking import check as check_content
from generator.localisation import ChineseCommand, ChineseGroup, explain_misuse
from generator.model.finding import Severity
from generator.model.site import Edition
from generator.refusals import explain_refusal
from generator.reporting import scores_json, scores_text
from generator.reporting.doubts_text import list_doubts
from generator.reporting.findings_text import render_statistics, render_text
from generator.reporting.formats import RENDERERS, Format
from generator.reporting.printable import make_printable
from generator.reporting.report import Report
from generator.reporting.rules_text import render_rule, render_rules
from generator.reporting.terminal import ProgressBar

CLEAN, MUST_BE_MENDED, COULD_NOT_RUN, PROGRAM_FAULT = 0, 1, 2, 70

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"terminal_width": 1000},  # Typer cannot break lines of Chinese; terminals can
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before the verb, and where things are printed."""

    content: Path
    out: Console
    err: Console


@app.callback(invoke_without_command=True)
def prepare(
    context: typer.Context,
    content: Annotated[Path, typer.Option(help="内容文件夹。", metavar="DIR")] = options.CONTENT,
) -> None:
    """绩效自评表：检查、计分、生成公开网站。"""
    context.obj = Setting(content, _open_console(), _open_console(stderr=True))
    if context.invoked_subcommand is None:
        context.obj.err.print(context.get_help())
        raise typer.Exit(COULD_NOT_RUN)


@app.command(cls=ChineseCommand)
def build(
    context: typer.Context,
    build_dir: options.BuildDir = None,
    edition: options.OfEdition = Edition.PUBLIC,
    clean: Annotated[bool, typer.Option("--clean", help="不沿用上次的结果，全部重做。")] = False,
    settings: options.MkDocsConfig = None,
) -> None:
    """生成网站。"""
    from generator import pipeline  # noqa: PLC0415 (loaded late: only a build has a use for pages and search)
    from generator.order import BuildOrder  # noqa: PLC0415 (the same)

    setting: Setting = context.obj
    with ProgressBar(setting.err) as progress:
        folder = build_dir or options.BUILD[edition]
        order = BuildOrder(setting.content, folder, edition, clean=clean, settings=settings)
        built = pipeline.build(order, progress)
    for doubt in list_doubts(built.log):
        _complain(setting.err, doubt)
    if not built.at_once:
        _complain(setting.err, pipeline.ONE_BY_ONE)
    code = _tell_errors(setting, built.checked)
    command = options.write_serve_command(setting.content, build_dir, edition, settings)
    _hand_over(f"网站在 {built.site}，共 {built.projects} 个项目。查看：{command}\n")
    raise typer.Exit(code)


@app.command(cls=ChineseCommand)
def serve(  # noqa: PLR0913, PLR0917 (an option each)
    context: typer.Context,
    build_dir: options.BuildDir = None,
    edition: options.OfEdition = Edition.PUBLIC,
    host: options.Host = "127.0.0.1",
    port: options.Port = 8000,
    allowed: options.AllowedHosts = None,
    settings: options.MkDocsConfig = None,
) -> None:
    """在本机查看网站；内容一改就重做，浏览器自动刷新。"""
    from generator import serving  # noqa: PLC0415 (loaded late, as above)
    from generator.order import BuildOrder  # noqa: PLC0415 (the same)

    setting: Setting = context.obj
    folder = build_dir or options.BUILD[edition]
    order = BuildOrder(setting.content, folder, edition, settings=settings)
    at = serving.Stand(host, port, tuple(allowed or ()))
    serving.serve(order, at, lambda text: _complain(setting.err, text))


@app.command(cls=ChineseCommand)
def check(  # noqa: PLR0913, PLR0917 (an option each)
    context: typer.Context,
    paths: options.Paths = None,
    output: options.ReportFormat = Format.TEXT,
    file: options.OutputFile = None,
    select: options.Rules = None,
    ignore: options.IgnoredRules = None,
    everything: Annotated[bool, typer.Option("--all", help="逐条列出，重复的也不折叠。")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="只列出每条规则有多少处。")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="有必须改正的问题，退出码也是 0。")] = False,
) -> None:
    """检查内容，指出哪里要改、怎么改。"""
    setting: Setting = context.obj
    found = report(_check(setting, paths), _split(select), _split(ignore))
    if output is Format.TEXT:
        text = render_statistics(found) if statistics else render_text(found, unfold=everything)
        result = _style(setting.out, text) if file is None else text.plain
    else:
        result = RENDERERS[output](found)
    _hand_over(result, file)
    if output is Format.GITHUB:
        _append_summary(found)
    raise typer.Exit(MUST_BE_MENDED if found.count(Severity.ERROR) and not exit_zero else CLEAN)


@app.command(cls=ChineseCommand)
def score(
    context: typer.Context,
    paths: options.Paths = None,
    output: options.OutputFormat = options.ScoreFormat.TEXT,
) -> None:
    """计分，逐行写出算式。"""
    setting: Setting = context.obj
    checked = _check(setting, paths, with_shared=True)
    render = scores_json.render_scores if output is options.ScoreFormat.JSON else scores_text.render_scores
    _hand_over(render(checked.assessments))
    if not checked.assessments:
        _complain(setting.err, "这里没有可以计分的项目。")
    raise typer.Exit(_tell_errors(setting, checked))


@app.command("report", cls=ChineseCommand)
def disclose(
    context: typer.Context,
    body: options.Body = None,
    year: options.Year = None,
    edition: options.OfEdition = Edition.PUBLIC,
) -> None:
    """印出部门决算里要写的绩效自评情况，与网站的“公开说明”相同。"""
    from generator.disclosing import choose_disclosures  # noqa: PLC0415 (loaded late, as above)
    from generator.reporting.disclosures_text import render_disclosures  # noqa: PLC0415 (the same)

    setting: Setting = context.obj
    checked = _check(setting, None)
    _hand_over(render_disclosures(choose_disclosures(checked, edition, body, year)))
    raise typer.Exit(_tell_errors(setting, checked))


@app.command(cls=ChineseCommand)
def rule(context: typer.Context, code: options.Code = None) -> None:
    """查看一条规则的说明，或列出全部规则。"""
    setting: Setting = context.obj
    if code is None:
        _hand_over(_style(setting.out, render_rules(RULES.values())))
        return
    _hand_over(_style(setting.out, render_rule(find_rule(code))))


@app.command(cls=ChineseCommand)
def schema(context: typer.Context) -> None:
    """重写 project.schema.json，编辑器用它来提示和核对键名。"""
    setting: Setting = context.obj
    _hand_over(f"{write_schema(setting.content)}\n")


@app.command(cls=ChineseCommand)
def diff(
    context: typer.Context,
    base: options.Base,
    head: options.Head = None,
    output: options.OfChanges = options.ChangesFormat.MARKDOWN,
    file: options.OutputFile = None,
) -> None:
    """比较两个版本，逐个项目说明改动意味着什么。"""
    from generator.reporting import changes_json, changes_markdown  # noqa: PLC0415 (loaded late, as above)
    from generator.reviewing import compare_revisions  # noqa: PLC0415 (the same)

    setting: Setting = context.obj
    with ProgressBar(setting.err) as progress:
        changes = compare_revisions(setting.content, base, head, progress, date.today())
    renderer = changes_json if output is options.ChangesFormat.JSON else changes_markdown
    _hand_over(renderer.render_changes(changes), file)


@app.command(cls=ChineseCommand)
def new(
    context: typer.Context,
    at: options.NewPlace,
    origin: options.OriginPlace = None,
    kind: options.OfKind = None,
) -> None:
    """新建一张自评表的模板；有当年的目标申报表或者上年的表，就沿用它的指标和指标值。"""
    setting: Setting = context.obj
    _hand_over(f"{filing.start_form(setting.content, at, origin, kind)}\n")


def _check(setting: Setting, paths: Sequence[Path] | None, *, with_shared: bool = False) -> Checked:
    """Check the content and keep what was asked for; what keeps that from being checked is not kept back."""
    with ProgressBar(setting.err) as progress:
        whole = check_content(setting.content, progress, date.today())
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


def _tell_errors(setting: Setting, checked: Checked) -> int:
    """Print what must be mended, and give the exit code that goes with it."""
    errors = report_errors(checked)
    if not errors.findings:
        return CLEAN
    setting.err.print(render_text(errors), end="")
    return MUST_BE_MENDED


def _split(selectors: Sequence[str] | None) -> list[str]:
    return [one.strip() for text in selectors or () for one in text.split(",") if one.strip()]


def _append_summary(found: Report) -> None:
    """Write the whole list as the job's summary, where there is one: annotations are cut off after ten."""
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with writing(Path(summary)), Path(summary).open("a", encoding="utf-8") as file:
            file.write(RENDERERS[Format.MARKDOWN](found))


def _complain(console: Console, text: str) -> None:
    """Complain, unless standard error is closed or full, which leaves nobody to complain to."""
    with suppress(OSError):
        console.print(make_printable(text))


def _style(console: Console, text: Text) -> str:
    with console.capture() as captured:
        console.print(text, end="")
    return captured.get()


def _hand_over(result: str, file: Path | None = None) -> None:
    """Write a result to a file or to standard output; a reader who is not there, or leaves early, is no fault."""
    if file is not None:
        with writing(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(result, encoding="utf-8")
    elif sys.stdout is not None:
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
    except CannotRunError as error:
        complaint = str(error)
    except Exception as error:
        complaint = explain_refusal(error)
        if not complaint:
            with suppress(OSError):
                for line in traceback.format_exc().splitlines():
                    _complain(console, line)
            _complain(console, "程序自己出了错，不是内容的问题。请把上面的文字发给维护的人。")
            return PROGRAM_FAULT
    _complain(console, complaint)
    return COULD_NOT_RUN
