"""MkDocs over the written Markdown: a clean build, or only what changed where that is sound.

The site that is read is not touched: the next one is made beside it (`placing`), of what stayed and what MkDocs makes.

MkDocs' own `--dirty` renders the pages whose result is missing or older than their source. It is sound here because
no page shows anything of another: project pages stand in no navigation, titles in the navigation are spelled out in
`mkdocs.yml`, and Material's own search index is off. Whatever touches all pages alike is in the fingerprint, and
another fingerprint means a clean build. Clocks are not trusted: results of changed pages are left behind.
"""

import logging
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.publish import raw_html
from generator.runtime.placing import carry_over, make_beside

PACKAGE = Path(__file__).parents[1]
THEME = PACKAGE / "render" / "theme"
"""The overrides of the theme that ship with the package."""

_SETTINGS = "mkdocs.yml"
_DIRTY_NOTICE = "A 'dirty' build is being performed"
_DAY = "SOURCE_DATE_EPOCH"

Advance = Callable[[int, int], None]
"""Called with how far MkDocs has come, and how far it is to go."""


class PublishingError(Exception):
    """MkDocs warned or failed: it was given something that it cannot publish."""


class SettingsError(Exception):
    """MkDocs cannot read the settings that somebody named."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What to publish, and where: the MkDocs settings, the Markdown, the site and the next one, the publisher's own.

    `search` names the folder of the site with the search index, which MkDocs knows nothing of; `noindex` asks search
    engines to pass over every page.
    """

    settings: Path
    docs: Path
    site: Path
    fresh: Path
    particulars: Mapping[str, str]
    pages: int
    search: str
    noindex: bool = False


def find_settings() -> Path:
    """Find the program's own `mkdocs.yml`: that of the package, or that of the repository it lies in."""
    places = (PACKAGE / _SETTINGS, PACKAGE.parent / _SETTINGS)
    return next((file for file in places if file.is_file()), places[0])


def publish(publication: Publication, outdated: Iterable[str] | None, advance: Advance) -> None:
    """Let MkDocs make the next site; strict, so that any warning fails it.

    `outdated` are the pages that are new, changed or gone; None stands for all, and so for a clean build. Raises
    PublishingError with MkDocs' own words, SettingsError where settings that are not the program's own are to blame,
    and OSError where the disk is.
    """
    from mkdocs.commands.build import build  # noqa: PLC0415 - a third of a second that `check` has no use for

    settings = _load_settings(publication)
    make_beside(publication.site, publication.fresh)
    if outdated is not None:
        _carry_over(publication, set(outdated))
    with _fix_day(), _listen(publication.pages, advance) as warnings:
        try:
            build(settings, dirty=outdated is not None)
        except OSError:
            raise
        except (Exception, SystemExit) as error:
            raise PublishingError("\n".join([*warnings, f"{type(error).__name__}: {error}"])) from error
    if warnings:
        raise PublishingError("\n".join(warnings))


def _carry_over(publication: Publication, outdated: Collection[str]) -> None:
    """Take over what is to stay: linked, where MkDocs will surely not write it, and copied elsewhere.

    It writes no result that is there and not older than its source. Any other is left for it to make.
    """
    site = publication.site
    sources = {_name_result(file): file for file in _list_sources(publication.docs)}
    settled = {
        result
        for result, source in sources.items()
        if source not in outdated and not _is_older(site / result, publication.docs / source)
    }
    left = {_name_result(path) for path in outdated} | (sources.keys() - settled)
    index = f"{publication.search}/"
    carry_over(site, publication.fresh, left, lambda path: path in settled or path.startswith(index))


def _list_sources(docs: Path) -> Iterator[str]:
    for folder, _, names in os.walk(docs):
        inner = Path(folder).relative_to(docs).as_posix()
        yield from (name if inner == "." else f"{inner}/{name}" for name in names)


def _is_older(result: Path, source: Path) -> bool:
    """Tell whether MkDocs would make a result anew, because it is older than its source or not there."""
    try:
        return result.stat().st_mtime < source.stat().st_mtime
    except FileNotFoundError:
        return True


def _name_result(source: str) -> str:
    """Name what MkDocs makes of a page; a file that is none is copied as it is."""
    page = PurePosixPath(source)
    if page.suffix != ".md":
        return source
    return str((page.parent if page.stem == "index" else page.with_suffix("")) / "index.html")


def _load_settings(publication: Publication) -> Any:
    """Read `mkdocs.yml`, with what the content and the command say put in its place; raises SettingsError."""
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415

    try:
        settings = yaml_load(publication.settings.read_text(encoding="utf-8"))
        config = load_config(
            str(publication.settings),
            docs_dir=str(publication.docs.resolve()),
            site_dir=str(publication.fresh.resolve()),
            theme={**settings["theme"], "custom_dir": str(THEME)},
            extra={**settings.get("extra", {}), "noindex": publication.noindex},
            **publication.particulars,
        )
    except (Exception, SystemExit) as error:
        if publication.settings == find_settings():
            raise
        raise SettingsError(f"{type(error).__name__}: {error}") from error
    config.markdown_extensions.append(raw_html.__name__)
    return config


@contextmanager
def _fix_day() -> Iterator[None]:
    """Give MkDocs a fixed day in place of today, which it would write into the packed site map."""
    if os.environ.get(_DAY):
        yield
        return
    os.environ[_DAY] = "0"
    try:
        yield
    finally:
        del os.environ[_DAY]


@contextmanager
def _listen(pages: int, advance: Advance) -> Iterator[list[str]]:
    """Gather what MkDocs warns of while it works, and pass on how far it has come."""
    root, builder = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.commands.build")
    level, ear, counter = builder.level, _WarningEar(logging.WARNING), _PageCounter(pages, advance)
    root.addHandler(ear)
    builder.setLevel(logging.DEBUG)
    builder.addFilter(counter)
    try:
        yield ear.warnings
    finally:
        builder.removeFilter(counter)
        builder.setLevel(level)
        root.removeHandler(ear)


class _WarningEar(logging.Handler):
    """Hears every warning of MkDocs but the notice that a dirty build is one."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.startswith(_DIRTY_NOTICE):
            self.warnings.append(message)


class _PageCounter(logging.Filter):
    """Counts the pages that MkDocs says it reads and builds, and lets nothing through that is no warning."""

    def __init__(self, pages: int, advance: Advance) -> None:
        super().__init__()
        self._steps, self._pages, self._advance = 0, pages, advance

    def filter(self, record: logging.LogRecord) -> bool:
        if record.getMessage().startswith(("Reading: ", "Building page ")):
            self._steps += 1
            self._advance(self._steps // 2, self._pages)
        return record.levelno >= logging.WARNING
