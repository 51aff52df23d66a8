"""`jixiao check`: what is wrong with the content, at its line, in whatever format."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from generator.check.checking import writing
from generator.cli import options
from generator.cli.app import CLEAN, MUST_BE_MENDED, Setting, app, check_content, hand_over, style
from generator.cli.localisation import ChineseCommand
from generator.model.finding import Severity
from generator.report.findings_text import render_statistics, render_text
from generator.report.formats import RENDERERS, Format
from generator.report.report import Report
from generator.report.selection import make_report


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
    found = make_report(check_content(setting, paths), _split(select), _split(ignore))
    if output is Format.TEXT:
        text = render_statistics(found) if statistics else render_text(found, unfold=everything)
        result = style(setting.out, text) if file is None else text.plain
    else:
        result = RENDERERS[output](found)
    hand_over(result, file)
    if output is Format.GITHUB:
        _append_summary(found)
    raise typer.Exit(MUST_BE_MENDED if found.count(Severity.ERROR) and not exit_zero else CLEAN)


def _split(selectors: Sequence[str] | None) -> list[str]:
    return [one.strip() for text in selectors or () for one in text.split(",") if one.strip()]


def _append_summary(found: Report) -> None:
    """Write the whole list as the job's summary, where there is one: annotations are cut off after ten."""
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with writing(Path(summary)), Path(summary).open("a", encoding="utf-8") as file:
            file.write(RENDERERS[Format.MARKDOWN](found))
