"""Which cells say something else, and how they are repeated."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.diff.cells import compare_cells
from generator.model.change import CellChange
from generator.model.form import Form, Funds, Indicator, Review


def row(**cells: Any) -> Indicator:
    return Indicator.model_validate({"name": "甲", **cells})


def compare(before: Indicator | None, after: Indicator | None) -> dict[str, tuple[object, object]]:
    return {cell.key: (cell.before, cell.after) for cell in compare_cells(before, after)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"target": "≥83个"}, {"target": ">= 83 个。"}),
        ({"weight": Decimal(10)}, {"weight": Decimal("10.00")}),
        ({"explanation": "因雨\n停工"}, {"explanation": "因雨停工。"}),
        ({"explanation": "/"}, {"explanation": ""}),
        ({"core": False}, {}),
    ],
)
def test_another_spelling_is_no_change(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert compare(row(**before), row(**after)) == {}


@pytest.mark.parametrize(
    ("cell", "before", "after", "shown"),
    [
        ("target", "≥83个", "≥80个", ("≥83个", "≥80个")),
        ("target", "≥83个", "", ("≥83个", None)),
        ("target", "≥83个", "≥**个", ("≥83个", "≥**个")),
        ("weight", Decimal(10), None, (Decimal(10), None)),
        ("score", None, Decimal(0), (None, Decimal(0))),
        ("core", False, True, (None, True)),
        ("explanation", "因雨停工", "……", ("因雨停工", None)),
        ("actual", "13812345678", "基本完成", ("138******78", "基本完成")),
    ],
)
def test_a_cell_that_says_something_else_is_told(
    cell: str, before: object, after: object, shown: object
) -> None:
    assert compare(row(**{cell: before}), row(**{cell: after})) == {cell: shown}


def test_a_cell_bears_its_official_name() -> None:
    (cell,) = compare_cells(row(weight=Decimal(5)), row(weight=Decimal(6)))
    assert cell == CellChange("weight", "分值", Decimal(5), Decimal(6))


def test_a_row_that_is_new_tells_all_its_cells() -> None:
    assert compare(None, row(target="规范", weight=Decimal(5))) == {
        "name": (None, "甲"),
        "target": (None, "规范"),
        "weight": (None, Decimal(5)),
    }


def test_cells_of_inner_tables_bear_the_whole_key_and_lists_are_left_alone() -> None:
    before = Form(name="甲")
    after = Form(
        name="乙", funds=Funds.model_validate({"explanation": "因雨", "sources": [{"name": "财政"}]})
    )
    assert [cell.key for cell in compare_cells(before, after, told={"name"})] == ["funds.explanation"]


def test_days_and_tables_of_texts_are_shown_as_text() -> None:
    cells = compare_cells(Form(name="甲"), Form(name="甲", internal={"b": "2", "a": "1"}))
    assert [(cell.key, cell.title, cell.after) for cell in cells] == [
        ("internal.a", "a", "1"),
        ("internal.b", "b", "2"),
    ]
    told = {
        cell.key: cell.after
        for cell in compare_cells(None, Review.model_validate({"by": "甲", "on": date(2024, 5, 1)}))
    }
    assert told["on"] == "2024-05-01"


def test_small_facts_are_told_one_by_one_with_numbers_of_persons_masked() -> None:
    before = Form(name="甲", facts={"项目类别": "常年性", "项目属性": "新增"})
    after = Form(name="甲", facts={"项目类别": "一次性", "项目属性": "新增", "电话13812345678": "有"})
    told = [(cell.key, cell.title, cell.before, cell.after) for cell in compare_cells(before, after)]
    assert told == [
        ('facts."电话138******78"', "电话138******78", None, "有"),
        ('facts."项目类别"', "项目类别", "常年性", "一次性"),
    ]


CHANGED = {
    "kind": ("target", "项目支出绩效自评表", "项目支出绩效目标申报表"),
    "code": ("5100", None, "5100"),
    "departments": (("市农业农村局", "市水利局"), None, "市农业农村局、市水利局"),
    "period": ("一年", None, "一年"),
    "filed": ("2024年3月", None, "2024年3月"),
    "funds.method": ("按比例", None, "按比例"),
    "reported.reviewed_total": (Decimal(97), None, Decimal(97)),
}


@pytest.mark.parametrize("key", CHANGED)
def test_every_cell_beside_the_tables_is_told(key: str) -> None:
    value, old, new = CHANGED[key]
    head, _, last = key.rpartition(".")
    after = Form.model_validate({"name": "甲", **({head: {last: value}} if head else {key: value})})
    assert [(one.key, one.before, one.after) for one in compare_cells(Form(name="甲"), after)] == [
        (key, old, new)
    ]


@pytest.mark.parametrize(
    ("key", "before", "after", "expected"),
    [
        ("explanation", "因雨", None, True),
        ("funds.explanation", "因雨", None, True),
        ("explanation", "因雨", "因雪", False),
        ("explanation", None, "因雨", False),
        ("target", "规范", None, False),
    ],
)
def test_a_reason_is_taken_away_where_nothing_stands_in_its_place(
    key: str, before: str | None, after: str | None, expected: bool
) -> None:
    assert CellChange(key, "", before, after).takes_reason_away is expected
