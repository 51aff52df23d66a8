"""The views of the home page and of the hand-written pages."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from posixpath import dirname, join, normpath

from markupsafe import Markup

from generator.model.corpus import TextPage
from generator.model.overview import Deviation
from generator.model.profile import Profile
from generator.model.site import Edition, Site
from generator.model.summary import Summaries, Summary
from generator.render import addresses
from generator.render.escaping import tame_markdown
from generator.render.numbers import NONE, choose_scale, format_points, format_rate, format_score
from generator.render.views.deviations import Anchors
from generator.render.views.parts import Fact, Link
from generator.render.views.sections import WHOLE, SectionViews, Totals, view_facts, view_totals
from generator.text.cleaning import join_line
from generator.text.numbers import write_verifiability

_LONGEST_CELL = 80


@dataclass(frozen=True, slots=True)
class HomeLoss:
    """A row that lost many points: of which project and unit, how many points, what was meant and done, and why."""

    project: Link
    row: Link
    unit: Link
    lost: Markup
    target: str
    actual: str
    reason: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page: `in_words` tells the newest year in a sentence, `all_years` all of them if there are several."""

    root: Markup
    site: Site
    facts: tuple[Fact, ...]
    newest: Link | None
    in_words: str
    parts: tuple[Totals, ...]
    total: Totals
    all_years: str
    losses: tuple[HomeLoss, ...]
    all_losses: Markup
    rules: Link
    execution_points: Markup


@dataclass(frozen=True, slots=True)
class TextView:
    """A hand-written page: its title, and tamed Markdown."""

    root: Markup
    title: str
    body: Markup
    more: tuple[Link, ...]


def view_home(
    site: Site, summaries: Summaries, losses: Iterable[Deviation], sections: SectionViews, profile: Profile
) -> HomeView:
    """The home page: the newest year in words, in figures and by department, and what lost most points in it."""
    newest = next((one for one in summaries.years if one.assessments), None)
    summary = newest.summary if newest else summaries.whole
    year = newest.key if newest else ""
    anchors = Anchors()
    return HomeView(
        root=addresses.FROM_HOME,
        site=site,
        facts=view_facts(summary),
        newest=Link(f"{year} 年度", addresses.year_address(year)) if newest else None,
        in_words=_tell_year(year, summary, profile.total.points, sections.edition) if newest else "",
        parts=sections.total_departments(newest.parts) if newest else (),
        total=view_totals(WHOLE, summary),
        all_years=_tell_all_years(summaries, sections.edition)
        if len(newest.years if newest else ()) > 1
        else "",
        losses=tuple(
            _view_loss(one, anchors, sections)
            for one in losses
            if str(one.assessment.project.place.year) == year
        ),
        all_losses=addresses.deviations_address(year),
        rules=Link(profile.name, addresses.profile_address(profile.id)),
        execution_points=format_points(profile.execution.points),
    )


def _tell_year(year: str, summary: Summary, full: Decimal, edition: Edition) -> str:
    """Tell a year in one sentence, for someone who has never seen such figures."""
    told = [f"{year} 年度{edition.verb}了 {summary.projects} 个项目的自评表"]
    if summary.rate is not None:
        budget, spent = _tell_money(summary)
        told.append(f"预算共 {budget}，花掉 {spent}（{format_rate(summary.rate)}）")
    if summary.score is not None:
        told.append(f"平均得 {format_score(summary.score)} 分（满分 {format_points(full)} 分）")
    if summary.lowered:
        told.append(f"有 {summary.lowered} 个项目，认定的总分低于单位给自己打的分")
    if summary.raised:
        told.append(f"有 {summary.raised} 个项目，按办法重新计算，比单位给自己打的分高")
    told.append(f"各表合计 {write_verifiability(summary.verifiability)}")
    return f"{'；'.join(told)}。"


def _tell_all_years(summaries: Summaries, edition: Edition) -> str:
    """Tell all years together."""
    whole, years = summaries.whole, [one for one in summaries.years if one.assessments]
    budget, spent = _tell_money(whole)
    return (
        f"{years[-1].key} 到 {years[0].key} 年度一共{edition.verb}了 {whole.projects} 个项目，"
        f"预算 {budget}，执行 {spent}。"
    )


def _tell_money(summary: Summary) -> Iterator[str]:
    """Tell budget and spending in one unit that a reader can grasp."""
    scale = choose_scale((summary.budget, summary.spent))
    return (f"{scale.format(one)} {scale.unit}" for one in (summary.budget, summary.spent))


def _view_loss(one: Deviation, anchors: Anchors, sections: SectionViews) -> HomeLoss:
    line, name = sections.view_line(one.assessment), join_line(one.name)
    return HomeLoss(
        project=line.name,
        row=Link(name, anchors.address(one.assessment, one.row)),
        unit=line.unit,
        lost=format_points(one.lost),
        target=_cut(join_line(one.target)) or NONE,
        actual=_cut(join_line(one.actual)) or NONE,
        reason=_cut(join_line(one.reason)) if one.says_why else "没有写明原因",
    )


def _cut(text: str) -> str:
    """Cut a cell to what has room on the home page; the row on its form tells all of it."""
    return text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}……"


def view_texts(pages: Iterable[TextPage], others: Collection[str]) -> dict[str, TextView]:
    """The hand-written pages by their path in the docs folder; the fixed ones are always there.

    They may link to one another, and to the `others`, which are paths in the docs folder too.
    """
    texts = {page.name: page.text for page in pages}
    more = [name for name in sorted(texts) if name not in addresses.FIXED_TEXTS]
    links = tuple(Link(_split_title(texts[name], name)[0], addresses.text_address(name)) for name in more)
    fixed = {
        f"{name}.md": (texts.get(name, "本页还没有写。"), title)
        for name, title in addresses.FIXED_TEXTS.items()
    }
    further = {f"pages/{name}.md": (texts[name], name) for name in more}
    targets = {*fixed, *further, *others}
    return {
        path: _view_text(path, text, title, targets, links if path == "about.md" else ())
        for path, (text, title) in (fixed | further).items()
    }


def _view_text(
    path: str, text: str, title: str, targets: Collection[str], more: tuple[Link, ...]
) -> TextView:
    own_title, body = _split_title(text, title)

    def is_page(target: str) -> bool:
        return normpath(join(dirname(path), target.partition("#")[0])) in targets

    return TextView(
        root=addresses.FROM_SECTION if "/" in path else addresses.FROM_LIST,
        title=own_title,
        body=tame_markdown(body, is_page),
        more=more,
    )


def _split_title(text: str, default: str) -> tuple[str, str]:
    first, _, rest = text.lstrip("\ufeff\r\n ").partition("\n")
    return (first[2:].strip() or default, rest) if first.startswith("# ") else (default, text)
