"""Rules about the points that rows and groups carry."""

import pytest

from generator.rules.weights import GroupWeightDiffers, WeightsNotHundred
from tests.inline import PATH, gather_files
from tests.rules.near_misses import keys_of


def test_of_which_rows_do_not_count() -> None:
    text = """
        name = "项目"
        funds = { weight = 10 }
        [[indicators]]
        name = "总数"
        weight = 90
        [[indicators]]
        name = "其中：一项"
        of_which = true
    """
    assert keys_of(WeightsNotHundred, text) == []


def test_the_profile_says_what_execution_carries_where_the_form_does_not() -> None:
    assert keys_of(WeightsNotHundred, 'name = "项目"\nindicators = [{ name = "甲", weight = 90 }]') == []


@pytest.mark.parametrize(
    "text",
    [
        "indicators = [{ name = '甲', weight = 20 }, { name = '乙', weight = 80 }]",
        "funds = { weight = 0 }\nindicators = [{ name = '甲', weight = 60 }, { name = '乙', weight = 40 }]",
        "funds = { weight = 10 }\nindicators = [{ name = '甲', weight = 33.3 }, { name = '乙', weight = 56.7 }]",
        "funds = { weight = 20 }\nindicators = [{ name = '甲', weight = 80.00 }]",
    ],
)
def test_points_that_make_up_the_whole_are_right_however_they_are_spread(text: str) -> None:
    assert keys_of(WeightsNotHundred, f"name = '项目'\n{text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "funds = { weight = 10 }\nindicators = [{ name = '甲', weight = 100 }]",
        "funds = { weight = 10 }\nindicators = [{ name = '甲', weight = 89.9 }]",
        "funds = { weight = 0 }\nindicators = [{ name = '甲', weight = 90 }]",
        "funds = { weight = 10 }\nindicators = [{ name = '甲', weight = 60 }, { name = '乙' }]",
    ],
)
def test_points_that_make_up_more_or_less_are_not(text: str) -> None:
    assert keys_of(WeightsNotHundred, f"name = '项目'\n{text}") == ["indicators"]


def test_a_form_without_any_points_is_told_so_and_no_sum_is_held_against_it() -> None:
    text = 'name = "项目"\nindicators = [{ name = "甲" }, { name = "乙" }]'
    (finding,) = WeightsNotHundred().check(gather_files({PATH: text}, "mof-2020").cases[-1])
    assert finding.message == "各行指标都没有填分值，这张表无法计分；分值合计应为 100 分。"


def test_a_form_without_indicators_has_no_weights_to_add() -> None:
    assert keys_of(WeightsNotHundred, 'name = "项目"') == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('{ level1 = "产出指标", name = "甲", weight = 60 }', ["indicators[0].weight"]),
        ('{ level1 = "产出指标", name = "甲", weight = 50 }', []),
        (
            '{ level1 = "产出指标", name = "甲", weight = 40 }, { level1 = "产出指标", name = "乙", weight = 10 }',
            [],
        ),
        # another name of the group
        ('{ level1 = "服务对象满意度指标", name = "甲", weight = 10 }', []),
        # the profile knows nothing of such a group, so its shares say nothing here
        (
            '{ level1 = "成本指标", name = "甲", weight = 20 }, { level1 = "产出指标", name = "乙", weight = 40 }',
            [],
        ),
        ('{ level1 = "产出指标", name = "甲" }', []),
        # the points of a group that is missing went to another one; that it is missing is told by another rule
        (
            '{ level1 = "产出指标", name = "甲", weight = 50 }, { level1 = "效益指标", name = "乙", weight = 40 }',
            [],
        ),
    ],
)
def test_group_and_share(rows: str, expected: list[str]) -> None:
    assert keys_of(GroupWeightDiffers, f'name = "项目"\nindicators = [{rows}]') == expected
