"""Findings as a Code Quality report."""

import json
from dataclasses import replace

from generator.model.finding import Severity
from generator.report.findings_gitlab import fingerprint, render_gitlab
from tests.report.reports import make_report, place

FINDING = place("S003", Severity.WARNING)


def test_a_violation_has_what_gitlab_asks_for() -> None:
    (violation,) = json.loads(render_gitlab(make_report(FINDING)))
    assert violation == {
        "description": "…… 请核对。",
        "check_name": "S003 rule-s003",
        "fingerprint": fingerprint(FINDING),
        "severity": "major",
        "location": {"path": "content/projects/a.toml", "lines": {"begin": 3}},
    }


def test_a_clean_report_is_an_empty_list() -> None:
    assert json.loads(render_gitlab(make_report())) == []


def test_a_finding_keeps_its_fingerprint_when_lines_move() -> None:
    assert fingerprint(replace(FINDING, line=99)) == fingerprint(FINDING)
    assert fingerprint(place("S004", Severity.WARNING)) != fingerprint(FINDING)
