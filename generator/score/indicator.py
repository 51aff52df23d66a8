"""What the rule gives for one indicator: points for numbers, a range for words, nothing where nothing is said."""

import re

from generator.model.assessment import Outcome
from generator.model.form import Indicator
from generator.model.methods import Band, Method, MethodKind
from generator.model.value import Kind, Quantity
from generator.score.exceeding import is_exceeded, judge_exceeded
from generator.score.groups import find_group
from generator.score.methods import find_method
from generator.score.missed import judge_missed
from generator.score.questions import Judgement, Question, give_all, leave_open, show
from generator.score.values.comparing import Comparison, compare
from generator.score.values.quantity_comparison import Pair
from generator.score.wholes import find_beyond_whole
from generator.text.numbers import write_number

_EITHER_WAY = re.compile(
    r"(?:成本|费用|投诉|事故|差错|故障|失误|误差|伤亡|死亡|逾期|流失|[漏迟瞒错误]报|错误|发病|感染|发案|失业|返贫|辍学|离职|空置|闲置"
    r"|漏损|损耗|能耗|超标|不合格|违规|违法|违纪|信访|上访|欠薪|返工|缺陷|积压)(?:发生)?"
    r"(?:率|数|量|额|次数|起数|件数|人数|数量|总额|金额|控制数|控制额)?$"
)
"""Names of indicators whose numbers, without a sign, may be meant as a bound: `投诉率`, but not `投诉处理率`."""


_MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12][0-9]|3[01])")
_DIGIT = re.compile(r"[0-9０-９]")
"""What words such as `约200人` or `1:3` hold that tell no state."""


def is_either_way(row: Indicator) -> bool:
    """Tell whether a number without a sign may be meant as a bound here, as it is for costs and accidents."""
    return "成本" in row.level1 + row.level2 or bool(_EITHER_WAY.search(row.name))


def judge(question: Question, year: int | None) -> Judgement:
    """Judge an actual value by its target; `year` is the form's own, for dates that name none."""
    target, actual = question.target, question.actual
    if target.kind is Kind.EMPTY and (reason := _find_other_ground(question)):
        return leave_open(question, Outcome.JUDGED, reason)
    if target.kind is Kind.EMPTY or actual.kind is Kind.EMPTY:
        cell = "年度指标值" if target.kind is Kind.EMPTY else "实际完成值"
        return Judgement(Outcome.NOT_ASSESSED, f"{cell}没有填写内容，未评")
    if key := find_beyond_whole(question.row, target, actual):
        cell = show(target if key == "target" else actual)
        return leave_open(question, Outcome.JUDGED, f"{cell} 超过了 100%，这一项不会超过 100%")
    comparison, method = compare(target, actual, year, is_either_way(question.row)), find_method(question)
    by_grades = method is not None and method.method is MethodKind.GRADES
    if comparison is None or by_grades or _may_be_days(question):
        return _judge_incomparable(question, method)
    if comparison.met:
        return _judge_met(question, comparison)
    return judge_missed(question, comparison, method)


def _find_other_ground(question: Question) -> str:
    """Say why a row without a target is judged by the unit all the same; empty where nothing is there to go by."""
    group = find_group(question.row.level1, question.profile)
    if group is not None and group.fixed:
        return f"“{group.name}”的各行是表上固定的，不设指标值"
    printed = question.row.target.strip()
    return (
        f"年度指标值是“{printed}”，没有可比的" if printed and question.actual.kind is not Kind.EMPTY else ""
    )


def _may_be_days(question: Question) -> bool:
    """Tell whether numbers about time may be days of the year (`12.31`), of which an earlier one is no less."""
    cells = (question.target, question.actual)
    return "时效" in question.row.level2 and all(
        isinstance(one, Quantity) and not one.measure and _MONTH_AND_DAY.fullmatch(one.figure)
        for one in cells
    )


def _judge_incomparable(question: Question, method: Method | None) -> Judgement:
    """Judge what cannot be compared: texts that are the same are met, anything else is a judgement in words."""
    is_direct = method is not None and method.method is MethodKind.DIRECT
    if question.says_the_same and (is_direct or question.target.kind is not Kind.WORDS):
        return give_all(question, "完成值与指标值相同")
    band, reason = _find_band(question), _say_why_judged(question)
    if band is None or is_direct:
        return leave_open(question, Outcome.JUDGED, reason)
    return _judge_band(question, band, reason)


def _judge_band(question: Question, band: Band, reason: str) -> Judgement:
    """Leave the points of a band to the unit; those at the upper edge of an open one belong to the band above."""
    profile, weight = question.profile, question.weight
    low, high = (profile.score_rounding.apply(weight * share) for share in (band.low, band.high))
    below = f"（不含 {write_number(high)} 分）" if band.open else ""
    formula = f"{reason}，属“{band.name}”，可得 {write_number(low)} 至 {write_number(high)} 分{below}"
    high -= profile.thresholds.claim_step.value if band.open and high > low else 0
    return Judgement(Outcome.JUDGED, formula, low=low, high=max(low, high))


def _find_band(question: Question) -> Band | None:
    """Find the band that words tell; a target said over again tells the best one."""
    bands = question.profile.bands
    if question.says_the_same:
        return bands[0]
    return next((band for band in bands if question.said in band.words), None)


def _say_why_judged(question: Question) -> str:
    if question.target.kind is Kind.WORDS:
        if not _DIGIT.search(question.row.target):
            return "定性指标"
        return "完成值与指标值相同" if question.says_the_same else "指标值不能直接比较"
    return "完成值是文字" if question.actual.kind is Kind.WORDS else "完成值与指标值不能直接比较"


def _judge_met(question: Question, comparison: Comparison) -> Judgement:
    pair = comparison.pairs[0] if len(comparison.pairs) == 1 else None
    if pair and is_exceeded(pair, question.profile):
        return judge_exceeded(question, pair)
    if pair:
        return give_all(question, _say_met(pair))
    if question.target.kind is Kind.COMPOUND:
        return give_all(question, "各部分都达到指标值")
    return give_all(question, f"{show(question.actual)} 符合 {show(question.target)}")


def _say_met(pair: Pair) -> str:
    wanted, reached = f"{pair.wanted.sign}{pair.wanted.shown}", pair.reached.shown
    if pair.wanted.upper is not None:
        return f"{reached} 符合 {wanted}"
    return f"{reached} {'没有超过' if pair.reverse else '达到'} {wanted}"
