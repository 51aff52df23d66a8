"""Every format has its renderer."""

import re
from dataclasses import replace

import pytest

from generator.model.finding import Severity
from generator.report.formats import RENDERERS, Format
from tests.report.reports import HOSTILE, make_report, place

COMMANDS = (
    "::error::甲",
    "##[error]甲",
    "##vso[task.complete]",
    "##teamcity[buildStop]",
    " ::stop-commands::甲",
)


@pytest.mark.parametrize("output", Format)
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("column", range(1, 6))
def test_no_text_of_content_speaks_to_a_runner(output: Format, command: str, column: int) -> None:
    placed = place("S003", Severity.WARNING, path=command, message=command)
    finding = replace(placed.finding, key=command, suggestion=command)
    report = make_report(replace(placed, finding=finding, source=command, column=column))
    lines = RENDERERS[output](report).splitlines()
    own = ("::warning file=",) if output is Format.GITHUB else ()
    assert not [line for line in lines if line.lstrip().startswith("::") and not line.startswith(own)]
    assert not [line for line in lines if re.search(r"##\w*\[", line)]


@pytest.mark.parametrize("output", Format)
def test_every_format_renders_any_text_as_the_same_bytes_and_ends_its_last_line(output: Format) -> None:
    report = make_report(place("S003", Severity.WARNING, path=HOSTILE, message=HOSTILE))
    text = RENDERERS[output](report)
    assert text == RENDERERS[output](report)
    assert text.endswith("\n")
    assert "\x1b" not in text
