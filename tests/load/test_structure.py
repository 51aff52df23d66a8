"""A parsed table into a model."""

from decimal import Decimal
from typing import Any

import pytest

from generator.load.structure import MOST_FINDINGS, build_model, limit_findings
from generator.model.finding import Finding, Severity
from generator.model.form import Form
from generator.model.profile import Profile


def list_found(data: dict[str, Any]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.key) for finding in build_model(Form, data, "a.toml").findings]


def test_a_sound_table_is_a_model() -> None:
    parsed = build_model(Form, {"name": "甲", "funds": {"weight": 10}}, "a.toml")
    assert parsed.value is not None
    assert (parsed.findings, parsed.value.funds.weight) == ((), Decimal(10))


def test_a_misspelt_key_that_must_be_there_is_told_once() -> None:
    assert list_found({"nmae": "甲"}) == [("unknown-key", "nmae")]


def test_a_key_of_another_meaning_does_not_stand_for_one_that_is_missing() -> None:
    assert list_found({"statsu": "draft"}) == [("missing-key", "name"), ("unknown-key", "statsu")]


def test_a_list_of_faulty_rows_is_not_called_empty() -> None:
    keys = {finding.key for finding in build_model(Profile, {"grades": [1]}, "a.toml").findings}
    assert "grades[0]" in keys
    assert "grades" not in keys


def test_a_list_without_rows_is() -> None:
    (finding,) = [one for one in build_model(Profile, {"bands": []}, "").findings if one.key == "bands"]
    assert finding.rule == "empty-value"


@pytest.mark.parametrize(("number", "passed"), [(99, 99), (100, 100), (101, 101), (5000, 101)])
def test_findings_beyond_all_use_are_counted_as_one(number: int, passed: int) -> None:
    findings = [Finding("L010", "unknown-key", Severity.ERROR, "a.toml", "……")] * number
    limited = list(limit_findings(findings, "a.toml"))
    assert len(limited) == passed
    assert (limited[-1].rule == "too-many-faults") == (number > MOST_FINDINGS)
