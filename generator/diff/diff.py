"""Two snapshots into changes."""

from generator.diff.findings import anchor_by_path, compare_findings
from generator.diff.other_files import compare_surroundings
from generator.diff.projects import compare_projects, is_project_file
from generator.model.change import Changes, Snapshot
from generator.model.finding import Finding


def compare_snapshots(before: Snapshot, after: Snapshot) -> Changes:
    """Hold two revisions of a content folder against each other."""
    return Changes(
        base=before.revision,
        head=after.revision,
        projects=compare_projects(before, after),
        others=compare_surroundings(before, after),
        findings=compare_findings(
            anchor_by_path(_list_others(before)),
            anchor_by_path(_list_others(after)),
        ),
    )


def _list_others(snapshot: Snapshot) -> list[Finding]:
    return [finding for finding in snapshot.findings if not is_project_file(finding.path)]
