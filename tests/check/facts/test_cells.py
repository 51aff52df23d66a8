"""What a row's cells are worth by themselves."""

import pytest

from generator.check.facts.cells import find_scale_name, have_different_units, is_only_direction, is_template
from tests.score.samples import make_row, score_cells


@pytest.mark.parametrize(
    ("name", "target", "left_over"),
    [
        ("指标2", "", True),
        ("三级指标一：", "", True),
        ("……", "", True),
        ("···", "", True),
        ("参训人数", "≥**人", True),
        ("参训人数", "≥……", True),
        ("参训人数", "≥100人", False),
        ("指标完成率", "≥90%", False),
    ],
)
def test_a_row_that_was_left_over_from_the_template_is_known(name: str, target: str, left_over: bool) -> None:
    assert is_template(make_row(target, name=name)) is left_over


@pytest.mark.parametrize(
    ("target", "actual", "key"),
    [("好坏", "好", "target"), ("好", "高 / 低", "actual"), ("有无", "有无", "target"), ("好", "好", "")],
)
def test_a_scale_is_told_from_a_place_on_it(target: str, actual: str, key: str) -> None:
    assert find_scale_name(make_row(target, actual)) == key


@pytest.mark.parametrize(
    ("target", "actual", "measured", "only"),
    [
        ("提高", "提高", "", True),
        ("有效改善", "有效改善。", "", True),
        ("提高", "显著提高", "", False),
        ("规范", "规范", "", False),
        ("提高", "提高", "12%", False),
        ("提高", "见说明", "提高", True),
    ],
)
def test_a_direction_said_twice_says_nothing(target: str, actual: str, measured: str, only: bool) -> None:
    assert is_only_direction(make_row(target, actual, measured=measured)) is only


@pytest.mark.parametrize(
    ("target", "actual", "differ"),
    [
        ("≥83个", "83%", True),
        ("≥83%", "83个", True),
        ("≥5公里", "5平方米", True),
        ("≥83个", "83", False),
        ("≥83", "83个", False),
        ("≥1小时", "90分钟", False),
        ("≤400元/人·天", "380元/人·天", False),
        ("≥100个", "108座", False),
        ("≥100个", "1座", True),
        ("≥1个", "100座", True),
        ("≥3道次", "3道", False),
        ("≥5万元", "5元/人", False),
        ("≥5元/人", "5元/户", True),
        ("≥5%", "5个百分点", False),
        ("规范", "83个", False),
        ("≥83个", "规范", False),
    ],
)
def test_units_differ_where_nobody_could_hold_them_against_each_other(
    target: str, actual: str, differ: bool
) -> None:
    assert have_different_units(score_cells(target, actual)) is differ
