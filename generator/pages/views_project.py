"""The view of a project's page: the official form, what recomputes beside each claim, findings and origin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from generator.model.assessment import Assessment, ScoreSheet, TotalScore
from generator.model.finding import Finding
from generator.model.form import Amounts, Form, Goal, Status
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.project import Place
from generator.model.rule_page import RulePage
from generator.model.site import Edition, Site
from generator.pages import addresses
from generator.pages.escaping import join_line
from generator.pages.formats import BLANK, NONE, format_money, format_points
from generator.pages.views_findings import FindingView, view_findings
from generator.pages.views_indicators import IndicatorRow, row_ids, view_groups
from generator.pages.views_internal import InternalView, view_internal
from generator.pages.views_parts import HOME, Fact, Link, Verdict, judge, judge_total


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row of the funds table below the total."""

    name: str
    initial: Markup
    adjusted: Markup
    executed: Markup


@dataclass(frozen=True, slots=True)
class FundsView:
    """The funds table (项目资金): the total with its points, then where the money came from."""

    unit: str
    rows: int
    total: MoneyRow
    sources: tuple[MoneyRow, ...]
    weight: Markup
    claimed_rate: str
    claimed: Markup
    rate_differs: bool
    computed: Markup
    verdict: Verdict
    formula: str
    explanation: str


@dataclass(frozen=True, slots=True)
class TotalView:
    """The last row of the form (总分) and the grade."""

    weight: Markup
    claimed: Markup
    computed: Markup
    verdict: Verdict
    formula: str
    grade: str
    claimed_grade: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where the data came from; addresses are empty where there is nothing to link to."""

    source: str
    source_address: str
    file: str
    file_address: str
    rules: Link
    licence: str
    licence_address: str


@dataclass(frozen=True, slots=True)
class ProjectView:
    """Everything that a project's page prints."""

    root: Markup
    title: str
    name: str
    year: int
    lead: str
    crumbs: tuple[Link, ...]
    department: Link
    unit: Link
    withdrawn: bool
    facts: tuple[Fact, ...]
    funds: FundsView
    goals: tuple[Goal, ...]
    groups: tuple[tuple[IndicatorRow, ...], ...]
    total: TotalView
    findings: tuple[FindingView, ...]
    origin: OriginView
    internal: InternalView | None


@dataclass(frozen=True, slots=True)
class Background:
    """What a project's page needs to know beyond its own project."""

    site: Site
    organisations: Organisations
    profiles: Mapping[str, Profile]
    catalogue: Mapping[str, RulePage]
    edition: Edition


def view_project(assessment: Assessment, findings: Iterable[Finding], background: Background) -> ProjectView:
    """Gather a project's page out of its assessment and findings."""
    project, sheet = assessment.project, assessment.sheet
    form, place = project.form, project.place
    unit = background.organisations.units[place.unit]
    department = background.organisations.departments[unit.department]
    ids = row_ids(form.indicators)
    unit_link = Link(unit.name, addresses.unit_address(place.unit))
    department_link = Link(department.name, addresses.department_address(unit.department))
    return ProjectView(
        root=addresses.FROM_PROJECT,
        title=f"{join_line(form.name)}（{place.year} 年度）",
        name=join_line(form.name),
        year=place.year,
        lead=describe_project(f"{unit.name} {place.year} 年度", form, sheet),
        crumbs=(
            HOME,
            Link(f"{place.year} 年度", addresses.year_address(place.year)),
            department_link,
            unit_link,
        ),
        department=department_link,
        unit=unit_link,
        withdrawn=form.status is Status.WITHDRAWN,
        facts=view_facts(form, sheet),
        funds=view_funds(form, sheet),
        goals=form.goals,
        groups=view_groups(assessment, ids),
        total=view_total(form, sheet),
        findings=view_findings(findings, form.indicators, ids, background.catalogue, background.edition),
        origin=view_origin(form, place, sheet, background),
        internal=view_internal(form, ids, background.edition),
    )


def describe_project(whose: str, form: Form, sheet: ScoreSheet) -> str:
    """Tell the whole page in a sentence or two, leaving out what the form does not say."""
    money, unit, total = form.funds.total, form.funds.unit.value, sheet.total
    parts = [f"{whose}的一个财政支出项目"]
    if money.adjusted is not None:
        parts.append(f"全年预算 {format_money(money.adjusted)} {unit}")
    if money.executed is not None:
        parts.append(f"实际支出 {format_money(money.executed)} {unit}")
    claimed = (
        "表上没有自评总分" if total.claimed is None else f"单位给自己打了 {format_points(total.claimed)} 分"
    )
    return f"{'，'.join(parts)}。{claimed}{describe_accepted(sheet.total)}。"


def describe_accepted(total: TotalScore) -> str:
    """Say what the recomputation accepts, and out of how many points where some rows could not be assessed."""
    if total.accepted is None:
        return "，没有可以复算的内容"
    accepted = f"，按公开的评分办法复算，认定 {format_points(total.accepted)} 分"
    if total.is_whole:
        return accepted
    return (
        f"{accepted}（{format_points(total.weight)} 分里只有 {format_points(total.assessed)} 分的内容能评）"
    )


def view_facts(form: Form, sheet: ScoreSheet) -> tuple[Fact, ...]:
    """Pick the figures that stand at the head of the page."""
    money, total, unit = form.funds.total, sheet.total, form.funds.unit.value
    return (
        Fact("全年预算数", format_money(money.adjusted), unit),
        Fact("全年执行数", format_money(money.executed), unit),
        Fact("预算执行率", sheet.execution.shown_rate or NONE),
        Fact("单位自评", format_points(total.claimed), "分", "表上没有总分" if total.claimed is None else ""),
        Fact("复算认定", format_points(total.accepted), "分", describe_total(total)),
        Fact("等级", sheet.grade or NONE, "", "" if sheet.grade else "未评全，不定等级"),
    )


def describe_total(total: TotalScore) -> str:
    """Say in a word how the accepted total stands to the claim."""
    if total.accepted is None:
        return "未评"
    verdict = judge_total(total)
    if verdict.differs:
        return f"≠ {verdict.words}"
    return verdict.words or "＝ 与自评一致"


def view_funds(form: Form, sheet: ScoreSheet) -> FundsView:
    """Lay out the funds table, money exactly as filed."""
    funds, execution = form.funds, sheet.execution
    return FundsView(
        unit=funds.unit.value,
        rows=1 + len(funds.sources),
        total=_view_money("年度资金总额", funds.total),
        sources=tuple(_view_money(name_source(n, one.name), one) for n, one in enumerate(funds.sources)),
        weight=format_points(funds.weight, BLANK),
        claimed_rate=form.reported.rate,
        claimed=format_points(form.reported.execution_score, BLANK),
        rate_differs=differs_in_number(form.reported.rate, execution.shown_rate),
        computed=format_points(execution.computed),
        verdict=judge(execution.claimed, execution.accepted),
        formula=execution.formula,
        explanation=funds.explanation,
    )


def differs_in_number(printed: str, shown: str) -> bool:
    """Tell whether a printed rate is another number than the one that recomputes; one without a number is not."""
    try:
        return Decimal(printed.strip().rstrip("%％")) != Decimal(shown.rstrip("%"))
    except InvalidOperation:
        return False


def name_source(position: int, name: str) -> str:
    """Name a source of money; the first one says that the sources are parts of the total, as forms print it."""
    return f"其中：{name}" if position == 0 and not name.startswith("其中") else name


def _view_money(name: str, amounts: Amounts) -> MoneyRow:
    return MoneyRow(
        name=name,
        initial=format_money(amounts.initial, BLANK),
        adjusted=format_money(amounts.adjusted, BLANK),
        executed=format_money(amounts.executed, BLANK),
    )


def view_total(form: Form, sheet: ScoreSheet) -> TotalView:
    """Lay out the row of totals."""
    total = sheet.total
    return TotalView(
        weight=format_points(total.weight),
        claimed=format_points(total.claimed, BLANK),
        computed=format_points(total.computed),
        verdict=judge_total(total),
        formula=total.formula,
        grade=sheet.grade or "",
        claimed_grade=form.reported.grade,
    )


def view_origin(form: Form, place: Place, sheet: ScoreSheet, background: Background) -> OriginView:
    """Say where the data came from and by which rules it was scored."""
    site = background.site
    profile = background.profiles.get(sheet.profile)
    return OriginView(
        source=form.source,
        source_address=form.source if _is_address(form.source) else "",
        file=f"content/{place.path}",
        file_address=file_address(site.repository, place),
        rules=Link(
            profile.document.title if profile else sheet.profile, addresses.profile_address(sheet.profile)
        ),
        licence=site.licence.name,
        licence_address=site.licence.url if _is_address(site.licence.url) else "",
    )


def _is_address(text: str) -> bool:
    """Tell whether a text may be linked to: a source may be a file's name, or a script."""
    return text.startswith(("https://", "http://"))


def file_address(repository: str, place: Place) -> str:
    """Address of a project's file in the repository's web view, empty without a repository.

    GitHub, GitLab and Gitee all know `blob/HEAD`, whatever the branch is called.
    """
    if not _is_address(repository):
        return ""
    middle = "/-/blob/HEAD/content/" if "gitlab" in repository else "/blob/HEAD/content/"
    return f"{repository.rstrip('/')}{middle}{addresses.project_address(place).rstrip('/')}.toml"
