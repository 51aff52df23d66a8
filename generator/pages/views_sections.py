"""The views of section pages: years, departments and units, each a table of totals and a table of projects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.assessment import Assessment
from generator.model.form import Status
from generator.model.organisations import Organisations
from generator.model.summary import Section, Summaries, Summary
from generator.pages import addresses
from generator.pages.escaping import join_line
from generator.pages.formats import NONE, format_rate, format_score, format_wan
from generator.pages.views_parts import DEPARTMENTS, HOME, YEARS, Fact, Link, judge


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
    differing: str


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in a table: money in 万元, the claimed and the accepted total, the grade."""

    name: Link
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
    """A table of projects: its heading, the heading's id, and whether the unit is told on every line."""

    heading: str
    id: str
    with_unit: bool
    lines: tuple[ProjectLine, ...]
    total: Totals


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section page: the way up, figures, a table of its parts, and tables of its projects."""

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


class SectionViews:
    """Makes the views of section pages; it knows the organisations' names."""

    def __init__(self, organisations: Organisations) -> None:
        self._departments = {
            key: Link(one.name, addresses.department_address(key))
            for key, one in organisations.departments.items()
        }
        self._units = {
            key: Link(one.name, addresses.unit_address(key)) for key, one in organisations.units.items()
        }
        self._department_notes = {key: one.note for key, one in organisations.departments.items()}
        self._unit_notes = {key: one.note for key, one in organisations.units.items()}
        self._organisations = organisations

    def view_year(self, section: Section) -> SectionView:
        """The page of a year: departments with their units, then every project."""
        return SectionView(
            root=addresses.FROM_SECTION,
            title=f"{section.key} 年度",
            lead=f"{section.key} 年度公开的项目支出绩效自评，按主管部门和实施单位汇总。",
            crumbs=(HOME, YEARS),
            facts=view_facts(section.summary),
            parts_heading="各部门、各单位合计",
            parts_label="主管部门和实施单位",
            parts=tuple(self._view_nested(section.parts)),
            total=view_totals(Link("合计", addresses.HOME), section.summary),
            tables=(self._view_table("全部项目", "projects", section, with_unit=True),),
        )

    def view_department(self, section: Section) -> SectionView:
        """The page of a department: its units, then its projects by year."""
        return SectionView(
            root=addresses.FROM_SECTION,
            title=self._departments[section.key].text,
            lead=self._department_notes[section.key] or "本部门所属各单位的项目支出绩效自评。",
            crumbs=(HOME, DEPARTMENTS),
            facts=view_facts(section.summary),
            parts_heading="各单位合计",
            parts_label="实施单位",
            parts=tuple(view_totals(self._units[part.key], part.summary) for part in section.parts),
            total=view_totals(Link("合计", addresses.HOME), section.summary),
            tables=(),
        )

    def view_unit(self, section: Section) -> SectionView:
        """The page of a unit: its years, newest first, with the projects of each."""
        department = self._departments[self._organisations.department_of(section.key)]
        years = tuple(reversed(section.parts))
        return SectionView(
            root=addresses.FROM_SECTION,
            title=self._units[section.key].text,
            lead=self._unit_notes[section.key] or "本单位历年的项目支出绩效自评。",
            crumbs=(HOME, DEPARTMENTS, department),
            facts=view_facts(section.summary),
            parts_heading="各年度合计",
            parts_label="年度",
            parts=tuple(
                view_totals(Link(f"{part.key} 年度", addresses.year_address(part.key)), part.summary)
                for part in years
            ),
            total=view_totals(Link("合计", addresses.HOME), section.summary),
            tables=tuple(
                self._view_table(f"{part.key} 年度的项目", f"y{part.key}", part, with_unit=False)
                for part in years
            ),
        )

    def view_years(self, summaries: Summaries) -> SectionView:
        """The list of years."""
        parts = [
            view_totals(Link(f"{one.key} 年度", addresses.year_address(one.key)), one.summary)
            for one in summaries.years
        ]
        return self._view_list("年度", "按年度看项目支出绩效自评，从最近一年排起。", "年度", parts, summaries)

    def view_departments(self, summaries: Summaries) -> SectionView:
        """The list of departments."""
        parts = [view_totals(self._departments[one.key], one.summary) for one in summaries.departments]
        return self._view_list("部门", "按主管部门看项目支出绩效自评。", "主管部门", parts, summaries)

    def view_units(self, summaries: Summaries) -> SectionView:
        """The list of units, each below its department."""
        parts = list(self._view_nested(summaries.departments))
        return self._view_list(
            "单位",
            "按实施单位看项目支出绩效自评，同一主管部门的排在一起。",
            "主管部门和实施单位",
            parts,
            summaries,
        )

    def _view_list(
        self, title: str, lead: str, label: str, parts: Sequence[Totals], summaries: Summaries
    ) -> SectionView:
        return SectionView(
            root=addresses.FROM_LIST,
            title=title,
            lead=lead,
            crumbs=(HOME,),
            facts=(),
            parts_heading="",
            parts_label=label,
            parts=tuple(parts),
            total=view_totals(Link("合计", addresses.HOME), summaries.whole),
            tables=(),
        )

    def _view_nested(self, departments: Iterable[Section]) -> Iterable[Totals]:
        for department in departments:
            yield view_totals(self._departments[department.key], department.summary)
            for unit in department.parts:
                yield view_totals(self._units[unit.key], unit.summary, level=1)

    def _view_table(self, heading: str, id_: str, section: Section, *, with_unit: bool) -> ProjectTable:
        return ProjectTable(
            heading=heading,
            id=id_,
            with_unit=with_unit,
            lines=tuple(self.view_line(one) for one in section.assessments),
            total=view_totals(Link("合计", addresses.HOME), section.summary),
        )

    def view_line(self, assessment: Assessment) -> ProjectLine:
        """One project as a line of a table."""
        project, sheet = assessment.project, assessment.sheet
        form, total = project.form, sheet.total
        money, unit = form.funds.total, form.funds.unit.yuan
        withdrawn = form.status is Status.WITHDRAWN
        return ProjectLine(
            name=Link(join_line(form.name), addresses.project_address(project.place)),
            unit=self._units[project.place.unit],
            budget=NONE if money.adjusted is None else format_wan(money.adjusted * unit),
            spent=NONE if money.executed is None else format_wan(money.executed * unit),
            rate=sheet.execution.shown_rate or NONE,
            claimed=format_score(total.claimed),
            accepted=format_score(total.accepted),
            differs=bool(judge(total.claimed, total.accepted).words) and total.claimed is not None,
            grade="已撤回" if withdrawn else sheet.grade or "未评全",
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
        grades="　".join(f"{grade} {count}" for grade, count in summary.grades.items()) or NONE,
        differing=f"≠ {summary.differing}" if summary.differing else "0",
    )


def view_facts(summary: Summary) -> tuple[Fact, ...]:
    """The headline figures of a section."""
    partly = "" if summary.assessed == summary.projects else f"{summary.assessed} 个评全的项目平均"
    return (
        Fact("项目", str(summary.projects), "个"),
        Fact("全年预算数", format_wan(summary.budget), "万元"),
        Fact("全年执行数", format_wan(summary.spent), "万元"),
        Fact("预算执行率", format_rate(summary.rate)),
        Fact("平均认定得分", format_score(summary.score), "分", partly),
        Fact("复算与自评不同", str(summary.differing), "个"),
    )
