"""Rules about the reasons for lost points."""

import pytest

from generator.check.rules.reasons import LostPointsUnexplained, MissedUnexplained, ReasonSaysNothing
from tests.check.rules.near_misses import keys_of

ROW = 'name = "项目"\nindicators = [{{ name = "甲", weight = 10, {rest} }}]'


@pytest.mark.parametrize(
    ("rest", "fires"),
    [
        ("score = 9", True),
        ('score = 9, explanation = "  "', True),
        ('score = 9, explanation = "无"', False),  # the other rule's
        ('score = 9, explanation = "大雨停工三日"', False),
        ("score = 10", False),
        ("score = 11", False),
        ("score = 9, of_which = true", False),
    ],
)
def test_lost_points_without_a_reason(rest: str, fires: bool) -> None:
    assert keys_of(LostPointsUnexplained, ROW.format(rest=rest)) == (["indicators[0].score"] if fires else [])


@pytest.mark.parametrize(
    ("rest", "fires"),
    [
        ('score = 9, explanation = "无"', True),
        ('score = 9, explanation = "0"', True),
        ('score = 9, explanation = " / "', True),
        ('score = 9, explanation = "无法开工"', False),
        ('score = 10, explanation = "无"', False),
        ("score = 9", False),
    ],
)
def test_reason_that_says_nothing(rest: str, fires: bool) -> None:
    assert keys_of(ReasonSaysNothing, ROW.format(rest=rest)) == (
        ["indicators[0].explanation"] if fires else []
    )


POINTLESS = """
name = "项目"
kind = "transfer"
profile = "transfer-unscored"
indicators = [{{ name = "建档率", {rest} }}]
"""


@pytest.mark.parametrize(
    ("rest", "fires"),
    [
        ('target = "≥90%", actual = "82%"', True),
        ('target = "≥90%", actual = "82%", explanation = "无"', True),
        ('target = "≥90%", actual = "82%", explanation = "外出务工人员较多，未能随访"', False),
        ('target = "≥90%", actual = "92%"', False),
        ('target = "≥90%", actual = "基本完成"', False),
        ('target = "≥90%", actual = "82%", of_which = true', False),
    ],
)
def test_missed_targets_of_rows_that_bear_no_points(rest: str, fires: bool) -> None:
    assert keys_of(MissedUnexplained, POINTLESS.format(rest=rest)) == (
        ["indicators[0].explanation"] if fires else []
    )


@pytest.mark.parametrize(("text", "fires"), [("合同约定次年付清尾款", False), ("无", True), ("", True)])
def test_a_box_of_reasons_below_the_table_tells_of_all_rows(text: str, fires: bool) -> None:
    form = POINTLESS.format(rest='target = "≥90%", actual = "82%"')
    note = f'\n[[notes]]\ntitle = "偏差大或目标未完成原因分析"\ntext = "{text}"'
    assert bool(keys_of(MissedUnexplained, form + note)) is fires


def test_a_row_with_points_of_its_own_is_told_by_them() -> None:
    row = '{ name = "甲", target = "≥10个", actual = "8个", weight = 10, score = 10 }'
    assert not keys_of(MissedUnexplained, f'name = "项目"\nindicators = [{row}]')
