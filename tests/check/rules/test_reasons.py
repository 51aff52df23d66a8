"""Rules about the reasons for lost points."""

import pytest

from generator.check.rules.reasons import LostPointsUnexplained, ReasonSaysNothing
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
