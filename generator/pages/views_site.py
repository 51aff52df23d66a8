"""The views of the home page, the lists of rules and profiles, and the hand-written pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.corpus import TextPage
from generator.model.rule_page import RulePage
from generator.model.site import Site
from generator.model.summary import Summaries, Summary
from generator.pages import addresses
from generator.pages.escaping import tame_markdown
from generator.pages.views_parts import HOME, RULES, SEVERITY_WORDS, Fact, Link
from generator.pages.views_profile import ProfileView
from generator.pages.views_sections import SectionViews, Totals, view_facts, view_totals

FIXED_TEXTS = {"about": "关于本站", "glossary": "名词解释"}
"""The hand-written pages that the navigation always holds, with the title of an empty one."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    root: Markup
    site: Site
    facts: tuple[Fact, ...]
    newest: Link | None
    parts: tuple[Totals, ...]
    total: Totals
    grades: tuple[tuple[str, int], ...]
    rules: Link
    execution_points: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule's page, and its line in the list."""

    root: Markup
    crumbs: tuple[Link, ...]
    link: Link
    code: str
    name: str
    severity: str
    severity_words: str
    body: Markup


@dataclass(frozen=True, slots=True)
class TextView:
    """A hand-written page: its title, and tamed Markdown."""

    root: Markup
    title: str
    body: Markup
    more: tuple[Link, ...]


def view_home(site: Site, summaries: Summaries, sections: SectionViews, profile: ProfileView) -> HomeView:
    """The home page: the totals, the newest year by department, and the way in."""
    newest = summaries.years[0] if summaries.years else None
    shown = sections.view_year(newest) if newest else None
    whole: Summary = summaries.whole
    return HomeView(
        root=addresses.FROM_HOME,
        site=site,
        facts=view_facts(whole),
        newest=Link(f"{newest.key} 年度", addresses.year_address(newest.key)) if newest else None,
        parts=shown.parts if shown else (),
        total=shown.total if shown else view_totals(Link("合计", addresses.HOME), whole),
        grades=tuple(whole.grades.items()),
        rules=profile.link,
        execution_points=profile.groups[0].rows[1].value,
    )


def view_rule(rule: RulePage) -> RuleView:
    """A rule's page."""
    return RuleView(
        root=addresses.FROM_SECTION,
        crumbs=(HOME, RULES),
        link=Link(rule.title, addresses.rule_address(rule.code)),
        code=rule.code,
        name=rule.name,
        severity=rule.severity.value,
        severity_words=SEVERITY_WORDS[rule.severity],
        body=Markup(rule.body_markdown),
    )


def view_texts(pages: Iterable[TextPage]) -> dict[str, TextView]:
    """The hand-written pages by their path in the docs folder; the fixed ones are always there."""
    texts = {page.name: page.text for page in pages}
    more = [name for name in sorted(texts) if name not in FIXED_TEXTS]
    links = tuple(Link(_split_title(texts[name], name)[0], addresses.text_address(name)) for name in more)
    views = {
        f"{name}.md": _view_text(
            texts.get(name, "本页还没有写。"), title, addresses.FROM_LIST, links if name == "about" else ()
        )
        for name, title in FIXED_TEXTS.items()
    }
    return views | {
        f"pages/{name}.md": _view_text(texts[name], name, addresses.FROM_SECTION, ()) for name in more
    }


def _view_text(text: str, title: str, root: Markup, more: Sequence[Link]) -> TextView:
    own_title, body = _split_title(text, title)
    return TextView(root=root, title=own_title, body=tame_markdown(body), more=tuple(more))


def _split_title(text: str, default: str) -> tuple[str, str]:
    first, _, rest = text.lstrip("\ufeff\r\n ").partition("\n")
    return (first[2:].strip() or default, rest) if first.startswith("# ") else (default, text)
