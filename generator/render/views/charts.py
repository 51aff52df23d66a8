"""The views of charts: which rows a page draws, what stands beside them, and the same in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, NamedTuple

from markupsafe import Markup

from generator.model.assessment import Assessment
from generator.model.chart import Chart, ChartKind, ChartRow
from generator.model.organisations import Organisations
from generator.model.summary import Section, Summaries, Summary, YearTotals
from generator.render.charts import draw_chart
from generator.render.escaping import escape
from generator.render.numbers import choose_scale, format_score
from generator.render.views.parts import list_grades
from generator.text.cleaning import join_line
from generator.text.numbers import write_percent

MOST_ROWS: Final = 12
HOME_ROWS: Final = 6
FEWEST_ROWS: Final = 2
"""A chart of a single row tells no more than the figures above it."""

_LONGEST: Final = 40
"""How wide a label may be, in halves of a Chinese sign, before it runs into the numbers."""

_WIDEST: Final = Decimal(100_000_000_000)
"""So many yuan have no room in a row in 万元."""

_MEAN_WORDS: Final = ("平均得分", "")
_CLAIM_WORDS: Final = ("认定得分", "自评得分")
"""What the two scores of a row are called; the first two signs of it stand in the row."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart on a page: its caption, what its first and its second mark stand for, and what it leaves out."""

    caption: str
    keys: tuple[str, ...]
    note: str
    chart: Chart

    @property
    def svg(self) -> Markup:
        """The drawing."""
        return draw_chart(self.chart)


PageFigures = Mapping[str, tuple[Figure, ...]]
"""The figures of pages by the page's path, as Markdown files lie."""


class Measured(NamedTuple):
    """A row to be drawn: money in yuan, a score, and another score to hold it against."""

    label: str
    budget: Decimal | None
    spent: Decimal | None
    score: Decimal | None
    other: Decimal | None = None


class Rows(NamedTuple):
    """Rows of one sort: what they are, what their two scores are called, and whether they keep the order of time.

    Rows are measured when they are asked for, since most sorts are never drawn.
    """

    title: str
    words: tuple[str, str]
    rows: Iterable[Measured]
    by_time: bool = False


class ChartViews:
    """Chooses what the charts of a page show; knows the names of departments and units."""

    def __init__(self, organisations: Organisations) -> None:
        """Look up every name once."""
        self._departments = {key: join_line(one.name) for key, one in organisations.departments.items()}
        self._units = {key: join_line(one.name) for key, one in organisations.units.items()}

    def choose(self, summaries: Summaries) -> PageFigures:
        """Choose the figures of every page that has any, by the page's path."""
        years = summaries.years
        pages = {
            "index.md": self.chart_home(years),
            "years/index.md": _draw_first(_list_years(one.years[0] for one in years if one.years)),
            "departments/index.md": _draw_first(self._list_departments(summaries.departments)),
        }
        pages |= {f"years/{year.key}.md": self.chart_year(year) for year in years}
        pages |= {f"departments/{one.key}.md": self.chart_department(one) for one in summaries.departments}
        return pages | {f"units/{one.key}.md": self.chart_unit(one) for one in summaries.units}

    def chart_home(self, years: Sequence[Section]) -> tuple[Figure, ...]:
        """The newest year: how many projects there are of each grade, and who has spent how much."""
        if not years:
            return ()
        drawn = self.chart_year(years[0], HOME_ROWS)
        money = (one for one in drawn if one.chart.kind is ChartKind.MONEY)
        return (*chart_grades(years[0].summary), *money)

    def chart_year(self, year: Section, most: int = MOST_ROWS) -> tuple[Figure, ...]:
        """A year by department; where there is only one, by unit or by project."""
        units = self._list_units(unit for department in year.parts for unit in department.parts)
        return _draw_first(self._list_departments(year.parts), units, _list_projects(year), most=most)

    def chart_department(self, department: Section) -> tuple[Figure, ...]:
        """A department year by year; where there is only one, by unit or by project."""
        units = self._list_units(department.parts)
        return _draw_first(_list_years(department.years), units, _list_projects(department))

    def chart_unit(self, unit: Section) -> tuple[Figure, ...]:
        """A unit year by year; where there is only one, by project."""
        return _draw_first(_list_years(unit.years), _list_projects(unit))

    def _list_departments(self, parts: Iterable[Section]) -> Rows:
        return Rows("各部门", _MEAN_WORDS, _measure_parts(parts, self._departments))

    def _list_units(self, parts: Iterable[Section]) -> Rows:
        return Rows("各单位", _MEAN_WORDS, _measure_parts(parts, self._units))


def _measure_parts(parts: Iterable[Section], names: Mapping[str, str]) -> Iterator[Measured]:
    return (_measure(names[one.key], one.summary) for one in parts if one.summary.projects)


def _measure(label: str, summary: Summary) -> Measured:
    stated = summary.rate is not None
    return Measured(
        label, summary.budget if stated else None, summary.spent if stated else None, summary.score
    )


def _list_years(years: Iterable[YearTotals]) -> Rows:
    rows = (_measure(f"{one.year} 年度", one.summary) for one in years if one.summary.projects)
    return Rows("各年度", _MEAN_WORDS, rows, by_time=True)


def _list_projects(section: Section) -> Rows:
    counted = (one for one in section.assessments if one.counts)
    return Rows("各项目", _CLAIM_WORDS, map(_measure_project, counted))


def _measure_project(one: Assessment) -> Measured:
    form, total = one.project.form, one.sheet.total
    money, unit = form.funds.total, form.funds.unit
    return Measured(
        join_line(form.name),
        unit.to_yuan(money.adjusted),
        unit.to_yuan(money.executed),
        total.accepted,
        total.claimed,
    )


def _draw_first(*choices: Rows, most: int = MOST_ROWS) -> tuple[Figure, ...]:
    """Draw the first sort of rows that has enough of them, and no more than `most` of it."""
    for one in choices:
        rows = list(one.rows)
        if len(rows) >= FEWEST_ROWS:
            ordered = rows if one.by_time else sorted(rows, key=lambda row: -(row.budget or 0))
            money = _chart_money(one.title, ordered[:most], _note_order(one, len(rows), most))
            scores = _chart_scores(one.title, ordered[:most], one.words)
            return tuple(figure for figure in (money, scores) if figure)
    return ()


def _note_order(rows: Rows, count: int, most: int) -> str:
    """Say in what order rows stand, and whether all are drawn."""
    if count > most:
        return f"只画最近 {most} 年" if rows.by_time else f"只画预算最多的 {most} 个"
    return "" if rows.by_time else "从预算最多的排起"


def _chart_money(title: str, rows: Sequence[Measured], note: str) -> Figure | None:
    """Budget against execution; None where no row states any money."""
    if not any(one.budget or one.spent for one in rows):
        return None
    scale = choose_scale((amount for one in rows for amount in (one.spent, one.budget)), _WIDEST)
    drawn = [
        ChartRow(
            one.label,
            one.spent,
            one.budget,
            (f"执行 {scale.format(one.spent)}", f"预算 {scale.format(one.budget)}"),
        )
        for one in rows
    ]
    caption = f"{title}的预算与执行（{scale.unit}）"
    return _frame(ChartKind.MONEY, caption, drawn, ("全年执行数", "全年预算数"), note)


def _chart_scores(title: str, rows: Sequence[Measured], words: tuple[str, str]) -> Figure | None:
    """Scores; None where no row has one."""
    if all(one.score is None for one in rows):
        return None
    keys = words if any(one.other is not None for one in rows) else words[:1]
    drawn = [
        ChartRow(one.label, one.score, one.other, _note_scores(words, (one.score, one.other))) for one in rows
    ]
    return _frame(ChartKind.SCORES, f"{title}的得分（分）", drawn, keys)


def _note_scores(words: tuple[str, str], scores: tuple[Decimal | None, Decimal | None]) -> tuple[str, str]:
    first, second = (
        f"{word[:2]} {format_score(score)}" if word and score is not None else ""
        for word, score in zip(words, scores, strict=True)
    )
    return first or "没有评全", second


def chart_grades(summary: Summary) -> tuple[Figure, ...]:
    """How many projects there are of each grade, and how many have none because they were not assessed whole."""
    drawn = [
        ChartRow(
            grade, Decimal(count), None, (f"{count} 个", write_percent(Decimal(count) / summary.projects))
        )
        for grade, count in list_grades(summary).items()
    ]
    return (_frame(ChartKind.COUNTS, "各等级的项目（个）", drawn),) if drawn else ()


def _frame(
    kind: ChartKind, caption: str, rows: Sequence[ChartRow], keys: tuple[str, ...] = (), note: str = ""
) -> Figure:
    """Put a chart into its frame; its description says the same in words, with no label cut short."""
    described = "；".join("，".join(filter(None, (one.label, *one.notes))) for one in rows)
    chart = Chart(
        kind=kind,
        id=f"chart-{kind}",
        title=caption,
        description=escape(f"{described}。"),
        rows=tuple(replace(one, label=escape(shorten(one.label))) for one in rows),
    )
    return Figure(caption, keys, note, chart)


def shorten(label: str) -> str:
    """Cut a label that is too wide for its row; a Chinese sign and a capital letter count as two."""
    left = _LONGEST
    for place, sign in enumerate(label):
        left -= 1 if sign.isascii() and not sign.isupper() else 2
        if left < 0:
            return f"{label[: place - 1]}…"
    return label
