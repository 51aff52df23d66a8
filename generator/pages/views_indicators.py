"""The view of the table of indicators: merged group cells, each claim with what recomputes beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from generator.model.assessment import Assessment, RowScore
from generator.model.form import Indicator
from generator.pages.formats import BLANK, NONE, format_points, format_range
from generator.pages.paper import Room, plan_rows
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
    room: Room


class _Entry(NamedTuple):
    """An indicator with all that is known of it before it is laid out."""

    id: str
    indicator: Indicator
    score: RowScore | None
    room: Room


def view_groups(assessment: Assessment, ids: Sequence[str]) -> tuple[tuple[IndicatorRow, ...], ...]:
    """Lay the indicators out in first-level groups of consecutive rows, each a body of the table."""
    groups = groupby(_gather(assessment, ids), key=lambda one: one.indicator.level1)
    return tuple(tuple(_view_group(list(group))) for _, group in groups)


def _gather(assessment: Assessment, ids: Sequence[str]) -> list[_Entry]:
    rows, by_key = assessment.project.form.indicators, {row.key: row for row in assessment.sheet.rows}
    scores = [by_key.get(f"indicators[{position}]") for position in range(len(rows))]
    rooms = plan_rows(rows, ["" if score is None else score.formula for score in scores])
    return [_Entry(*parts) for parts in zip(ids, rows, scores, rooms, strict=True)]


def _view_group(group: Sequence[_Entry]) -> Iterator[IndicatorRow]:
    level1: Merged | None = Merged(group[0].indicator.level1, len(group))
    for level2_text, part in groupby(group, key=lambda one: one.indicator.level2):
        members = list(part)
        level2: Merged | None = Merged(level2_text, len(members))
        for entry in members:
            yield _view_row(entry, level1, level2)
            level1 = level2 = None


def _view_row(entry: _Entry, level1: Merged | None, level2: Merged | None) -> IndicatorRow:
    indicator, score = entry.indicator, entry.score
    unscored = score is None or indicator.of_which
    return IndicatorRow(
        id=entry.id,
        level1=level1,
        level2=level2,
        name=mark_name(indicator),
        target=indicator.target,
        actual=indicator.actual,
        measured=indicator.measured.strip(),
        weight=format_points(indicator.weight, BLANK),
        claimed=format_points(indicator.score, BLANK),
        explanation=indicator.explanation,
        outcome="" if score is None else score.outcome.word,
        computed=NONE if score is None or unscored else format_computed(score),
        verdict=Verdict(NONE) if score is None or unscored else judge(indicator.score, score.accepted),
        formula="" if score is None else score.formula,
        room=entry.room,
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
