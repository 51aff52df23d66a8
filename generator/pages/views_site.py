"""The views of the home page and of the hand-written pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.corpus import TextPage
from generator.model.profile import Profile
from generator.model.site import Site
from generator.model.summary import Summaries
from generator.pages import addresses
from generator.pages.escaping import tame_markdown
from generator.pages.formats import format_points
from generator.pages.views_parts import Fact, Link
from generator.pages.views_sections import WHOLE, SectionViews, Totals, view_facts, view_totals

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
    execution_points: Markup


@dataclass(frozen=True, slots=True)
class TextView:
    """A hand-written page: its title, and tamed Markdown."""

    root: Markup
    title: str
    body: Markup
    more: tuple[Link, ...]


def view_home(site: Site, summaries: Summaries, sections: SectionViews, profile: Profile) -> HomeView:
    """The home page: the totals, the newest year by department, and the way in."""
    newest = summaries.years[0] if summaries.years else None
    return HomeView(
        root=addresses.FROM_HOME,
        site=site,
        facts=view_facts(summaries.whole),
        newest=Link(f"{newest.key} 年度", addresses.year_address(newest.key)) if newest else None,
        parts=sections.total_departments(newest.parts) if newest else (),
        total=view_totals(WHOLE, newest.summary if newest else summaries.whole),
        grades=tuple(summaries.whole.grades.items()),
        rules=Link(profile.document.title, addresses.profile_address(profile.id)),
        execution_points=format_points(profile.execution.points),
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
