"""One indicator with all that rules ask of it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.facts.cells import find_scale_name, have_different_units, is_only_direction, is_template
from generator.facts.explanations import (
    find_copies,
    find_given_away,
    find_stated_share,
    says_undone,
    weigh_reason,
)
from generator.facts.series import index_rows
from generator.model.assessment import Assessment, RowScore
from generator.model.case import Collection, EarlierRow, RowFacts
from generator.model.form import Indicator
from generator.model.profile import Group, Profile
from generator.model.value import Quantity
from generator.scoring import find_beyond_whole
from generator.values import normalise_text
from generator.values.comparing import divide

_BESIDE_NAME = re.compile(r"^[(（]?[一二三四五六七八九十0-9]+[)、.]|\([^()]*\)$|(?<![0-9])[0-9]+分?$")
"""What stands beside the name of a group: its place and its points (`一、产出指标(50分)`)."""


def gather_rows(
    assessment: Assessment, profile: Profile, before: Sequence[EarlierRow], collection: Collection
) -> tuple[RowFacts, ...]:
    """Gather the facts about every indicator of a form, in its order; `before` are the rows of the year before."""
    place = assessment.project.place
    pairs = zip(assessment.project.form.indicators, assessment.sheet.rows, strict=True)
    by_name = index_groups(profile)
    groups = {
        name: find_group(name, by_name) for name in {row.level1 for row in assessment.project.form.indicators}
    }
    earlier = index_rows(before)
    facts = []
    for index, (row, score) in enumerate(pairs):
        same = earlier.get(normalise_text(row.name))
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


def index_groups(profile: Profile) -> dict[str, Group]:
    """Find each group of a profile by its name and its other names; the first of those that share one."""
    return {name: one for one in reversed(profile.groups) for name in (one.name, *one.aliases)}


def find_group(level1: str, groups: Mapping[str, Group]) -> Group | None:
    """Find the group that a 一级指标 names."""
    name = _BESIDE_NAME.sub("", normalise_text(level1))
    return groups.get(name) or groups.get(f"{name}指标")


def divide_target(score: RowScore, before: RowScore) -> Decimal | None:
    """Divide this year's target by what was reached the year before; None for upper bounds and what has no ratio."""
    target, reached = score.target, before.actual
    if not isinstance(target, Quantity) or not isinstance(reached, Quantity) or target.sign.is_reverse:
        return None
    ratio = divide(target, reached)
    return None if ratio is None else Decimal(ratio.numerator) / Decimal(ratio.denominator)
