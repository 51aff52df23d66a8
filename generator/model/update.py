"""What is new: which project was published, corrected, withdrawn, moved or removed on which day."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.model.history import History
from generator.model.project import Place


class UpdateKind(StrEnum):
    """What became of a form that day."""

    PUBLISHED = "published"
    ADDED = "added"  # not public yet: internal edition only
    CHANGED = "changed"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    REMOVED = "removed"

    @property
    def word(self) -> str:
        """What it is called in front of people."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    UpdateKind.PUBLISHED: "新公开",
    UpdateKind.ADDED: "新增",
    UpdateKind.CHANGED: "有更正",
    UpdateKind.MOVED: "换了网址",
    UpdateKind.WITHDRAWN: "已撤回",
    UpdateKind.RESTORED: "重新公开",
    UpdateKind.REMOVED: "已删除",
}


@dataclass(frozen=True, slots=True)
class Update:
    """What one day brought for a project. `name` is the one it bears now.

    Together with the day, `key` names the update for ever: it is the id that the project had then. `day` is None for
    changes whose date cannot be right. `details` say what changed, in words. Of forms that were removed
    nothing is told but how many there were of a unit and year: `place` is None, and `name` says how many.
    """

    key: str
    day: date | None
    kind: UpdateKind
    year: int
    unit: str
    place: Place | None = None
    name: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """The newest updates, those without a day first, then the last day.

    `is_known` tells that there is a history at all, `is_whole` that no update was left out, and `is_cut` that the
    repository does not reach back to the beginning.
    """

    updates: tuple[Update, ...] = ()
    is_known: bool = False
    is_whole: bool = True
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All that git tells: the history of each project file, and what is new."""

    files: History = field(default_factory=dict)
    news: News = field(default_factory=News)
