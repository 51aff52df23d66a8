"""Points for budget execution (预算执行率): by proportion, by steps of the rate, or in whole percent (and points)."""

from decimal import Decimal
from fractions import Fraction

from generator.model.assessment import ExecutionScore
from generator.model.budget import BudgetCount, count_funds
from generator.model.form import Form
from generator.model.profile import ExecutionMethod, Profile, Rounding, RoundingMode
from generator.score.missed import find_step, say_step
from generator.score.points import ZERO, accept_claim, say_claim
from generator.text.numbers import count_places, write_number, write_percent


def score_execution(form: Form, profile: Profile) -> ExecutionScore:
    """Score budget execution; what has no budget is not assessed, and where it bears no points the rate remains."""
    weight, claimed = weigh_execution(form, profile), form.reported.execution_score
    which = profile.execution.budget
    budget, spent = count_funds(form.funds.total, which)
    if budget is None or budget <= 0 or spent is None:
        formula = f"{_say_what_is_missing(which, budget, spent)}，预算执行率未评。"
        return ExecutionScore(weight, None, "", None, claimed, None, formula)
    rate, shown = spent / budget, show_rate(spent * 100 / budget, profile.rate_rounding)
    printed = f"执行率 {shown}{_say_rounding(spent * 100 / budget, profile.rate_rounding)}"
    if weight is None:
        formula = f"{write_number(spent)} ÷ {write_number(budget)}，{printed}，不计分。"
        return ExecutionScore(None, rate, shown, None, claimed, None, formula)
    computed, sum_ = _compute(spent, budget, weight, profile)
    accepted = accept_claim(claimed, computed, computed)
    formula = f"{sum_}，{printed}{say_claim(claimed, accepted, computed)}"
    return ExecutionScore(weight, rate, shown, computed, claimed, accepted, formula)


def show_rate(percent: Decimal, rounding: Rounding) -> str:
    """Write a rate as the profile rounds it, with as many places as its step has."""
    return f"{rounding.apply(percent):.{count_places(rounding.step)}f}%"


def _compute(spent: Decimal, budget: Decimal, weight: Decimal, profile: Profile) -> tuple[Decimal, str]:
    """Compute the points by the profile's method, and spell the sum out."""
    match profile.execution.method:
        case ExecutionMethod.STEPS:
            return _compute_by_steps(spent, budget, weight, profile)
        case ExecutionMethod.PERCENT:
            return _compute_by_percent(spent, budget, weight, profile)
        case ExecutionMethod.WHOLE:
            computed, sum_ = _compute_by_percent(spent, budget, weight, profile)
            whole = profile.score_rounding.round_to(Decimal(1), computed)
            return whole, f"{sum_}，得分取整为 {write_number(whole)}"
        case ExecutionMethod.PROPORTION:
            within = max(ZERO, min(spent, budget))
            computed = profile.score_rounding.apply(weight * within / budget)
            return computed, _say_sum(spent, budget, weight, computed)


def _compute_by_steps(
    spent: Decimal, budget: Decimal, weight: Decimal, profile: Profile
) -> tuple[Decimal, str]:
    steps = profile.execution.steps
    step = find_step(steps, Fraction(spent) / Fraction(budget))
    computed = profile.score_rounding.apply(weight * step.share) if step else ZERO
    told = say_step(step, steps, f"{write_number(spent)} ÷ {write_number(budget)}")
    share = write_percent(step.share if step else ZERO)
    return computed, f"{told}：{share} × {write_number(weight)} = {write_number(computed)}"


def _compute_by_percent(
    spent: Decimal, budget: Decimal, weight: Decimal, profile: Profile
) -> tuple[Decimal, str]:
    """Round the rate to whole percent before the points are found."""
    percent = profile.rate_rounding.round_to(Decimal(1), spent * 100 / budget)
    within = max(ZERO, min(percent, Decimal(100)))
    computed = profile.score_rounding.apply(weight * within / 100)
    rate = f"{write_number(spent)} ÷ {write_number(budget)}，取整为 {write_number(percent)}%"
    over = "，按 100% 计" if percent > within else ""
    return (
        computed,
        f"{rate}{over}：{write_number(within)}% × {write_number(weight)} = {write_number(computed)}",
    )


def weigh_execution(form: Form, profile: Profile) -> Decimal | None:
    """Find the points that execution carries; None when it carries none.

    A form that prints none carries those of the profile, unless its indicators make up the whole by themselves, or
    none of them bears points either: such a form is not scored at all.
    """
    if not profile.is_scored:
        return None
    printed = form.funds.weight
    if printed is None and form.reported.execution_score is None and form.indicators:
        rows = [row.weight for row in form.indicators if row.weight is not None and not row.of_which]
        printed = ZERO if not rows or sum(rows) == profile.total.points else None
    weight = profile.execution.points if printed is None else printed
    return weight if weight > 0 else None


def _say_rounding(percent: Decimal, rounding: Rounding) -> str:
    """Name the way of rounding where it is not the usual one and changes the number."""
    if rounding.mode is RoundingMode.HALF_UP or rounding.apply(percent) == percent:
        return ""
    return f"（{rounding.mode.word}）"


def _say_sum(spent: Decimal, budget: Decimal, weight: Decimal, computed: Decimal) -> str:
    rate = f"{write_number(spent)} ÷ {write_number(budget)}"
    if spent > budget:
        return f"{rate} 超过 100%，按 100% 计：100% × {write_number(weight)} = {write_number(computed)}"
    if spent < 0:
        return f"{rate} 不到 0，按 0 计：0 × {write_number(weight)} = 0"
    return f"{rate} × {write_number(weight)} = {write_number(computed)}"


def _say_what_is_missing(which: BudgetCount, budget: Decimal | None, spent: Decimal | None) -> str:
    if budget is None:
        return f"没有填{which.word}"
    return f"{which.word}不大于 0" if budget <= 0 else "没有填全年执行数"
