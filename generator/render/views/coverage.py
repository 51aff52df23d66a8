"""The views of coverage: a list of years, and for each year who has filed and who has not."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.model.organisations import Organisations
from generator.model.overview import CoverageYear, Filing, UnitFiling
from generator.render import addresses
from generator.render.numbers import NONE
from generator.render.views.parts import HOME, Fact, Link
from generator.render.views.tables import Cell, Column, Printed, Row, Table, TablePage, row_of
from generator.text.cleaning import join_line

COVERAGE = Link("报送情况", addresses.COVERAGE)
_THERE = (Filing.FILED, Filing.UNASKED)
_COLUMNS = (
    Column("实施单位"),
    Column("主管部门", is_words=True),
    Column("情况", is_words=True, is_short=True),
    Column("自评表（张）"),
)
_READING = (
    "这里只看本站收录的自评表，撤回的不算；没有收录的，也可能已经报送、还没有公开。应报送的单位和期限来自报送通知；"
    "没有录入通知的年度，列出在任何一年报送过的单位，不说谁逾期。期限所在的年份已经有自评表公开，才说逾期。"
)


class CoverageViews:
    """Makes the views of coverage; knows the names of departments and units."""

    def __init__(self, organisations: Organisations) -> None:
        """Take the names."""
        self._organisations = organisations

    def view_all(self, years: Sequence[CoverageYear]) -> Iterator[Printed]:
        """The list of years, then each year."""
        yield "coverage/index.md", "tables", _view_list(years)
        for year in years:
            yield f"coverage/{year.year}.md", "tables", self._view_year(year)

    def _view_year(self, year: CoverageYear) -> TablePage:
        missing = [one for one in year.filings if one.filing not in _THERE]
        there = [one for one in year.filings if one.filing in _THERE]
        tables = (
            Table("没有见到自评表的单位", "missing", "按主管部门排列", _COLUMNS, self._view_units(missing)),
            Table("已报送的单位", "filed", "点单位名称，看它的自评表", _COLUMNS, self._view_units(there)),
        )
        call = "按报送通知" if year.called else "这一年没有录入报送通知，按报送过的单位"
        return TablePage(
            root=addresses.root_from(addresses.coverage_address(year.year)),
            title=title_year(year),
            lead=f"{call}列出谁已经报送自评表、谁还没有。",
            crumbs=(HOME, COVERAGE),
            facts=(
                Fact("报送期限", show_day(year.by)),
                Fact(name_expected(year), str(year.expected), "个"),
                Fact("其中已报送", str(year.filed), "个"),
                Fact("其中未见报送", str(year.missing), "个"),
                Fact("其中逾期", str(year.late), "个"),
                Fact("自评表", str(year.forms), "张"),
            ),
            tables=tuple(one for one in tables if one.rows),
            notes=(_READING,),
        )

    def _view_units(self, filings: Iterable[UnitFiling]) -> tuple[Row, ...]:
        units = self._organisations.units
        ordered = sorted(filings, key=lambda one: (units[one.unit].department, one.unit))
        return tuple(self._view_unit(one) for one in ordered)

    def _view_unit(self, one: UnitFiling) -> Row:
        unit = self._organisations.units[one.unit]
        department = self._organisations.departments[unit.department]
        withdrawn = (f"另有 {one.withdrawn} 张已撤回",) if one.withdrawn else ()
        return row_of(
            Cell(join_line(unit.name), addresses.unit_address(one.unit)),
            Cell(join_line(department.name), addresses.department_address(unit.department)),
            one.filing.word,
            Cell(str(one.forms), notes=withdrawn),
        )


def _view_list(years: Sequence[CoverageYear]) -> TablePage:
    table = Table(
        heading="各年度",
        id="years",
        caption="点年度，看每个单位",
        columns=(
            Column("年度"),
            Column("报送期限"),
            Column("应报送的单位（个）"),
            Column("已报送（个）"),
            Column("未见报送（个）"),
            Column("自评表（张）"),
        ),
        rows=tuple(_view_year_row(one) for one in years),
    )
    return TablePage(
        root=addresses.root_from(addresses.COVERAGE),
        title="报送情况",
        lead="每一年应当报送自评表的单位有哪些，谁已经报送，谁还没有。",
        crumbs=(HOME,),
        facts=(),
        tables=(table,) if years else (),
        notes=(_READING,),
    )


def _view_year_row(one: CoverageYear) -> Row:
    return row_of(
        Cell(f"{one.year} 年度", addresses.coverage_address(one.year)),
        show_day(one.by),
        one.expected if one.called else "没有录入通知",
        one.filed,
        one.missing,
        one.forms,
    )


def title_year(year: CoverageYear) -> str:
    """The title of a year's page."""
    return f"{year.year} 年度报送情况"


def name_expected(year: CoverageYear) -> str:
    """Say what the number of expected units counts."""
    return "应报送的单位" if year.called else "报送过的单位"


def show_day(day: date | None) -> str:
    """Write a day as people read it; a dash where there is none."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日" if day else NONE
