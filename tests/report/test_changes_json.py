"""The JSON of a diff: its contract, number by number."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.model.change import Cell, CellChange, ChangeKind, Changes
from generator.report.changes_json import render_changes
from tests.report.revised import BASE, CHANGED, CHANGES, HEAD, tell


def describe(changes: Changes) -> Any:
    return json.loads(render_changes(changes))


def test_no_change_is_a_document_of_noughts() -> None:
    document = describe(Changes(BASE, None))
    assert (document["version"], document["base"], document["head"]) == (1, BASE, None)
    assert (document["projects"], document["others"]) == ([], [])
    assert document["findings"] == {"new": [], "gone": [], "still": [], "waived": []}
    none = {"errors": 0, "warnings": 0, "advice": 0}
    assert document["summary"] == {
        **{kind.value: 0 for kind in ChangeKind},
        "targets": {"lowered": 0, "raised": 0, "changed": 0},
        "explanations_removed": 0,
        "findings": {"new": none, "gone": none, "still": none, "waived": none},
    }


def test_the_summary_counts_all() -> None:
    document = describe(CHANGES)
    assert document["head"] == HEAD
    assert {key: value for key, value in document["summary"].items() if value} == {
        "changed": 1,
        "targets": {"lowered": 1, "raised": 0, "changed": 0},
        "explanations_removed": 1,
        "findings": {
            "new": {"errors": 1, "warnings": 2, "advice": 0},
            "gone": {"errors": 0, "warnings": 0, "advice": 1},
            "still": {"errors": 0, "warnings": 2, "advice": 0},
            "waived": {"errors": 0, "warnings": 1, "advice": 0},
        },
    }


def test_a_project_is_described_on_both_sides() -> None:
    (project,) = describe(CHANGES)["projects"]
    assert (project["kind"], project["path"]) == ("changed", "projects/2023/unit/project.toml")
    assert project["before"] == {
        "path": "projects/2023/unit/project.toml",
        "name": "党建经费",
        "status": "draft",
        "profile": "shanghai",
        "claimed": "96.56",
        "accepted": "96.56",
        "grade": "优",
        "initial": "829000.00",
        "adjusted": "829000.00",
        "executed": "750700.50",
    }
    assert (project["after"]["accepted"], project["after"]["initial"]) == ("89.00", None)
    assert project["cells"] == [
        {"key": "reported.rate", "title": "执行率", "before": "90.55%", "after": "90.56%"}
    ]


def test_a_row_is_described_with_its_cells() -> None:
    (row,) = describe(CHANGES)["projects"][0]["rows"]
    assert (row["table"], row["kind"], row["name"], row["target"]) == (
        *("indicators", "changed", "体检完成率", "lowered"),
    )
    assert [(cell["key"], cell["before"], cell["after"]) for cell in row["cells"]] == [
        ("target", "=100%", "≥85%"),
        ("weight", "5.00", "4.50"),
        ("core", None, True),
        ("explanation", "因雨停工", None),
    ]


def test_a_row_without_another_target_has_no_direction() -> None:
    row = replace(CHANGED.rows[0], target=None)
    (project,) = describe(Changes(BASE, None, (replace(CHANGED, rows=(row,)),)))["projects"]
    assert project["rows"][0]["target"] is None


@pytest.mark.parametrize("kind", ChangeKind)
def test_a_side_that_is_not_there_is_null(kind: ChangeKind) -> None:
    change = tell(kind)
    (project,) = describe(Changes(BASE, None, (change,)))["projects"]
    assert (project["before"] is None, project["after"] is None) == (
        change.before is None,
        change.after is None,
    )
    assert describe(Changes(BASE, None, (change,)))["summary"][kind.value] == 1


def test_a_finding_is_described() -> None:
    (finding,) = describe(CHANGES)["projects"][0]["findings"]["waived"]
    assert finding == {
        "code": "S003",
        "rule": "some-rule",
        "severity": "warning",
        "path": "projects/2023/unit/project.toml",
        "key": "indicators[0]",
        "message": "扣了分没有说明。",
        "waiver": "另有批复",
    }


def test_what_lies_beside_projects_is_described() -> None:
    document = describe(CHANGES)
    assert document["others"] == [{"part": "profile", "name": "shanghai", "kind": "changed"}]
    assert [finding["path"] for finding in document["findings"]["new"]] == ["organisations.toml"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (Decimal(0), "0.00"),
        (Decimal("1E+2"), "100.00"),
        (Decimal("4.125"), "4.125"),
        (Decimal("-5.500000"), "-5.50"),
        (True, True),
        ("≥83个", "≥83个"),
        (None, None),
    ],
)
def test_numbers_are_strings_and_never_rounded(cell: Cell, written: object) -> None:
    change = replace(CHANGED, cells=(CellChange("x", "某栏", cell, None),))
    (project,) = describe(Changes(BASE, None, (change,)))["projects"]
    assert project["cells"][0]["before"] == written


def test_nothing_invisible_is_written_raw() -> None:
    change = replace(CHANGED, cells=(CellChange("x", "某栏", "\u202e\u200b\x1b", None),))
    text = render_changes(Changes(BASE, None, (change,)))
    assert "\\u202e\\u200b\\u001b" in text
    assert text.replace("\n", "").isprintable()
