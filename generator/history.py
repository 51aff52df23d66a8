"""The history of project files from git: one reading of its log, for all files at once.

Names and addresses of persons never leave this module: what is told of an author is the role that `site.toml` gives
to an address or its domain.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from generator.git import find_root, start_git
from generator.model.history import FileHistory, Log, Step

_COMMIT: Final = "//"
"""What a commit's line begins with, and no path in a repository."""

_LOG: Final = (
    *("log", "-z", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv"),
    "-M100%",  # a file that was moved and not changed is known by the name of its content, without reading any
    f"--format={_COMMIT}%H %cs %aE",
)

MOST_STEPS: Final = 10_000
"""Steps that are remembered, the newest ones: enough for any page, and a bound for memory."""

LARGEST_CONTENT: Final = 1_000_000
"""Bytes of a content that is read; no form is as large."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit. One at which a shallow clone was cut off seems to add every file, and tells nothing of any."""

    id: str
    day: date
    author: str


class Revision(NamedTuple):
    """The state of the content that a build is made from: a commit and its day."""

    id: str
    day: date


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit did to one file; `source` is its path before, where the commit moved it."""

    path: str
    before: str | None
    after: str | None
    source: str | None = None


def read_log(content: Path, roles: Mapping[str, str]) -> Log:
    """Read the log of all project files; an empty one where there is no repository, no git, or nothing committed.

    `roles` are by whole address (`name@example.org`) or by domain (`@example.org`).
    """
    real = content.resolve()
    root = find_root(real)
    if root is None:
        return Log()
    prefix = "" if real == root else f"{real.relative_to(root).as_posix()}/"
    cut = _list_cuts(root)
    reading = _Reading(prefix, roles)
    for commit, change in _list_changes(root, f"{prefix}projects"):
        reading.take(commit, change, is_cut=commit.id in cut)
    return Log(reading.files, reading.list_steps(), is_cut=bool(cut))


class _Reading:
    """Takes in changes, the last one first, and follows files back to the paths they had before."""

    def __init__(self, prefix: str, roles: Mapping[str, str]) -> None:
        self.files: dict[str, FileHistory] = {}
        self._prefix, self._roles = prefix, roles
        self._paths: dict[str, str] = {}
        self._steps: dict[tuple[date, str], Step] = {}

    def take(self, commit: Commit, change: Change, *, is_cut: bool) -> None:
        """Take in one change; what came later is known already."""
        place = change.path.removeprefix(self._prefix)
        path = self._paths.get(place, place)
        known = self.files.get(path)
        if is_cut:
            if known:
                self.files[path] = replace(known, added=None)
            return
        if known:
            self.files[path] = replace(known, added=known.added and min(known.added, commit.day))
        else:
            role = find_role(commit.author, self._roles)
            self.files[path] = FileHistory(commit.day, commit.day, role, commit.id)
        source = change.source and change.source.removeprefix(self._prefix)
        self._add_step(Step(commit.day, path, place, change.before, change.after, source))
        if source:
            self._paths[source] = path

    def _add_step(self, step: Step) -> None:
        """Put a step together with what was done later on its day."""
        key = step.day, step.path
        later = self._steps.get(key)
        if later:
            self._steps[key] = replace(later, before=step.before, source=step.source or later.source)
        elif len(self._steps) < MOST_STEPS:
            self._steps[key] = step

    def list_steps(self) -> tuple[Step, ...]:
        """List the steps that changed anything, the last day first."""
        steps = (one for one in self._steps.values() if one.source or one.before != one.after)
        return tuple(sorted(steps, key=lambda one: (-one.day.toordinal(), one.path)))


def read_contents(content: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """Read contents from the repository by their names; what is not there, is no file or is too large is left out."""
    root = find_root(content.resolve())
    wanted = sorted(set(ids))
    if root is None or not wanted:
        return {}
    small = _choose_small(_ask(root, "cat-file", "--batch-check", ids=wanted))
    answer, at, contents = _ask(root, "cat-file", "--batch", ids=small), 0, {}
    for id_, size in small.items():
        start = answer.index(b"\n", at) + 1
        contents[id_] = answer[start : start + size]
        at = start + size + 1
    return contents


def read_revision(content: Path) -> Revision | None:
    """Find the last commit that changed the content; None where there is no repository, no git, or no such commit."""
    real = content.resolve()
    root = find_root(real)
    if root is None:
        return None
    printed = _run(root, "rev-list", "-1", "--format=%H %cs", "HEAD", "--", str(real)).splitlines()
    if not printed:
        return None
    id_, day = printed[-1].split(" ")
    return Revision(id_, date.fromisoformat(day))


def find_role(address: str, roles: Mapping[str, str]) -> str:
    """Find the role of an address, or of its domain; empty where neither has one."""
    known = {key.casefold(): role for key, role in roles.items()}
    address = address.casefold()
    return known.get(address) or known.get(f"@{address.rpartition('@')[2]}", "")


def _choose_small(listed: bytes) -> dict[str, int]:
    """Choose the contents of files that are not too large out of git's list of objects; gives their sizes."""
    entries = (line.split(" ") for line in listed.decode("ascii", "replace").splitlines())
    sizes = {id_: int(rest[1]) for id_, *rest in entries if rest[0] == "blob"}
    return {id_: size for id_, size in sizes.items() if size <= LARGEST_CONTENT}


def _list_cuts(root: Path) -> frozenset[str]:
    """List the commits at which a shallow clone was cut off."""
    named = _run(root, "rev-parse", "--git-path", "shallow").strip()
    with suppress(OSError, ValueError):
        return frozenset((root / named).read_text(encoding="ascii").split())
    return frozenset()


def _list_changes(root: Path, folder: str) -> Iterator[tuple[Commit, Change]]:
    """List which commit changed which file, the last commit first; merges change nothing by themselves."""
    commit: Commit | None = None
    records = iter(_run(root, *_LOG, "--", folder).replace("\0\n", "\0").split("\0"))
    for record in records:
        if record.startswith(_COMMIT):
            id_, day, author = record.removeprefix(_COMMIT).split(" ", 2)
            commit = Commit(id_, date.fromisoformat(day), author)
        elif record and commit:
            _, _, before, after, kind = record.split(" ")
            source = next(records) if kind.startswith("R") else None
            yield commit, Change(next(records), _name_content(before), _name_content(after), source)


def _name_content(id_: str) -> str | None:
    """Take a content's name from the log, in which nothing but zeros stands for no file."""
    return id_ if id_.strip("0") else None


def _run(root: Path, *arguments: str) -> str:
    """Run git and give what it prints; nothing where it cannot."""
    return os.fsdecode(_ask(root, *arguments))


def _ask(root: Path, *arguments: str, ids: Iterable[str] = ()) -> bytes:
    """Run git, about these objects where it asks for any, and give what it answers; nothing where it cannot."""
    try:
        with start_git(root, *arguments) as running:
            answer, _ = running.communicate("".join(f"{id_}\n" for id_ in ids).encode("ascii"))
    except OSError:
        return b""
    return b"" if running.returncode else answer
