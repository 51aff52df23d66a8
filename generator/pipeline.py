"""The whole story of a build: check, render, write, publish and index."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.build_state import Completion, ForeignFolderError, claim_folder, take_fingerprint
from generator.charts import draw_charts
from generator.checked import CannotRunError, Checked
from generator.checking import CATALOGUE, check
from generator.explore import explore_files
from generator.exports import DATA_SET, Contents, Provenance, export_files
from generator.facts.timelines import Timelines
from generator.garbage import pause_collection, resume_collection
from generator.history import read_contents, read_log, read_revision
from generator.memory import Memory
from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.finding import Finding
from generator.model.history import History
from generator.model.overview import Overviews
from generator.model.project import Place
from generator.model.site import Edition
from generator.model.summary import Summaries
from generator.model.update import Chronicle
from generator.overviews import gather_overviews
from generator.pages import addresses
from generator.pages.listing import list_pages
from generator.pages.render import Renderer, Result, name_project_page, render_pages, render_projects
from generator.pages.write import compare_pages, write_changes
from generator.progress import Listener, Stage
from generator.publishing import Publication, find_settings, publish
from generator.rules import RULE_SET
from generator.search import IndexFolders, gather_documents, publish_index, start_indexing
from generator.summaries import summarise
from generator.updates import gather_news


@dataclass(frozen=True, slots=True)
class Press:
    """What makes the site: MkDocs' settings, the publisher's own in their place, and the fingerprint of all of it."""

    settings: Path
    particulars: Mapping[str, str]
    fingerprint: str

    @classmethod
    def make(cls, edition: Edition, particulars: Mapping[str, str]) -> "Press":
        """Find the settings, and digest the whole program."""
        settings = find_settings()
        return cls(settings, particulars, take_fingerprint(settings, (edition, *particulars.values())))


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
    def completion(self) -> Completion:
        """Whether the last build was completed, and by what."""
        return Completion(self.folder / "complete")

    @property
    def memory(self) -> Path:
        """What the last build made of each project."""
        return self.folder / "memory.json"

    def remember(self, press: Press) -> Memory:
        """Remember what the same press made before; nothing for a build from scratch."""
        if self.clean:
            return Memory(self.docs, press.fingerprint, {})
        return Memory.load(self.memory, self.docs, press.fingerprint)

    def can_reuse_site(self, press: Press) -> bool:
        """Tell whether the last build was whole and made by the same press, and none from scratch is wanted."""
        return (
            not self.clean
            and self.completion.is_of(press.fingerprint)
            and (self.site / "index.html").is_file()
        )


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build. `projects` counts those that have a page."""

    checked: Checked
    site: Path
    projects: int


class Whole(NamedTuple):
    """All projects that an edition shows, and what they amount to together."""

    projects: Sequence[Assessment]
    summaries: Summaries
    overviews: Overviews


@pause_collection()
def build(order: BuildOrder, listener: Listener) -> Built:
    """Check the content and bring the site into step with it; what has not changed is left alone.

    Projects with errors get no page. Raises CannotRunError when `site.toml` or the build folder cannot be used, and
    PublishingError or IndexingError when MkDocs or Pagefind fail.
    """
    checked = check(order.content, listener)
    _require_publisher(checked)
    listener.begin(Stage.RENDER)
    shown = checked.choose_shown(order.edition)
    chronicle = _tell_history(checked, order.edition, shown)
    renderer = Renderer(checked.corpus, CATALOGUE, order.edition, Timelines(shown).trace, chronicle)
    press = Press.make(order.edition, renderer.site_settings())
    with _claim(order):
        memory = order.remember(press)
        with render_projects(renderer, shown, _group(checked.findings), memory) as projects:
            whole = _sum_up(checked, shown)
            pages = _render(renderer, whole, projects, listener.advance)
        with _index_beside(order, checked.corpus, whole, listener):
            files = _export(checked, shown, order, chronicle.files, memory)
            _update(order, press, pages, files, listener)
            memory.store(order.memory)
        order.completion.declare(press.fingerprint)
    listener.finish()
    return Built(checked, order.site, len(shown))


def _update(
    order: BuildOrder,
    press: Press,
    pages: Sequence[Result],
    files: Iterable[tuple[str, bytes | None]],
    listener: Listener,
) -> None:
    """Write and publish what differs from the last build; all of it when that was not whole, or not like this.

    The files are made while they are compared, so that only what has changed is kept until it is written.
    """
    reusable = order.can_reuse_site(press)
    listener.begin(Stage.EXPORT)
    changes = compare_pages(order.docs, chain(pages, files))
    listener.begin(Stage.WRITE)
    if changes or not reusable:
        order.completion.revoke()
        write_changes(order.docs, changes)
        listener.begin(Stage.PUBLISH)
        publication = Publication(press.settings, order.docs, order.site, press.particulars, len(pages))
        with resume_collection():
            publish(publication, changes.paths if reusable else None, listener.advance)


@contextmanager
def _index_beside(order: BuildOrder, corpus: Corpus, whole: Whole, listener: Listener) -> Iterator[None]:
    """Let Pagefind work meanwhile, on a core of its own, and put its index beside the site in the end.

    It is waited for in any case, so that it never works on after its build is over.
    """
    listener.begin(Stage.SEARCH)
    listed = list_pages(whole.overviews, corpus.organisations)
    documents = gather_documents(corpus, whole.projects, CATALOGUE, addresses, listed)
    indexing = start_indexing(documents, order.index)
    try:
        yield
    finally:
        listener.begin(Stage.SEARCH)
        indexing.wait()
    publish_index(order.index, order.site)


@contextmanager
def _claim(order: BuildOrder) -> Iterator[None]:
    try:
        with claim_folder(order.folder, order.docs, order.site):
            yield
    except ForeignFolderError as error:
        raise CannotRunError(
            f"{error} 里的文件不像是 jixiao 生成的，怕误删，没有动。请用 --build-dir 换一个文件夹，或者先把它清空。"
        ) from None


def _require_publisher(checked: Checked) -> None:
    """Raise CannotRunError where the content does not say who publishes, by which rules, or who files."""
    site = checked.corpus.site
    if site is None or site.profile not in checked.corpus.profiles:
        raise CannotRunError(
            f"{checked.content / 'site.toml'} 或默认评分办法用不了，网站没有生成。请先运行 jixiao check 查看。"
        )
    if checked.corpus.projects and not checked.corpus.organisations.units:
        raise CannotRunError(
            f"{checked.content / 'organisations.toml'} 用不了，网站没有生成。请先运行 jixiao check 查看。"
        )


def _tell_history(checked: Checked, edition: Edition, shown: Sequence[Assessment]) -> Chronicle:
    """Ask git since when files are there, and what is new of the projects that are shown."""
    corpus, content = checked.corpus, checked.content
    log = read_log(content, corpus.site.roles if corpus.site else {})
    there = {place.path for place in corpus.places}
    return Chronicle(log.files, gather_news(log, shown, there, edition, partial(read_contents, content)))


def _sum_up(checked: Checked, shown: Sequence[Assessment]) -> Whole:
    summaries = summarise(shown, checked.corpus.organisations)
    return Whole(shown, summaries, gather_overviews(shown, summaries, checked.corpus))


def _render(
    renderer: Renderer, whole: Whole, projects: Iterable[Result], advance: Callable[[int, int], None]
) -> Sequence[Result]:
    pages: list[Result] = []
    rendered: Iterator[Result] = chain(
        renderer.data_pages(DATA_SET, whole.projects),
        render_pages(renderer, whole.summaries, whole.overviews, draw_charts),
        projects,
    )
    for page in rendered:
        pages.append(page)
        advance(min(len(pages), len(whole.projects)), len(whole.projects))
    return pages


def _export(
    checked: Checked, shown: Sequence[Assessment], order: BuildOrder, history: History, memory: Memory
) -> Iterator[tuple[str, bytes | None]]:
    """Make the open data of what is shown, and what the page that explores it reads."""
    corpus, edition = checked.corpus, order.edition
    assert corpus.site is not None  # `_require_publisher` has seen to that
    id_, day = read_revision(checked.content) or (None, None)
    provenance = Provenance.of(corpus.site, edition, id_, RULE_SET, corpus.profiles)
    contents = Contents(corpus, shown, _group(checked.findings), CATALOGUE, history, partial(_keep, memory))
    explored = explore_files(corpus.organisations, shown, provenance, day)
    return chain(export_files(contents, provenance, addresses), explored)


def _keep(memory: Memory, path: str, places: Iterable[Place], make: Callable[[], bytes]) -> bytes | None:
    """Make a file of data where the pages of the projects that it tells of have been made anew."""
    return memory.make(path, memory.join_keys(map(name_project_page, places)), make)


def _group(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.path].append(finding)
    return groups
