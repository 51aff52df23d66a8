"""The rule about costs without a sign."""

import pytest

from generator.check.rules.costs import CostWithoutSign
from tests.check.rules.near_misses import keys_of
from tests.inline import judge_text

ROW = 'name = "项目"\nindicators = [{{ level2 = "成本指标", name = "{name}", target = "{target}", {rest} }}]'


@pytest.mark.parametrize(
    ("name", "target", "rest", "fires"),
    [
        ("图书采购成本", "20万元", 'actual = "25万元", weight = 10, score = 10', True),
        ("图书采购成本", "20万元", 'actual = "25", weight = 10, score = 10', True),
        (
            "图书采购成本",
            "20万元",
            'actual = "25万元", weight = 10, score = 4',
            False,
        ),  # points were taken off
        ("图书采购成本", "20万元", 'actual = "20万元", weight = 10, score = 10', False),
        ("图书采购成本", "20万元", 'actual = "18万元", weight = 10, score = 10', False),
        ("图书采购成本", "=20万元", 'actual = "25万元", weight = 10, score = 10', True),
        ("图书采购成本", "＝20万元", 'actual = "20万元", weight = 10, score = 10', False),
        ("图书采购成本", "≤20万元", 'actual = "25万元", weight = 10, score = 10', False),  # is computed
        ("图书采购成本", "≥20万元", 'actual = "25万元", weight = 10, score = 10', False),
        ("图书采购成本", "15-20万元", 'actual = "25万元", weight = 10, score = 10', False),
        ("图书采购成本", "合理", 'actual = "25万元", weight = 10, score = 10', False),
        ("图书采购成本", "400元/人·天", 'actual = "180元/人·天"', False),
    ],
)
def test_a_cost_above_a_bare_sum(name: str, target: str, rest: str, fires: bool) -> None:
    keys = keys_of(CostWithoutSign, ROW.format(name=name, target=target, rest=rest))
    assert keys == (["indicators[0].target"] if fires else [])


def test_what_is_asked_for_is_the_sign() -> None:
    rest = 'actual = "25万元", weight = 10, score = 10'
    text = ROW.format(name="图书采购成本", target="20万元", rest=rest)
    (found,) = CostWithoutSign().check(judge_text(text))
    assert "没有写“≤”，看不出算不算超支，这一行没有复算" in found.message
    assert "如“≤20万元”" in found.suggestion
