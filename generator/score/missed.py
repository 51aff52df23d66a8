"""Points for what misses its target: by the share that was reached, by a scale, or none, as the method has it."""

from collections.abc import Sequence
from fractions import Fraction

from generator.model.assessment import Outcome
from generator.model.methods import Method, MethodKind, Step, ZeroEffect
from generator.model.value import Quantity
from generator.score.points import ZERO, round_points
from generator.score.questions import Judgement, Question, give, leave_open, show
from generator.score.shares import Share, find_share
from generator.score.values.comparing import Comparison
from generator.text.numbers import write_number, write_percent


def judge_missed(question: Question, comparison: Comparison, method: Method | None) -> Judgement:
    """Judge what misses its target by the method that the profile has for it, else by the share that was reached."""
    if not comparison.pairs:
        late = f"{show(question.actual)} 晚于 {show(question.target)}"
        return leave_open(question, Outcome.SHORT, late)
    if method and method.method is MethodKind.DIRECT:
        missed = f"{show(question.actual)} 没有达到 {show(question.target)}"
        return give(Outcome.SHORT, f"{missed}，直接赋分，得 0 分", ZERO)
    if method and method.method is MethodKind.INTERVAL and _is_share(question.actual):
        return _judge_interval(question, method.steps)
    if question.profile.reverse.zero is ZeroEffect.JUDGED and any(
        not pair.wanted.number and pair.wanted.upper is None for pair in comparison.pairs
    ):
        return leave_open(question, Outcome.SHORT, f"指标值是 0，{show(question.actual)} 没有做到")
    shares = [find_share(pair, question.profile) for pair in comparison.pairs]
    return _judge_shares(question, shares, method)


def _judge_shares(question: Question, shares: Sequence[Share], method: Method | None) -> Judgement:
    """Give the mean of the shares, or nothing where it lies below the pass mark."""
    sums, reasons = add_shares(shares)
    share = sum((one.number for one in shares), Fraction(0)) / len(shares)
    if method and share < Fraction(method.pass_mark):
        mark = write_percent(method.pass_mark)
        return give(Outcome.SHORT, f"{reasons}{sums} 不到及格门槛 {mark}，得 0 分", ZERO)
    points = round_points(share * Fraction(question.weight), question.profile)
    formula = f"{reasons}{sums} × {write_number(question.weight)} = {write_number(points)}"
    return give(Outcome.SHORT, formula, points)


def add_shares(shares: Sequence[Share]) -> tuple[str, str]:
    """Write the mean of shares as a sum, and what is to be said before it."""
    sums, reasons = " + ".join(one.sum_ for one in shares), "".join(one.reason for one in shares)
    if len(shares) == 1:
        return sums, reasons
    return f"({sums}) ÷ {len(shares)}", f"各部分平均，{reasons}" if reasons else "各部分平均："


def _judge_interval(question: Question, steps: Sequence[Step]) -> Judgement:
    step = (
        find_step(steps, Fraction(question.actual.number)) if isinstance(question.actual, Quantity) else None
    )
    share = step.share if step else ZERO
    points = round_points(Fraction(share) * Fraction(question.weight), question.profile)
    told = say_step(step, steps, show(question.actual))
    formula = f"{told}：{write_percent(share)} × {write_number(question.weight)} = {write_number(points)}"
    return give(Outcome.SHORT, formula, points)


def find_step(steps: Sequence[Step], reached: Fraction) -> Step | None:
    """Find the highest step that was reached; None below all of them."""
    return next((one for one in steps if reached >= one.least), None)


def say_step(step: Step | None, steps: Sequence[Step], shown: str) -> str:
    """Say which step was reached, or that none was."""
    if step is None:
        return f"{shown} 不到 {write_percent(steps[-1].least)}，按区间得分值的 0%"
    return f"{shown} 达到 {write_percent(step.least)}，按区间得分值的 {write_percent(step.share)}"


def _is_share(value: object) -> bool:
    return isinstance(value, Quantity) and value.is_share and value.upper is None
