"""Waivers: which findings they cover, and what is wrong with some."""

import pytest

from generator.check.rules.runner import judge_case
from generator.check.rules.waivers import list_addresses, mark_waived
from generator.model.finding import Finding, Severity
from generator.model.form import Waiver
from tests.inline import judge_text

FORM = """
name = "项目"
funds = {{ weight = 10 }}
waivers = [{waivers}]
indicators = [{{ name = "甲", target = "规范", actual = "规范", weight = 90, score = 80 }}]
reported = {{ total = 80 }}
"""


def find(key: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("S003", "lost-points-unexplained", severity, "projects/x.toml", "……", key)


@pytest.mark.parametrize(
    ("rule", "key", "covered"),
    [
        ("S003", "indicators[1].score", True),
        ("lost-points-unexplained", "indicators[1].score", True),
        ("S003", "indicators[1]", True),
        ("S003", "indicators", True),
        ("S003", "", True),
        ("S004", "", False),
        ("S003", "indicators[11]", False),
        ("S003", "indicators[1].sc", False),
    ],
)
def test_a_waiver_covers_its_rule_at_its_place_and_below(rule: str, key: str, covered: bool) -> None:
    assert ((rule, key) in list_addresses(find("indicators[1].score"))) is covered


def test_an_error_is_not_waived() -> None:
    findings = find("name"), find("name", Severity.ERROR)
    marked = mark_waived(findings, [Waiver(rule="S003", reason="见说明")])
    assert [one.waiver for one in marked] == ["见说明", ""]


def test_the_first_waiver_that_means_a_finding_gives_the_reason() -> None:
    waivers = [
        Waiver(rule="S003", key=key, reason=reason)
        for key, reason in (("actual", "另一格"), ("", "整张表"), ("name", "这一格"), ("name", "又一次"))
    ]
    assert [one.waiver for one in mark_waived([find("name")], waivers)] == ["整张表"]
    assert [one.waiver for one in mark_waived([find("name")], waivers[2:])] == ["这一格"]


def test_a_waived_finding_bears_the_reason_and_others_do_not() -> None:
    case = judge_text(FORM.format(waivers='{ rule = "S003", reason = "第三方评分" }'))
    waived = {finding.code: finding.waiver for finding in judge_case(case)}
    assert waived["S003"] == "第三方评分"
    assert set(waived.values()) - {"第三方评分"} == {""}


@pytest.mark.parametrize(
    ("waiver", "expected"),
    [
        ('{ rule = "S003", reason = "第三方评分" }', []),
        ('{ rule = "S003", key = "indicators[7]", reason = "第三方评分" }', ["W001"]),
        ('{ rule = "Z999", reason = "没有这条规则" }', ["W001"]),
    ],
)
def test_a_waiver_without_a_finding_is_told(waiver: str, expected: list[str]) -> None:
    case = judge_text(FORM.format(waivers=waiver))
    assert [finding.code for finding in judge_case(case) if finding.code.startswith("W")] == expected
