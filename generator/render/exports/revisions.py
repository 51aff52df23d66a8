"""By which commits data came to be what it is: for each file of data the last one that changed what it holds.

So a new commit changes those files only that hold something of what it changed.
"""

from collections.abc import Iterable

from generator.model.history import History
from generator.model.project import Place


class Revisions:
    """Knows the last commit of every project's file, and which of them is the newest."""

    def __init__(self, history: History) -> None:
        """Rank the commits by the order in which the histories come, the newest first."""
        self._ranked = {path: (rank, one.commit) for rank, (path, one) in enumerate(history.items())}

    def find_newest(self, places: Iterable[Place]) -> str | None:
        """Find the newest of the commits that last changed these projects.

        None where none is known, or a shallow clone cut one off, which may be any.
        """
        known = [self._ranked[place.path] for place in places if place.path in self._ranked]
        return min(known)[1] if known and all(commit for _, commit in known) else None
