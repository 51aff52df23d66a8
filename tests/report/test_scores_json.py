"""`score --format json`: the contract of version 1."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.model.assessment import Assessment
from generator.report.scores_json import render_scores
from tests.report.sheets import make_assessment

TOTAL = {
    "claimed": None,
    "computed": None,
    "accepted": None,
    "full": "100.00",
    "weight": "110.00",
    "assessed": "110.00",
    "whole": False,
    "gaps": ["points-beyond"],
    "lowered": False,
    "raised": False,
    "verifiability": {
        "agreeing": "0.00",
        "differing": "110.00",
        "unclaimed": "0.00",
        "judged": "0.00",
        "unassessed": "0.00",
    },
    "formula": "……",
}


def read(*assessments: Assessment) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render_scores(assessments))
    return document


def test_a_project_has_exactly_the_keys_of_the_contract() -> None:
    document = read(make_assessment())
    (project,) = document["projects"]
    short, of_which, empty = project.pop("rows")
    assert document["version"] == 1
    assert project == {
        "id": "2023/dangqun/dangjian",
        "name": "党建工作专项经费",
        "profile": "shanghai",
        "rules": "本站整理的上海口径",
        "goals": [],
        "execution": {
            "rate": "0.905549",
            "score": "9.06",
            "claimed": "9.10",
            "formula": "750700 ÷ 829000 = 90.5549%，× 10 分，得 9.06 分。",
        },
        "total": TOTAL,
        "grade": None,
    }
    assert short == {
        "key": "indicators[0]",
        "name": "体检完成率",
        "kind": "words",
        "outcome": "short",
        "computed": "85.80",
        "allowed": ["85.80", "85.80"],
        "claimed": "90.00",
        "accepted": "85.80",
        "formula": "85.8% ÷ 100% × 100 = 85.8",
    }
    assert of_which == {
        "key": "indicators[1]",
        "name": "其中：党员",
        "kind": "words",
        "outcome": "not-assessed",
        "computed": None,
        "allowed": [None, None],
        "claimed": None,
        "accepted": None,
        "formula": "其中项，不单独计分。",
    }
    assert empty["kind"] == "empty"


def test_no_projects_are_an_empty_list() -> None:
    assert read() == {"version": 1, "projects": []}


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("95.225", "95.23"),
        ("0.005", "0.01"),
        ("-0.001", "0.00"),
        ("-0", "0.00"),
        ("1E+2", "100.00"),
        ("-3", "-3.00"),
        ("9999.999999", "10000.00"),
    ],
)
def test_points_have_two_places(number: str, written: str) -> None:
    assessment = make_assessment()
    total = replace(assessment.sheet.total, claimed=Decimal(number))
    document = read(replace(assessment, sheet=replace(assessment.sheet, total=total)))
    assert document["projects"][0]["total"]["claimed"] == written


@pytest.mark.parametrize(
    ("rate", "written"),
    [
        (None, None),
        (Decimal(1), "1.000000"),
        (Decimal(2) / 3, "0.666667"),
        (Decimal("999999999999999.999999") / Decimal("0.000001"), "999999999999999999999.000000"),
    ],
)
def test_a_rate_has_six_places(rate: Decimal | None, written: str | None) -> None:
    assessment = make_assessment()
    execution = replace(assessment.sheet.execution, rate=rate)
    document = read(replace(assessment, sheet=replace(assessment.sheet, execution=execution)))
    assert document["projects"][0]["execution"]["rate"] == written
