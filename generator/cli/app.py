"""What all verbs of the command share: the content folder, the consoles, exit codes, and how results are handed over.

Results go to standard output, progress and complaints to standard error, both as UTF-8 whatever the locale.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from generator.check.checking import Checked, check, find_units, relate_paths, writing
from generator.cli import options
from generator.cli.localisation import ChineseGroup
from generator.report.findings_text import render_text
from generator.report.selection import report_errors
from generator.report.terminal import ProgressBar
from generator.text.printable import make_printable

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
    context.obj = Setting(content, open_console(), open_console(stderr=True))
    if context.invoked_subcommand is None:
        context.obj.err.print(context.get_help())
        raise typer.Exit(COULD_NOT_RUN)


def check_content(setting: Setting, paths: Sequence[Path] | None, *, with_shared: bool = False) -> Checked:
    """Check the content and keep what was asked for; what keeps that from being checked is not kept back."""
    units = find_units(relate_paths(paths or (), setting.content)) if setting.content.is_dir() else None
    with ProgressBar(setting.err) as progress:
        whole = check(setting.content, progress, date.today(), units)
    part = whole.only(paths or (), with_shared=with_shared)
    if others := whole.faulty_shared_files - part.faulty_shared_files:
        complain(setting.err, f"{'、'.join(sorted(others))} 里有必须改正的问题，这里的检查可能因此不全。")
    return part


def open_console(*, stderr: bool = False) -> Console:
    """Open a console that prints what it is given as it is, and without any style where NO_COLOR says so."""
    return Console(
        stderr=stderr,
        soft_wrap=True,
        highlight=False,
        markup=False,
        emoji=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )


def tell_errors(setting: Setting, checked: Checked) -> int:
    """Print what must be mended, and give the exit code that goes with it."""
    errors = report_errors(checked)
    if not errors.findings:
        return CLEAN
    setting.err.print(render_text(errors), end="")
    return MUST_BE_MENDED


def complain(console: Console, text: str) -> None:
    """Complain, unless standard error is closed or full, which leaves nobody to complain to."""
    with suppress(OSError):
        console.print(make_printable(text))


def style(console: Console, text: Text) -> str:
    """Write a text with the styles that a console has."""
    with console.capture() as captured:
        console.print(text, end="")
    return captured.get()


def hand_over(result: str, file: Path | None = None) -> None:
    """Write a result to a file or to standard output; a reader who is not there, or leaves early, is no fault."""
    if file is not None:
        with writing(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(result, encoding="utf-8")
    elif sys.stdout is not None:
        with suppress(BrokenPipeError):
            sys.stdout.write(result)
            sys.stdout.flush()
