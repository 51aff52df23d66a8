"""How many findings of each tier there are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.finding import Severity
from generator.reporting.located import Located


@dataclass(frozen=True, slots=True)
class Tally:
    """Findings counted by severity."""

    counts: Mapping[Severity, int]

    @classmethod
    def of(cls, findings: Iterable[Located]) -> "Tally":
        """Count located findings."""
        return cls(Counter(located.finding.severity for located in findings))

    def of_severity(self, severity: Severity) -> int:
        """Tell how many findings of one tier there are."""
        return self.counts.get(severity, 0)
