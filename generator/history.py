"""The history of project files from git: one reading of its log, for all files at once.

Names and addresses of persons never leave this module: what is told of an author is the role that `site.toml` gives
to an address or its domain.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from generator.git import find_root, start_git
from generator.model.history import FileHistory, History

_COMMIT: Final = "//"
"""What a commit's line begins with, and no path in a repository."""

_LOG: Final = (
    *("log", "-z", "--name-only", "--no-ext-diff", "--no-textconv"),
    f"--format={_COMMIT}%H %cs %aE",
)


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


def read_history(content: Path, roles: Mapping[str, str]) -> History:
    """Read the histories of all project files; none where there is no repository, no git, or nothing committed.

    `roles` are by whole address (`name@example.org`) or by domain (`@example.org`).
    """
    real = content.resolve()
    root = find_root(real)
    if root is None:
        return {}
    prefix = "" if real == root else f"{real.relative_to(root).as_posix()}/"
    cut = _list_cuts(root)
    histories: dict[str, FileHistory] = {}
    for commit, path in _list_changes(root, f"{prefix}projects"):
        known = histories.get(path)
        if commit.id in cut:
            later = replace(known, added=None) if known else None
        elif known:
            later = replace(known, added=known.added and min(known.added, commit.day))
        else:
            later = FileHistory(commit.day, commit.day, find_role(commit.author, roles))
        if later:
            histories[path] = later
    return {path.removeprefix(prefix): one for path, one in histories.items()}


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


def _list_cuts(root: Path) -> frozenset[str]:
    """List the commits at which a shallow clone was cut off."""
    named = _run(root, "rev-parse", "--git-path", "shallow").strip()
    with suppress(OSError, ValueError):
        return frozenset((root / named).read_text(encoding="ascii").split())
    return frozenset()


def _list_changes(root: Path, folder: str) -> Iterator[tuple[Commit, str]]:
    """List which commit changed which file, the last commit first; merges change nothing by themselves."""
    commit: Commit | None = None
    for record in _run(root, *_LOG, "--", folder).replace("\0\n", "\0").split("\0"):
        if record.startswith(_COMMIT):
            id_, day, author = record.removeprefix(_COMMIT).split(" ", 2)
            commit = Commit(id_, date.fromisoformat(day), author)
        elif record and commit:
            yield commit, record


def _run(root: Path, *arguments: str) -> str:
    """Run git and give what it prints; nothing where it cannot."""
    try:
        with start_git(root, *arguments) as running:
            printed, _ = running.communicate()
    except OSError:
        return ""
    return "" if running.returncode else os.fsdecode(printed)
