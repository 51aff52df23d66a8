"""The views of lost points: a page a year, and for big years a page a department, or even a unit."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from generator.model.anchors import row_ids
from generator.model.assessment import Assessment
from generator.model.organisations import Organisations
from generator.model.overview import Deviation, DeviationNode, FollowUp, Lost, SharedReason
from generator.model.project import Place
from generator.render import addresses
from generator.render.numbers import NONE, format_points
from generator.render.views.parts import HOME, Fact, Link, join_counts
from generator.render.views.tables import Cell, Column, Printed, Row, Table, TablePage, row_of
from generator.text.cleaning import join_line

DEVIATIONS = Link("偏差与整改", addresses.DEVIATIONS)
MOST_ON_A_PAGE = 400
"""Deviations on one page, beyond which its parts get pages of their own."""

_SUM_COLUMNS = (
    Column("项目（个）"),
    Column("失分（项）"),
    Column("共失（分）"),
    Column("写明原因（项）"),
    Column("下一年的结果（项）", is_words=True),
)
_COLUMNS = (
    Column("项目"),
    Column("指标", is_words=True),
    Column("年度指标值", is_words=True, is_short=True),
    Column("实际完成值", is_words=True, is_short=True),
    Column("失分"),
    Column("偏差原因分析及改进措施", is_words=True),
    Column("下一年的结果", is_words=True, is_short=True),
)
_SHARED_COLUMNS = (Column("偏差原因分析及改进措施"), Column("单位（个）"), Column("项目（个）"))
MOST_PLACES = 5
"""Projects that are named below a reason that several units share."""

_READING = (
    "失分是分值减去认定得分。下一年的结果看同一项目下一年自评表里的同名指标：有数字的看是否达到指标值，"
    "只有文字的看是否得满分，预算执行率看是否执行完。撤回的项目不计。"
)


class DeviationViews:
    """Makes the views of lost points; knows the names of departments and units."""

    def __init__(self, organisations: Organisations) -> None:
        """Look up every name once."""
        self._names = {
            **{("department", key): join_line(one.name) for key, one in organisations.departments.items()},
            **{("unit", key): join_line(one.name) for key, one in organisations.units.items()},
        }

    def view_all(
        self, years: Sequence[DeviationNode], shared: Sequence[SharedReason] = ()
    ) -> Iterator[Printed]:
        """The list of years with the reasons that units share, then each year with what does not fit on its page."""
        yield "deviations/index.md", "tables", _view_list(years, self._view_shared(shared))
        for year in years:
            yield from self._view_year(year)

    def _view_shared(self, shared: Iterable[SharedReason]) -> Table:
        """The reasons that several units give word for word, each with the projects that it stands in."""
        return Table(
            heading="几个单位写得一字不差的原因",
            id="shared",
            caption="按单位的个数排列；同一个单位的，列在项目页的检查结果里",
            columns=_SHARED_COLUMNS,
            rows=tuple(
                row_of(
                    Cell(
                        join_line(reason.text),
                        notes=tuple(map(self._name_place, reason.places[:MOST_PLACES])),
                    ),
                    reason.units,
                    len(reason.places),
                )
                for reason in shared
            ),
        )

    def _name_place(self, place: Place) -> str:
        return f"{place.year} 年度　{self._names['unit', place.unit]}　{place.slug}"

    def _view_year(self, year: DeviationNode) -> Iterator[Printed]:
        """A year with its departments and units: their deviations below, unless there are too many."""
        address = addresses.deviations_address(year.key)
        fits = not is_divided(year)
        rows, tables = [], []
        for department in year.parts:
            name = self._names["department", department.key]
            own = addresses.deviations_address(year.key, department.key)
            rows.append(sum_row(Cell(name, Markup() if fits else own), department.lost))
            for unit in department.parts:
                link = self._link_unit(year.key, department, unit, fits=fits)
                rows.append(sum_row(link, unit.lost, level=1))
                tables += [self._view_unit(unit)] if fits else []
            if not fits:
                yield from self._view_department(year.key, department)
        yield (
            f"{address.rstrip('/')}.md",
            "tables",
            _view_page(title_page(year.key), address, (DEVIATIONS,), year.lost, rows, tables),
        )

    def _link_unit(self, year: str, department: DeviationNode, unit: DeviationNode, *, fits: bool) -> Cell:
        """A unit's name, leading to where its deviations stand: on the year's page, its department's, or its own."""
        page = addresses.deviations_address(year)
        if not fits:
            page = addresses.deviations_address(year, department.key)
            if is_divided(department):
                page = addresses.deviations_address(year, department.key, unit.key)
        return Cell(self._names["unit", unit.key], page + Markup(f"#{id_of_unit(unit)}"))

    def _view_department(self, year: str, department: DeviationNode) -> Iterator[Printed]:
        """A department of a big year; its units get pages of their own where even they are too many for one."""
        address = addresses.deviations_address(year, department.key)
        name = self._names["department", department.key]
        crumbs = (DEVIATIONS, Link(f"{year} 年度", addresses.deviations_address(year)))
        fits = not is_divided(department)
        rows = [
            sum_row(self._link_unit(year, department, unit, fits=False), unit.lost)
            for unit in department.parts
        ]
        tables = [self._view_unit(unit) for unit in department.parts] if fits else []
        title = title_page(year, name)
        yield (
            f"{address.rstrip('/')}.md",
            "tables",
            _view_page(title, address, crumbs, department.lost, rows, tables),
        )
        for unit in () if fits else department.parts:
            own = addresses.deviations_address(year, department.key, unit.key)
            title = title_page(year, self._names["unit", unit.key])
            view = _view_page(
                title, own, (*crumbs, Link(name, address)), unit.lost, (), [self._view_unit(unit, level=2)]
            )
            yield f"{own.rstrip('/')}.md", "tables", view

    def _view_unit(self, unit: DeviationNode, level: int = 3) -> Table:
        return Table(
            heading=self._names["unit", unit.key],
            id=id_of_unit(unit),
            caption=f"失分 {unit.lost.rows} 项，共 {format_points(unit.lost.points)} 分",
            columns=_COLUMNS,
            rows=view_rows(unit.deviations),
            level=level,
            is_even=True,
        )


def is_divided(node: DeviationNode) -> bool:
    """Tell whether a year or a department has too many deviations for one page, so that its parts get their own."""
    return node.lost.rows > MOST_ON_A_PAGE


def title_page(year: str, name: str = "") -> str:
    """The title of the page of a year, or of a department or unit in it."""
    return f"{name} {year} 年度的偏差与整改".strip()


def _view_list(years: Sequence[DeviationNode], shared: Table) -> TablePage:
    rows = tuple(
        sum_row(Cell(f"{one.key} 年度", addresses.deviations_address(one.key)), one.lost) for one in years
    )
    table = Table(
        "各年度", "years", "点年度，看每一项失分、原因和整改", (Column("年度"), *_SUM_COLUMNS), rows
    )
    return TablePage(
        root=addresses.root_from(addresses.DEVIATIONS),
        title="偏差与整改",
        lead="没有得满分的每一项：差在哪里、单位写的原因和改进措施是什么、下一年做到了没有。",
        crumbs=(HOME,),
        facts=(),
        tables=tuple(one for one in (table, shared) if one.rows),
        notes=(_READING,),
        nothing="公开的自评表里没有失分的内容。",
    )


def _view_page(  # noqa: PLR0913, PLR0917 (a part of the page each)
    title: str,
    address: Markup,
    crumbs: tuple[Link, ...],
    lost: Lost,
    rows: Sequence[Row],
    tables: Sequence[Table],
) -> TablePage:
    parts = Table(
        "各单位合计", "totals", "点单位，看它的每一项失分", (Column("单位"), *_SUM_COLUMNS), tuple(rows)
    )
    return TablePage(
        root=addresses.root_from(address),
        title=title,
        lead="没有得满分的每一项，连同单位写的原因和改进措施，以及下一年的结果。",
        crumbs=(HOME, *crumbs),
        facts=(
            Fact("有失分的项目", str(lost.projects), "个"),
            Fact("失分", str(lost.rows), "项"),
            Fact("共失", format_points(lost.points), "分"),
            Fact("写明原因", str(lost.with_reason), "项"),
            Fact("下一年已达成", str(lost.later.get(FollowUp.MET, 0)), "项"),
            Fact("下一年仍未达成", str(lost.later.get(FollowUp.SHORT, 0)), "项"),
        ),
        tables=(*((parts,) if rows else ()), *tables),
        notes=(_READING,),
    )


def sum_row(name: Cell, lost: Lost, level: int = 0) -> Row:
    """A row of sums over deviations."""
    later = join_counts((one.word, lost.later[one]) for one in FollowUp if lost.later.get(one))
    return row_of(
        name, lost.projects, lost.rows, format_points(lost.points), lost.with_reason, later, level=level
    )


class Anchors:
    """Finds the id of a row on its project's page; rows of one project are asked for one after another."""

    def __init__(self) -> None:
        """Begin with no project."""
        self._assessment: Assessment | None = None
        self._ids: tuple[str, ...] = ()

    def address(self, assessment: Assessment, row: int | None) -> Markup:
        """The address of an indicator's row, or of the funds where `row` is None."""
        if assessment is not self._assessment:
            self._assessment, self._ids = assessment, row_ids(assessment.project.form.indicators)
        place = assessment.project.place
        return addresses.project_address(place) + Markup(f"#{'funds' if row is None else self._ids[row]}")


def view_rows(deviations: Iterable[Deviation]) -> tuple[Row, ...]:
    """Lost rows: the project, the indicator, both values, the points, the reason, and what came of it."""
    now, later = Anchors(), Anchors()
    return tuple(
        row_of(
            Cell(
                join_line(one.assessment.project.form.name),
                addresses.project_address(one.assessment.project.place),
            ),
            Cell(join_line(one.name), now.address(one.assessment, one.row)),
            one.target or NONE,
            one.actual or NONE,
            format_points(one.lost),
            one.reason or "未写",
            view_later(one, later),
        )
        for one in deviations
    )


def view_later(one: Deviation, anchors: Anchors) -> Cell:
    """What the next form says: in words, with both values where there are any, and leading there."""
    words, later = one.later.outcome.word, one.later.assessment
    if later is None:
        return Cell(words)
    if one.row is None:
        rate = later.sheet.execution.shown_rate
        return Cell(words, anchors.address(later, None), (f"执行率 {rate}",) if rate else ())
    if one.later.row is None:
        return Cell(words, addresses.project_address(later.project.place))
    row = later.project.form.indicators[one.later.row]
    target, actual = (join_line(text) or "未填" for text in (row.target, row.actual_value))
    return Cell(words, anchors.address(later, one.later.row), (f"指标值 {target}，完成 {actual}",))


def id_of_unit(unit: DeviationNode) -> str:
    """The id of a unit's table."""
    return f"u-{unit.key}"
