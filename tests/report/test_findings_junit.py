"""Findings as JUnit XML."""

from xml.etree import ElementTree

from generator.model.finding import Severity
from generator.report.findings_junit import render_junit
from tests.report.reports import HOSTILE, make_report, place


def test_only_errors_fail() -> None:
    report = make_report(
        place("P001", Severity.ERROR),
        place("S003", Severity.WARNING),
        place("S003", Severity.WARNING, path="b.toml"),
    )
    suites = ElementTree.fromstring(render_junit(report))
    assert [(one.get("name"), one.get("tests"), one.get("failures")) for one in suites] == [
        ("content/projects/a.toml", "2", "1"),
        ("b.toml", "1", "0"),
    ]
    assert [one.get("type") for one in suites.iter("failure")] == ["P001"]
    assert len(list(suites.iter("system-out"))) == 2


def test_a_clean_report_is_one_case_that_passes() -> None:
    suites = ElementTree.fromstring(render_junit(make_report()))
    assert [case.get("name") for case in suites.iter("testcase")] == ["检查了 2 个文件：没有发现问题。"]


def test_any_text_is_text() -> None:
    report = make_report(place("P001", Severity.ERROR, path=HOSTILE, message=HOSTILE))
    (failure,) = ElementTree.fromstring(render_junit(report)).iter("failure")
    assert "<script>alert(1)</script>" in (failure.text or "")
