"""What a check reports, in whatever format: placed findings, the rules that they are about, and how many there are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.finding import Severity
from generator.model.rule_page import RulePage
from generator.report.located import Located


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in order of file, line and column; those that a unit has acknowledged are only counted, in `waived`.

    `files` counts the files that were looked at, `rules` holds the page of every rule by its code, `rule_set` is the
    version of all rules together, `address` the site's address, to which the pages of rules are relative.
    """

    findings: tuple[Located, ...]
    waived: int
    files: int
    rules: Mapping[str, RulePage]
    rule_set: str
    address: str

    def count(self, severity: Severity) -> int:
        """Count the findings of one tier."""
        return sum(located.finding.severity is severity for located in self.findings)

    def count_rules(self) -> tuple[tuple[RulePage, int], ...]:
        """Count the findings of each rule that has any, the most first."""
        counts = Counter(located.finding.code for located in self.findings)
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple((self.rules[code], count) for code, count in ordered)

    def help_address(self, code: str) -> str:
        """Tell where the page of a rule is."""
        return f"{self.address}rules/{code}/"

    def summarise(self) -> str:
        """Say in one line what was looked at and what was found."""
        counts = [f"{tier.word} {self.count(tier)} 处" for tier in Severity if self.count(tier)]
        waived = f"；另有 {self.waived} 处单位已作说明" if self.waived else ""
        return f"检查了 {self.files} 个文件：{'，'.join(counts) or '没有发现问题'}{waived}。"
