"""What the rule gives for one indicator: points for numbers, a range for words, nothing where nothing is said."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.figures import write_number
from generator.model.assessment import Outcome
from generator.model.form import Indicator
from generator.model.methods import Band, OverEffect
from generator.model.profile import Profile
from generator.model.value import Kind, Quantity, Value
from generator.scoring.points import ZERO, round_points
from generator.scoring.shares import find_share
from generator.scoring.wholes import find_beyond_whole
from generator.values import normalise_text
from generator.values.comparing import Comparison, compare
from generator.values.pairing import Pair

_EITHER_WAY = re.compile(
    r"(?:成本|费用|投诉|事故|差错|故障|失误|误差|伤亡|死亡|逾期|流失|[漏迟瞒错误]报|错误|发病|感染|发案|失业|返贫|辍学|离职|空置|闲置"
    r"|漏损|损耗|能耗|超标|不合格|违规|违法|违纪|信访|上访|欠薪|返工|缺陷|积压)(?:发生)?"
    r"(?:率|数|量|额|次数|起数|件数|人数|数量|总额|金额|控制数|控制额)?$"
)
"""Names of indicators whose numbers, without a sign, may be meant as a bound: `投诉率`, but not `投诉处理率`."""


_MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12][0-9]|3[01])")
_DIGIT = re.compile(r"[0-9０-９]")
"""What words such as `约200人` or `1:3` hold that tell no state."""


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator to be judged: its row, its two cells as they were read, and by which rules."""

    row: Indicator
    target: Value
    actual: Value
    weight: Decimal
    profile: Profile

    @property
    def says_the_same(self) -> bool:
        """Tell whether both cells say the same, but for their spelling."""
        return normalise_text(self.row.target) == self.said

    @property
    def said(self) -> str:
        """The actual value in plain spelling."""
        return normalise_text(self.row.actual_value)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rule gives, and the sum in words without its full stop.

    `low` and `high` bound what the rule allows. Where it gives a number both are that number, `computed`; where it
    gives a range (words, a late date) `computed` is None. A claim below `low` stands all the same, since a unit may
    take off more than the rule does; one above `high` does not.
    """

    outcome: Outcome
    formula: str
    computed: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def is_either_way(row: Indicator) -> bool:
    """Tell whether a number without a sign may be meant as a bound here, as it is for costs and accidents."""
    return "成本" in row.level1 + row.level2 or bool(_EITHER_WAY.search(row.name))


def judge(question: Question, year: int | None) -> Judgement:
    """Judge an actual value by its target; `year` is the form's own, for dates that name none."""
    target, actual = question.target, question.actual
    if target.kind is Kind.EMPTY and actual.kind is not Kind.EMPTY and question.row.target.strip():
        return _leave_open(
            question, Outcome.JUDGED, f"年度指标值是“{question.row.target.strip()}”，没有可比的"
        )
    if target.kind is Kind.EMPTY or actual.kind is Kind.EMPTY:
        cell = "年度指标值" if target.kind is Kind.EMPTY else "实际完成值"
        return Judgement(Outcome.NOT_ASSESSED, f"{cell}没有填写内容，未评")
    if key := find_beyond_whole(question.row, target, actual):
        cell = show(target if key == "target" else actual)
        return _leave_open(question, Outcome.JUDGED, f"{cell} 超过了 100%，这一项不会超过 100%")
    comparison = compare(target, actual, year, is_either_way(question.row))
    if comparison is None or _may_be_days(question):
        return _judge_incomparable(question)
    if comparison.met:
        return _judge_met(question, comparison)
    return _judge_short(question, comparison)


def _may_be_days(question: Question) -> bool:
    """Tell whether numbers about time may be days of the year (`12.31`), of which an earlier one is no less."""
    cells = (question.target, question.actual)
    return "时效" in question.row.level2 and all(
        isinstance(one, Quantity) and not one.measure and _MONTH_AND_DAY.fullmatch(one.figure)
        for one in cells
    )


def _judge_incomparable(question: Question) -> Judgement:
    """Judge what cannot be compared: texts that are the same are met, anything else is a judgement in words."""
    if question.says_the_same and question.target.kind is not Kind.WORDS:
        return _give_all(question, "完成值与指标值相同")
    band, reason = _find_band(question), _say_why_judged(question)
    if band is None:
        return _leave_open(question, Outcome.JUDGED, reason)
    rounding = question.profile.score_rounding
    low, high = rounding.apply(question.weight * band.low), rounding.apply(question.weight * band.high)
    formula = f"{reason}，属“{band.name}”，可得 {write_number(low)} 至 {write_number(high)} 分"
    return Judgement(Outcome.JUDGED, formula, low=low, high=high)


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


def _leave_open(question: Question, outcome: Outcome, reason: str) -> Judgement:
    """Leave all points to the unit's own judgement."""
    formula = f"{reason}，由单位在 0 至 {write_number(question.weight)} 分之间自评"
    return Judgement(outcome, formula, low=ZERO, high=question.weight)


def _judge_met(question: Question, comparison: Comparison) -> Judgement:
    pair = comparison.pairs[0] if len(comparison.pairs) == 1 else None
    if pair and pair.exceeds(question.profile.over_completion.threshold):
        return _judge_exceeded(question, pair)
    if pair:
        return _give_all(question, _say_met(pair))
    if question.target.kind is Kind.COMPOUND:
        return _give_all(question, "各部分都达到指标值")
    return _give_all(question, f"{show(question.actual)} 符合 {show(question.target)}")


def _say_met(pair: Pair) -> str:
    wanted, reached = f"{pair.wanted.sign}{pair.wanted.shown}", pair.reached.shown
    if pair.wanted.upper is not None:
        return f"{reached} 符合 {wanted}"
    return f"{reached} {'没有超过' if pair.reverse else '达到'} {wanted}"


def _judge_exceeded(question: Question, pair: Pair) -> Judgement:
    """Judge a number far over its target: to be explained, or less the further it is off, as the profile says."""
    over, weight = question.profile.over_completion, write_number(question.weight)
    times, wanted, reached = write_number(over.threshold), pair.wanted.shown, pair.reached.shown
    formula = f"{reached} 超过 {wanted} 的 {times} 倍"
    if over.effect is OverEffect.EXPLAIN or pair.ratio is None:
        points = question.weight
        formula += f"，得满分 {weight} 分，须说明原因"
    else:
        exact = Fraction(question.weight) * Fraction(over.threshold) / pair.ratio
        points = round_points(exact, question.profile)
        formula += f"，按倍数扣分：{times} × {wanted} ÷ {reached} × {weight} = {write_number(points)}"
    return Judgement(Outcome.EXCEEDED, formula, computed=points, low=points, high=points)


def _judge_short(question: Question, comparison: Comparison) -> Judgement:
    shares = [find_share(pair, question.profile) for pair in comparison.pairs]
    if not shares:
        late = f"{show(question.actual)} 晚于 {show(question.target)}"
        return _leave_open(question, Outcome.SHORT, late)
    sums, reasons = " + ".join(one.sum_ for one in shares), "".join(one.reason for one in shares)
    if len(shares) > 1:
        sums = f"({sums}) ÷ {len(shares)}"
        reasons = f"各部分平均，{reasons}" if reasons else "各部分平均："
    exact = sum((one.number for one in shares), Fraction(0)) / len(shares) * Fraction(question.weight)
    points = round_points(exact, question.profile)
    formula = f"{reasons}{sums} × {write_number(question.weight)} = {write_number(points)}"
    return Judgement(Outcome.SHORT, formula, computed=points, low=points, high=points)


def _give_all(question: Question, reason: str) -> Judgement:
    weight = question.weight
    formula = f"{reason}，得满分 {write_number(weight)} 分"
    return Judgement(Outcome.MET, formula, computed=weight, low=weight, high=weight)


def show(value: Value) -> str:
    """Write a date, words or a quantity as they were read."""
    return getattr(value, "text", "") or getattr(value, "shown", "")
