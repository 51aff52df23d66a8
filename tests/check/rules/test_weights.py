"""Rules about the points that rows and groups carry."""

import pytest

from generator.check.rules.runner import judge_case
from generator.check.rules.weights import (
    GroupWeightDiffers,
    PointsNotPrinted,
    WeightNegative,
    WeightsNotHundred,
)
from tests.check.rules.near_misses import keys_of
from tests.inline import PATH, gather_files


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


def test_a_form_without_any_points_is_told_so_once_and_no_sum_is_held_against_it() -> None:
    rows = (
        '{ level1 = "产出指标", name = "甲", score = 50 }, { level1 = "产出指标", name = "乙", score = 30 }'
    )
    case = gather_files({PATH: f'name = "项目"\nindicators = [{rows}]'}, "mof-2020").cases[-1]
    (found,) = (one for one in judge_case(case) if one.code[0] == "S" or one.code == "I015")
    assert found.code == "S020"
    assert found.message == "各行指标都没有分值，自评的 80 分照表列出，没有复算。"


@pytest.mark.parametrize(
    ("form", "fires"),
    [
        ('indicators = [{ name = "甲" }]', True),
        ('kind = "department"\nindicators = [{ name = "甲" }]', True),
        ('kind = "transfer"\nindicators = [{ name = "甲" }]', False),
        ('kind = "target"\nindicators = [{ name = "甲" }]', False),
        ('indicators = [{ name = "甲", weight = 90 }]', False),
        ('indicators = [{ name = "甲", weight = -90 }]', False),  # which another rule tells
        ("", False),
    ],
)
def test_points_are_missed_only_where_the_kind_of_form_has_some(form: str, fires: bool) -> None:
    assert keys_of(PointsNotPrinted, f'name = "项目"\n{form}') == (["indicators"] if fires else [])


def test_negative_points_are_told_at_their_row_and_no_sum_is_made_of_them() -> None:
    text = 'name = "项目"\nindicators = [{ name = "甲", weight = -10 }, { name = "乙", weight = 80 }]'
    assert keys_of(WeightNegative, text) == ["indicators[0].weight"]
    assert keys_of(WeightsNotHundred, text) == []
    assert keys_of(WeightNegative, 'name = "项目"\nfunds.weight = -10') == ["funds.weight"]
    assert keys_of(WeightNegative, 'name = "项目"\nindicators = [{ name = "甲", weight = 0 }]') == []


def test_a_form_without_indicators_has_no_weights_to_add() -> None:
    assert keys_of(WeightsNotHundred, 'name = "项目"') == []


OTHERS = (
    '{ level1 = "效益指标", name = "乙", weight = 30 }, { level1 = "满意度指标", name = "丙", weight = 10 }'
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (f'{{ level1 = "产出指标", name = "甲", weight = 60 }}, {OTHERS}', ["indicators[0].weight"]),
        (f'{{ level1 = "产出指标", name = "甲", weight = 50 }}, {OTHERS}', []),
        (f'{{ level1 = "产出指标", name = "甲", weight = 12.5 }}, {OTHERS}', []),  # copied in part
        ('{ level1 = "产出指标", name = "甲", weight = 90 }', []),  # the others are missing
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


def spread(profile: str, **points: int) -> str:
    rows = "".join(
        f'{{ level1 = "{name}指标", name = "甲", weight = {weight} }}, ' for name, weight in points.items()
    )
    return f'name = "项目"\nprofile = "{profile}"\nindicators = [{rows}]\n'


@pytest.mark.parametrize(
    ("points", "fires"),
    [
        ({"成本": 20, "产出": 40, "效益": 20, "满意度": 10}, False),
        ({"产出": 50, "效益": 30, "满意度": 10}, False),
        ({"产出": 40, "效益": 40, "满意度": 10}, True),
        ({"成本": 20, "产出": 40, "效益": 30}, False),
        ({"产出": 50, "效益": 40}, False),
        ({"产出": 40, "效益": 50}, True),
    ],
)
def test_points_go_elsewhere_where_a_group_is_not_there(points: dict[str, int], fires: bool) -> None:
    assert bool(keys_of(GroupWeightDiffers, spread("mof-2021", **points))) is fires


@pytest.mark.parametrize(("satisfaction", "fires"), [(10, False), (20, True)])
def test_groups_that_are_pooled_are_held_against_what_they_share(satisfaction: int, fires: bool) -> None:
    points = {"产出": 40, "效益": 30, "满意度": satisfaction}
    assert bool(keys_of(GroupWeightDiffers, spread("hubei", **points))) is fires


def test_what_is_not_scored_lacks_no_points() -> None:
    text = 'name = "项目"\nprofile = "transfer-unscored"\nindicators = [{ name = "甲", target = "5", actual = "5" }]'
    for rule in (WeightsNotHundred, GroupWeightDiffers, PointsNotPrinted):
        assert keys_of(rule, text) == []
