"""Counting findings by tier."""

from generator.model.finding import Finding, Severity
from generator.reporting.located import Located
from generator.reporting.tally import Tally


def locate(severity: Severity) -> Located:
    return Located(Finding("S001", "weights", severity, "a.toml", "……"), "a.toml", 1, 1, "")


def test_each_tier_is_counted_by_itself() -> None:
    tally = Tally.of(map(locate, [Severity.ERROR, Severity.ADVICE, Severity.ERROR]))
    assert [tally.of_severity(tier) for tier in Severity] == [2, 0, 1]
