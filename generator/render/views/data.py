"""The views of the open data: what can be taken away, and what every column of it means."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from generator.model.assessment import Assessment
from generator.model.data_table import (
    API,
    DATABASE,
    PACKAGE,
    CellType,
    Column,
    DataSet,
    DataTable,
    name_workbook,
)
from generator.model.site import Site
from generator.render import addresses
from generator.render.linked_data import describe_downloads, write_linked_data
from generator.render.views.parts import DATA, HOME, Link

WHOLE_FILES: Final = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": name_workbook(""),
    "application/vnd.sqlite3": DATABASE,
    "application/json": PACKAGE,
}
"""The files that hold all years, by their media types, in the folder of the page of downloads."""


@dataclass(frozen=True, slots=True)
class Downloads:
    """The files of a year, or of all years: one workbook, and a file a table as CSV and as JSON."""

    label: str
    projects: int
    indicators: int
    workbook: Link
    csv: tuple[Link, ...]
    json: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of downloads; `gap` says what is not known of the data, if anything is not."""

    root: Markup
    crumbs: tuple[Link, ...]
    dictionary: Link
    downloads: tuple[Downloads, ...]
    database: Link
    package: Link
    api: Markup
    licence: str
    licence_address: str
    gap: str
    linked_data: Markup


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A line of the dictionary."""

    name: str
    title: str
    type: str
    unit: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of the dictionary."""

    id: str
    title: str
    meaning: str
    key: str
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class DictionaryView:
    """The data dictionary."""

    root: Markup
    crumbs: tuple[Link, ...]
    tables: tuple[TableView, ...]
    ending: tuple[ColumnView, ...]


def view_data(
    data: DataSet, assessments: Iterable[Assessment], site: Site, *, is_cut: bool = False
) -> DataView:
    """The page of downloads, the newest year first; `is_cut` tells that git does not reach back to the beginning."""
    rows: dict[int, list[int]] = {}
    for one in assessments:
        rows.setdefault(one.project.place.year, []).append(len(one.project.form.indicators))
    everything = [number for numbers in rows.values() for number in numbers]
    return DataView(
        root=addresses.FROM_LIST,
        crumbs=(HOME,),
        dictionary=Link("数据字典", addresses.DICTIONARY),
        downloads=(
            *(_view_year(data, year, rows[year]) for year in sorted(rows, reverse=True)),
            _view_downloads("全部年度", data.tables, everything, ""),
        ),
        database=_link("SQLite 数据库", DATABASE),
        package=_link("数据包说明", PACKAGE),
        api=Markup(f"{API}/"),
        licence=site.licence.name,
        licence_address=site.licence.url,
        gap="生成网站时没有取来全部的更改记录，所以有的数据版本不知道，空着。" if is_cut else "",
        linked_data=write_linked_data(describe_downloads(site, rows, WHOLE_FILES)),
    )


def _view_year(data: DataSet, year: int, indicators: Sequence[int]) -> Downloads:
    tables = [table for table in data.tables if table.by_year]
    return _view_downloads(f"{year} 年度", tables, indicators, str(year))


def _view_downloads(
    label: str, tables: Sequence[DataTable[Any]], indicators: Sequence[int], year: str
) -> Downloads:
    return Downloads(
        label=label,
        projects=len(indicators),
        indicators=sum(indicators),
        workbook=_link("全部表格" if year else "项目一览", name_workbook(year)),
        csv=tuple(_link(table.title, table.file("csv", year)) for table in tables),
        json=tuple(_link(table.title, table.file("json", year)) for table in tables),
    )


def _link(text: str, file: str) -> Link:
    return Link(text, Markup(f"{addresses.DATA}{file}"))


def view_dictionary(data: DataSet) -> DictionaryView:
    """The data dictionary: every column of every table."""
    return DictionaryView(
        root=addresses.FROM_SECTION,
        crumbs=(HOME, DATA),
        tables=tuple(_view_table(table) for table in data.tables),
        ending=tuple(_view_column(column, ()) for column in data.ending),
    )


def _view_table(table: DataTable[Any]) -> TableView:
    titles = {column.name: column.title for column in table.columns}
    return TableView(
        id=table.name,
        title=table.title,
        meaning=table.meaning,
        key="和".join(titles[name] for name in table.key),
        columns=tuple(_view_column(column, table.key) for column in table.columns),
    )


def _view_column(column: Column[Any], key: Sequence[str]) -> ColumnView:
    return ColumnView(
        name=column.name,
        title=column.title,
        type=column.type.word,
        unit=column.unit,
        meaning="；".join(_describe(column, is_key=column.name in key)),
    )


def _describe(column: Column[Any], *, is_key: bool) -> Iterator[str]:
    if column.meaning:
        yield column.meaning
    if column.words:
        yield "、".join(f"{code} {word}" for code, word in column.words.items())
    if column.type is CellType.BOOLEAN:
        yield "true 是、false 否"
    if not column.required and not is_key and column.type is CellType.NUMBER:
        yield "可以空着"
