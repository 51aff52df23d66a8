"""Points for budget execution (预算执行率): points × min(executed ÷ adjusted, 1)."""

from decimal import Decimal

from generator.figures import write_number
from generator.model.assessment import ExecutionScore
from generator.model.form import Form
from generator.model.profile import Profile, Rounding, RoundingMode
from generator.scoring.points import ZERO, accept_claim, say_claim


def score_execution(form: Form, profile: Profile) -> ExecutionScore:
    """Score budget execution; what has no budget is not assessed, and where it bears no points the rate remains."""
    weight, claimed = weigh_execution(form, profile), form.reported.execution_score
    budget, spent = form.funds.total.adjusted, form.funds.total.executed
    if budget is None or budget <= 0 or spent is None:
        formula = f"{_say_what_is_missing(budget, spent)}，预算执行率未评。"
        return ExecutionScore(weight, None, "", None, claimed, None, formula)
    rate, shown = spent / budget, f"{profile.rate_rounding.apply(spent * 100 / budget):.2f}%"
    printed = f"执行率 {shown}{_say_rounding(spent * 100 / budget, profile.rate_rounding)}"
    if weight is None:
        formula = f"{write_number(spent)} ÷ {write_number(budget)}，{printed}，不计分。"
        return ExecutionScore(None, rate, shown, None, claimed, None, formula)
    computed = profile.score_rounding.apply(weight * max(ZERO, min(spent, budget)) / budget)
    accepted = accept_claim(claimed, computed, computed)
    formula = f"{_say_sum(spent, budget, weight, computed)}，{printed}" + say_claim(
        claimed, accepted, computed
    )
    return ExecutionScore(weight, rate, shown, computed, claimed, accepted, formula)


def weigh_execution(form: Form, profile: Profile) -> Decimal | None:
    """Find the points that execution carries; None when it carries none.

    A form that prints none carries those of the profile, unless its indicators make up the whole by themselves, or
    none of them bears points either: such a form is not scored at all.
    """
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


def _say_what_is_missing(budget: Decimal | None, spent: Decimal | None) -> str:
    if budget is None:
        return "没有填全年预算数"
    return "全年预算数不大于 0" if budget <= 0 else "没有填全年执行数"
