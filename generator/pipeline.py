"""The whole story: load, score, check; then render, write, publish and index."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from generator.build_state import BuildState, digest_pages, digest_program, read_state
from generator.checked import CannotRunError, Checked
from generator.facts import gather_facts
from generator.loading import LOADING_FAULTS, load
from generator.loading.schema import render_schema
from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.finding import Finding, Severity
from generator.model.rule_page import RulePage
from generator.model.site import Edition
from generator.pages import addresses
from generator.pages.render import Page, Renderer, render_pages
from generator.pages.write import write_pages
from generator.progress import Listener, Stage
from generator.publishing import Publication, publish
from generator.reporting.located import Located, locate_findings
from generator.rules import ALL_RULES, judge
from generator.scoring import score_project
from generator.search import IndexFolders, gather_documents, publish_index, start_indexing
from generator.summaries import summarise

__all__ = ["BuildOrder", "Built", "CannotRunError", "Checked", "build", "check", "locate", "write_schema"]

CATALOGUE: tuple[RulePage, ...] = (
    *(RulePage(one.code, one.rule, one.title, one.explanation, one.severity) for one in LOADING_FAULTS),
    *(rule.page() for rule in ALL_RULES),
)
"""A page for everything that a finding can be about, loading faults first."""


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What to build: from which content, into which folder, for whom, and whether from scratch."""

    content: Path
    folder: Path
    edition: Edition = Edition.PUBLIC
    clean: bool = False

    @property
    def docs(self) -> Path:
        """The Markdown."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """The site."""
        return self.folder / "site"

    @property
    def index(self) -> IndexFolders:
        """The search index in the making."""
        return IndexFolders.below(self.folder)

    @property
    def state(self) -> Path:
        """What the last complete build was made of."""
        return self.folder / "state.json"


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build. `projects` counts those that have a page."""

    checked: Checked
    site: Path
    projects: int


def check(content: Path, listener: Listener, today: date | None = None) -> Checked:
    """Load a content folder, score every project and run every rule.

    `today` is the day by which a form may be late; where it is None, none is called late.
    Raises CannotRunError when there is no such folder.
    """
    _require_folder(content)
    listener.begin(Stage.LOAD)
    corpus = load(content, listener.advance)
    listener.begin(Stage.SCORE)
    assessments = tuple(_assess(corpus, listener.advance))
    listener.begin(Stage.CHECK)
    facts = gather_facts(corpus, assessments, today)
    found = judge(facts.cases, facts.collection, listener.advance)
    findings = (*corpus.findings, *found)
    listener.finish()
    return Checked(content, corpus, assessments, findings, corpus.files)


def build(order: BuildOrder, listener: Listener) -> Built:
    """Check the content and bring the site into step with it; what has not changed is left alone.

    Projects with errors get no page. Raises CannotRunError when `site.toml` or `mkdocs.yml` cannot be used, and
    PublishingError or IndexingError when MkDocs or Pagefind fail. Pagefind works beside MkDocs: it needs nothing of it.
    """
    checked = check(order.content, listener)
    settings, renderer = _find_settings(), _make_renderer(checked, order.edition)
    shown = _choose_shown(checked, order.edition)
    program = digest_program(settings, (order.edition, *renderer.site_settings().values()))
    last = None if order.clean else read_state(order.state)
    fresh = last is None or last.program != program or not order.site.is_dir()

    listener.begin(Stage.RENDER)
    pages = list(_render(checked, shown, renderer, listener.advance))
    state = BuildState(program, digest_pages(pages))
    listener.begin(Stage.WRITE)
    if fresh:
        order.state.unlink(missing_ok=True)
    write_pages(order.docs, pages)
    indexing = start_indexing(gather_documents(checked.corpus, shown, CATALOGUE, addresses), order.index)
    listener.begin(Stage.PUBLISH)
    if fresh or state != last:
        publish(Publication(settings, order.docs, order.site, renderer.site_settings()), clean=fresh)
    listener.begin(Stage.SEARCH)
    indexing.wait()
    publish_index(order.index, order.site)
    state.save(order.state)
    listener.finish()
    return Built(checked, order.site, len(shown))


def locate(checked: Checked, *, only_errors: bool = False) -> tuple[Located, ...]:
    """Find line and column of the findings, reading again only the files that have any."""

    @cache
    def read_text(path: str) -> str:
        try:
            return (checked.content / path).read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""

    findings = [one for one in checked.findings if not only_errors or one.severity is Severity.ERROR]
    return locate_findings(findings, read_text, lambda path: (checked.content / path).as_posix())


def write_schema(content: Path) -> Path:
    """Write the JSON Schema of project files into the content folder, for editors.

    Raises CannotRunError when there is no such folder.
    """
    _require_folder(content)
    file = content / "project.schema.json"
    file.write_text(render_schema(), encoding="utf-8")
    return file


def _require_folder(content: Path) -> None:
    if not content.is_dir():
        raise CannotRunError(f"找不到内容文件夹 {content}。请在仓库根目录运行，或用 --content 指明文件夹。")


def _assess(corpus: Corpus, advance: Callable[[int, int], None]) -> Iterable[Assessment]:
    for done, project in enumerate(corpus.projects, start=1):
        yield Assessment(project, score_project(project, corpus.profile_of(project)))
        advance(done, len(corpus.projects))


def _find_settings() -> Path:
    """Find `mkdocs.yml`: the one here, or else the one that comes with the package."""
    here, packaged = Path("mkdocs.yml"), Path(__file__).with_name("mkdocs.yml")
    for file in (here, packaged):
        if file.is_file():
            return file
    raise CannotRunError("找不到 mkdocs.yml。请在仓库根目录运行。")


def _make_renderer(checked: Checked, edition: Edition) -> Renderer:
    site = checked.corpus.site
    if site is None or site.profile not in checked.corpus.profiles:
        raise CannotRunError(
            f"{checked.content / 'site.toml'} 或默认评分办法用不了，网站没有生成。请先运行 jixiao check 查看。"
        )
    return Renderer(checked.corpus, CATALOGUE, edition)


def _choose_shown(checked: Checked, edition: Edition) -> tuple[Assessment, ...]:
    """Choose the projects that get a page: right for the edition, and without errors."""
    barred = {finding.path for finding in checked.findings if finding.severity is Severity.ERROR}
    return tuple(
        one
        for one in checked.assessments
        if edition.shows(one.project.form.status) and one.project.place.path not in barred
    )


def _render(
    checked: Checked, shown: Sequence[Assessment], renderer: Renderer, advance: Callable[[int, int], None]
) -> Iterator[Page]:
    summaries = summarise(shown, checked.corpus.organisations)
    for done, page in enumerate(render_pages(renderer, shown, summaries, _group(checked.findings)), start=1):
        yield page
        advance(min(done, len(shown)), len(shown))


def _group(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.path].append(finding)
    return groups
