"""The whole story of a build: check, render, write, publish and index."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build_state import Completion, ForeignFolderError, claim_folder, take_fingerprint
from generator.checked import CannotRunError, Checked
from generator.checking import CATALOGUE, check
from generator.model.assessment import Assessment
from generator.model.finding import Finding, Severity
from generator.model.search_document import SearchDocument
from generator.model.site import Edition
from generator.pages import addresses
from generator.pages.render import Page, Renderer, render_pages
from generator.pages.write import Changes, compare_pages, write_changes
from generator.progress import Listener, Stage
from generator.publishing import Publication, find_settings, publish
from generator.search import IndexFolders, gather_documents, publish_index, start_indexing
from generator.summaries import summarise

Documents = Mapping[str, Sequence[SearchDocument]]
"""What search sees of every page, by shard."""


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


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build. `projects` counts those that have a page."""

    checked: Checked
    site: Path
    projects: int


def build(order: BuildOrder, listener: Listener) -> Built:
    """Check the content and bring the site into step with it; what has not changed is left alone.

    Projects with errors get no page. Raises CannotRunError when `site.toml` or the build folder cannot be used, and
    PublishingError or IndexingError when MkDocs or Pagefind fail.
    """
    checked = check(order.content, listener)
    renderer, shown = _make_renderer(checked, order.edition), _choose_shown(checked, order.edition)
    listener.begin(Stage.RENDER)
    pages = list(_render(checked, shown, renderer, listener.advance))
    documents = gather_documents(checked.corpus, shown, CATALOGUE, addresses)
    with _claim(order):
        _update(order, pages, documents, renderer.site_settings(), listener)
    listener.finish()
    return Built(checked, order.site, len(shown))


def _update(
    order: BuildOrder,
    pages: Sequence[Page],
    documents: Documents,
    particulars: Mapping[str, str],
    listener: Listener,
) -> None:
    """Write, publish and index what differs from the last build; all of it when that was not whole, or not like this.

    Pagefind works beside MkDocs, on a core of its own: neither needs anything of the other.
    """
    settings = find_settings()
    fingerprint = take_fingerprint(settings, (order.edition, *particulars.values()))
    reusable = (
        not order.clean and order.completion.is_of(fingerprint) and (order.site / "index.html").is_file()
    )
    listener.begin(Stage.WRITE)
    changes = compare_pages(order.docs, pages)
    if changes or not reusable:
        order.completion.revoke()
    write_changes(order.docs, changes)
    indexing = start_indexing(documents, order.index)
    try:
        listener.begin(Stage.PUBLISH)
        if changes or not reusable:
            publication = Publication(settings, order.docs, order.site, particulars, len(pages))
            outdated = _find_outdated(changes, pages) if reusable else None
            publish(publication, outdated, listener.advance)
    finally:
        listener.begin(Stage.SEARCH)
        indexing.wait()
    publish_index(order.index, order.site)
    order.completion.declare(fingerprint)


@contextmanager
def _claim(order: BuildOrder) -> Iterator[None]:
    try:
        with claim_folder(order.folder, order.docs, order.site):
            yield
    except ForeignFolderError as error:
        raise CannotRunError(
            f"{error} 里的文件不像是 jixiao 生成的，怕误删，没有动。请用 --build-dir 换一个文件夹，或者先把它清空。"
        ) from None


def _find_outdated(changes: Changes, pages: Iterable[Page]) -> Collection[str]:
    """List the pages to be published anew: those that changed, and those that may link to one that is gone.

    Links in Markdown are for MkDocs to check; what comes from forms holds no bracket that is not escaped.
    """
    linking = (path for path, text in pages if "](" in text or "]:" in text) if changes.removed else ()
    return {*changes.paths, *linking}


def _make_renderer(checked: Checked, edition: Edition) -> Renderer:
    site = checked.corpus.site
    if site is None or site.profile not in checked.corpus.profiles:
        raise CannotRunError(
            f"{checked.content / 'site.toml'} 或默认评分办法用不了，网站没有生成。请先运行 jixiao check 查看。"
        )
    if checked.corpus.projects and not checked.corpus.organisations.units:
        raise CannotRunError(
            f"{checked.content / 'organisations.toml'} 用不了，网站没有生成。请先运行 jixiao check 查看。"
        )
    return Renderer(checked.corpus, CATALOGUE, edition)


def _choose_shown(checked: Checked, edition: Edition) -> tuple[Assessment, ...]:
    """Choose the projects that get a page: right for the edition, of a unit that is entered, and without errors."""
    barred = {finding.path for finding in checked.findings if finding.severity is Severity.ERROR}
    return tuple(
        one
        for one in checked.assessments
        if edition.shows(one.project.form.status)
        and one.project.place.unit in checked.corpus.organisations.units
        and one.project.place.path not in barred
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
