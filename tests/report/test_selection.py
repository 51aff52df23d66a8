"""Choosing findings by rule."""

import pytest

from generator.model.finding import Severity
from generator.report.selection import find_unknown, select_findings
from tests.report.reports import make_report, place

FINDINGS = [place(code, Severity.WARNING) for code in ("F001", "S001", "S003", "S013")]


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [
        ([], [], ["F001", "S001", "S003", "S013"]),
        (["S"], [], ["S001", "S003", "S013"]),
        (["s00"], [], ["S001", "S003"]),
        (["S003", "F"], [], ["F001", "S003"]),
        (["rule-s003"], [], ["S003"]),
        ([], ["S"], ["F001"]),
        (["S"], ["S003"], ["S001", "S013"]),
        ([], [""], ["F001", "S001", "S003", "S013"]),
    ],
)
def test_selection(select: list[str], ignore: list[str], kept: list[str]) -> None:
    found = select_findings([one.finding for one in FINDINGS], select, ignore)
    assert [one.code for one in found] == kept


def test_a_selector_that_means_no_rule_is_told() -> None:
    assert find_unknown(["S0", "rule-f001", "Z", "rule"], make_report(*FINDINGS).rules) == ("Z", "rule")
