"""One indicator with all that rules ask of it: its group, its reason, and what its explanation gives away."""

from generator.facts.series import find_same_row
from generator.facts.texts import weigh_reason
from generator.model.assessment import Assessment, RowScore
from generator.model.case import Case, GivenAway, RowFacts
from generator.model.form import Indicator
from generator.model.profile import Group, Profile
from generator.model.value import Kind
from generator.scoring import score_row
from generator.values import normalise_text
from generator.values.comparing import compare
from generator.values.mentions import find_mentions


def gather_rows(assessment: Assessment, profile: Profile, earlier: Case | None) -> tuple[RowFacts, ...]:
    """Gather the facts about every indicator of a form, in its order."""
    before = earlier.rows if earlier else ()
    pairs = zip(assessment.project.form.indicators, assessment.sheet.rows, strict=True)
    return tuple(
        RowFacts(
            key=score.key,
            row=row,
            score=score,
            group=find_group(row.level1, profile),
            reason=weigh_reason(row.explanation),
            given_away=find_given_away(index, row, score, profile),
            earlier=find_same_row(row, before) if before else None,
        )
        for index, (row, score) in enumerate(pairs)
    )


def find_group(level1: str, profile: Profile) -> Group | None:
    """Find the profile's group that a 一级指标 names, by its name or one of its other names."""
    name = normalise_text(level1)
    return next((group for group in profile.groups if name in (group.name, *group.aliases)), None)


def find_given_away(index: int, row: Indicator, score: RowScore, profile: Profile) -> GivenAway | None:
    """Find the one number in the explanation that fits the target, where the actual value has only words.

    Where several numbers fit, nobody knows which is meant, and there is none.
    """
    if score.kind is not Kind.QUANTITY or score.actual.kind is not Kind.WORDS or not row.explanation:
        return None
    fitting = [one for one in find_mentions(row.explanation) if compare(score.target, one) is not None]
    if len(fitting) != 1:
        return None
    measured = row.model_copy(update={"measured": fitting[0].shown})
    return GivenAway(fitting[0].shown, score_row(index, measured, profile))
