"""Findings that are new, gone and still there; a row that has shifted keeps its findings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diff.pairing import Pairing, pair_up
from generator.diff.rows import INDICATORS, Row
from generator.model.change import FindingChanges
from generator.model.finding import Finding
from generator.text.masking import mask_finding

_ROW = re.compile(rf"{INDICATORS}\[(\d+)\]")
_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Anchored:
    """A finding, and what it is about in words that hold on both sides."""

    finding: Finding
    anchor: str


def compare_findings(before: Sequence[Anchored], after: Sequence[Anchored]) -> FindingChanges:
    """Pair findings of one rule about one thing, those of the same words first."""
    found = pair_up(
        before,
        after,
        lambda one: (one.finding.code, one.anchor, one.finding.message),
        lambda one: (one.finding.code, one.anchor),
    )
    return FindingChanges(
        new=tuple(mask_finding(one.finding) for one in found.added),
        gone=tuple(mask_finding(one.finding) for one in found.removed),
        still=tuple(mask_finding(new.finding) for _, new in found.pairs),
        waived=tuple(
            mask_finding(new.finding)
            for old, new in found.pairs
            if new.finding.waiver and not old.finding.waiver
        ),
    )


def anchor_by_path(findings: Sequence[Finding]) -> list[Anchored]:
    """Anchor findings to their file and their place in it."""
    return [Anchored(finding, f"{finding.path}:{finding.key}") for finding in findings]


def anchor_by_row(findings: Sequence[Finding], names: Mapping[int, str]) -> list[Anchored]:
    """Anchor findings about one project to its indicators by `names`, and to other rows by their table only."""

    def name(match: re.Match[str]) -> str:
        return f"{INDICATORS}({names.get(int(match[1]), '')})"

    return [Anchored(one, _INDEX.sub("[]", _ROW.sub(name, one.key))) for one in findings]


def name_rows(rows: Pairing[Row]) -> tuple[dict[int, str], dict[int, str]]:
    """Name every indicator of both sides by its index, the same name for the two of a pair and for no other."""
    before = {row.index: f"removed {row.index}" for row in rows.removed}
    after = {row.index: f"added {row.index}" for row in rows.added}
    for old, new in rows.pairs:
        before[old.index] = after[new.index] = f"kept {new.index}"
    return before, after
