"""The whole story of a build: check, render, write, publish and index."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.check.checking import CATALOGUE, CannotRunError, Checked, check, writing
from generator.check.facts.withholding import withhold_numbers
from generator.check.rules import RULE_SET
from generator.history.log import Trust, read_contents, read_log, read_revision
from generator.history.updates import gather_news
from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.finding import Finding
from generator.model.history import History, Log
from generator.model.overview import Overviews
from generator.model.project import Place
from generator.model.site import Edition
from generator.model.summary import Summaries
from generator.model.update import Chronicle
from generator.publish.mkdocs import SettingsError, publish
from generator.publish.order import BuildOrder, Press
from generator.publish.state import ForeignFolderError, LinkedFolderError, claim_folder
from generator.publish.write import compare_pages, write_changes
from generator.render.explore import explore_files
from generator.render.exports import DATA_SET, Contents, Provenance, export_files
from generator.render.page_list import list_pages
from generator.render.render import Renderer, Result, name_project_page, render_pages, render_projects
from generator.render.search import gather_documents, publish_index, start_indexing
from generator.runtime.cache import Memory
from generator.runtime.gc_pause import pause_collection, resume_collection
from generator.runtime.placing import put_in_place
from generator.runtime.progress import Listener, Stage
from generator.runtime.refusals import explain_refusal
from generator.summarise import gather_overviews
from generator.summarise.timelines import Timelines
from generator.summarise.totals import summarise


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build.

    `projects` counts those that have a page; `log` is what git told of them; `at_once`, whether the site changed in one
    step.
    """

    checked: Checked
    site: Path
    projects: int
    log: Log
    at_once: bool


class Whole(NamedTuple):
    """All projects that an edition shows, and what they amount to together."""

    projects: Sequence[Assessment]
    summaries: Summaries
    overviews: Overviews


ONE_BY_ONE = "网站文件夹不能一次整个换成新的（可能是单独挂载的），文件是逐个换上的。"
"""What to say of a site that did not change in one step."""


@pause_collection()
def build(order: BuildOrder, listener: Listener) -> Built:
    """Check the content and bring the site into step with it; what has not changed is left alone.

    Projects with errors get no page, and no text with a number of a person is published. Raises CannotRunError when
    `site.toml` or the build folder cannot be used, and PublishingError or IndexingError when MkDocs or Pagefind fail.
    """
    _require_places(order)
    checked = check(order.content, listener)
    _require_publisher(checked)
    checked = replace(checked, corpus=withhold_numbers(checked.corpus))
    listener.begin(Stage.RENDER)
    shown = checked.choose_shown(order.edition)
    log = read_log(checked.content, _choose_trust(checked, order))
    chronicle = _tell_history(log, checked, order.edition, shown)
    renderer = Renderer(checked.corpus, CATALOGUE, order.edition, Timelines(shown), chronicle)
    press = Press.make(order, renderer.site_settings())
    with _claim(order):
        memory = order.remember(press)
        with render_projects(renderer, shown, _group(checked.findings), memory) as projects:
            whole = _sum_up(checked, shown)
            pages = _render(renderer, whole, projects, listener.advance)
        with _index_beside(order, checked.corpus, whole, listener):
            files = _export(checked, shown, order, log.files, memory)
            is_new = _update(order, press, pages, files, listener)
        at_once = _complete_site(order, is_new=is_new)
        memory.store(order.memory)
        order.completion.declare(press.fingerprint)
    listener.finish()
    return Built(checked, order.site, len(shown), log, at_once)


def _update(
    order: BuildOrder,
    press: Press,
    pages: Sequence[Result],
    files: Iterable[tuple[str, bytes | None]],
    listener: Listener,
) -> bool:
    """Write and publish what differs from the last build; all of it when that was not whole, or not like this.

    Tells whether there is a new site, which then lies beside the one that is read. The build counts as incomplete
    before the Markdown is touched, so that what a killed build leaves is made anew by the next.

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
        with resume_collection():
            publish(
                order.publication(press, len(pages)), changes.paths if reusable else None, listener.advance
            )
        return True
    return False


def _complete_site(order: BuildOrder, *, is_new: bool) -> bool:
    """Add the search index to the new site and put it in place, or only bring the index of the old one into step."""
    publish_index(order.index, order.fresh if is_new else order.site)
    return not is_new or put_in_place(order.fresh, order.site)


@contextmanager
def _index_beside(order: BuildOrder, corpus: Corpus, whole: Whole, listener: Listener) -> Iterator[None]:
    """Let Pagefind work meanwhile, on a core of its own.

    It is waited for in any case, so that it never works on after its build is over.
    """
    listener.begin(Stage.SEARCH)
    listed = list_pages(whole.overviews, corpus.organisations)
    documents = gather_documents(corpus, whole.projects, CATALOGUE, listed)
    indexing = start_indexing(documents, order.index)
    try:
        yield
    finally:
        listener.begin(Stage.SEARCH)
        indexing.wait()


@contextmanager
def _claim(order: BuildOrder) -> Iterator[None]:
    """Keep the build folder to this build; what the system refuses there or on the way is not the program's fault."""
    try:
        with ExitStack() as held:
            with writing(order.folder):
                held.enter_context(claim_folder(order.folder, *order.parts))
            yield
    except OSError as error:
        if reason := explain_refusal(error, f"{order.folder} 或临时文件夹"):
            raise CannotRunError(reason) from error
        raise
    except SettingsError as error:
        raise CannotRunError(
            f"MkDocs 读不了 {order.settings}，它说：{' '.join(str(error).split())}"
        ) from error
    except LinkedFolderError as error:
        raise CannotRunError(
            f"{error} 是指向别处的链接，怕误删那里的文件，没有动。请删去这个链接，或者用 --build-dir 换一个文件夹。"
        ) from None
    except ForeignFolderError as error:
        raise CannotRunError(
            f"{error} 里的文件不像是 jixiao 生成的，怕误删，没有动。请用 --build-dir 换一个文件夹，或者先把它清空。"
        ) from None


def _require_places(order: BuildOrder) -> None:
    """Raise CannotRunError where the build would work on the content itself, or has no settings to work by."""
    content, folder = (Path(os.path.realpath(place)) for place in (order.content, order.folder))
    if folder.is_relative_to(content) or content.is_relative_to(folder):
        raise CannotRunError(
            f"放生成结果的文件夹 {order.folder} 不能在内容文件夹 {order.content} 里面，也不能把它包在里面。"
            "请用 --build-dir 换一个文件夹。"
        )
    if order.settings and not order.settings.is_file():
        raise CannotRunError(f"找不到 {order.settings}，--mkdocs-config 要写一个 MkDocs 的设置文件。")


def _require_publisher(checked: Checked) -> None:
    """Raise CannotRunError where the content does not say who publishes, by which rules, or who files."""
    site = checked.corpus.site
    if site is None or not set(checked.corpus.defaults.list_keys().values()) <= set(checked.corpus.profiles):
        raise CannotRunError(
            f"{checked.content / 'site.toml'} 或默认评分办法用不了，网站没有生成。请先运行 jixiao check 查看。"
        )
    if checked.corpus.projects and not checked.corpus.organisations.units:
        raise CannotRunError(
            f"{checked.content / 'organisations.toml'} 用不了，网站没有生成。请先运行 jixiao check 查看。"
        )


def _choose_trust(checked: Checked, order: BuildOrder) -> Trust:
    site = checked.corpus.site
    assert site is not None  # `_require_publisher` has seen to that
    return Trust(order.read_today(), site.roles, believes_authors=site.host_verifies_authors)


def _tell_history(log: Log, checked: Checked, edition: Edition, shown: Sequence[Assessment]) -> Chronicle:
    """Tell since when files are there, and what is new of the projects that are shown."""
    there = {place.path for place in checked.corpus.places}
    read = partial(read_contents, checked.content)
    return Chronicle(log.files, gather_news(log, shown, there, edition, read))


def _sum_up(checked: Checked, shown: Sequence[Assessment]) -> Whole:
    summaries = summarise(shown, checked.corpus.organisations)
    return Whole(shown, summaries, gather_overviews(shown, summaries, checked.corpus))


def _render(
    renderer: Renderer, whole: Whole, projects: Iterable[Result], advance: Callable[[int, int], None]
) -> Sequence[Result]:
    pages: list[Result] = []
    rendered: Iterator[Result] = chain(
        renderer.data_pages(DATA_SET, whole.projects),
        render_pages(renderer, whole.summaries, whole.overviews),
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
    newest_year = max((one.project.place.year for one in shown), default=0)
    id_, day = read_revision(checked.content, _choose_trust(checked, order), newest_year) or (None, None)
    provenance = Provenance.of(corpus.site, edition, id_, RULE_SET, corpus.profiles)
    contents = Contents(corpus, shown, _group(checked.findings), CATALOGUE, history, partial(_keep, memory))
    explored = explore_files(corpus.organisations, shown, provenance, day)
    return chain(export_files(contents, provenance), explored)


def _keep(memory: Memory, path: str, places: Iterable[Place], make: Callable[[], bytes]) -> bytes | None:
    """Make a file of data where the pages of the projects that it tells of have been made anew."""
    return memory.make(path, memory.join_keys(map(name_project_page, places)), make)


def _group(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.path].append(finding)
    return groups
