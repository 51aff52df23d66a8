"""Rules that hold a claimed score against what was reached."""

import pytest

from generator.check.rules.outcomes import ClaimAboveRule, ClaimOutsideBand, PointsOffMetTarget
from generator.check.rules.reasons import LostPointsUnexplained, ReasonSaysNothing
from generator.check.rules.rule import ProjectRule
from tests.check.rules.near_misses import keys_of
from tests.inline import judge_text


@pytest.mark.parametrize(
    ("rule", "target", "actual", "score", "fires"),
    [
        (ClaimAboveRule, "≥300天", "270天", 10, True),
        (ClaimAboveRule, "≥300天", "270天", 9, False),
        (ClaimAboveRule, "≥300天", "270天", 8, False),
        (ClaimAboveRule, "≥299天", "270天", 9.1, True),
        (ClaimAboveRule, "≥316天", "270天", 8.5443, False),  # too fine, which another rule tells
        (ClaimAboveRule, "≥316天", "270天", 8.5, False),  # 8.54, to the tenth of a point
        (ClaimAboveRule, "≥316天", "271天", 8.6, False),  # 8.58, to the tenth of a point
        (ClaimAboveRule, "≥300天", "270天", 11, False),  # above the weight is another rule's
        (ClaimAboveRule, "≥300天", "300天", 10, False),
        (ClaimAboveRule, "=100%", "基本完成", 10, False),
        (ClaimAboveRule, "≥83个", "90%", 10, False),
        (ClaimAboveRule, "9月30日前", "10月15日", 10, True),
        (ClaimAboveRule, "9月30日前", "10月15日", 8, False),
        (ClaimAboveRule, "9月30日前", "9月15日", 10, False),
        (ClaimAboveRule, "12月前", "12月20日", 10, False),  # people mean that December counts
        (ClaimAboveRule, "9月前", "10月", 10, True),
        (ClaimAboveRule, "9月30日前", "按时完成", 10, False),
        (ClaimAboveRule, "6-9", "5", 10, True),
        (ClaimAboveRule, "95%~100%", "92%", 10, True),
        (ClaimAboveRule, "95%~100%", "92%", 9, False),
        (ClaimAboveRule, "6-9个", "10个", 10, False),  # more than was to be done
        (ClaimAboveRule, "6-9个", "5%", 10, False),
        (ClaimAboveRule, "3-5天", "2天", 10, False),  # the sooner the better
        (PointsOffMetTarget, "≥83个", "83", 9, True),
        (PointsOffMetTarget, "≥83个", "83", 10, False),
        (PointsOffMetTarget, "≥83个", "82", 9, False),
        (PointsOffMetTarget, "规范", "规范", 9, False),
        (PointsOffMetTarget, "≥10个", "99个", 9, False),  # far over the target may cost points
        (ClaimOutsideBand, "建成", "部分完成", 10, True),
        (ClaimOutsideBand, "建成", "部分完成", 8, True),
        (ClaimOutsideBand, "建成", "部分完成", 7.5, False),
        (ClaimOutsideBand, "建成", "部分完成", 5, True),
        (ClaimOutsideBand, "建成", "部分完成", 0, True),
        (ClaimOutsideBand, "建成", "部分完成", -1, False),  # points below nothing are another rule's
        (ClaimOutsideBand, "建成", "部分完成", 11, False),  # and so are those above the weight
        (ClaimOutsideBand, "建成", "基本建成", 3, False),  # words of no band
        (ClaimOutsideBand, "规范", "规范", 10, False),
    ],
)
def test_score_and_outcome(
    rule: type[ProjectRule], target: str, actual: str, score: float, fires: bool
) -> None:
    text = (
        'name = "项目"\n'
        f'indicators = [{{ name = "甲", target = "{target}", actual = "{actual}", weight = 10, score = {score} }}]'
    )
    assert keys_of(rule, text) == (["indicators[0].score"] if fires else [])


def test_a_late_date_with_a_reason_may_claim_all_points() -> None:
    row = 'name = "甲", target = "9月底", actual = "10月", weight = 10, score = 10, explanation = "汛期停工半月"'
    assert keys_of(ClaimAboveRule, f'name = "项目"\nindicators = [{{ {row} }}]') == []


@pytest.mark.parametrize(("reason", "fires"), [("第三季度因疫情推迟", False), ("无", True)])
def test_points_off_a_rhythm_are_fine_with_a_reason(reason: str, fires: bool) -> None:
    row = (
        f'name = "甲", target = "每季度1次", actual = "4次", weight = 10, score = 9, explanation = "{reason}"'
    )
    found = keys_of(PointsOffMetTarget, f'name = "项目"\nindicators = [{{ {row} }}]')
    assert found == (["indicators[0].score"] if fires else [])


def test_a_score_is_not_held_against_a_target_whose_sign_is_wrong() -> None:
    row = 'level2 = "数量指标", name = "活动场次", target = "≤4场", actual = "5场", weight = 10, score = 10'
    assert keys_of(ClaimAboveRule, f'name = "项目"\nindicators = [{{ {row} }}]') == []


@pytest.mark.parametrize(
    ("target", "actual", "score", "explanation", "fires"),
    [
        ("规范", "规范", 7, "台账不全，已补", False),
        ("规范", " 规范", 0, "台账不全，已补", False),
        ("规范", "完成", 7, "台账不全，已补", True),
        ("规范", "规范", 7, "无", True),
        ("部分完成", "部分完成", 5, "设备未到货", False),
    ],
)
def test_more_may_be_taken_off_where_the_target_is_said_over_again_and_a_reason_given(
    target: str, actual: str, score: int, explanation: str, fires: bool
) -> None:
    row = f'target = "{target}", actual = "{actual}", weight = 10, score = {score}, explanation = "{explanation}"'
    text = f'name = "项目"\nindicators = [{{ name = "甲", {row} }}]'
    assert bool(keys_of(ClaimOutsideBand, text)) is fires


def test_blanks_are_no_measured_value() -> None:
    cells = 'target = "≥83个", actual = "83个", measured = " ", weight = 20, score = 18'
    case = judge_text(f'name = "项目"\nindicators = [{{ name = "站点个数", {cells} }}]')
    (found,) = PointsOffMetTarget().check(case)
    assert "完成值“83个”达到了指标值" in found.message


@pytest.mark.parametrize(
    ("reason", "end"),
    [
        ("", "扣了 2 分，没有填写偏差原因。"),
        ('explanation = "无"', "扣了 2 分，偏差原因只写了“无”。"),
        ('explanation = "1 个站点没有验收。"', "扣了 2 分。"),
    ],
)
def test_points_off_a_met_target_and_no_reason_for_it_are_told_once(reason: str, end: str) -> None:
    cells = f'target = "≥83个", actual = "83个", weight = 20, score = 18, {reason}'
    text = f'name = "项目"\nindicators = [{{ name = "站点个数", {cells} }}]'
    (found,) = PointsOffMetTarget().check(judge_text(text))
    assert found.message.endswith(end)
    assert keys_of(LostPointsUnexplained, text) + keys_of(ReasonSaysNothing, text) == []
