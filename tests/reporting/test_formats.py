"""Every format has its renderer."""

import pytest

from generator.model.finding import Severity
from generator.reporting.formats import RENDERERS, Format
from tests.reporting.reports import HOSTILE, make_report, place


@pytest.mark.parametrize("output", Format)
def test_every_format_renders_any_text_as_the_same_bytes_and_ends_its_last_line(output: Format) -> None:
    report = make_report(place("S003", Severity.WARNING, path=HOSTILE, message=HOSTILE))
    text = RENDERERS[output](report)
    assert text == RENDERERS[output](report)
    assert text.endswith("\n")
    assert "\x1b" not in text
