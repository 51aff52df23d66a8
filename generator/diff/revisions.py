"""Two revisions of the content, checked alike and held against each other, for the person who reviews the change."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.check.checking import CannotRunError, check
from generator.diff import compare_snapshots
from generator.history.snapshot import Repository, RevisionError
from generator.model.change import Changes, Snapshot
from generator.runtime.progress import Listener


def compare_revisions(
    content: Path, base: str, head: str | None, listener: Listener, today: date | None = None
) -> Changes:
    """Tell what changed between two git revisions; where `head` is None, up to the folder as it lies on the disk.

    Of files that are no content, only what is committed is told: up to HEAD, where `head` is None. Both are judged by
    the rules of this program and by the same day. Raises CannotRunError when a revision cannot be read, or when there
    is no such folder on the disk.
    """

    def take(folder: Path, revision: str | None) -> Snapshot:
        checked = check(folder, listener, today)
        return Snapshot(revision, checked.corpus, checked.assessments, checked.findings)

    try:
        repository = Repository.around(content)
        old, new = repository.resolve(base), None if head is None else repository.resolve(head)
        others = repository.list_others(old, new or repository.resolve("HEAD"))
        with repository.unpack(old) as folder:
            before = take(folder, old)
        if new is None:
            changes = compare_snapshots(before, take(content, None))
        else:
            with repository.unpack(new) as folder:
                changes = compare_snapshots(before, take(folder, new))
    except RevisionError as error:
        raise CannotRunError(str(error)) from None
    return replace(changes, others=(*others, *changes.others))
