"""Points for the indicators: what each row claims, what the rule gives, what is accepted, and the sum in words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from generator.model.assessment import Outcome, RowScore
from generator.model.form import Indicator
from generator.model.profile import Profile
from generator.score.ceilings import read_target
from generator.score.indicator import judge
from generator.score.parents import gather_parts, judge_parts
from generator.score.points import ZERO, accept_claim, say_claim
from generator.score.questions import Judgement, Question
from generator.score.values import read_value
from generator.text.numbers import write_number


def score_rows(rows: Sequence[Indicator], profile: Profile, year: int | None) -> Iterator[RowScore]:
    """Score all indicators; a row merged with the one above shares what that one was given, and carries nothing."""
    above: RowScore | None = None
    for index, row in enumerate(rows):
        if row.merged and above is not None:
            above = _share(above, index, row)
        else:
            above = score_row(index, row, profile, year, gather_parts(rows, index))
        yield above


def score_row(
    index: int,
    row: Indicator,
    profile: Profile,
    year: int | None = None,
    parts: Sequence[Indicator] = (),
) -> RowScore:
    """Score one indicator; a row without points of its own only gets an outcome.

    `parts` are its 其中 rows where they carry its values.
    """
    bears = profile.is_scored and not row.of_which and row.weight is not None and row.weight >= 0
    weight = row.weight if bears else None
    claimed = None if row.of_which else row.score
    question = _ask(row, weight, profile)
    if parts:
        judged = [(part.name, judge(_ask(part, weight, profile), year)) for part in parts]
        judgement = judge_parts(question, judged)
    else:
        judgement = judge(question, year)
    if weight is None:
        judgement = Judgement(judgement.outcome, _say_why_unscored(row, claimed, profile))
    outcome, formula, accepted = _settle(judgement, claimed)
    return RowScore(
        key=_name_row(index),
        name=row.name,
        target=question.target,
        actual=question.actual,
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


def _ask(row: Indicator, weight: Decimal | None, profile: Profile) -> Question:
    return Question(row, read_target(row), read_value(row.actual_value), weight or ZERO, profile)


def _share(above: RowScore, index: int, row: Indicator) -> RowScore:
    """Share what the row above was given with one whose cells are merged with it."""
    return replace(
        above,
        key=_name_row(index),
        name=row.name,
        weight=None,
        computed=None,
        low=None,
        high=None,
        claimed=None,
        accepted=None,
        formula="与上一行合并，分值和得分见上一行。",
    )


def _say_why_unscored(row: Indicator, claimed: Decimal | None, profile: Profile) -> str:
    if row.of_which:
        return "其中项，不单独计分"
    if not profile.is_scored:
        return "这种表不设分值，不计分"
    why = "没有分值" if row.weight is None else "分值小于 0"
    return f"单位自评 {write_number(claimed)} 分，{why}，未复算" if claimed else f"{why}，不计分"
