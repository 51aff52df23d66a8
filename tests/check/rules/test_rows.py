"""Rules about a row of the form as such."""

import pytest

from generator.check.rules.rows import DominantIndicator, IndicatorTwice, OfWhichScoredAgain, SignPointsWrong
from tests.check.rules.near_misses import keys_of


def form(*rows: str) -> str:
    return f'name = "项目"\nindicators = [{", ".join(f"{{ {row} }}" for row in rows)}]'


@pytest.mark.parametrize(
    ("second", "fires"),
    [
        ('name = "开放天数", level2 = "数量指标"', True),
        ('name = "开放天数 ", level2 = "数量指标"', True),
        ('name = "开放天数", level2 = "时效指标"', False),
        ('name = "开放天数", level2 = "时效指标", target = "≥300天"', True),
        ('name = "开放天数", level2 = "数量指标", target = "≥9处"', False),  # a merged cell
        ('name = "开放天数", level2 = "数量指标", of_which = true', False),
        ('name = "开放天数", level2 = "数量指标", merged = true', False),
        ('name = "开放次数", level2 = "数量指标"', False),
    ],
)
def test_twice(second: str, fires: bool) -> None:
    text = form('name = "开放天数", level2 = "数量指标", target = "≥300天"', second)
    assert keys_of(IndicatorTwice, text) == (["indicators[1].name"] if fires else [])


@pytest.mark.parametrize(
    ("level2", "name", "target", "actual", "fires"),
    [
        ("数量指标", "活动场次", "≤4场", "4场", True),
        ("数量指标", "活动场次", "≥4场", "4场", False),
        ("数量指标", "活动场次", "≤4场", "3场", False),
        ("数量指标", "投诉件数", "≤4件", "4件", False),
        ("数量指标", "会议次数", "≤4次", "4次", False),
        ("数量指标", "指标1：开展示范村建设数量", "≤4", "4", True),
        ("数量指标", "指标1：开展示范村建设情况", "≤4", "4", False),  # nobody knows what is counted
        ("数量指标", "新建村级项目数量", "≤4", "3", False),
        ("数量指标", "出国培训人数", "≤4", "4", False),
        ("数量指标", "聘用人员数量", "≤20人", "20人", False),
        ("数量指标", "保障车辆", "≤6辆", "6辆", False),
        ("数量指标", "慰问困难群众", "≤60户", "62户", True),
        ("数量指标", "办理天数", "≤4天", "4天", False),
        ("成本指标", "单价", "≤4元", "4元", False),
        ("服务对象满意度指标", "群众满意度", "≤90%", "95%", True),
        ("服务对象满意度指标", "群众不满意率", "≤5%", "5%", False),
        ("质量指标", "差错率", "≤5%", "5%", False),
    ],
)
def test_sign(level2: str, name: str, target: str, actual: str, fires: bool) -> None:
    text = form(f'level2 = "{level2}", name = "{name}", target = "{target}", actual = "{actual}"')
    assert keys_of(SignPointsWrong, text) == (["indicators[0].target"] if fires else [])


@pytest.mark.parametrize(("whole", "expected"), [(95, ["indicators[1].weight"]), (90, [])])
def test_row_that_says_it_is_part_of_another_where_points_are_too_many(
    whole: int, expected: list[str]
) -> None:
    text = form(f'name = "服务读者", weight = {whole - 5}', 'name = "其中：未成年读者", weight = 5')
    assert keys_of(OfWhichScoredAgain, text) == expected


@pytest.mark.parametrize(("weight", "fires"), [("50.01", True), ("50", False)])
def test_dominant(weight: str, fires: bool) -> None:
    text = form(f'name = "甲", weight = {weight}', 'name = "乙", weight = 1')
    assert keys_of(DominantIndicator, text) == (["indicators[0].weight"] if fires else [])


@pytest.mark.parametrize(
    ("rows", "fires"),
    [
        (['name = "成本控制数", weight = 90'], True),  # the only one
        (['name = "甲", weight = 90', 'name = "乙", merged = true'], False),  # one cell for two rows
        (['name = "甲", weight = 90', 'name = "其中：乙", of_which = true'], False),
    ],
)
def test_one_row_with_most_of_the_points(rows: list[str], fires: bool) -> None:
    assert keys_of(DominantIndicator, form(*rows)) == (["indicators[0].weight"] if fires else [])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("of_which = true, weight = 5", ["indicators[0].weight"]),
        ("of_which = true, score = 5", ["indicators[0].score"]),
        ("of_which = true, weight = 0", []),
        ("of_which = true", []),
        ("weight = 5, score = 5", []),
    ],
)
def test_row_within_another(row: str, expected: list[str]) -> None:
    assert keys_of(OfWhichScoredAgain, form(f'name = "甲", {row}')) == expected
