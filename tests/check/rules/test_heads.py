"""The rule about points printed at the head of a group."""

import pytest

from generator.check.rules.heads import GroupPointsNotSum
from tests.check.rules.near_misses import keys_of

REST = '{ level1 = "效益指标", name = "丙", weight = 40 }'


def row(weight: str, level2: str = "数量指标", rest: str = "") -> str:
    return f'{{ level1 = "产出指标（50分）", level2 = "{level2}", name = "甲", {weight}{rest} }}'


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("weight = 30"), row("weight = 30"), REST], ["indicators[0].level1"]),
        ([row("weight = 30"), row("weight = 20"), REST], []),
        ([row("weight = 30"), row("weight = 15"), '{ name = "丙", weight = 45 }'], ["indicators[0].level1"]),
        # copied in part: that points lack is told of the whole form
        ([row("weight = 30")], []),
        # one cell of points for two rows, and rows within another
        ([row("weight = 50"), row("merged = true"), REST], []),
        ([row("weight = 50"), row("of_which = true", rest=", weight = 5"), REST], []),
        # a row that claims points and prints none may carry the rest
        ([row("weight = 30"), row("score = 20"), REST], []),
        ([row("score = 50"), REST], []),
        # the second level prints its points too
        (
            [row("weight = 20", "数量指标(20分)"), row("weight = 30", "质量指标(20分)"), REST],
            ["indicators[1].level2"],
        ),
        ([row("weight = 20", "数量指标(20分)"), row("weight = 30", "2023年度指标"), REST], []),
    ],
)
def test_points_of_a_head(rows: list[str], expected: list[str]) -> None:
    text = f'name = "项目"\nfunds.weight = 10\nindicators = [{", ".join(rows)}]'
    assert keys_of(GroupPointsNotSum, text) == expected
