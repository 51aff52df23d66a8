"""MkDocs over the written Markdown: a clean build, or only what changed where that is sound.

MkDocs' own `--dirty` renders the pages whose result is missing or older than their source. It is sound here because
no page shows anything of another: project pages stand in no navigation, titles in the navigation are spelled out in
`mkdocs.yml`, and Material's own search index is off. Whatever touches all pages alike is in the fingerprint, and
another fingerprint means a clean build. Clocks are not trusted: results of changed pages are removed beforehand.
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator import raw_html

PACKAGE = Path(__file__).parent
THEME = PACKAGE / "pages" / "theme"
"""The overrides of the theme that ship with the package."""

_SETTINGS = "mkdocs.yml"
_DIRTY_NOTICE = "A 'dirty' build is being performed"
_DAY = "SOURCE_DATE_EPOCH"

Advance = Callable[[int, int], None]
"""Called with how far MkDocs has come, and how far it is to go."""


class PublishingError(Exception):
    """MkDocs warned or failed: it was given something that it cannot publish."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What to publish, and where: the MkDocs settings, the Markdown, the site, the publisher's own settings."""

    settings: Path
    docs: Path
    site: Path
    particulars: Mapping[str, str]
    pages: int


def find_settings() -> Path:
    """Find `mkdocs.yml`: the one here, or that of the package, or that of the repository it lies in."""
    places = (Path(_SETTINGS), PACKAGE / _SETTINGS, PACKAGE.parent / _SETTINGS)
    return next((file for file in places if file.is_file()), places[1])


def publish(publication: Publication, outdated: Iterable[str] | None, advance: Advance) -> None:
    """Let MkDocs build the site; strict, so that any warning fails it.

    `outdated` are the pages that are new, changed or gone; None stands for all, and so for a clean build. Raises
    PublishingError with MkDocs' own words.
    """
    from mkdocs.commands.build import build  # noqa: PLC0415 - a third of a second that `check` has no use for

    if outdated is None:
        _clear_site(publication.site)
    else:
        _remove_results(publication.site, outdated)
    with _fix_day(), _listen(publication.pages, advance) as warnings:
        try:
            build(_load_settings(publication), dirty=outdated is not None)
        except (Exception, SystemExit) as error:
            raise PublishingError("\n".join([*warnings, f"{type(error).__name__}: {error}"])) from error
    if warnings:
        raise PublishingError("\n".join(warnings))


def _clear_site(site: Path) -> None:
    """Empty the site but for hidden entries, as MkDocs does; but what cannot be removed is an error.

    MkDocs would pass over it, and a page of the internal edition would stay in the public one.
    """
    for entry in site.iterdir() if site.is_dir() else ():
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _remove_results(site: Path, pages: Iterable[str]) -> None:
    """Take pages and files from the site, and the folders that this leaves empty."""
    for page in pages:
        result = site / _name_result(PurePosixPath(page))
        result.unlink(missing_ok=True)
        folder = result.parent
        while folder != site and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _name_result(page: PurePosixPath) -> PurePosixPath:
    """Name what MkDocs makes of a page; a file that is none is copied as it is."""
    if page.suffix != ".md":
        return page
    return (page.parent if page.stem == "index" else page.with_suffix("")) / "index.html"


def _load_settings(publication: Publication) -> Any:
    """Read `mkdocs.yml`, with what the content and the command say put in its place."""
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415

    with publication.settings.open(encoding="utf-8") as file:
        theme = yaml_load(file)["theme"]
    config = load_config(
        str(publication.settings),
        docs_dir=str(publication.docs.resolve()),
        site_dir=str(publication.site.resolve()),
        theme={**theme, "custom_dir": str(THEME)},
        **publication.particulars,
    )
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
