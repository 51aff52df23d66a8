"""What a change of the content means: two revisions held against each other, project by project."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.finding import Finding
from generator.model.form import Status


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A content folder as one revision holds it, checked. `revision` is None for the folder as it lies on the disk."""

    revision: str | None
    corpus: Corpus
    assessments: tuple[Assessment, ...]
    findings: tuple[Finding, ...]


class ChangeKind(StrEnum):
    """What became of a project, a row, or anything else that has a name."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # another path, whatever else changed
    CHANGED = "changed"
    BROKEN = "broken"  # could be read before, cannot be read now
    MENDED = "mended"  # could not be read before, can be read now
    UNREADABLE = "unreadable"  # new, or the same as before, and cannot be read
    DROPPED = "dropped"  # could not be read before, is no longer there


class Direction(StrEnum):
    """Where a target (年度指标值) went. LOWERED asks for less, as a raised `≤` does; CHANGED cannot be compared."""

    LOWERED = "lowered"
    RAISED = "raised"
    CHANGED = "changed"


NAMING_KEYS = ("name", "title", "rule", "by")
"""Keys by which a row of a form's tables is known, the first that it has."""

Cell = str | Decimal | bool | None
"""What stood in a cell; None where nothing did."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else than before. `title` is its official name on the form."""

    key: str
    title: str
    before: Cell
    after: Cell

    @property
    def takes_reason_away(self) -> bool:
        """Tell whether this is an explanation (偏差原因分析及改进措施) that was there and is no longer."""
        return self.key.rpartition(".")[2] == "explanation" and self.before is not None and self.after is None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of one of the form's tables that was added, removed or changed.

    `table` is the table's key (`indicators`, `funds.sources`), `title` its official name. `target` is set where the
    target of an indicator changed. Rows that were added or removed list all their cells.
    """

    table: str
    title: str
    kind: ChangeKind
    name: str
    cells: tuple[CellChange, ...]
    target: Direction | None = None


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """Findings that are new, gone and still there. `waived` are those of the last that are acknowledged only now."""

    new: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    still: tuple[Finding, ...] = ()
    waived: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.waived)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a project stands in one revision: what a reviewer looks at first. Money is in yuan.

    `claimed` is the total that the form prints, `accepted` the one that recomputes, and `grade` belongs to the latter.
    """

    path: str
    name: str
    status: Status
    profile: str
    claimed: Decimal | None
    accepted: Decimal | None
    grade: str | None
    initial: Decimal | None
    adjusted: Decimal | None
    executed: Decimal | None


@dataclass(frozen=True, slots=True)
class ProjectChange:
    """What became of one project, or of a project file that cannot be read.

    `path` is the file's, the new one where it moved. A side is None where the project is not there or cannot be read.
    `cells` are those outside the form's tables; what `Standing` tells is not repeated in them.
    """

    kind: ChangeKind
    path: str
    before: Standing | None
    after: Standing | None
    cells: tuple[CellChange, ...] = ()
    rows: tuple[RowChange, ...] = ()
    findings: FindingChanges = FindingChanges()

    def count_targets(self, direction: Direction) -> int:
        """Count the indicators whose target went one way."""
        return sum(row.target is direction for row in self.rows)

    @property
    def reasons_taken_away(self) -> int:
        """Count the explanations that were there and are no longer, with their row or without."""
        cells = (*self.cells, *(cell for row in self.rows for cell in row.cells))
        return sum(cell.takes_reason_away for cell in cells)


class Part(StrEnum):
    """What there is beside projects: in the repository, where it is no content of any kind, and in the content folder.

    The first of them decide what is run and read, and a reviewer is to see them first.
    """

    HIDDEN = "hidden"  # a file that is hidden, or in a folder that is: what code hosts run, git's attributes
    LINK = "link"  # a symbolic link, new or leading elsewhere
    FILE = "file"  # any other file outside the content folder
    SITE = "site"
    PROFILE = "profile"
    ORGANISATIONS = "organisations"  # the whole file, where not all of it can be read
    DEPARTMENT = "department"
    UNIT = "unit"
    CALL = "call"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class OtherChange:
    """Something beside projects that changed: a profile, a unit, a page by its name, a file by its path."""

    part: Part
    name: str
    kind: ChangeKind


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs in meaning between two revisions; `head` is None for the folder as it lies on the disk.

    `projects` come in order of path. `findings` are those about other files than the projects'.
    """

    base: str | None
    head: str | None
    projects: tuple[ProjectChange, ...] = ()
    others: tuple[OtherChange, ...] = ()
    findings: FindingChanges = FindingChanges()

    def __bool__(self) -> bool:
        return bool(self.projects or self.others or self.findings)

    @property
    def all_findings(self) -> FindingChanges:
        """The findings about projects and about other files, together."""
        parts = [*(project.findings for project in self.projects), self.findings]

        def join(*groups: tuple[Finding, ...]) -> tuple[Finding, ...]:
            return tuple(finding for group in groups for finding in group)

        return FindingChanges(
            new=join(*(part.new for part in parts)),
            gone=join(*(part.gone for part in parts)),
            still=join(*(part.still for part in parts)),
            waived=join(*(part.waived for part in parts)),
        )

    def of_kind(self, kind: ChangeKind) -> Iterator[ProjectChange]:
        """Pass on the projects that had one thing happen to them."""
        return (project for project in self.projects if project.kind is kind)
