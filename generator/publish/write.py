"""The folder of pages, kept in step with what was rendered: only what changed is written, what is gone is removed."""

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from generator.runtime.parallel import spread_work
from generator.runtime.placing import remove_file

_PART = ".part"
_LARGE = 1 << 20

Content = bytes | IO[bytes]
"""What a file shall hold; what is large waits on the disk and not in memory, and can be read once."""


class PathOutsideFolderError(ValueError):
    """A page's path would leave the folder of pages."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How a folder differs from the pages that it shall hold; paths are relative to it, with forward slashes."""

    written: tuple[tuple[str, Content], ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all pages that are new, different or gone."""
        return (*(path for path, _ in self.written), *self.removed)


def compare_pages(folder: Path, pages: Iterable[tuple[str, str | bytes | None]]) -> Changes:
    """Find what has to be done so that a folder holds exactly these pages; touches nothing.

    Pages are `(path relative to the folder, text)`; beside them there may be files, with bytes for text, and pages
    that are to stay as they lie there, with None. Raises PathOutsideFolderError for a path that leaves the folder.
    """
    existing = dict(_list_files(folder))
    written = []
    for path, text in pages:
        _check_path(path)
        if text is None:
            del existing[path]
            continue
        content = text if isinstance(text, bytes) else text.encode()
        is_regular = existing.pop(path, False)
        if not is_regular or (folder / path).read_bytes() != content:
            written.append((path, _put_aside(content, folder.parent)))
    return Changes(tuple(written), tuple(sorted(existing)))


def write_changes(folder: Path, changes: Changes) -> None:
    """Carry out what was found; what is in the way goes first."""
    for path in changes.removed:
        remove_file(folder, path)
    with spread_work(lambda change: _replace_file(folder / change[0], change[1]), changes.written) as written:
        for _ in written:
            pass


def _check_path(path: str) -> None:
    """Refuse a path that is absolute, steps up, or means something else on another system."""
    if path.startswith("/") or "\\" in path or "\0" in path or ":" in path:
        raise PathOutsideFolderError(path)
    if any(part in ("", ".", "..") for part in path.split("/")):
        raise PathOutsideFolderError(path)


def _replace_file(file: Path, content: Content) -> None:
    """Put a file in place in one step, so that nobody ever reads half of it."""
    part = file.with_name(file.name + _PART)
    content = content if isinstance(content, bytes) else _take_back(content)
    try:
        part.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
    part.replace(file)


def _put_aside(content: bytes, scratch: Path) -> Content:
    """Let a large content wait on the disk, in a file without a name that is gone when nobody holds it any more."""
    if len(content) < _LARGE:
        return content
    waiting = TemporaryFile(dir=scratch)  # noqa: SIM115 (it stays open until it is taken back)
    waiting.write(content)
    return waiting


def _take_back(waiting: IO[bytes]) -> bytes:
    with waiting:
        waiting.seek(0)
        return waiting.read()


def _list_files(folder: Path) -> Iterator[tuple[str, bool]]:
    """List all files below a folder, relative to it, and whether each is a regular one; links are not followed."""
    waiting = [""]
    while waiting:
        inner = waiting.pop()
        with _scan(folder / inner) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{inner}{entry.name}/")
                else:
                    yield inner + entry.name, entry.is_file(follow_symlinks=False)


def _scan(folder: Path) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
    """Look into a folder; one that is not there holds nothing."""
    return os.scandir(folder) if folder.is_dir() else nullcontext(iter(()))
