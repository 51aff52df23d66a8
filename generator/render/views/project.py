"""The view of a project's page: the official form, what recomputes beside each claim, the sum, the years, origin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from markupsafe import Markup

from generator.model.anchors import row_ids
from generator.model.assessment import Assessment, ScoreSheet, TotalScore
from generator.model.finding import Finding
from generator.model.form import Form, MoneyUnit, Note, Status
from generator.model.history import History
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.rule_page import RulePage
from generator.model.site import Edition, Site
from generator.render import addresses
from generator.render.glossary import Glossary
from generator.render.linked_data import describe_dataset, write_linked_data
from generator.render.numbers import BLANK, NONE, YI, choose_scale, format_money, format_points
from generator.render.print_layout import is_wordy
from generator.render.views.parts import (
    HOME,
    Fact,
    Link,
    Verdict,
    judge_total,
    name_grade,
    view_verifiability,
)
from generator.render.views.project_findings import FindingGroup, view_findings
from generator.render.views.project_funds import FundsView, view_funds
from generator.render.views.project_head import HeadView, view_head
from generator.render.views.project_indicators import Columns, IndicatorGroup, choose_columns, view_groups
from generator.render.views.project_internal import InternalView, view_internal
from generator.render.views.project_lead import describe_project
from generator.render.views.project_origin import OriginView, view_origin
from generator.render.views.project_sum import SumView, view_sum
from generator.render.views.project_years import YearsView, view_years
from generator.summarise.timelines import Timelines
from generator.text.cleaning import join_line


@dataclass(frozen=True, slots=True)
class TotalView:
    """The last row of the form (总分) and the grade."""

    weight: Markup
    claimed: Markup
    reviewed: Markup
    computed: Markup
    verdict: Verdict
    formula: str
    grade: str
    claimed_grade: str


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal."""

    expected: str
    actual: str
    weight: Markup
    score: Markup


@dataclass(frozen=True, slots=True)
class GoalsView:
    """The goals, and which columns beside them the paper has: what was reached, and points."""

    rows: tuple[GoalRow, ...]
    actual: bool
    weight: bool
    score: bool


@dataclass(frozen=True, slots=True)
class ProjectView:
    """Everything that a project's page prints; a `wordy` form needs a wide column for its explanations."""

    root: Markup
    title: str
    name: str
    year: int
    lead: str
    crumbs: tuple[Link, ...]
    head: HeadView
    unit: Link
    withdrawn: bool
    withdrawal: str
    facts: tuple[Fact, ...]
    funds: FundsView
    goals: GoalsView
    wordy: bool
    columns: Columns
    groups: tuple[IndicatorGroup, ...]
    total: TotalView
    notes: tuple[Note, ...]
    sum: SumView | None
    years: YearsView | None
    findings: tuple[FindingGroup, ...]
    origin: OriginView
    internal: InternalView | None
    linked_data: Markup


@dataclass(frozen=True, slots=True)
class Background:
    """What a project's page needs to know beyond its own project.

    `timelines` know the years of the same project, and `history` is by the path of a project's file.
    """

    site: Site
    organisations: Organisations
    profiles: Mapping[str, Profile]
    catalogue: Mapping[str, RulePage]
    edition: Edition
    timelines: Timelines = field(default_factory=Timelines)
    history: History = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)


def view_project(assessment: Assessment, findings: Iterable[Finding], background: Background) -> ProjectView:
    """Gather a project's page out of its assessment and findings."""
    project, sheet = assessment.project, assessment.sheet
    form, place = project.form, project.place
    site, organisations = background.site, background.organisations
    unit = organisations.units[place.unit]
    department = organisations.departments[unit.department]
    history = background.history.get(place.path)
    lead = describe_project(unit.name, assessment)
    ids = row_ids(form.indicators)
    unit_link = Link(unit.name, addresses.unit_address(place.unit))
    department_link = Link(department.name, addresses.department_address(unit.department))
    return ProjectView(
        root=addresses.FROM_PROJECT,
        title=f"{join_line(form.name)}（{place.year} 年度）",
        name=join_line(form.name),
        year=place.year,
        lead=lead,
        crumbs=(
            HOME,
            Link(f"{place.year} 年度", addresses.year_address(place.year)),
            department_link,
            unit_link,
        ),
        head=view_head(form, department_link, organisations),
        unit=unit_link,
        withdrawn=form.status is Status.WITHDRAWN,
        withdrawal=form.withdrawal,
        facts=view_facts(form, sheet),
        funds=view_funds(form, sheet),
        goals=view_goals(form),
        wordy=is_wordy(form.indicators),
        columns=choose_columns(form),
        groups=view_groups(assessment, ids),
        total=view_total(form, sheet),
        notes=form.notes,
        sum=view_sum(assessment, ids) if form.bears_points else None,
        years=view_years(form, place.year, background.timelines.trace(assessment), ids),
        findings=view_findings(findings, form.indicators, ids, background.catalogue, background.edition),
        origin=view_origin(assessment, unit.name, site, background.profiles, history),
        internal=view_internal(form, ids, background.edition),
        linked_data=write_linked_data(describe_dataset(assessment, lead, organisations, site, history)),
    )


def view_facts(form: Form, sheet: ScoreSheet) -> tuple[Fact, ...]:
    """Pick the figures that stand at the head of the page."""
    total = sheet.total
    if not form.bears_points:
        return (*_view_money(form, sheet), Fact("绩效指标", str(len(form.indicators)), "行"))
    return (
        *_view_money(form, sheet),
        Fact("单位自评", format_points(total.claimed), "分", "表上没有总分" if total.claimed is None else ""),
        Fact("复算认定", format_points(total.accepted), "分", describe_total(total)),
        Fact("等级", sheet.grade or NONE, "", "" if sheet.grade else name_grade(total, None)),
        view_verifiability(total.verifiability),
    )


def _view_money(form: Form, sheet: ScoreSheet) -> Iterator[Fact]:
    """Show what was budgeted, and where the form tells of the whole year, what was spent."""
    money, unit = form.funds.total, form.funds.unit
    if not form.kind.has_results:
        yield _view_amount("年初预算数", money.initial, unit)
        return
    if money.adjusted is None and money.initial is not None:  # the paper has no column for it
        yield _view_amount("年初预算数", money.initial, unit)
    else:
        yield _view_amount("全年预算数", money.adjusted, unit)
    yield _view_amount("全年执行数", money.executed, unit)
    yield Fact("预算执行率", sheet.execution.shown_rate or NONE)


def _view_amount(label: str, amount: Decimal | None, unit: MoneyUnit) -> Fact:
    """Show an amount as filed; one from a hundred million yuan on is rounded, and its digits stand below."""
    exact, yuan = Fact(label, format_money(amount), unit), unit.to_yuan(amount)
    scale = choose_scale([yuan])
    if scale is not YI:
        return exact
    return Fact(label, scale.format(yuan), scale.unit, f"{exact.number} {unit}")


def describe_total(total: TotalScore) -> str:
    """Say in a word how the accepted total stands to the claim, which says itself that it is not there."""
    if total.claimed is None and total.is_whole:
        return ""
    verdict = judge_total(total)
    return f"≠ {verdict.words}" if verdict.differs else verdict.words or "与自评相同"


def view_goals(form: Form) -> GoalsView:
    """Lay out the goals."""
    goals = form.goals
    return GoalsView(
        rows=tuple(
            GoalRow(
                one.expected,
                one.actual,
                format_points(one.weight, BLANK),
                format_points(one.score, BLANK),
            )
            for one in goals
        ),
        actual=form.kind.has_results,
        weight=any(one.weight is not None for one in goals),
        score=any(one.score is not None for one in goals),
    )


def view_total(form: Form, sheet: ScoreSheet) -> TotalView:
    """Lay out the row of totals."""
    total = sheet.total
    return TotalView(
        weight=format_points(total.weight),
        claimed=format_points(total.claimed, BLANK),
        reviewed=format_points(form.reported.reviewed_total, BLANK),
        computed=format_points(total.computed),
        verdict=judge_total(total),
        formula=total.formula,
        grade=sheet.grade or "",
        claimed_grade=form.reported.grade,
    )
