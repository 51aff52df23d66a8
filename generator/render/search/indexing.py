"""Running Pagefind over the shards whose documents changed, beside whatever else is being done.

    build/search-source/<shard>/**/index.html   what Pagefind reads
    build/search/<shard>/                       the bundle it made of them
    build/search/<shard>.stamp                  digest of what the bundle was made of

The stamp is taken away before a run and written after it, so a run that was interrupted is done again.
"""

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.model.search_document import SearchDocument
from generator.render.search.rendering import render_document

_OPTIONS = ("--force-language", "zh", "--silent")
_PATIENCE = 10
"""How much less Pagefind asks of a core than the build does beside it, which all else waits for."""

_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-worker.js",
)


_REFUSED = re.compile(r"\(os error ([0-9]+)\)|\bOs \{ code: ([0-9]+),")
"""How Pagefind, a program in Rust, names what the system refused."""


class IndexingError(Exception):
    """Pagefind failed or is not installed: the program's fault, never the content's."""


@dataclass(frozen=True, slots=True)
class IndexFolders:
    """Where the index is made: `source` for Pagefind's input, `bundles` for its output."""

    source: Path
    bundles: Path

    @classmethod
    def below(cls, build: Path) -> "IndexFolders":
        """Place both in a build folder."""
        return cls(source=build / "search-source", bundles=build / "search")

    def stamp(self, shard: str) -> Path:
        """Name the stamp of a shard."""
        return self.bundles / f"{shard}.stamp"


@dataclass(frozen=True, slots=True)
class IndexRun:
    """An indexing run under way; `shards` are those that Pagefind is run for."""

    shards: tuple[str, ...]
    future: Future[None]

    def wait(self) -> None:
        """Wait until the run is over. Raises IndexingError with Pagefind's own words."""
        self.future.result()


def start_indexing(shards: Mapping[str, Sequence[SearchDocument]], folders: IndexFolders) -> IndexRun:
    """Write the documents of the shards that changed, start Pagefind over them and come back at once.

    Pagefind works shard by shard, a process each, with a thread to start one after the other. Shards that are
    no longer there, and shards without documents, lose their files.
    """
    filled = {shard: documents for shard, documents in shards.items() if documents}
    _remove_stale_shards(folders, filled)
    changed = []
    for shard, documents in filled.items():
        pages = {f"{one.address}index.html": render_document(one).encode() for one in documents}
        digest = _digest_pages(pages)
        if _read_stamp(folders, shard) != digest:
            folders.stamp(shard).unlink(missing_ok=True)
            _sync_pages(folders.source / shard, pages)
            changed.append((shard, digest))
    executor = ThreadPoolExecutor(1, "pagefind")
    future = executor.submit(_index_shards, changed, folders)
    executor.shutdown(wait=False)
    return IndexRun(tuple(shard for shard, _ in changed), future)


def run_pagefind(source: Path, bundle: Path) -> None:
    """Let Pagefind make the bundle of a folder of documents, in place of the bundle that is there.

    Raises IndexingError when Pagefind complains, or leaves no index, and OSError where the system refused it.
    """
    fresh = bundle.with_name(f"{bundle.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    command = [str(_find_pagefind()), "--site", str(source), "--output-path", str(fresh), *_OPTIONS]
    code, printed = _run_in_background(command)
    if refused := _REFUSED.search(printed):
        raise OSError(int(refused[1] or refused[2]), printed.strip(), str(fresh))
    if code or not (fresh / "pagefind-entry.json").is_file():
        raise IndexingError(printed.strip() or f"pagefind: {code}")
    for pattern in _UNUSED:
        for file in fresh.glob(pattern):
            file.unlink()
    shutil.rmtree(bundle, ignore_errors=True)
    fresh.rename(bundle)


def _run_in_background(command: Sequence[str]) -> tuple[int, str]:
    """Run a command that lets others go first; gives its exit code, and what it printed.

    It keeps hold of the build's lock (`build_state`): should the build be killed, the next one waits for it.
    """
    options: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
    with subprocess.Popen(command, close_fds=False, **options) as running:
        if hasattr(os, "setpriority"):
            with suppress(OSError):  # it may be over already
                os.setpriority(os.PRIO_PROCESS, running.pid, _PATIENCE)
        printed, _ = running.communicate()
    return running.returncode, printed


def list_bundles(folders: IndexFolders) -> dict[str, str]:
    """List the finished bundles with their digests, in the order of their names."""
    stamps = sorted(folders.bundles.glob("*.stamp"))
    return {stamp.stem: stamp.read_text(encoding="utf-8") for stamp in stamps}


def _index_shards(changed: Iterable[tuple[str, str]], folders: IndexFolders) -> None:
    for shard, digest in changed:
        run_pagefind(folders.source / shard, folders.bundles / shard)
        folders.stamp(shard).write_text(digest, encoding="utf-8")


def _find_pagefind() -> Path:
    try:
        return Path(get_executable())
    except FileNotFoundError as error:
        raise IndexingError(str(error)) from error


def _digest_pages(pages: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(f"{version('pagefind-bin')} {' '.join(_OPTIONS)}".encode())
    for path, page in sorted(pages.items()):
        digest.update(f"\0{path}\0{len(page)}\0".encode())
        digest.update(page)
    return digest.hexdigest()


def _read_stamp(folders: IndexFolders, shard: str) -> str:
    """Read the digest that a finished bundle was made of; empty when there is none."""
    try:
        stamp = folders.stamp(shard).read_text(encoding="utf-8")
    except OSError:
        return ""
    return stamp if (folders.bundles / shard / "pagefind-entry.json").is_file() else ""


def _remove_stale_shards(folders: IndexFolders, filled: Mapping[str, object]) -> None:
    folders.bundles.mkdir(parents=True, exist_ok=True)
    folders.source.mkdir(parents=True, exist_ok=True)
    for entry in (*folders.bundles.iterdir(), *folders.source.iterdir()):
        if entry.name.removesuffix(".stamp") in filled:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _sync_pages(folder: Path, pages: Mapping[str, bytes]) -> None:
    """Make a folder hold these pages and nothing else; pages that are right already are left alone."""
    for file in list(folder.rglob("index.html")):
        if file.relative_to(folder).as_posix() not in pages:
            file.unlink()
    for path, page in pages.items():
        file = folder / path
        if not file.is_file() or file.read_bytes() != page:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(page)
