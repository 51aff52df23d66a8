"""The steps of git's log into updates: only what the edition shows now, and only from when it showed it.

A form that goes from draft to publication in many steps is new on the day it was published. One that the edition
does not show now appears nowhere; of one that is gone, nothing is told that it could be known by.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Final, NamedTuple

from generator.history.updates.versions import Version, read_version
from generator.history.updates.wording import describe_differences
from generator.model.assessment import Assessment
from generator.model.form import Status
from generator.model.history import Log, Step
from generator.model.project import Project
from generator.model.site import Edition
from generator.model.update import News, Update, UpdateKind

MOST_UPDATES: Final = 200
"""Updates that are told, the newest ones."""

MOST_LOOKED_AT: Final = 1_000
"""Steps whose contents are read; of a form that takes five to its publication, one is an update."""

LONGEST_REASON: Final = 200
"""Characters of a withdrawal's reason; the project's page has all of it."""

_BATCH: Final = 250
_FILE: Final = re.compile(r"projects/([0-9]{4})/([A-Za-z0-9][A-Za-z0-9_-]*)/[A-Za-z0-9][A-Za-z0-9_-]*\.toml")
"""A file that can have had a page, with its year and unit."""

Read = Callable[[Iterable[str]], Mapping[str, bytes]]
"""Gives contents by their names in the repository; those that cannot be read are left out."""


class Passage(NamedTuple):
    """A step with the form before and after it; None where there was none, or nothing that is one."""

    step: Step
    before: Version | None
    after: Version | None


def gather_news(
    log: Log, shown: Iterable[Assessment], there: Collection[str], edition: Edition, read: Read
) -> News:
    """Gather the newest updates of the projects that an edition shows; `there` are the paths of all files."""
    teller = _Teller({one.project.place.path: one.project for one in shown}, edition)
    steps = [step for step in log.steps if step.path in teller.projects or _is_removal(step, there)]
    steps.sort(
        key=lambda step: (-(step.day or date.max).toordinal(), -int(step.path.split("/")[1]), step.path)
    )
    found = teller.tell_updates(_read_passages(steps[:MOST_LOOKED_AT], read))
    updates = tuple(islice(found, MOST_UPDATES))
    is_whole = len(steps) <= MOST_LOOKED_AT and next(found, None) is None
    return News(updates, is_known=bool(log.files), is_whole=is_whole, is_cut=log.is_cut)


def _is_removal(step: Step, there: Collection[str]) -> bool:
    """Tell whether a step took away a file that is still gone, and can have had a page."""
    return step.after is None and step.path not in there and _FILE.fullmatch(step.path) is not None


def _read_passages(steps: Sequence[Step], read: Read) -> Iterator[Passage]:
    """Read the versions around each step, no more of them ahead than one batch."""
    for start in range(0, len(steps), _BATCH):
        batch = steps[start : start + _BATCH]
        texts = read({id_ for step in batch for id_ in (step.before, step.after) if id_})
        versions = {id_: read_version(text) for id_, text in texts.items()}
        for step in batch:
            yield Passage(step, versions.get(step.before or ""), versions.get(step.after or ""))


class _Teller:
    """Tells what steps mean to those who may see these projects."""

    def __init__(self, projects: Mapping[str, Project], edition: Edition) -> None:
        self.projects, self._edition = projects, edition

    def tell_updates(self, passages: Iterable[Passage]) -> Iterator[Update]:
        """Tell the updates day by day; of each day, what was removed comes last."""
        for day, group in groupby(passages, key=lambda one: one.step.day):
            removed: Counter[tuple[int, str]] = Counter()
            for one in group:
                project = self.projects.get(one.step.path)
                if project and (update := self._tell_update(one, project)):
                    yield update
                elif project is None and self._shows(one.before):
                    removed[_name_unit(one.step.path)] += 1
            yield from _tell_removals(day, removed)

    def _tell_update(self, passage: Passage, project: Project) -> Update | None:
        """Tell what a step meant for a project; None where it was not, or is not, to be seen, or nothing differs."""
        step, before, after = passage
        if after is None or not self._edition.shows(after.status):
            return None
        seen = before if self._shows(before) else None
        kind = _choose_kind(seen, after)
        details = describe_differences(seen, after, self._edition) if seen else ()
        if kind is UpdateKind.CHANGED and not details:
            if step.source is None:
                return None
            kind = UpdateKind.MOVED
        place = project.place
        key = step.place if _FILE.fullmatch(step.place) else place.path
        return Update(
            key=_name_key(key),
            day=step.day,
            kind=kind,
            year=place.year,
            unit=place.unit,
            place=place,
            name=project.form.name,
            details=(*self._tell_reason(kind, project), *_tell_move(step, seen), *details),
        )

    def _shows(self, version: Version | None) -> bool:
        return version is not None and self._edition.shows(version.status)

    @staticmethod
    def _tell_reason(kind: UpdateKind, project: Project) -> tuple[str, ...]:
        """Tell why a project was withdrawn, as its form says now: an older reason may have been taken out."""
        form = project.form
        if kind is not UpdateKind.WITHDRAWN or form.status is not Status.WITHDRAWN:
            return ()
        reason = " ".join(form.withdrawal.split())
        if len(reason) > LONGEST_REASON:
            reason = f"{reason[:LONGEST_REASON]}……"
        return (f"撤回原因：{reason}" if reason else "没有写明撤回原因",)


def _choose_kind(before: Version | None, after: Version) -> UpdateKind:
    """Choose what to call the passage from what was seen before to what is seen after."""
    was = before.status if before else None
    if after.status is Status.WITHDRAWN:
        return UpdateKind.CHANGED if was is Status.WITHDRAWN else UpdateKind.WITHDRAWN
    if was is Status.WITHDRAWN:
        return UpdateKind.RESTORED
    if after.status is Status.PUBLISHED:
        return UpdateKind.CHANGED if was is Status.PUBLISHED else UpdateKind.PUBLISHED
    return UpdateKind.CHANGED if was else UpdateKind.ADDED


def _tell_move(step: Step, before: Version | None) -> tuple[str, ...]:
    """Tell where a project's page lay before, if it had one there."""
    if step.source is None or before is None or _FILE.fullmatch(step.source) is None:
        return ()
    return (f"网址由 {_name_key(step.source)} 改为 {_name_key(step.place)}",)


def _tell_removals(day: date | None, removed: Mapping[tuple[int, str], int]) -> Iterator[Update]:
    for (year, unit), count in sorted(removed.items()):
        yield Update(f"{year}/{unit}", day, UpdateKind.REMOVED, year, unit, name=f"{count} 张自评表")


def _name_key(path: str) -> str:
    return path.removeprefix("projects/").removesuffix(".toml")


def _name_unit(path: str) -> tuple[int, str]:
    year, unit, _ = _name_key(path).split("/")
    return int(year), unit
