"""What git knows of project files: since when they are there, when they changed, by whose office, and day by day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class FileHistory:
    """The days on which a file was added and last changed; None where the commit's date cannot be right.

    Both are also None where a shallow clone does not reach back so far. `role` is empty where none is stated for who
    made the last change, or nobody vouches for him; `commit` names that change, and is empty where it was cut off.
    """

    added: date | None
    changed: date | None
    role: str = ""
    commit: str = ""


History = Mapping[str, FileHistory]
"""The histories of files by their path in the content folder, the one that changed last first."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one day did to a file, all of that day's commits together.

    `path` is where the file lies now, or lay at last; `place` is where it lay that day, and `source` where it lay
    before, if it was moved that day. `before` and `after` name the contents in the repository, None for no file.
    `day` is None for all that was done by commits whose date cannot be right.
    """

    day: date | None
    path: str
    place: str
    before: str | None
    after: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """The whole log: the files by their paths, and the newest steps, those without a day first, then the last day.

    `is_cut` tells that the repository is a shallow clone, which knows nothing of what came before. `misdated` names
    the commits whose date cannot be right. `refused_signers` is the list of signers that the repository sets up and
    that may not be asked, since it lies among what a request can change.
    """

    files: History = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    is_cut: bool = False
    misdated: tuple[str, ...] = ()
    refused_signers: str = ""
