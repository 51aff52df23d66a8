"""`diff --format json`: what a change means, for programs, by the contract of version 1."""

from collections.abc import Iterable
from decimal import Decimal

from generator.model.change import (
    Cell,
    CellChange,
    ChangeKind,
    Changes,
    Direction,
    FindingChanges,
    ProjectChange,
    RowChange,
    Standing,
)
from generator.model.finding import Finding, Severity
from generator.text.numbers import count_places
from generator.text.printable import write_json

Described = dict[str, object]


def render_changes(changes: Changes) -> str:
    """Render changes as JSON: decimals as strings with two places or as many as they have, null where there is none."""
    return write_json(
        {
            "version": 1,
            "base": changes.base,
            "head": changes.head,
            "summary": _summarise(changes),
            "projects": [_describe_project(project) for project in changes.projects],
            "others": [
                {"part": one.part.value, "name": one.name, "kind": one.kind.value} for one in changes.others
            ],
            "findings": _describe_findings(changes.findings),
        }
    )


def _summarise(changes: Changes) -> Described:
    found = changes.all_findings
    return {
        **{kind.value: sum(1 for _ in changes.of_kind(kind)) for kind in ChangeKind},
        "targets": {
            direction.value: sum(project.count_targets(direction) for project in changes.projects)
            for direction in Direction
        },
        "explanations_removed": sum(project.reasons_taken_away for project in changes.projects),
        "findings": {
            "new": _count(found.new),
            "gone": _count(found.gone),
            "still": _count(found.still),
            "waived": _count(found.waived),
        },
    }


def _count(findings: Iterable[Finding]) -> dict[str, int]:
    severities = [finding.severity for finding in findings]
    return {
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "advice": severities.count(Severity.ADVICE),
    }


def _describe_project(change: ProjectChange) -> Described:
    return {
        "kind": change.kind.value,
        "path": change.path,
        "before": _describe_standing(change.before),
        "after": _describe_standing(change.after),
        "cells": [_describe_cell(cell) for cell in change.cells],
        "rows": [_describe_row(row) for row in change.rows],
        "findings": _describe_findings(change.findings),
    }


def _describe_standing(standing: Standing | None) -> Described | None:
    if standing is None:
        return None
    return {
        "path": standing.path,
        "name": standing.name,
        "status": standing.status.value,
        "profile": standing.profile,
        "claimed": _write(standing.claimed),
        "accepted": _write(standing.accepted),
        "grade": standing.grade,
        "initial": _write(standing.initial),
        "adjusted": _write(standing.adjusted),
        "executed": _write(standing.executed),
    }


def _describe_cell(cell: CellChange) -> Described:
    return {"key": cell.key, "title": cell.title, "before": _write(cell.before), "after": _write(cell.after)}


def _describe_row(row: RowChange) -> Described:
    return {
        "table": row.table,
        "kind": row.kind.value,
        "name": row.name,
        "target": row.target and row.target.value,
        "cells": [_describe_cell(cell) for cell in row.cells],
    }


def _describe_findings(findings: FindingChanges) -> Described:
    return {
        "new": [_describe_finding(finding) for finding in findings.new],
        "gone": [_describe_finding(finding) for finding in findings.gone],
        "still": [_describe_finding(finding) for finding in findings.still],
        "waived": [_describe_finding(finding) for finding in findings.waived],
    }


def _describe_finding(finding: Finding) -> Described:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": finding.path,
        "key": finding.key,
        "message": finding.message,
        "waiver": finding.waiver,
    }


def _write(cell: Cell) -> str | bool | None:
    """Write a number with two decimal places, or as many as it has if these are more."""
    if not isinstance(cell, Decimal):
        return cell
    return f"{cell:.{max(2, count_places(cell))}f}"
