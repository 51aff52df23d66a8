"""`check --format json`: the contract of version 1."""

import json
from dataclasses import replace
from typing import Any

from generator.model.finding import Finding, Severity
from generator.report.findings_json import render_json
from generator.report.located import Located
from tests.report.reports import make_report

FINDING = Finding(
    code="S003",
    rule="lost-points-unexplained",
    severity=Severity.WARNING,
    path="projects/2023/a/b.toml",
    message="“体检人数”扣了 0.5 分，没有填写偏差原因。",
    key="indicators[3].score",
    suggestion="请写明原因。",
)
LOCATED = Located(FINDING, "content/projects/2023/a/b.toml", 12, 1, "score = 4.5")


def read(*findings: Located, files: int = 1, address: str = "") -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        render_json(replace(make_report(*findings, address=address), files=files))
    )
    return document


def test_a_finding_has_exactly_the_keys_of_the_contract() -> None:
    assert read(LOCATED) == {
        "version": 1,
        "rule_set": "1.0",
        "findings": [
            {
                "code": "S003",
                "rule": "lost-points-unexplained",
                "severity": "warning",
                "path": "content/projects/2023/a/b.toml",
                "line": 12,
                "column": 1,
                "key": "indicators[3].score",
                "message": "“体检人数”扣了 0.5 分，没有填写偏差原因。",
                "suggestion": "请写明原因。",
                "help": "rules/S003/",
            }
        ],
        "summary": {"files": 1, "errors": 0, "warnings": 1, "advice": 0},
    }


def test_nothing_found_is_an_empty_list() -> None:
    assert read(files=8) == {
        "version": 1,
        "rule_set": "1.0",
        "findings": [],
        "summary": {"files": 8, "errors": 0, "warnings": 0, "advice": 0},
    }


def test_help_is_below_the_address_of_the_site() -> None:
    (finding,) = read(LOCATED, address="https://example.org/jixiao/")["findings"]
    assert finding["help"] == "https://example.org/jixiao/rules/S003/"


def test_each_tier_is_counted() -> None:
    tiers = [Severity.ERROR, Severity.ERROR, Severity.ADVICE]
    found = [Located(Finding("S", "r", tier, "a", "……"), "a", 1, 1, "") for tier in tiers]
    assert read(*found)["summary"] == {"files": 1, "errors": 2, "warnings": 0, "advice": 1}
