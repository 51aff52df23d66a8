"""The folder of pages, kept in step with what was rendered: only what changed is written, what is gone is removed."""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

_PART = ".part"


class PathOutsideFolderError(ValueError):
    """A page's path would leave the folder of pages."""


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did: paths relative to the folder, with forward slashes, sorted; `kept` is a count."""

    changed: tuple[str, ...]
    kept: int
    removed: tuple[str, ...]


def write_pages(folder: Path, pages: Iterable[tuple[str, str]], untouched: Collection[str] = ()) -> Written:
    """Make a folder hold exactly these pages, and touch no file whose content stays the same.

    Pages are `(path relative to the folder, text)`; `untouched` are paths that are known to be right already and
    so were not rendered. Raises PathOutsideFolderError for a path that leaves the folder, before anything of
    that page is written.
    """
    existing = list_files(folder)
    changed: list[str] = []
    produced: set[str] = set()
    for path, text in pages:
        check_path(path)
        produced.add(path)
        if write_if_changed(folder / path, text.encode(), known=path in existing):
            changed.append(path)
    produced.update(untouched)
    removed = sorted(existing - produced)
    remove_files(folder, removed)
    return Written(tuple(sorted(changed)), len(produced) - len(changed), tuple(removed))


def check_path(path: str) -> None:
    """Refuse a path that is absolute, steps up, or means something else on another system."""
    if not path or path.startswith("/") or "\\" in path or "\0" in path or ":" in path:
        raise PathOutsideFolderError(path)
    if any(part in ("", ".", "..") for part in path.split("/")):
        raise PathOutsideFolderError(path)


def write_if_changed(file: Path, content: bytes, *, known: bool) -> bool:
    """Replace a file in one step unless it holds this content already; tell whether it was written.

    `known` says that a regular file is there, which saves looking.
    """
    if known and file.read_bytes() == content:
        return False
    part = file.with_name(file.name + _PART)
    try:
        part.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
    part.replace(file)
    return True


def list_files(folder: Path) -> set[str]:
    """List all files below a folder, relative to it; links are removed, so that nothing is written through one."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        inner = waiting.pop()
        with scan(folder / inner) as entries:
            for entry in entries:
                if entry.is_symlink():
                    Path(entry.path).unlink()
                elif entry.is_dir():
                    waiting.append(f"{inner}{entry.name}/")
                else:
                    found.add(inner + entry.name)
    return found


def scan(folder: Path) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
    """Look into a folder; one that is not there holds nothing."""
    return os.scandir(folder) if folder.is_dir() else nullcontext(iter(()))


def remove_files(folder: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that they leave empty, up to but without the folder itself."""
    for path in paths:
        file = folder / path
        file.unlink()
        for parent in file.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
