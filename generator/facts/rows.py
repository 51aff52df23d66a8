"""One indicator with all that rules ask of it."""

from collections.abc import Sequence
from decimal import Decimal

from generator.facts.cells import find_scale_name, have_different_units, is_only_direction, is_template
from generator.facts.explanations import (
    find_copies,
    find_given_away,
    find_stated_share,
    says_undone,
    weigh_reason,
)
from generator.facts.series import find_same_row
from generator.model.assessment import Assessment, RowScore
from generator.model.case import Collection, EarlierRow, RowFacts
from generator.model.form import Indicator
from generator.model.profile import Profile
from generator.model.value import Quantity
from generator.scoring import find_beyond_whole, find_group
from generator.values.comparing import divide


def gather_rows(
    assessment: Assessment, profile: Profile, before: Sequence[EarlierRow], collection: Collection
) -> tuple[RowFacts, ...]:
    """Gather the facts about every indicator of a form, in its order; `before` are the rows of the year before."""
    place = assessment.project.place
    pairs = zip(assessment.project.form.indicators, assessment.sheet.rows, strict=True)
    names = {row.level1 for row in assessment.project.form.indicators}
    groups = {name: find_group(name, profile) for name in names}
    facts = []
    for index, (row, score) in enumerate(pairs):
        same = find_same_row(row, before) if before else None
        facts.append(
            RowFacts(
                key=score.key,
                row=row,
                score=score,
                group=groups[row.level1],
                lost=find_lost(row, score),
                reason=weigh_reason(row.explanation),
                given_away=find_given_away(index, row, score, profile),
                units_differ=have_different_units(score),
                beyond_whole=find_beyond_whole(row, score.target, score.actual),
                says_undone=bool(row.explanation) and says_undone(row.explanation),
                stated=find_stated_share(row, score),
                copies=find_copies(row.explanation, place, collection),
                is_template=is_template(row),
                names_scale=find_scale_name(row),
                only_direction=is_only_direction(row),
                earlier=same,
                target_share=divide_target(score, same.score) if same else None,
            )
        )
    return tuple(facts)


def find_lost(row: Indicator, score: RowScore) -> Decimal | None:
    """Find how many points the unit took off; None where the row states no points, or no claim."""
    return None if score.weight is None or row.score is None else score.weight - row.score


def divide_target(score: RowScore, before: RowScore) -> Decimal | None:
    """Divide this year's target by what was reached the year before; None for upper bounds and what has no ratio."""
    target, reached = score.target, before.actual
    if not isinstance(target, Quantity) or not isinstance(reached, Quantity) or target.sign.is_reverse:
        return None
    ratio = divide(target, reached)
    return None if ratio is None else Decimal(ratio.numerator) / Decimal(ratio.denominator)
