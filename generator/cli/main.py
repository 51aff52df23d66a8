"""The command `jixiao`: a verb a module, exit codes, and what is told where it cannot run.

Exit codes: 0 clean, 1 findings that must be mended, 2 could not run, 70 the program itself is at fault.
"""

import sys
import traceback
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

import typer

from generator.check.checking import CannotRunError
from generator.cli import build, check, diff, new, report, rule, schema, score, serve
from generator.cli.app import CLEAN, COULD_NOT_RUN, PROGRAM_FAULT, app, complain, open_console
from generator.cli.localisation import explain_misuse
from generator.runtime.refusals import explain_refusal

VERBS = (build, serve, check, score, report, rule, schema, diff, new)
"""The modules of the verbs, each of which enters its own."""


def main() -> NoReturn:
    """Run the command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run())


def run() -> int:
    """Run the command and give its exit code; what keeps it from running is told in Chinese on one line."""
    console = open_console(stderr=True)
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
                    complain(console, line)
            complain(console, "程序自己出了错，不是内容的问题。请把上面的文字发给维护的人。")
            return PROGRAM_FAULT
    complain(console, complaint)
    return COULD_NOT_RUN
