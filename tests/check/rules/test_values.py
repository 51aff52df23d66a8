"""Rules about targets and actual values that do not fit each other."""

import pytest

from generator.check.rules.rule import ProjectRule
from generator.check.rules.values import (
    FarOverTarget,
    OverCompletionUnexplained,
    ShareBeyondWhole,
    UnitsDiffer,
)
from generator.check.rules.words import ScaleNamedAsValue, TargetRepeated, WordsForNumber
from tests.check.rules.near_misses import keys_of
from tests.inline import judge_text

ROW = 'name = "项目"\nindicators = [{{ name = "甲", target = "{target}", actual = "{actual}", weight = 10, {rest} }}]'


@pytest.mark.parametrize(
    ("rule", "target", "actual", "fires"),
    [
        (WordsForNumber, "=100%", "基本完成", True),
        (WordsForNumber, "党务干部140人、信息员65人", "按要求完成", True),
        (WordsForNumber, "=100%", "100%", False),
        (WordsForNumber, "=100%", "/", False),  # nothing is written at all
        (WordsForNumber, "规范", "基本规范", False),
        (WordsForNumber, "9月前", "按要求完成", False),
        (UnitsDiffer, "≥83个", "90%", True),
        (UnitsDiffer, "≥83个", "90元", True),
        (UnitsDiffer, "≥83个", "83", False),
        (UnitsDiffer, ">=90%", "90", False),
        (UnitsDiffer, "≤1小时", "50分钟", False),
        (UnitsDiffer, "24小时", "2天", False),  # units of time, though nobody knows which way is better
        (UnitsDiffer, "≥5万元", "50000元", False),
        (UnitsDiffer, "≥83个", "基本完成", False),
        (UnitsDiffer, "≤1个月", "20天", False),
        (UnitsDiffer, "≤15个工作日", "12天", False),
        (UnitsDiffer, "≥12次", "12场", False),
        (UnitsDiffer, "≥12次", "14人", True),
        (UnitsDiffer, "≥100个", "108座", False),
        (UnitsDiffer, "≥300家次", "326家", False),
        (UnitsDiffer, "5000份", "5000册", False),
        (UnitsDiffer, "≥480人次", "402人", True),
        (UnitsDiffer, "≥12期", "500套", True),
        (UnitsDiffer, "≤200元/人", "190元", False),
        (UnitsDiffer, "≤200元/人", "190元/户", True),
        (UnitsDiffer, "≥2个百分点", "2.5%", False),
        (UnitsDiffer, "≥3公顷", "50亩", False),
        (WordsForNumber, "0起", "未发生", False),
        (WordsForNumber, "0", "无", False),
        (WordsForNumber, "≤5件", "没有收到投诉", False),
        (WordsForNumber, "≥5件", "无", True),
        (WordsForNumber, "100%", "全覆盖", False),
        (WordsForNumber, "=100%", "应保尽保", False),
        (WordsForNumber, "≥90%", "全覆盖", True),
        (WordsForNumber, "≥20项", "完成改造 23 项，其中年内验收的占大半", False),
        (WordsForNumber, "≥20项", "二级", True),
        (WordsForNumber, "二级以上", "一级", False),
        (TargetRepeated, "提高", "提高", True),
        (TargetRepeated, "有效改善", " 有效改善。", True),
        (TargetRepeated, "规范", "规范", False),
        (TargetRepeated, "有效保障", "有效保障", False),
        (TargetRepeated, "提高", "明显提高", False),
        (TargetRepeated, "提高20%", "提高20%", False),
        (ScaleNamedAsValue, "好坏", "好", True),
        (ScaleNamedAsValue, "好", "优／良／中／差", True),
        (ScaleNamedAsValue, "好", "优良中低差", True),
        (ScaleNamedAsValue, "好", "是或否", True),
        (ScaleNamedAsValue, "好", "基本满意", False),
        (ScaleNamedAsValue, "好", "好", False),
        (ScaleNamedAsValue, "是", "否", False),
        (OverCompletionUnexplained, "≥10个", "14个", True),
        (OverCompletionUnexplained, "≥10个", "13个", False),
        (OverCompletionUnexplained, "≤10个", "1个", False),
        (OverCompletionUnexplained, "≥2次", "3次", False),
        (FarOverTarget, "≥2次", "4次", True),
        (FarOverTarget, "≥1%", "2%", True),
    ],
)
def test_target_and_actual(rule: type[ProjectRule], target: str, actual: str, fires: bool) -> None:
    keys = keys_of(rule, ROW.format(target=target, actual=actual, rest=""))
    expected = "target" if rule is ScaleNamedAsValue and target == "好坏" else "actual"
    assert keys == ([f"indicators[0].{expected}"] if fires else [])


@pytest.mark.parametrize(("reason", "fires"), [("无", True), ("新开一处分馆", False)])
def test_a_reason_justifies_over_completion(reason: str, fires: bool) -> None:
    text = ROW.format(target="≥10个", actual="14个", rest=f'explanation = "{reason}"')
    assert bool(keys_of(OverCompletionUnexplained, text)) is fires


def test_a_direction_said_over_again_is_enough_where_a_reason_tells_more() -> None:
    text = ROW.format(target="提高", actual="提高", rest='explanation = "借阅由 3.1 册增加到 3.8 册"')
    assert keys_of(TargetRepeated, text) == []


@pytest.mark.parametrize(
    ("explanation", "tells"),
    [
        ("体检完成率85.8%，部分党员自行体检。", "按此计算得 8.58 分"),
        ("85.8%的人体检，比上年提高2%。", "按此计算得 8.58 分"),
        ("男 85%，女 90%", ""),  # which of them is meant nobody knows
        ("比上年下降5%", ""),
        ("还有 3 人没有体检", ""),
    ],
)
def test_the_number_that_the_explanation_gives_away_is_told_with_its_score(
    explanation: str, tells: str
) -> None:
    text = ROW.format(target="=100%", actual="基本完成", rest=f'explanation = "{explanation}"')
    (finding,) = WordsForNumber().check(judge_text(text))
    assert ("偏差原因里写了" in finding.message) is bool(tells)
    assert tells in finding.message


@pytest.mark.parametrize(
    ("actual", "reason", "fires"),
    [
        ("无", "没有轮换、动用库存", False),
        ("不涉及", "本年没有发生退役", False),
        ("无", "无", True),
        ("无", "", True),
        ("基本完成", "没有轮换、动用库存", True),
    ],
)
def test_that_there_was_nothing_to_do_is_an_answer_with_its_reason(
    actual: str, reason: str, fires: bool
) -> None:
    text = ROW.format(target="100%", actual=actual, rest=f'explanation = "{reason}"')
    assert bool(keys_of(WordsForNumber, text)) == fires


@pytest.mark.parametrize(
    ("target", "actual", "key"),
    [("290%", "98%", "target"), ("≥90%", "980%", "actual"), ("≥90%", "98%", None)],
)
def test_a_share_beyond_the_whole_is_told_at_its_cell(target: str, actual: str, key: str | None) -> None:
    text = ROW.format(target=target, actual=actual, rest="score = 10").replace("甲", "读者满意度")
    assert keys_of(ShareBeyondWhole, text) == ([] if key is None else [f"indicators[0].{key}"])


@pytest.mark.parametrize(
    ("actual", "measured", "seen"),
    [("98%", "120%", "完成值是“120%”"), ("120%", "", "完成值是“120%”"), ("", "120%", "完成值是“120%”")],
)
def test_a_share_beyond_the_whole_is_quoted_as_it_is_written(actual: str, measured: str, seen: str) -> None:
    text = (
        'name = "项目"\nindicators = [{ name = "读者满意度", target = "≥90%", '
        f'actual = "{actual}", measured = "{measured}", weight = 10 }}]'
    )
    (finding,) = ShareBeyondWhole().check(judge_text(text))
    assert seen in finding.message


@pytest.mark.parametrize(
    ("actual", "rule", "times"),
    [
        ("131人", OverCompletionUnexplained, "1.31"),
        ("199人", OverCompletionUnexplained, "1.99"),
        ("200人", FarOverTarget, "2"),
        ("404人", FarOverTarget, "4.04"),
    ],
)
def test_the_true_multiple_is_told_by_one_rule_alone(
    actual: str, rule: type[ProjectRule], times: str
) -> None:
    case = judge_text(ROW.format(target="≥100人", actual=actual, rest=""))
    found = [one for kind in (OverCompletionUnexplained, FarOverTarget) for one in kind().check(case)]
    assert [one.code for one in found] == [rule.code]
    assert f"是指标值“≥100人”的 {times} 倍" in found[0].message


@pytest.mark.parametrize(("actual", "reason"), [("400人", "年中新开分馆"), ("130人", ""), ("2次", "")])
def test_over_the_target_with_a_reason_or_within_the_bound(actual: str, reason: str) -> None:
    target = "≥1次" if actual == "2次" else "≥100人"
    text = ROW.format(target=target, actual=actual, rest=f'explanation = "{reason}"')
    assert keys_of(OverCompletionUnexplained, text) + keys_of(FarOverTarget, text) == []
