"""The view of the table of indicators: merged group cells, each claim with what recomputes beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.model.assessment import Assessment, RowScore
from generator.model.form import Indicator
from generator.pages.formats import BLANK, NONE, format_points, format_range
from generator.pages.views_parts import Verdict, judge


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell merged over `rows` rows."""

    text: str
    rows: int


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator. `level1` and `level2` are None where a merged cell above covers this row."""

    id: str
    level1: Merged | None
    level2: Merged | None
    name: str
    target: str
    actual: str
    measured: str
    weight: Markup
    claimed: Markup
    explanation: str
    outcome: str
    computed: Markup
    verdict: Verdict
    formula: str


def view_groups(assessment: Assessment, ids: Sequence[str]) -> tuple[tuple[IndicatorRow, ...], ...]:
    """Lay the indicators out in first-level groups of consecutive rows, each a body of the table."""
    scores = {row.key: row for row in assessment.sheet.rows}
    numbered = list(enumerate(assessment.project.form.indicators))
    groups = []
    for _, group in groupby(numbered, key=lambda one: one[1].level1):
        rows = list(group)
        groups.append(tuple(_view_group(rows, ids, scores)))
    return tuple(groups)


def _view_group(
    group: Sequence[tuple[int, Indicator]], ids: Sequence[str], scores: dict[str, RowScore]
) -> list[IndicatorRow]:
    rows: list[IndicatorRow] = []
    level1: Merged | None = Merged(group[0][1].level1, len(group))
    for level2_text, part in groupby(group, key=lambda one: one[1].level2):
        members = list(part)
        level2: Merged | None = Merged(level2_text, len(members))
        for position, indicator in members:
            score = scores.get(f"indicators[{position}]")
            rows.append(_view_row(ids[position], level1, level2, indicator, score))
            level1 = level2 = None
    return rows


def _view_row(
    row_id: str, level1: Merged | None, level2: Merged | None, indicator: Indicator, score: RowScore | None
) -> IndicatorRow:
    unscored = score is None or indicator.of_which
    return IndicatorRow(
        id=row_id,
        level1=level1,
        level2=level2,
        name=mark_name(indicator),
        target=indicator.target,
        actual=indicator.actual,
        measured=indicator.measured,
        weight=format_points(indicator.weight, BLANK),
        claimed=format_points(indicator.score, BLANK),
        explanation=indicator.explanation,
        outcome="" if score is None else score.outcome.word,
        computed=NONE if score is None or unscored else format_computed(score),
        verdict=Verdict(NONE) if score is None or unscored else judge(indicator.score, score.accepted),
        formula="" if score is None else score.formula,
    )


def mark_name(indicator: Indicator) -> str:
    """Write an indicator's name with the marks of a core indicator and of an "of which" row, as forms print them."""
    star = "★ " if indicator.core and not indicator.name.startswith("★") else ""
    part = "其中：" if indicator.of_which and not indicator.name.startswith("其中") else ""
    return star + part + indicator.name


def format_computed(score: RowScore) -> Markup:
    """Print what the rule gives: a number, or the range that it leaves to judgement."""
    if score.computed is not None:
        return format_points(score.computed)
    if score.low is not None and score.high is not None:
        return format_range(score.low, score.high)
    return NONE
