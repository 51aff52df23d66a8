"""One indicator with all that rules ask of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.check.facts.cells import (
    find_scale_name,
    find_word_of_absence,
    have_different_units,
    is_below_range,
    is_only_direction,
    is_template,
    lacks_sign,
)
from generator.check.facts.explanations import (
    find_copies,
    find_given_away,
    find_stated_share,
    says_undone,
    weigh_reason,
)
from generator.check.facts.instructions import is_reason_instruction
from generator.check.facts.series import index_rows
from generator.check.facts.spending import read_spending_row
from generator.model.assessment import Assessment, Outcome, RowScore
from generator.model.case import Collection, EarlierRow, RowFacts
from generator.model.form import Amounts, Indicator
from generator.model.profile import Group, Profile
from generator.model.project import Place
from generator.model.value import Empty, Kind, Quantity
from generator.score import find_beyond_whole, find_group
from generator.score.values import normalise_text
from generator.score.values.comparing import compare, divide

NOTHING = Empty("")
_DASH = re.compile(r"[-—一]{1,3}")
"""A dash, which readers of scans take for the number one."""
_OF_MANAGING = re.compile(r"决策|管理|投入|过程")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a row: the other rows, the funds table's total, the profile, and the other projects."""

    place: Place
    indicators: Sequence[Indicator]
    total: Amounts
    profile: Profile
    collection: Collection


def gather_rows(
    assessment: Assessment,
    profile: Profile,
    total: Amounts,
    before: Sequence[EarlierRow],
    collection: Collection,
) -> tuple[RowFacts, ...]:
    """Gather the facts about every indicator of a form, in its order; `before` are the rows of the year before."""
    indicators = assessment.project.form.indicators
    around = Surroundings(assessment.project.place, indicators, total, profile, collection)
    groups = {name: find_group(name, profile) for name in {row.level1 for row in indicators}}
    earlier = index_rows(before)
    return tuple(
        gather_row(index, score, groups[row.level1], earlier.get(normalise_text(row.name)), around)
        for index, (row, score) in enumerate(zip(indicators, assessment.sheet.rows, strict=True))
    )


def gather_row(
    index: int, score: RowScore, group: Group | None, same: EarlierRow | None, around: Surroundings
) -> RowFacts:
    """Gather the facts about one indicator; `same` is the row of its name in the year before."""
    row, profile = around.indicators[index], around.profile
    score = leave_to_row_above(score) if row.merged else score
    reason = "" if is_reason_instruction(row.explanation) else row.explanation  # which nobody wrote
    return RowFacts(
        key=score.key,
        row=row,
        score=score,
        group=group,
        lost=find_lost(row, score),
        reason=weigh_reason(row.explanation),
        given_away=find_given_away(index, row, score, profile),
        units_differ=have_different_units(score),
        beyond_whole=find_beyond_whole(row, score.target, score.actual),
        says_undone=bool(reason) and says_undone(reason),
        stated=find_stated_share(row, score),
        copies=find_copies(reason, around.place, around.collection),
        is_template=is_template(row),
        is_told_elsewhere=is_told_elsewhere(index, around.indicators),
        is_fixed=is_fixed(row, score) or (group is not None and group.fixed),
        is_blank=is_blank(row),
        is_instruction=reason != row.explanation,
        says_none=find_word_of_absence(row, score),
        lacks_sign=lacks_sign(row, score),
        is_below_range=is_below_range(row, score),
        times=find_times(score),
        spending=read_spending_row(row, score, around.total),
        names_scale=find_scale_name(row),
        only_direction=is_only_direction(row),
        earlier=same,
        target_share=divide_target(score, same.score) if same else None,
    )


def leave_to_row_above(score: RowScore) -> RowScore:
    """Take from a merged row what it shares with the one above, so that no rule speaks of it twice."""
    return replace(score, target=NOTHING, actual=NOTHING, outcome=Outcome.NOT_ASSESSED)


def is_told_elsewhere(index: int, rows: Sequence[Indicator]) -> bool:
    """Tell whether a row's values stand in another: it is merged with the one above, or its parts stand below it."""
    row, below = rows[index], rows[index + 1 : index + 2]
    has_parts = not row.of_which and bool(below) and below[0].of_which
    says_nothing = not row.target.strip() and not row.actual_value.strip()
    return row.merged or row.of_which or (has_parts and says_nothing)


def is_fixed(row: Indicator, score: RowScore) -> bool:
    """Tell whether a row of 决策 or 管理 has a dash for its target, which the paper prints for everybody."""
    is_dash = _DASH.fullmatch(normalise_text(row.target)) is not None
    return is_dash and score.actual.kind is not Kind.EMPTY and _OF_MANAGING.search(row.level1) is not None


def is_blank(row: Indicator) -> bool:
    """Tell whether a row is one of the printed form that nobody uses: no cell but the name of its group."""
    name = normalise_text(row.name)
    cells = (row.target, row.actual_value, row.explanation)
    names = {normalise_text(row.level1), normalise_text(row.level2)}
    return name in names and not any(map(str.strip, cells)) and row.weight is None and row.score is None


def find_times(score: RowScore) -> Decimal | None:
    """Divide what was reached by the target, where that is more than the profile's bound; None of anything else."""
    if score.outcome is not Outcome.EXCEEDED:
        return None
    comparison = compare(score.target, score.actual)
    ratio = comparison.pairs[0].ratio if comparison and len(comparison.pairs) == 1 else None
    return None if ratio is None else Decimal(ratio.numerator) / Decimal(ratio.denominator)


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
