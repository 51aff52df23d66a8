"""Points for one indicator: what it claims, what the rule gives, what is accepted, and the sum in words."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

from generator.model.assessment import Outcome, RowScore
from generator.model.form import Indicator
from generator.model.profile import Profile
from generator.scoring.judging import Judgement, Question, judge, read_actual
from generator.scoring.points import ZERO, accept_claim, say_claim
from generator.values import read_value


def score_row(index: int, row: Indicator, profile: Profile, year: int | None = None) -> RowScore:
    """Score one indicator; a row without points of its own only gets an outcome."""
    weight = None if row.of_which or row.weight is None or row.weight < 0 else row.weight
    claimed = None if row.of_which else row.score
    target, actual = read_value(row.target), read_value(read_actual(row))
    judgement = judge(Question(row, target, actual, weight or ZERO, profile), year)
    if weight is None:
        judgement = Judgement(judgement.outcome, _say_why_unscored(row))
    judgement, accepted = _settle(judgement, claimed)
    return RowScore(
        key=_name_row(index),
        name=row.name,
        target=target,
        actual=actual,
        outcome=judgement.outcome,
        weight=weight,
        computed=judgement.computed,
        low=judgement.low,
        high=judgement.high,
        claimed=claimed,
        accepted=accepted,
        formula=judgement.formula,
    )


@cache
def _name_row(index: int) -> str:
    """Name a row as findings do; the same names serve all forms."""
    return f"indicators[{index}]"


def _settle(judgement: Judgement, claimed: Decimal | None) -> tuple[Judgement, Decimal | None]:
    """Settle what is accepted of a claim; words that nobody gave points are not assessed."""
    high, computed = judgement.high, judgement.computed
    if judgement.outcome is Outcome.JUDGED and claimed is None:
        formula = (
            f"{judgement.formula}；单位没有自评，未评。" if high is not None else f"{judgement.formula}。"
        )
        return replace(judgement, outcome=Outcome.NOT_ASSESSED, formula=formula), None
    accepted = None if high is None else accept_claim(claimed, high, computed)
    return replace(judgement, formula=judgement.formula + say_claim(claimed, accepted, computed)), accepted


def _say_why_unscored(row: Indicator) -> str:
    if row.of_which:
        return "其中项，不单独计分"
    return "没有填分值，不计分" if row.weight is None else "分值小于 0，不计分"
