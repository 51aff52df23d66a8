"""The history of project files from git: one reading of its log, for all files at once.

Names and addresses of persons never leave this module: what is told of an author is the role that `site.toml` gives
to an address or its domain. Author and date of a commit are what whoever made it wrote there. So a role is told only
of who signed the commit, or where the code host vouches for authors; and a date only within bounds.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from generator.history.git import find_root, start_git
from generator.model.history import FileHistory, Log, Step

_COMMIT: Final = "//"
"""What a commit's line begins with, and no path in a repository."""

_LOG: Final = (
    *("log", "-z", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv"),
    "-M100%",  # a file that was moved and not changed is known by the name of its content, without reading any
    "-c",  # of a merge, what it made of files that is in none of its parents: it would else be laid to one of them
    f"--format={_COMMIT}%H %cs %aE",
)

_YEAR: Final = re.compile("projects/([0-9]{4})/")
"""The folder of a form, which names the year that it is about."""

MOST_STEPS: Final = 10_000
"""Steps that are remembered, the newest ones: enough for any page, and a bound for memory."""

LARGEST_CONTENT: Final = 1_000_000
"""Bytes of a content that is read; no form is as large."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit. One at which a shallow clone was cut off seems to add every file, and tells nothing of any."""

    id: str
    day: date | None
    author: str


class Revision(NamedTuple):
    """The state of the content that a build is made from: a commit, and its day where that can be right."""

    id: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Trust:
    """What is believed of commits: no date after `today`, and no author unless the code host vouches for them all.

    `roles` are by whole address (`name@example.org`) or by domain (`@example.org`).
    """

    today: date
    roles: Mapping[str, str] = field(default_factory=dict)
    believes_authors: bool = False

    def read_day(self, text: str) -> date | None:
        """Read a commit's day; None for what is none to Python, and for one to come, in whatever time zone."""
        with suppress(ValueError):
            day = date.fromisoformat(text)
            return day if (day - self.today).days <= 1 else None
        return None

    def find_role(self, address: str) -> str:
        """Find the role of an address, or of its domain; empty where neither has one."""
        known = {key.casefold(): role for key, role in self.roles.items()}
        address = address.casefold()
        return known.get(address) or known.get(f"@{address.rpartition('@')[2]}", "")


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit did to one file; `source` is its path before, where the commit moved it."""

    path: str
    before: str | None
    after: str | None
    source: str | None = None


def read_today() -> date:
    """Read the day from the clock, the same whatever the time zone of the machine."""
    return datetime.now(UTC).date()


def read_log(content: Path, trust: Trust) -> Log:
    """Read the log of all project files; an empty one where there is no repository, no git, or nothing committed."""
    real = content.resolve()
    root = find_root(real)
    if root is None:
        return Log()
    prefix = "" if real == root else f"{real.relative_to(root).as_posix()}/"
    cut = _list_cuts(root)
    reading = _Reading(prefix)
    for commit, change in _list_changes(root, f"{prefix}projects", trust):
        reading.take(commit, change, is_cut=commit.id in cut)
    refused = "" if trust.believes_authors or not trust.roles else _find_refused_signers(root)
    signed = trust.roles and not trust.believes_authors and not refused
    signers = _list_signers(root, reading.list_commits()) if signed else {}
    return Log(
        reading.list_files(trust, signers),
        reading.list_steps(),
        is_cut=bool(cut),
        misdated=tuple(reading.misdated),
        refused_signers=refused,
    )


class _Reading:
    """Takes in changes, the last one first, and follows files back to the paths they had before."""

    def __init__(self, prefix: str) -> None:
        self.misdated: dict[str, None] = {}
        self._prefix = prefix
        self._files: dict[str, tuple[FileHistory, str]] = {}
        self._beginless: set[str] = set()
        self._paths: dict[str, str] = {}
        self._steps: dict[tuple[date | None, str], Step] = {}

    def take(self, commit: Commit, change: Change, *, is_cut: bool) -> None:
        """Take in one change; what came later is known already."""
        place = change.path.removeprefix(self._prefix)
        path = self._paths.get(place, place)
        if is_cut:
            self._beginless.add(path)
            self._files.setdefault(path, (FileHistory(None, None), ""))
            return
        day = self._date(commit, place)
        source = change.source and change.source.removeprefix(self._prefix)
        if day is None and change.before is None:
            self._beginless.add(path)
        later, author = self._files.get(path) or (FileHistory(None, day, commit=commit.id), commit.author)
        added = min(filter(None, (later.added, day)), default=None)
        self._files[path] = replace(later, added=added), author
        self._add_step(Step(day, path, place, change.before, change.after, source))
        if source:
            self._paths[source] = path

    def _date(self, commit: Commit, place: str) -> date | None:
        """Date what a commit did to a file: not before the year that the form is about."""
        year = _YEAR.match(place)
        if commit.day is None or (year and commit.day.year < int(year[1])):
            self.misdated[commit.id] = None
            return None
        return commit.day

    def list_commits(self) -> set[str]:
        """List the commits that changed a file last."""
        return {history.commit for history, _ in self._files.values() if history.commit}

    def list_files(self, trust: Trust, signers: Mapping[str, str]) -> dict[str, FileHistory]:
        """List the files with the role of who changed them last: the author where he is believed, else the signer."""
        return {
            path: replace(
                history,
                added=None if path in self._beginless else history.added,
                role=trust.find_role(author if trust.believes_authors else signers.get(history.commit, "")),
            )
            for path, (history, author) in self._files.items()
        }

    def _add_step(self, step: Step) -> None:
        """Put a step together with what was done later on its day."""
        key = step.day, step.path
        later = self._steps.get(key)
        if later:
            self._steps[key] = replace(later, before=step.before, source=step.source or later.source)
        elif len(self._steps) < MOST_STEPS:
            self._steps[key] = step

    def list_steps(self) -> tuple[Step, ...]:
        """List the steps that changed anything, those without a day first, then the last day."""
        steps = (one for one in self._steps.values() if one.source or one.before != one.after)
        return tuple(sorted(steps, key=lambda one: (-(one.day or date.max).toordinal(), one.path)))


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


def read_revision(content: Path, trust: Trust, newest_year: int = 0) -> Revision | None:
    """Find the last commit that changed the content; None where there is no repository, no git, or no such commit.

    None, too, where a shallow clone was cut off before it could be found. `newest_year` is that of the newest form, and
    no change of them all came last before it.
    """
    real = content.resolve()
    root = find_root(real)
    if root is None:
        return None
    printed = _run(root, "rev-list", "-1", "--format=%H %cs", "HEAD", "--", str(real)).splitlines()
    if not printed:
        return None
    id_, text = printed[-1].split(" ", 1)
    if id_ in _list_cuts(root):
        return None
    day = trust.read_day(text)
    return Revision(id_, day if day and day.year >= newest_year else None)


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


def _find_refused_signers(root: Path) -> str:
    """Find the list of signers that git would ask, where it lies among what requests can change: in the work tree."""
    named = _run(root, "config", "--type=path", "--get", "gpg.ssh.allowedSignersFile").rstrip("\n")
    file = (root / named).resolve()
    inside = named and file.is_relative_to(root) and not file.is_relative_to(root / ".git")
    return named if inside else ""


def _list_signers(root: Path, commits: Iterable[str]) -> dict[str, str]:
    """List by commit the address of who signed it, where the signature is good and the settings know the signer."""
    printed = _ask(root, "log", "--no-walk", "--stdin", "--format=%H %G? %GS", ids=sorted(commits))
    records = (line.split(" ", 2) for line in printed.decode("utf-8", "replace").splitlines())
    return {id_: signer.rpartition("<")[2].rstrip(">") for id_, grade, signer in records if grade == "G"}


def _list_changes(root: Path, folder: str, trust: Trust) -> Iterator[tuple[Commit, Change]]:
    """List which commit changed which file, the last commit first; of merges, what is in none of their parents."""
    commit: Commit | None = None
    records = iter(_run(root, *_LOG, "--", folder).replace("\0\n", "\0").split("\0"))
    for record in records:
        if record.startswith(_COMMIT):
            id_, day, author = record.removeprefix(_COMMIT).split(" ", 2)
            commit = Commit(id_, trust.read_day(day), author)
        elif record and commit:
            fields = record.lstrip(":").split(" ")
            parents = len(record) - len(record.lstrip(":"))
            *before, after = map(_name_content, fields[parents + 1 : -1])
            source = next(records) if parents == 1 and fields[-1].startswith("R") else None
            yield commit, Change(next(records), next(filter(None, before), None), after, source)


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
