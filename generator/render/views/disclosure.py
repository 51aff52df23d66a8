"""The views of disclosure texts: a list of departments and units, and a page of texts for each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.organisations import Organisations
from generator.model.overview import DisclosureSeries, Overviews
from generator.render import addresses
from generator.render.views.parts import HOME, Link
from generator.render.views.tables import Cell, Column, Printed, Row, Table, TablePage, row_of
from generator.text.cleaning import join_line

DISCLOSURE = Link("公开说明", addresses.DISCLOSURE)


@dataclass(frozen=True, slots=True)
class YearText:
    """The text of one year, and the id of its heading."""

    year: str
    id: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisclosurePage:
    """The texts of a department or a unit, the newest first."""

    root: Markup
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    texts: tuple[YearText, ...]


def view_disclosures(overviews: Overviews, organisations: Organisations) -> Iterator[Printed]:
    """The list of departments with their units, then the texts of each."""
    yield "disclosure/index.md", "tables", _view_list(overviews, organisations)
    for series in overviews.departments:
        address = addresses.department_disclosure_address(series.key)
        yield f"{address.rstrip('/')}.md", "disclosure", _view_texts(series, address)
    for series in overviews.units:
        address = addresses.unit_disclosure_address(series.key)
        yield f"{address.rstrip('/')}.md", "disclosure", _view_texts(series, address)


def _view_list(overviews: Overviews, organisations: Organisations) -> TablePage:
    rows: list[Row] = []
    units: defaultdict[str, list[DisclosureSeries]] = defaultdict(list)
    for unit in overviews.units:
        units[organisations.department_of(unit.key)].append(unit)
    for department in overviews.departments:
        rows.append(_view_row(department, addresses.department_disclosure_address(department.key), 0))
        rows += [
            _view_row(unit, addresses.unit_disclosure_address(unit.key), 1) for unit in units[department.key]
        ]
    columns = (Column("部门和单位"), Column("年度", is_words=True))
    table = Table("各部门、各单位", "bodies", "点名称，看可以直接复制的文字", columns, tuple(rows))
    return TablePage(
        root=addresses.root_from(addresses.DISCLOSURE),
        title="公开说明",
        lead="部门决算公开时要写的绩效自评情况：评了多少项目和资金、平均得分和等级、发现的主要问题和整改。",
        crumbs=(HOME,),
        facts=(),
        tables=(table,) if rows else (),
    )


def _view_row(series: DisclosureSeries, address: Markup, level: int) -> Row:
    years = "、".join(one.year for one in series.years)
    return row_of(Cell(join_line(series.name), address), years, level=level)


def title_texts(series: DisclosureSeries) -> str:
    """The title of a department's or a unit's page."""
    return f"公开说明：{join_line(series.name)}"


def _view_texts(series: DisclosureSeries, address: Markup) -> DisclosurePage:
    return DisclosurePage(
        root=addresses.root_from(address),
        title=title_texts(series),
        lead="部门决算公开时可以使用的文字，一年一份，最近的在前。",
        crumbs=(HOME, DISCLOSURE),
        texts=tuple(YearText(one.year, f"y{one.year}", one.paragraphs) for one in series.years),
    )
