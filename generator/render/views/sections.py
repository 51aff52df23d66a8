"""The views of section pages: years, departments and units, each a table of totals and a table of projects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.assessment import Assessment
from generator.model.form import FormKind, Status
from generator.model.organisations import Organisations
from generator.model.site import Edition, Site
from generator.model.summary import Section, Summaries, Summary, YearTotals
from generator.render import addresses
from generator.render.linked_data import describe_department, describe_unit, write_linked_data
from generator.render.numbers import BLANK, NONE, choose_scale, format_rate, format_score, format_wan
from generator.render.views.parts import (
    DEPARTMENTS,
    HOME,
    LOWERED,
    RAISED,
    YEARS,
    Fact,
    Link,
    join_counts,
    judge_total,
    list_grades,
    name_grade,
    view_verifiability,
)
from generator.render.views.year_change import ChangeView, view_change
from generator.text.cleaning import join_line

WHOLE = Link("合计", addresses.HOME)
"""What a row of totals over everything is called."""


@dataclass(frozen=True, slots=True)
class Totals:
    """A row of totals. `level` is 0 for a part, 1 for a part of a part, to be set in."""

    name: Link
    level: int
    projects: int
    budget: Markup
    spent: Markup
    rate: Markup
    score: Markup
    grades: str
    lowered: int
    raised: int
    verifiable: Markup | str


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in a table: money in 万元, the claimed and the accepted total, the grade."""

    name: Link
    year: int
    unit: Link
    budget: Markup
    spent: Markup
    rate: str
    claimed: Markup
    accepted: Markup
    differs: bool
    grade: str


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """A table of projects: its heading, the heading's id, and whether year and unit are told on every line.

    `withdrawn` counts the lines that are in no sum.
    """

    heading: str
    id: str
    with_year: bool
    with_unit: bool
    lines: tuple[ProjectLine, ...]
    withdrawn: int
    total: Totals


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table of forms of another kind, which are in no total; a column that such papers do not have is left out."""

    heading: str
    id: str
    with_results: bool
    with_points: bool
    lines: tuple[ProjectLine, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section page or a list of sections: the way up, figures, a table of its parts, and tables of its projects.

    `span` says of which years the figures are where the title does not; `data` is the address of the page's data,
    and `explore` the one at which its projects can be filtered.
    """

    root: Markup
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    facts: tuple[Fact, ...]
    parts_heading: str
    parts_label: str
    parts: tuple[Totals, ...]
    total: Totals
    tables: tuple[ProjectTable, ...]
    others: tuple[OtherTable, ...] = ()
    change: ChangeView | None = None
    span: str = ""
    data: Markup = BLANK
    explore: Markup = BLANK
    linked_data: Markup = BLANK


class SectionViews:
    """Makes the views of section pages; knows the names and links of all departments and units."""

    def __init__(self, organisations: Organisations, site: Site, edition: Edition = Edition.PUBLIC) -> None:
        """Look up every name once: a unit is named on each of its projects' lines."""
        self._site, self.edition = site, edition
        self._departments = {
            key: Link(one.name, addresses.department_address(key))
            for key, one in organisations.departments.items()
        }
        self._units = {
            key: Link(one.name, addresses.unit_address(key)) for key, one in organisations.units.items()
        }
        self._organisations = organisations

    def view_year(self, section: Section) -> SectionView:
        """The page of a year: departments with their units, then every project."""
        return SectionView(
            root=addresses.FROM_SECTION,
            title=f"{section.key} 年度",
            lead=f"{section.key} 年度{self.edition.verb}的项目支出绩效自评，按主管部门和实施单位汇总。",
            crumbs=(HOME, YEARS),
            facts=view_facts(section.summary),
            parts_heading="各部门、各单位合计",
            parts_label="主管部门和实施单位",
            parts=self._total_units(section.parts),
            total=view_totals(WHOLE, section.summary),
            tables=(self._view_table("全部项目", "projects", section, with_unit=True),),
            others=self._view_others(section),
            change=view_change(section),
            data=addresses.data_address(addresses.year_address(section.key)),
            explore=addresses.explore_address("year", section.key),
        )

    def view_department(self, section: Section) -> SectionView:
        """The page of a department: its units, then every project, the newest first."""
        return SectionView(
            root=addresses.FROM_SECTION,
            title=self._departments[section.key].text,
            lead=self._organisations.departments[section.key].note or "本部门所属各单位的项目支出绩效自评。",
            crumbs=(HOME, DEPARTMENTS),
            facts=view_facts(section.summary),
            parts_heading="各单位合计",
            parts_label="实施单位",
            parts=tuple(view_totals(self._units[part.key], part.summary) for part in section.parts),
            total=view_totals(WHOLE, section.summary),
            tables=(self._view_table("全部项目", "projects", section, with_year=True, with_unit=True),),
            others=self._view_others(section),
            change=view_change(section),
            span=name_span(section.years),
            data=addresses.data_address(addresses.department_address(section.key)),
            explore=addresses.explore_address("department", section.key),
            linked_data=write_linked_data(describe_department(section.key, self._organisations, self._site)),
        )

    def view_unit(self, section: Section) -> SectionView:
        """The page of a unit: its years, newest first, with the projects of each."""
        department = self._departments[self._organisations.department_of(section.key)]
        years = tuple(reversed(section.parts))
        return SectionView(
            root=addresses.FROM_SECTION,
            title=self._units[section.key].text,
            lead=self._organisations.units[section.key].note or "本单位历年的项目支出绩效自评。",
            crumbs=(HOME, DEPARTMENTS, department),
            facts=view_facts(section.summary),
            parts_heading="各年度合计",
            parts_label="年度",
            parts=total_years(years),
            total=view_totals(WHOLE, section.summary),
            tables=tuple(self._view_table(f"{part.key} 年度的项目", f"y{part.key}", part) for part in years),
            others=self._view_others(section),
            change=view_change(section),
            span=name_span(section.years),
            data=addresses.data_address(addresses.unit_address(section.key)),
            explore=addresses.explore_address("unit", section.key),
            linked_data=write_linked_data(describe_unit(section.key, self._organisations, self._site)),
        )

    def view_years(self, summaries: Summaries) -> SectionView:
        """The list of years."""
        lead = "按年度看项目支出绩效自评，从最近一年排起。"
        return _view_list("年度", lead, "年度", total_years(summaries.years), summaries)

    def view_departments(self, summaries: Summaries) -> SectionView:
        """The list of departments."""
        lead = "按主管部门看项目支出绩效自评。点部门名称，看它的单位和全部项目。"
        parts = self.total_departments(summaries.departments)
        return _view_list("部门", lead, "主管部门", parts, summaries)

    def view_units(self, summaries: Summaries) -> SectionView:
        """The list of units, each below its department, those without a project too."""
        lead = "按实施单位看项目支出绩效自评，同一主管部门的排在一起。"
        departments = [
            replace(one, parts=tuple(unit for unit in summaries.units if self._belongs(unit, one)))
            for one in summaries.departments
        ]
        return _view_list("单位", lead, "主管部门和实施单位", self._total_units(departments), summaries)

    def _belongs(self, unit: Section, department: Section) -> bool:
        return self._organisations.department_of(unit.key) == department.key

    def total_departments(self, departments: Iterable[Section]) -> tuple[Totals, ...]:
        """A row of totals for each department."""
        return tuple(view_totals(self._departments[one.key], one.summary) for one in departments)

    def _total_units(self, departments: Iterable[Section]) -> tuple[Totals, ...]:
        rows = []
        for department in departments:
            rows.append(view_totals(self._departments[department.key], department.summary))
            rows += [view_totals(self._units[unit.key], unit.summary, level=1) for unit in department.parts]
        return tuple(rows)

    def _view_table(
        self, heading: str, id_: str, section: Section, *, with_year: bool = False, with_unit: bool = False
    ) -> ProjectTable:
        newest_first = sorted(section.assessments, key=lambda one: -one.project.place.year)
        return ProjectTable(
            heading=heading,
            id=id_,
            with_year=with_year,
            with_unit=with_unit,
            lines=tuple(self.view_line(one) for one in newest_first),
            withdrawn=len(newest_first) - section.summary.projects,
            total=view_totals(WHOLE, section.summary),
        )

    def _view_others(self, section: Section) -> tuple[OtherTable, ...]:
        """A table for each kind of form that is listed by itself."""
        newest_first = sorted(section.others, key=lambda one: -one.project.place.year)
        tables = []
        for kind in FormKind:
            of_kind = [one for one in newest_first if one.project.form.kind is kind]
            with_points = any(one.project.form.bears_points for one in of_kind)
            lines = tuple(map(self.view_line, of_kind))
            if lines:
                tables.append(OtherTable(kind.word, kind.value, kind.has_results, with_points, lines))
        return tuple(tables)

    def view_line(self, assessment: Assessment) -> ProjectLine:
        """One project as a line of a table."""
        project, sheet = assessment.project, assessment.sheet
        form, place, total = project.form, project.place, sheet.total
        money, unit = form.funds.total, form.funds.unit
        return ProjectLine(
            name=Link(join_line(form.name), addresses.project_address(place)),
            year=place.year,
            unit=self._units[place.unit],
            budget=format_wan(unit.to_yuan(money.adjusted if form.kind.has_results else money.initial)),
            spent=format_wan(unit.to_yuan(money.executed)),
            rate=sheet.execution.shown_rate or NONE,
            claimed=format_score(total.claimed),
            accepted=format_score(total.accepted),
            differs=judge_total(total).differs,
            grade=describe_grade(form.status, name_grade(total, sheet.grade) if form.bears_points else NONE),
        )


def describe_grade(status: Status, grade: str) -> str:
    """Name a grade, and how far the form has come where it is not simply published."""
    if status is Status.WITHDRAWN:
        return status.word
    return grade + ("" if status is Status.PUBLISHED else f"（{status.word}）")


def name_span(years: Sequence[YearTotals]) -> str:
    """Say of which years a section's totals are."""
    newest, oldest = years[0].year if years else 0, years[-1].year if years else 0
    return f"{oldest} 至 {newest} 年度合计" if oldest < newest else f"{newest} 年度" if newest else ""


def total_years(years: Iterable[Section]) -> tuple[Totals, ...]:
    """A row of totals for each year."""
    return tuple(
        view_totals(Link(f"{one.key} 年度", addresses.year_address(one.key)), one.summary) for one in years
    )


def _view_list(
    title: str, lead: str, label: str, parts: tuple[Totals, ...], summaries: Summaries
) -> SectionView:
    return SectionView(
        root=addresses.FROM_LIST,
        title=title,
        lead=lead,
        crumbs=(HOME,),
        facts=(),
        parts_heading="",
        parts_label=label,
        parts=parts,
        total=view_totals(WHOLE, summaries.whole),
        tables=(),
    )


def view_totals(name: Link, summary: Summary, level: int = 0) -> Totals:
    """A row of totals out of a summary."""
    return Totals(
        name=name,
        level=level,
        projects=summary.projects,
        budget=format_wan(summary.budget),
        spent=format_wan(summary.spent),
        rate=format_rate(summary.rate),
        score=format_score(summary.score),
        grades=join_counts(list_grades(summary).items()) or NONE,
        lowered=summary.lowered,
        raised=summary.raised,
        verifiable=view_verifiability(summary.verifiability).number,
    )


def view_facts(summary: Summary) -> tuple[Fact, ...]:
    """The headline figures of a section."""
    partly = "" if summary.assessed == summary.projects else f"{summary.assessed} 个评全的项目平均"
    scale = choose_scale((summary.budget, summary.spent))
    return (
        Fact("项目", str(summary.projects), "个"),
        Fact("全年预算数", scale.format(summary.budget), scale.unit),
        Fact("全年执行数", scale.format(summary.spent), scale.unit),
        Fact("预算执行率", format_rate(summary.rate)),
        Fact("平均认定得分", format_score(summary.score), "分", partly),
        Fact(LOWERED, str(summary.lowered), "个"),
        Fact(RAISED, str(summary.raised), "个"),
        view_verifiability(summary.verifiability),
    )
