"""The view of the same project in several years, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.assessment import Assessment
from generator.model.form import Form, Status
from generator.model.timeline import Timeline
from generator.render import addresses
from generator.render.numbers import NONE, format_points, format_wan
from generator.render.views.parts import Link, name_grade
from generator.render.views.project_indicators import mark_name
from generator.text.cleaning import join_line


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A year: the page of its form, whether that is this page, and a word where the form does not simply count.

    `label` says all of it, for where the head of the table is not beside a value.
    """

    year: Link
    is_here: bool
    words: str
    label: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure through the years."""

    label: str
    values: tuple[Markup | str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What an indicator was to reach in a year, what it reached, and its accepted score of how many points."""

    target: str
    actual: str
    accepted: Markup
    weight: Markup


@dataclass(frozen=True, slots=True)
class IndicatorYears:
    """One indicator through the years; None where no indicator bears its name."""

    name: str
    anchor: str
    results: tuple[Result | None, ...]


@dataclass(frozen=True, slots=True)
class YearsView:
    """The years side by side. `alone` counts the indicators that only this form has."""

    columns: tuple[YearColumn, ...]
    figures: tuple[FigureRow, ...]
    indicators: tuple[IndicatorYears, ...]
    alone: int


def view_years(form: Form, here: int, timeline: Timeline | None, ids: Sequence[str]) -> YearsView | None:
    """Put the years of a project beside one another; None where there is only one."""
    if timeline is None:
        return None
    rows = tuple(_list_indicators(form, timeline, ids))
    return YearsView(
        columns=tuple(_view_column(one, here) for one in timeline.years),
        figures=_list_figures(timeline.years),
        indicators=rows,
        alone=len(form.indicators) - len(rows),
    )


def _view_column(one: Assessment, here: int) -> YearColumn:
    place, status = one.project.place, one.project.form.status
    link = Link(f"{place.year} 年度", addresses.project_address(place))
    words = "" if status is Status.PUBLISHED else status.word
    notes = ["本表"] if place.year == here else []
    notes += [words] if words else []
    label = f"{link.text}（{'，'.join(notes)}）" if notes else link.text
    return YearColumn(link, place.year == here, words, label)


def _list_figures(years: Sequence[Assessment]) -> tuple[FigureRow, ...]:
    forms = [one.project.form for one in years]
    money = [(form.funds.unit, form.funds.total) for form in forms]
    sheets = [one.sheet for one in years]
    names = tuple(join_line(form.name) for form in forms)
    renamed = (FigureRow("项目名称", names),) if len(set(names)) > 1 else ()
    return (
        *renamed,
        FigureRow("全年预算数（万元）", tuple(format_wan(unit.to_yuan(one.adjusted)) for unit, one in money)),
        FigureRow("全年执行数（万元）", tuple(format_wan(unit.to_yuan(one.executed)) for unit, one in money)),
        FigureRow("预算执行率", tuple(sheet.execution.shown_rate or NONE for sheet in sheets)),
        FigureRow("自评总分", tuple(format_points(sheet.total.claimed) for sheet in sheets)),
        FigureRow("认定总分", tuple(format_points(sheet.total.accepted) for sheet in sheets)),
        FigureRow("认定等级", tuple(name_grade(sheet.total, sheet.grade) for sheet in sheets)),
    )


def _list_indicators(form: Form, timeline: Timeline, ids: Sequence[str]) -> Iterator[IndicatorYears]:
    """List the indicators whose name stands in another year too."""
    for row, id_, places in zip(form.indicators, ids, timeline.rows, strict=True):
        if sum(place is not None for place in places) > 1:
            pairs = zip(timeline.years, places, strict=True)
            yield IndicatorYears(mark_name(row), id_, tuple(_view_result(one, place) for one, place in pairs))


def _view_result(one: Assessment, place: int | None) -> Result | None:
    if place is None:
        return None
    row, score = one.project.form.indicators[place], one.sheet.rows[place]
    return Result(
        target=row.target or NONE,
        actual=row.actual_value or NONE,
        accepted=format_points(score.accepted),
        weight=format_points(score.weight),
    )
