"""Rules about the group that an indicator is filed in."""

import pytest

from generator.check.rules.groups import (
    OutputFiledAsBenefit,
    RateFiledAsQuantity,
    RequiredGroupMissing,
    SpendingFiledAsOutput,
)
from generator.check.rules.rule import ProjectRule
from tests.check.rules.near_misses import keys_of
from tests.inline import judge_text

QUANTITY, QUALITY, COST = "数量指标", "质量指标", "成本指标"


@pytest.mark.parametrize(
    ("rule", "level1", "level2", "name", "target", "fires"),
    [
        (RateFiledAsQuantity, "产出指标", QUANTITY, "体检完成率", "=100%", True),
        (RateFiledAsQuantity, "产出指标", QUALITY, "体检完成率", "=100%", False),
        (RateFiledAsQuantity, "产出指标", QUANTITY, "体检人数", "≥100人", False),
        (RateFiledAsQuantity, "产出指标", QUANTITY, "效率提升设备", "≥10台", False),
        (RateFiledAsQuantity, "产出指标", QUANTITY, "任务完成", "=100%", False),
        (SpendingFiledAsOutput, "产出指标", QUANTITY, "图书采购经费", "=5万元", True),
        (SpendingFiledAsOutput, "产出指标", COST, "图书采购经费", "≤5万元", False),
        (SpendingFiledAsOutput, "产出指标", QUANTITY, "发放补贴人数", "≥5人", False),
        (SpendingFiledAsOutput, "产出指标", QUANTITY, "招商引资到位", "≥5亿元", False),
        (SpendingFiledAsOutput, "产出指标", QUANTITY, "招商引资金额", "≥5亿元", False),
        (SpendingFiledAsOutput, "产出指标", QUANTITY, "发放消费券", "=10万元", True),  # all of the budget
        (SpendingFiledAsOutput, "产出指标", QUANTITY, "发放消费券", "=9万元", False),
        (OutputFiledAsBenefit, "效益指标", "社会效益指标", "阅读推广活动场次", "≥12场", True),
        (OutputFiledAsBenefit, "产出指标", QUANTITY, "阅读推广活动场次", "≥12场", False),
        (OutputFiledAsBenefit, "效益指标", "社会效益指标", "带动就业人数", "≥12人", False),
        (OutputFiledAsBenefit, "效益指标", "社会效益指标", "培训后持证率", "≥90%", False),
        (OutputFiledAsBenefit, "效益指标", "社会效益指标", "培训人次", "≥300人次", True),
        (OutputFiledAsBenefit, "效益指标", "社会效益指标", "年检查人次", "≥1万人次", False),
        (OutputFiledAsBenefit, "效益指标", "社会效益指标", "活动参与人数", "≥300人", False),
        (OutputFiledAsBenefit, "效益指标", "社会效益指标", "采购带动企业数量", "≥3家", False),
    ],
)
def test_row(rule: type[ProjectRule], level1: str, level2: str, name: str, target: str, fires: bool) -> None:
    row = f'{{ level1 = "{level1}", level2 = "{level2}", name = "{name}", target = "{target}" }}'
    text = f'name = "项目"\nfunds.total.adjusted = 100000\nindicators = [{row}]'
    assert bool(keys_of(rule, text)) is fires


@pytest.mark.parametrize(
    ("groups", "missing"),
    [
        (["产出指标"], 2),
        (["产出指标", "效益指标"], 1),
        (["产出指标", "效益指标", "服务对象满意度指标"], 0),
        (["产出指标", "成本指标"], 0),  # a form with groups of its own
        (["产出指标", ""], 0),
        ([], 0),
    ],
)
def test_missing_groups(groups: list[str], missing: int) -> None:
    rows = ", ".join(
        f'{{ level1 = "{group}", name = "甲{n}", weight = 90 }}' for n, group in enumerate(groups)
    )
    text = f'name = "项目"\nfunds.weight = 10\nindicators = [{rows}]'
    assert keys_of(RequiredGroupMissing, text) == ["indicators"] * bool(missing)
    assert (
        sum(one.message.count("指标”") for one in RequiredGroupMissing().check(judge_text(text))) == missing
    )


@pytest.mark.parametrize(
    ("group", "missing"), [("满意度指标", []), ("效益指标", []), ("产出指标", ["indicators"])]
)
def test_a_group_that_shares_its_points_stands_for_the_other(group: str, missing: list[str]) -> None:
    rows = f'{{ level1 = "产出指标", name = "甲", score = 40 }}, {{ level1 = "{group}", name = "乙", score = 40 }}'
    text = f'name = "项目"\nfunds.weight = 20\ngoals = [{{ weight = 80 }}]\nindicators = [{rows}]'
    assert keys_of(RequiredGroupMissing, text, "hubei") == missing


def test_what_published_forms_show_is_not_called_a_requirement() -> None:
    row = '{ level1 = "产出指标", name = "甲", weight = 90 }'
    text = f'name = "项目"\nfunds.weight = 10\nindicators = [{row}]'
    told = [
        next(RequiredGroupMissing().check(judge_text(text, profile))).message
        for profile in ("mof-2020", "rural-revitalisation")
    ]
    assert told[0].endswith("办法要求设置这 2 类指标。")
    assert told[1].endswith("所用的口径有这 2 类指标。")


@pytest.mark.parametrize("points", ["weight = 50", "score = 50"])
def test_a_form_that_was_copied_in_part_or_bears_no_points_misses_no_groups(points: str) -> None:
    text = (
        f'name = "项目"\nfunds.weight = 10\nindicators = [{{ level1 = "产出指标", name = "甲", {points} }}]'
    )
    assert keys_of(RequiredGroupMissing, text) == []


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("指标1工程资金金额", "43.2", True),
        ("工程资金金额", "=43.2", True),
        ("工程资金金额", "50", False),  # no sum of this form
        ("绿化面积", "43.2", False),  # and no name of money
        ("争取资金金额", "43.2", False),
    ],
)
def test_a_sum_without_its_unit_that_is_the_budget(name: str, target: str, fires: bool) -> None:
    row = f'{{ level2 = "数量指标", name = "{name}", target = "{target}" }}'
    funds = '[funds]\nunit = "万元"\ntotal = { adjusted = 43.2, executed = 37.24 }'
    assert bool(keys_of(SpendingFiledAsOutput, f'name = "项目"\nindicators = [{row}]\n{funds}')) is fires
