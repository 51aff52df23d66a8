"""Turn assessments and summaries into the Markdown pages of the site."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.data_table import DataSet
from generator.model.finding import Finding
from generator.model.overview import Overviews
from generator.model.project import Place
from generator.model.rule_page import RulePage
from generator.model.site import Edition, Site
from generator.model.summary import Summaries
from generator.model.update import Chronicle
from generator.render import addresses
from generator.render.cache_keys import PageKeys
from generator.render.escaping import bind_units, escape, finalize
from generator.render.feed import FeedWriter
from generator.render.glossary import Glossary, read_glossary
from generator.render.views.charts import ChartViews, PageFigures
from generator.render.views.coverage import CoverageViews
from generator.render.views.data import view_data, view_dictionary
from generator.render.views.deviations import DeviationViews
from generator.render.views.disclosure import view_disclosures
from generator.render.views.explore import view_explore
from generator.render.views.home import view_home, view_texts
from generator.render.views.indicators import view_indicators
from generator.render.views.profile import view_profile
from generator.render.views.project import Background, view_project
from generator.render.views.rules import view_rule, view_rules
from generator.render.views.sections import SectionViews
from generator.render.views.updates import UpdateViews
from generator.runtime.cache import Made, Memory
from generator.runtime.parallel import spread_work
from generator.summarise.timelines import Timelines
from generator.text.cleaning import join_line

TEMPLATES: Final = Path(__file__).with_name("templates")
"""Where the templates are; a change of any of them makes a clean build."""

HEADERS: Final = Path(__file__).parent / "theme" / "_headers"
"""What a web server is asked to send with every page."""

TEMPLATE_NAMES: Final = (
    *("data", "dictionary", "disclosure", "explore", "home", "list", "profile", "profiles", "project"),
    *("rule", "rules", "section", "tables", "text", "updates"),
)

Page = tuple[str, str]
"""A page: its path relative to the docs folder, and its text."""

Result = tuple[str, str | None]
"""A page, or the path of one that lies there already as it would be made: no text."""


class WrongEditionError(Exception):
    """A project reached a renderer whose edition must not show it. This is a fault of the program."""


class _Environment(Environment):
    """Jinja over views alone, whose attributes are all there: looking them up needs no second try as an item.

    Every look goes through this, hundreds a page. A name that is missing raises AttributeError.
    """

    getattr = staticmethod(getattr)  # type: ignore[assignment]  # of C, it takes what Jinja gives


def make_environment(glossary: Glossary | None = None) -> Environment:
    """Set up Jinja so that whatever a template prints is escaped, and whatever is missing is an error."""
    environment = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=finalize,
        autoescape=False,
        comment_start_string="[#",  # Markdown writes the id of a heading as {#id}
        comment_end_string="#]",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["line"] = join_line
    environment.filters["bind"] = bind_units
    environment.filters["term"] = (glossary or Glossary()).explain
    return environment


class Renderer:
    """Renders pages one by one; each depends on nothing but its arguments and what the renderer was made with."""

    def __init__(
        self,
        corpus: Corpus,
        catalogue: Sequence[RulePage],
        edition: Edition,
        timelines: Timelines | None = None,
        chronicle: Chronicle | None = None,
    ) -> None:
        """Take what all pages share; raises ValueError for a corpus without a site.

        `timelines` know the years of the projects that the edition shows, and `chronicle` what git does.
        """
        if corpus.site is None:
            raise ValueError("a corpus without a site has no pages")
        self._site: Site = corpus.site
        self._corpus = corpus
        self._rules = tuple(catalogue)
        self._sections = SectionViews(corpus.organisations, self._site, edition)
        self._chronicle = chronicle or Chronicle()
        self._updates = UpdateViews(corpus.organisations, self._site)
        self._background = Background(
            site=self._site,
            organisations=corpus.organisations,
            profiles=corpus.profiles,
            catalogue={rule.code: rule for rule in catalogue},
            edition=edition,
            timelines=timelines or Timelines(),
            history=self._chronicle.files,
            glossary=read_glossary(corpus.pages),
        )
        self._keys = PageKeys(self._background)
        environment = make_environment(self._background.glossary)
        self._templates: dict[str, Template] = {
            name: environment.get_template(f"{name}.md.j2") for name in TEMPLATE_NAMES
        }

    def project_page(self, assessment: Assessment, findings: Iterable[Finding] = ()) -> str:
        """Render one project's page.

        Raises WrongEditionError when the edition must not show the project.
        """
        self._refuse_hidden((assessment,))
        view = view_project(assessment, findings, self._background)
        return self._print("project", view)

    def project_key(self, assessment: Assessment, findings: Iterable[Finding] = ()) -> str:
        """Digest all that one project's page is made of, but for the program."""
        return self._keys.take(assessment, findings)

    def home_page(self, summaries: Summaries, overviews: Overviews, figures: PageFigures) -> Page:
        """Render the home page: the newest year, what lost most points in it, what is new, and the ways in."""
        newest = int(summaries.years[0].key) if summaries.years else 0
        profile = self._corpus.profiles[self._corpus.defaults.find(newest)]
        home = view_home(self._site, summaries, overviews.largest, self._sections, profile)
        news = self._updates.view_newest(self._chronicle.news)
        return "index.md", self._print("home", home, news=news, figures=figures.get("index.md", ()))

    def choose_figures(self, summaries: Summaries) -> PageFigures:
        """Choose the charts of all pages."""
        return ChartViews(self._corpus.organisations).choose(summaries)

    def section_pages(self, summaries: Summaries, figures: PageFigures) -> Iterator[Page]:
        """Render every page of years, departments and units, and the lists of them."""
        views = self._sections
        for path, listed in (
            ("years/index.md", views.view_years),
            ("departments/index.md", views.view_departments),
            ("units/index.md", views.view_units),
        ):
            yield path, self._print("list", listed(summaries), figures=figures.get(path, ()))
        for folder, sections, view in (
            ("years", summaries.years, views.view_year),
            ("departments", summaries.departments, views.view_department),
            ("units", summaries.units, views.view_unit),
        ):
            for section in sections:
                self._refuse_hidden((*section.assessments, *section.others))
                path = f"{folder}/{section.key}.md"
                yield path, self._print("section", view(section), figures=figures.get(path, ()))

    def overview_pages(self, overviews: Overviews) -> Iterator[Page]:
        """Render what all projects together tell: indicators, lost points, who filed, what is disclosed."""
        organisations = self._corpus.organisations
        for path, template, view in chain(
            view_indicators(overviews.indicators),
            DeviationViews(organisations).view_all(overviews.deviations, overviews.shared_reasons),
            CoverageViews(organisations).view_all(overviews.coverage),
            view_disclosures(overviews, organisations),
        ):
            yield path, self._print(template, view)

    def update_pages(self) -> Iterator[Page]:
        """Render what is new, and the feed of it where the site says where it stands."""
        news, edition = self._chronicle.news, self._background.edition
        yield "updates/index.md", self._print("updates", self._updates.view_page(news))
        feed = FeedWriter(self._corpus.organisations, self._site, edition).write(news)
        if feed:
            yield str(addresses.FEED), feed

    def data_pages(self, data: DataSet, assessments: Iterable[Assessment]) -> Iterator[Page]:
        """Render the page of downloads and the data dictionary."""
        view = view_data(data, assessments, self._site, is_cut=self._chronicle.news.is_cut)
        yield "data/index.md", self._print("data", view)
        yield "data/dictionary.md", self._print("dictionary", view_dictionary(data))

    def fixed_pages(self) -> Iterator[Page]:
        """Render what depends on no project: explore, profiles, rules and hand-written pages."""
        yield "explore/index.md", self._print("explore", view_explore())
        profiles, defaults = sorted(self._corpus.profiles.items()), self._corpus.defaults.list_keys().values()
        views = {f"profiles/{key}.md": view_profile(one, defaults) for key, one in profiles}
        yield "profiles/index.md", self._print("profiles", tuple(views.values()))
        for path, profile in views.items():
            yield path, self._print("profile", profile)
        yield "rules/index.md", self._print("rules", view_rules(self._rules))
        for rule in self._rules:
            yield f"rules/{rule.code}.md", self._print("rule", view_rule(rule))
        for path, text in view_texts(self._corpus.pages, self._list_lasting_pages()).items():
            yield path, self._print("text", text)

    def header_files(self) -> Iterator[Page]:
        """Ask search engines to pass over the files of the internal edition too, not its pages alone.

        No robots.txt forbids them the way: who may not fetch a page does not learn that it is not to be listed.
        """
        if self._background.edition is Edition.INTERNAL:
            yield HEADERS.name, f"{HEADERS.read_text(encoding='utf-8').rstrip()}\n  X-Robots-Tag: noindex\n"

    def _list_lasting_pages(self) -> set[str]:
        """List the pages that are there whatever projects there are."""
        organisations = self._corpus.organisations
        folders: dict[str, Iterable[str]] = {
            "years": (),
            "departments": organisations.departments,
            "units": organisations.units,
            "profiles": self._corpus.profiles,
            "rules": [rule.code for rule in self._rules],
            "data": ("dictionary",),
        }
        overviews = ("explore", "indicators", "deviations", "coverage", "disclosure", "updates")
        lists = {f"{folder}/index.md" for folder in (*folders, *overviews)}
        return (
            lists | {"index.md"} | {f"{folder}/{key}.md" for folder, keys in folders.items() for key in keys}
        )

    def site_settings(self) -> dict[str, str]:
        """Settings that go over those of `mkdocs.yml`, escaped, since the theme prints them as they are.

        The name of the site, which stands on every page, tells the internal edition from the public one.
        """
        site, internal = self._site, self._background.edition is Edition.INTERNAL
        licence = escape(join_line(site.licence.name))
        contact = f"　联系：{escape(join_line(site.contact))}" if site.contact else ""
        return {
            "site_name": escape(join_line(site.title)) + ("（内部版）" if internal else ""),
            "site_description": escape(join_line(site.description)),
            "site_url": site.url,
            "copyright": f"{escape(join_line(site.publisher))}　数据许可：{licence}{contact}",
        }

    def _print(self, template: str, view: object, **parts: object) -> str:
        return self._templates[template].render(view=view, **parts)

    def _refuse_hidden(self, assessments: Iterable[Assessment]) -> None:
        for one in assessments:
            if not self._background.edition.shows(one.project.form.status):
                raise WrongEditionError(one.project.id)


def render_pages(renderer: Renderer, summaries: Summaries, overviews: Overviews) -> Iterator[Page]:
    """Render every page but those of single projects, one at a time."""
    figures = renderer.choose_figures(summaries)
    yield from renderer.header_files()
    yield from renderer.fixed_pages()
    yield renderer.home_page(summaries, overviews, figures)
    yield from renderer.section_pages(summaries, figures)
    yield from renderer.overview_pages(overviews)
    yield from renderer.update_pages()


@contextmanager
def render_projects(
    renderer: Renderer,
    assessments: Sequence[Assessment],
    findings: Mapping[str, Sequence[Finding]],
    memory: Memory,
) -> Iterator[Iterator[Result]]:
    """Begin to render the pages of projects, but for those that lie there and would come out the same; lends them.

    `findings` are by the path of their file.
    """

    def prepare(one: Assessment) -> Made[str]:
        found = findings.get(one.project.place.path, ())
        make = partial(renderer.project_page, one, found)
        return memory.prepare(name_project_page(one.project.place), renderer.project_key(one, found), make)

    with spread_work(prepare, assessments) as prepared:
        yield ((made.path, memory.take_down(made)) for made in prepared)


def name_project_page(place: Place) -> str:
    """Name the file of a project's page, relative to the docs folder."""
    return f"projects/{place.id}.md"
