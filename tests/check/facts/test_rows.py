"""One indicator with all that rules ask of it."""

from decimal import Decimal
from typing import Any

import pytest

from generator.check.facts.rows import divide_target, find_times, is_blank, is_fixed, leave_to_row_above
from generator.model.assessment import Outcome
from generator.model.value import Kind
from tests.inline import judge_text
from tests.score.samples import make_row, score_cells


@pytest.mark.parametrize(
    ("target", "reached", "share"),
    [
        ("≥50个", "100个", "0.5"),
        ("≥120个", "100个", "1.2"),
        ("≤50个", "100个", None),
        ("≥50个", "基本完成", None),
        ("规范", "100个", None),
        ("≥50个", "100%", None),
        ("≥50个", "0个", None),
    ],
)
def test_a_target_is_divided_by_what_was_reached_before(target: str, reached: str, share: str | None) -> None:
    now, before = score_cells(target, ""), score_cells("≥1个", reached)
    assert divide_target(now, before) == (share and Decimal(share))


PARENT = '{ name = "种植", weight = 9, score = 9 }, { name = "桃", target = "1亩", actual = "1亩", of_which = true }'


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (PARENT, [True, True]),
        ('{ name = "甲", target = "≥1个" }, { name = "乙", merged = true }', [False, True]),
        (PARENT.replace('"种植"', '"种植", target = "≥1亩"'), [False, True]),  # has a target of its own
        ('{ name = "甲" }, { name = "乙", target = "≥1个" }', [False, False]),
    ],
)
def test_rows_whose_values_stand_elsewhere(rows: str, told: list[bool]) -> None:
    case = judge_text(f'name = "项目"\nindicators = [{rows}]')
    assert [one.is_told_elsewhere for one in case.rows] == told


def test_a_merged_row_leaves_all_to_the_row_above() -> None:
    above = score_cells("≥1个", "9个")
    left = leave_to_row_above(above)
    assert (left.outcome, left.target.kind, left.actual.kind) == (
        Outcome.NOT_ASSESSED,
        Kind.EMPTY,
        Kind.EMPTY,
    )
    assert find_times(left) is None
    assert find_times(above) == 9


@pytest.mark.parametrize(
    ("actual", "times"), [("130个", None), ("131个", "1.31"), ("大约", None), ("99个", None)]
)
def test_how_many_times_the_target_was_reached_is_told_beyond_the_bound(
    actual: str, times: str | None
) -> None:
    assert find_times(score_cells("≥100个", actual)) == (times and Decimal(times))


@pytest.mark.parametrize(
    ("level1", "target", "actual", "fixed"),
    [
        ("项目决策(10分)", "—", "目标明确", True),
        ("管理", "——", "目标明确", True),
        ("投入", "一", "目标明确", True),  # as readers of scans take the dash
        ("项目决策", "—", "", False),
        ("产出指标", "—", "目标明确", False),
        ("项目决策", "明确", "目标明确", False),
    ],
)
def test_rows_that_the_paper_prints_for_everybody(level1: str, target: str, actual: str, fixed: bool) -> None:
    row = make_row(target, actual, level1=level1)
    assert is_fixed(row, score_cells(target, actual)) is fixed


def test_a_row_of_the_printed_form_that_nobody_uses_has_no_cell_but_its_name() -> None:
    group: dict[str, Any] = {"level1": "效益指标", "level2": "经济效益指标", "weight": None}
    assert is_blank(make_row(name="经济效益指标", **group))
    assert is_blank(make_row(name="经济效益 指标", **group))
    assert not is_blank(make_row(name="经济效益指标", **group, score=Decimal(1)))
    assert not is_blank(make_row("显著", name="经济效益指标", **group))
    assert not is_blank(make_row(name="带动增收", **group))
