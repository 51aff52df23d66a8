"""Findings: what is wrong in content, as values that travel from where they are seen to where they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """The three tiers in which `check` speaks, the gravest first."""

    ERROR = "error"  # cannot be published
    WARNING = "warning"  # does not recompute or does not agree
    ADVICE = "advice"  # valid, could be better

    @property
    def word(self) -> str:
        """What the tier is called in front of people."""
        return _WORDS[self]

    @property
    def rank(self) -> int:
        """How far from the gravest tier it is, for sorting."""
        return _RANKS[self]


_WORDS = {Severity.ERROR: "必须改正", Severity.WARNING: "数据存疑", Severity.ADVICE: "建议完善"}
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in one file, for the person who files it.

    `path` is relative to the content folder, with forward slashes. `key` is a key path such as
    `indicators[3].score`, empty when the whole file is meant. `line` and `column` count from 1 and are
    known here only for faults of syntax; for all others they are looked up from `key` when shown. `waiver` is
    the reason by which the unit has acknowledged it, empty where it has not.
    """

    code: str
    rule: str
    severity: Severity
    path: str
    message: str
    key: str = ""
    suggestion: str = ""
    line: int | None = None
    column: int | None = None
    waiver: str = ""


def list_faulty_files(findings: Iterable[Finding]) -> set[str]:
    """List the files that have an error, of which the site shows nothing."""
    return {finding.path for finding in findings if finding.severity is Severity.ERROR}
