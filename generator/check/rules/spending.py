"""What several rules ask of budget and spending: mixed units, rounded amounts, why money was left, points."""

from decimal import Decimal

from generator.model.assessment import Gap
from generator.model.budget import BudgetCount, count_funds
from generator.model.case import Case, Reason
from generator.model.form import MoneyUnit

WAN = Decimal(10_000)
ROUGHLY = Decimal(2)
"""How far two amounts that differ anyway may be from a factor of ten thousand."""
_ONE = Decimal(1)


def differs_by_wan(amount: Decimal, other: Decimal, slack: Decimal) -> bool:
    """Tell whether one amount is about ten thousand times the other."""
    low, high = sorted((abs(amount), abs(other)))
    return low > 0 and WAN / slack <= high / low <= WAN * slack


def mixes_units(case: Case) -> bool:
    """Tell whether budget and spending seem to be in 元 and in 万元, so that no rate can be made of them."""
    return differs_by_wan(find_budget(case) or Decimal(0), case.total.executed or Decimal(0), ROUGHLY)


def find_rate(case: Case) -> Decimal | None:
    """Find the exact execution rate; None where there is none, or none that means anything.

    Where the score sheet has none since the total row is 0 or empty, it is that of the sources together.
    """
    if mixes_units(case):
        return None
    rate, budget, spent = case.assessment.sheet.execution.rate, find_budget(case), case.total.executed
    return rate if rate is not None or not budget or budget < 0 or spent is None else spent / budget


def find_budget(case: Case) -> Decimal | None:
    """Find the budget that counts: the profile's, or the initial one where the paper has no other at all."""
    which = BudgetCount.INITIAL if counts_initial(case) else case.profile.execution.budget
    return count_funds(case.total, which).budget


def counts_initial(case: Case) -> bool:
    """Tell whether the initial budget counts: by the profile, or as the paper has no other and its rate is of that."""
    if case.profile.execution.budget is BudgetCount.INITIAL:
        return True
    rows, claimed = (case.form.funds.total, *case.form.funds.sources), case.claimed_rate
    if any(one.adjusted is not None for one in rows) or claimed is None:
        return False
    initial, spent = case.total.initial, case.total.executed
    if not initial or spent is None:
        return False
    return abs(spent * 100 / initial - claimed.rate * 100) < claimed.step


def bound_rate(case: Case) -> tuple[Decimal, Decimal]:
    """Bound the execution rate: amounts in 万元 were rounded to their last place before they were printed."""
    budget, spent = find_budget(case) or _ONE, case.total.executed or Decimal(0)
    half = _ONE.scaleb(min(_last_place(budget), _last_place(spent))) / 2
    if case.form.funds.unit is MoneyUnit.YUAN or half >= budget:
        return spent / budget, spent / budget
    return max(Decimal(0), spent - half) / (budget + half), (spent + half) / (budget - half)


def _last_place(amount: Decimal) -> int:
    """Tell the exponent of the last place that an amount prints; whole ones count as printed to 0.01."""
    exponent = amount.as_tuple().exponent
    return exponent if isinstance(exponent, int) and exponent < 0 else -2


def is_spending_explained(case: Case) -> bool:
    """Tell whether the form says why money was left: of the money itself, or why an output fell short."""
    return case.reason is Reason.GIVEN or any(
        "产出" in one.row.level1 and one.reason is Reason.GIVEN and one.lost is not None and one.lost > 0
        for one in case.rows
    )


def share_points(case: Case) -> Decimal | None:
    """Divide the points that the indicators claim by those they carry; None where none carries and claims any."""
    scored = [one for one in case.rows if one.score.weight and one.row.score is not None]
    weight = sum((one.score.weight or Decimal(0) for one in scored), Decimal(0))
    points = sum((one.row.score or Decimal(0) for one in scored), Decimal(0))
    return points / weight if weight else None


def outruns_execution(case: Case) -> bool:
    """Tell whether the points are further ahead of the spending than the profile lets pass, without a reason."""
    rate, share = find_rate(case), share_points(case)
    is_cut = (
        Gap.LACKING in case.assessment.sheet.total.gaps
    )  # rows may be missing, and nobody knows their share
    if rate is None or share is None or is_cut or is_spending_explained(case):
        return False
    return share - rate > case.profile.thresholds.outrun.value
