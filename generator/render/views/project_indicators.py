"""The view of the table of indicators: merged cells, goals as heads, each claim with what recomputes beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import NamedTuple

from markupsafe import Markup

from generator.model.assessment import Assessment, RowScore
from generator.model.form import Form, Goal, Indicator
from generator.render.numbers import BLANK, NONE, format_points, format_range
from generator.render.print_layout import Room, plan_rows
from generator.render.views.parts import Verdict, judge


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell merged over `rows` rows."""

    text: str
    rows: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns the paper has beside the first and the third level and the target."""

    level2: bool
    actual: bool
    weight: bool
    method: bool
    points: bool
    reviewed: bool

    @property
    def before(self) -> int:
        """How many columns stand before the points."""
        return 3 + self.level2 + self.actual

    @property
    def count(self) -> int:
        """How many columns there are: behind the points stand reasons, and how a row was judged."""
        return self.before + self.weight + self.method + 3 * self.points + self.reviewed + 2 * self.actual


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator. `level1` and `level2` are None where a merged cell above covers this row.

    `rows` is how many rows its values and points cover, 0 where those of a row above cover this one.
    """

    id: str
    level1: Merged | None
    level2: Merged | None
    rows: int
    name: str
    target: str
    actual: str
    measured: str
    weight: Markup
    method: str
    claimed: Markup
    reviewed: Markup
    explanation: str
    outcome: str
    computed: Markup
    verdict: Verdict
    formula: str
    room: Room


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """Rows of one first level. `goal` names the goal that rows from here on belong to, where that is another."""

    goal: str
    rows: tuple[IndicatorRow, ...]


class _Entry(NamedTuple):
    """An indicator with all that is known of it before it is laid out."""

    id: str
    indicator: Indicator
    score: RowScore | None
    room: Room


def choose_columns(form: Form) -> Columns:
    """Choose the columns; where points stand in no row but are claimed, the paper has no column for them."""
    rows, has_results = form.indicators, form.kind.has_results
    is_weighed = any(one.weight is not None for one in rows)
    is_claimed = any(one.score is not None for one in rows)
    is_reviewed = form.reported.reviewed_total is not None or any(one.reviewed is not None for one in rows)
    return Columns(
        level2=not rows or any(one.level2 for one in rows),
        actual=has_results,
        weight=is_weighed or (form.bears_points and not is_claimed),
        method=any(one.method for one in rows),
        points=form.bears_points,
        reviewed=has_results and is_reviewed,
    )


def view_groups(assessment: Assessment, ids: Sequence[str]) -> tuple[IndicatorGroup, ...]:
    """Lay the indicators out in first-level groups of consecutive rows of a goal, each a body of the table."""
    goals = assessment.project.form.goals
    entries = _gather(assessment, ids)
    groups = groupby(entries, key=lambda one: (one.indicator.goal, one.indicator.level1))
    shown: list[IndicatorGroup] = []
    above: int | None = None
    for (goal, _), group in groups:
        head = "" if goal is None or goal == above else name_goal(goal, goals[goal - 1])
        above = goal
        shown.append(IndicatorGroup(head, tuple(_view_group(list(group)))))
    return tuple(shown)


def name_goal(number: int, goal: Goal) -> str:
    """Name a goal by its number, with its points as the paper prints them, and by what it says."""
    points = "" if goal.weight is None else f"（{format_points(goal.weight)}分）"
    return f"年度绩效目标{number}{points}{'：' if goal.expected else ''}{goal.expected}"


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
            yield _view_row(entry, level1, level2, _count_merged(group, entry))
            level1 = level2 = None


def _count_merged(group: Sequence[_Entry], entry: _Entry) -> int:
    """Count the rows that the cells of a row cover; the first of a group begins cells of its own in any case."""
    place = group.index(entry)
    if place and entry.indicator.merged:
        return 0
    return 1 + sum(1 for _ in takewhile(lambda one: one.indicator.merged, group[place + 1 :]))


def _view_row(entry: _Entry, level1: Merged | None, level2: Merged | None, rows: int) -> IndicatorRow:
    indicator, score = entry.indicator, entry.score
    unscored = score is None or indicator.of_which
    return IndicatorRow(
        id=entry.id,
        level1=level1,
        level2=level2,
        rows=rows,
        name=mark_name(indicator),
        target=indicator.target,
        actual=indicator.actual,
        measured=indicator.measured.strip(),
        weight=format_points(indicator.weight, BLANK),
        method=indicator.method,
        claimed=format_points(indicator.score, BLANK),
        reviewed=format_points(indicator.reviewed, BLANK),
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
