"""All projects of two snapshots: added, removed, moved, changed, and those whose files cannot be read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.diff.cells import compare_cells
from generator.diff.findings import anchor_by_path, anchor_by_row, compare_findings, name_rows
from generator.diff.moving import follow_moves
from generator.diff.rows import INDICATORS, compare_rows, pair_tables
from generator.model.assessment import Assessment
from generator.model.change import ChangeKind, ProjectChange, Snapshot, Standing
from generator.model.finding import Finding, list_faulty_files
from generator.text.masking import mask_numbers

_TOLD = {"name", "status", "profile", "funds.total", "reported.total"}
"""What `Standing` tells."""


@dataclass(frozen=True, slots=True)
class Side:
    """The project files of one snapshot by path: those that were read, those that could not be, and all findings."""

    read: Mapping[str, Assessment]
    unreadable: frozenset[str]
    findings: Mapping[str, Sequence[Finding]]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Side":
        """Sort the project files of a snapshot. One may lie where none should, and so only be known by its finding."""
        findings: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in snapshot.findings:
            if is_project_file(finding.path):
                findings[finding.path].append(finding)
        read = {one.project.place.path: one for one in snapshot.assessments}
        misplaced = set(filter(is_project_file, list_faulty_files(snapshot.corpus.findings)))
        placed = {place.path for place in snapshot.corpus.places}
        return cls(read, frozenset((placed | misplaced) - read.keys()), findings)

    def list_alone(self, other: "Side") -> list[Assessment]:
        """List the projects in whose place the other side has no file."""
        return [
            one for path, one in self.read.items() if path not in other.read and path not in other.unreadable
        ]


def is_project_file(path: str) -> bool:
    """Tell whether a path in the content folder is that of a project's file."""
    return path.startswith("projects/") and path.endswith(".toml")


def compare_projects(before: Snapshot, after: Snapshot) -> tuple[ProjectChange, ...]:
    """List what became of every project that is not as it was, in order of path."""
    changes = _compare_sides(Side.of(before), Side.of(after))
    return tuple(sorted(changes, key=lambda change: (change.path, change.kind)))


def _compare_sides(before: Side, after: Side) -> Iterator[ProjectChange]:
    yield from _compare_unreadable(before, after)
    for path in before.read.keys() & after.read.keys():
        yield from _compare_project(before, after, path, path)
    moves = follow_moves(before.list_alone(after), after.list_alone(before))
    for old, new in moves.pairs:
        yield from _compare_project(before, after, old.project.place.path, new.project.place.path)
    for one in moves.removed:
        yield _tell_side(before, after, one.project.place.path, ChangeKind.REMOVED)
    for one in moves.added:
        yield _tell_side(before, after, one.project.place.path, ChangeKind.ADDED)


def _compare_unreadable(before: Side, after: Side) -> Iterator[ProjectChange]:
    """Yield what became of files that cannot be read. What rules found in one is not gone because they cannot look."""
    for path in before.unreadable | after.unreadable:
        if path in before.read:
            yield _tell_side(replace(before, findings={}), after, path, ChangeKind.BROKEN)
        elif path in after.read:
            yield _tell_side(before, after, path, ChangeKind.MENDED)
        elif path not in after.unreadable:
            yield _tell_side(before, after, path, ChangeKind.DROPPED)
        else:
            change = _tell_side(before, after, path, ChangeKind.UNREADABLE)
            if change.findings or path not in before.unreadable:
                yield change


def _tell_side(before: Side, after: Side, path: str, kind: ChangeKind) -> ProjectChange:
    """Tell of a project that there is nothing to hold against."""
    old, new = before.read.get(path), after.read.get(path)
    findings = compare_findings(
        anchor_by_path(before.findings.get(path, ())), anchor_by_path(after.findings.get(path, ()))
    )
    return ProjectChange(
        kind,
        path,
        take_standing(old) if old else None,
        take_standing(new) if new else None,
        findings=findings,
    )


def _compare_project(before: Side, after: Side, old_path: str, new_path: str) -> Iterator[ProjectChange]:
    """Yield what changed in one project, if anything did."""
    old, new = before.read[old_path], after.read[new_path]
    old_findings, new_findings = before.findings.get(old_path, ()), after.findings.get(new_path, ())
    if old == new and old_findings == new_findings:
        return
    tables = pair_tables(old, new)
    old_names, new_names = name_rows(next(table.rows for table in tables if table.key == INDICATORS))
    change = ProjectChange(
        kind=ChangeKind.CHANGED if old_path == new_path else ChangeKind.MOVED,
        path=new_path,
        before=take_standing(old),
        after=take_standing(new),
        cells=tuple(compare_cells(old.project.form, new.project.form, _TOLD)),
        rows=tuple(row for table in tables for row in compare_rows(table)),
        findings=compare_findings(
            anchor_by_row(old_findings, old_names), anchor_by_row(new_findings, new_names)
        ),
    )
    if change.before != change.after or change.cells or change.rows or change.findings:
        yield change


def take_standing(assessment: Assessment) -> Standing:
    """Take what a reviewer looks at first."""
    form, sheet = assessment.project.form, assessment.sheet
    total, unit = form.funds.total, form.funds.unit
    return Standing(
        path=assessment.project.place.path,
        name=mask_numbers(form.name),
        status=form.status,
        profile=sheet.profile,
        claimed=sheet.total.claimed,
        accepted=sheet.total.accepted,
        grade=sheet.grade,
        initial=unit.to_yuan(total.initial),
        adjusted=unit.to_yuan(total.adjusted),
        executed=unit.to_yuan(total.executed),
    )
