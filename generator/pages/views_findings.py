"""The view of findings on a project's page: what the check saw, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.finding import Finding, Severity
from generator.model.form import Indicator
from generator.model.rule_page import RulePage
from generator.model.site import Edition
from generator.pages import addresses
from generator.pages.views_indicators import row_of_key
from generator.pages.views_parts import SEVERITY_WORDS, Link

_INTERNAL_KEYS = ("reviews", "internal")
_PARTS = {
    "funds": "项目资金",
    "goals": "年度总体目标",
    "indicators": "绩效指标",
    "reported": "表上印出的结果",
}
_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding; `anchor` leads to the row that is meant, `rule` to the rule's page where there is one."""

    severity: str
    severity_words: str
    where: str
    anchor: str
    message: str
    suggestion: str
    rule: Link | None


def view_findings(
    findings: Iterable[Finding],
    indicators: Sequence[Indicator],
    ids: Sequence[str],
    catalogue: Mapping[str, RulePage],
    edition: Edition,
) -> tuple[FindingView, ...]:
    """Put findings into words, the gravest first; the public sees none about internal parts of a file."""
    shown = [one for one in findings if edition is Edition.INTERNAL or not one.key.startswith(_INTERNAL_KEYS)]
    shown.sort(key=lambda one: _ORDER[one.severity])
    return tuple(_view_finding(one, indicators, ids, catalogue.get(one.code)) for one in shown)


def _view_finding(
    finding: Finding, indicators: Sequence[Indicator], ids: Sequence[str], rule: RulePage | None
) -> FindingView:
    row = row_of_key(finding.key)
    known = row is not None and row < len(indicators)
    return FindingView(
        severity=finding.severity.value,
        severity_words=SEVERITY_WORDS[finding.severity],
        where=indicators[row].name
        if known and row is not None
        else _PARTS.get(finding.key.partition(".")[0], "整张表"),
        anchor=ids[row] if known and row is not None else "form",
        message=finding.message,
        suggestion=finding.suggestion,
        rule=Link(rule.title, addresses.rule_address(rule.code)) if rule else None,
    )
