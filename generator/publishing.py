"""MkDocs over the written Markdown: a clean build, or only what changed where that is sound.

MkDocs' own `--dirty` renders the pages whose source is newer than their result. It is sound here because no
page shows anything of another: project pages stand in no navigation, titles in the navigation are spelled out in
`mkdocs.yml`, and Material's own search index is off. Whatever touches all pages alike is in the fingerprint, and
another fingerprint means a clean build.
"""

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

THEME = Path(__file__).parent / "pages" / "theme"
"""The overrides of the theme that ship with the package."""

_DIRTY_NOTICE = "A 'dirty' build is being performed"


class PublishingError(Exception):
    """MkDocs warned or failed: the program wrote something that MkDocs cannot publish."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What to publish, and where: the MkDocs settings, the Markdown, the site, and particulars of the publisher."""

    config: Path
    docs: Path
    site: Path
    particulars: Mapping[str, str]


def publish(publication: Publication, *, clean: bool) -> None:
    """Let MkDocs build the site; strict, so that any warning fails it.

    Raises PublishingError with MkDocs' own words, since only the program can be at fault here.
    """
    from mkdocs.commands.build import (
        build,
    )  # loaded late: it takes a third of a second that `check` has no use for

    with _collect_warnings() as warnings:
        try:
            build(_load_settings(publication), dirty=not clean)
        except (Exception, SystemExit) as error:
            raise PublishingError("\n".join([*warnings, f"{type(error).__name__}: {error}"])) from error
    if warnings:
        raise PublishingError("\n".join(warnings))
    if not clean:
        _remove_orphans(publication)


def _load_settings(publication: Publication) -> Any:
    """Read `mkdocs.yml`, with what the content and the command say put in its place."""
    from mkdocs.config import load_config
    from mkdocs.utils.yaml import yaml_load

    with publication.config.open(encoding="utf-8") as file:
        theme = yaml_load(file)["theme"]
    return load_config(
        str(publication.config),
        docs_dir=str(publication.docs.resolve()),
        site_dir=str(publication.site.resolve()),
        theme={**theme, "custom_dir": str(THEME)},
        **publication.particulars,
    )


@contextmanager
def _collect_warnings() -> Iterator[list[str]]:
    """Gather what MkDocs warns of, all but its notice that a dirty build is one."""
    warnings: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = record.getMessage()
            if not message.startswith(_DIRTY_NOTICE):
                warnings.append(message)

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.addHandler(collector)
    try:
        yield warnings
    finally:
        logger.removeHandler(collector)


def _remove_orphans(publication: Publication) -> None:
    """Take pages from the site whose Markdown is gone, and the folders that this leaves empty."""
    for folder, _, files in os.walk(publication.site, topdown=False):
        if "index.html" in files and not _has_source(publication, folder):
            (Path(folder) / "index.html").unlink()
        if not os.listdir(folder):  # noqa: PTH208 - os.walk gives strings, thousands of them
            os.rmdir(folder)  # noqa: PTH106


def _has_source(publication: Publication, folder: str) -> bool:
    source = os.path.join(publication.docs, os.path.relpath(folder, publication.site))  # noqa: PTH118
    return os.path.exists(f"{source}.md") or os.path.exists(os.path.join(source, "index.md"))  # noqa: PTH110, PTH118
