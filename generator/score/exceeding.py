"""Points for a number far over its target: all of them, fewer the further it is off, or less a fixed part."""

from fractions import Fraction

from generator.model.assessment import Outcome
from generator.model.methods import OverEffect
from generator.model.profile import Profile
from generator.model.value import Sign
from generator.score.points import round_points
from generator.score.questions import Judgement, Question, give
from generator.score.values.quantity_comparison import Pair
from generator.text.numbers import write_number, write_percent


def is_exceeded(pair: Pair, profile: Profile) -> bool:
    """Tell whether a number is so far over its target that the profile has something to say of it."""
    over = profile.over_completion
    is_exempt = over.equal_is_met and pair.wanted.sign is Sign.EQUAL
    return pair.exceeds(over.threshold) and not is_exempt


def judge_exceeded(question: Question, pair: Pair) -> Judgement:
    """Judge a number far over its target: to be explained, or with points taken off, as the profile says."""
    over, weight = question.profile.over_completion, write_number(question.weight)
    times, wanted, reached = write_number(over.threshold), pair.wanted.shown, pair.reached.shown
    formula = f"{reached} 超过 {wanted} 的 {times} 倍"
    if over.effect is OverEffect.EXPLAIN or pair.ratio is None:
        return give(Outcome.EXCEEDED, f"{formula}，得满分 {weight} 分，须说明原因", question.weight)
    if over.effect is OverEffect.FIXED:
        exact = Fraction(question.weight) * (1 - Fraction(over.deduction))
        sum_ = f"扣分值的 {write_percent(over.deduction)}：{weight} × (1 − {write_percent(over.deduction)})"
    else:
        exact = Fraction(question.weight) * Fraction(over.threshold) / pair.ratio
        sum_ = f"按倍数扣分：{times} × {wanted} ÷ {reached} × {weight}"
    points = round_points(exact, question.profile)
    return give(Outcome.EXCEEDED, f"{formula}，{sum_} = {write_number(points)}", points)
