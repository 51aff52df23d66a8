"""Findings as SARIF, held against the models that were generated from its official schema."""

import json

import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from generator.model.finding import Severity
from generator.report.findings_sarif import render_sarif
from tests.report.reports import HOSTILE, make_report, place

REPORT = make_report(
    place("S003", Severity.WARNING, path="content/项 目.toml", message=HOSTILE),
    place("P001", Severity.ERROR),
    place("I010", Severity.ADVICE),
    place("S003", Severity.WARNING),
    address="https://example.org/",
)


@pytest.mark.parametrize("report", [REPORT, make_report()])
def test_log_follows_the_official_schema(report: object) -> None:
    Sarif.model_validate_json(render_sarif(report))  # type: ignore[arg-type]


def test_the_models_refuse_what_the_schema_does_not_know() -> None:
    with pytest.raises(ValidationError):
        Sarif.model_validate_json(render_sarif(REPORT).replace('"startLine"', '"beginLine"'))


def test_results_point_to_their_rules_and_places() -> None:
    (run,) = json.loads(render_sarif(REPORT))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note", "warning"]
    place_ = run["results"][0]["locations"][0]["physicalLocation"]
    assert place_ == {
        "artifactLocation": {"uri": "content/%E9%A1%B9%20%E7%9B%AE.toml"},
        "region": {"startLine": 3, "startColumn": 1},
    }
