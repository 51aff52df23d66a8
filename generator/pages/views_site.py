"""The views of the home page and of the hand-written pages."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from posixpath import dirname, join, normpath

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
