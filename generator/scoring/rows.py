"""Points for one indicator: what it claims, what the rule gives, what is accepted, and the sum in words."""

from decimal import Decimal
from functools import cache

from generator.figures import write_number
from generator.model.assessment import Outcome, RowScore
from generator.model.form import Indicator
from generator.model.profile import Profile
from generator.scoring.judging import Judgement, Question, judge
from generator.scoring.points import ZERO, accept_claim, say_claim
from generator.values import read_value


def score_row(index: int, row: Indicator, profile: Profile, year: int | None = None) -> RowScore:
    """Score one indicator; a row without points of its own only gets an outcome."""
    weight = None if row.of_which or row.weight is None or row.weight < 0 else row.weight
    claimed = None if row.of_which else row.score
    target, actual = read_value(row.target), read_value(row.actual_value)
    judgement = judge(Question(row, target, actual, weight or ZERO, profile), year)
    if weight is None:
        judgement = Judgement(judgement.outcome, _say_why_unscored(row, claimed))
    outcome, formula, accepted = _settle(judgement, claimed)
    return RowScore(
        key=_name_row(index),
        name=row.name,
        target=target,
        actual=actual,
        outcome=outcome,
        weight=weight,
        computed=judgement.computed,
        low=judgement.low,
        high=judgement.high,
        claimed=claimed,
        accepted=accepted,
        formula=formula,
    )


@cache
def _name_row(index: int) -> str:
    """Name a row as findings do; the same names serve all forms."""
    return f"indicators[{index}]"


def _settle(judgement: Judgement, claimed: Decimal | None) -> tuple[Outcome, str, Decimal | None]:
    """Settle what is accepted of a claim, and end the sum; words that nobody gave points are not assessed."""
    outcome, formula, high, computed = (
        judgement.outcome,
        judgement.formula,
        judgement.high,
        judgement.computed,
    )
    if outcome is Outcome.JUDGED and claimed is None:
        end = "。" if high is None else "；单位没有自评，未评。"
        return Outcome.NOT_ASSESSED, formula + end, None
    accepted = None if high is None else accept_claim(claimed, high, computed)
    return outcome, formula + say_claim(claimed, accepted, computed), accepted


def _say_why_unscored(row: Indicator, claimed: Decimal | None) -> str:
    if row.of_which:
        return "其中项，不单独计分"
    why = "没有分值" if row.weight is None else "分值小于 0"
    return f"单位自评 {write_number(claimed)} 分，{why}，未复算" if claimed else f"{why}，不计分"
