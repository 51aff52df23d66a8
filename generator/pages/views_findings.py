"""The view of findings on a project's page: what the check saw, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.finding import Finding
from generator.model.form import Indicator
from generator.model.rule_page import RulePage
from generator.model.site import Edition
from generator.pages import addresses
from generator.pages.views_parts import Link
from generator.pages.views_places import place_key

_INTERNAL_KEYS = ("reviews", "internal")


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding: `where` it is, and a `message` to be read on from it.

    `anchor` leads to the row that is meant, `rule` to the rule's page where there is one. `suggestion` tells how to
    mend the file, which only reviewers see; `waiver` is what the unit says to it.
    """

    severity: str
    severity_words: str
    where: str
    anchor: str
    message: str
    suggestion: str
    waiver: str
    rule: Link | None


def view_findings(
    findings: Iterable[Finding],
    indicators: Sequence[Indicator],
    ids: Sequence[str],
    catalogue: Mapping[str, RulePage],
    edition: Edition,
) -> tuple[FindingView, ...]:
    """Put findings into words, the gravest first; the public sees none about internal parts of a file."""
    internal = edition is Edition.INTERNAL
    shown = [one for one in findings if internal or not one.key.startswith(_INTERNAL_KEYS)]
    shown.sort(key=lambda one: one.severity.rank)
    return tuple(_view_finding(one, indicators, ids, catalogue, internal=internal) for one in shown)


def _view_finding(
    finding: Finding,
    indicators: Sequence[Indicator],
    ids: Sequence[str],
    catalogue: Mapping[str, RulePage],
    *,
    internal: bool,
) -> FindingView:
    name, anchor = place_key(finding.key, indicators, ids)
    where, message = join_words(name, finding.message)
    rule = catalogue.get(finding.code)
    return FindingView(
        severity=finding.severity.value,
        severity_words=finding.severity.word,
        where=where,
        anchor=anchor,
        message=message,
        suggestion=finding.suggestion if internal else "",
        waiver=finding.waiver,
        rule=Link(rule.title, addresses.rule_address(rule.code)) if rule else None,
    )


def join_words(name: str, message: str) -> tuple[str, str]:
    """Put the name of a place before what is said of it, once: most messages begin with the name themselves."""
    quoted = f"“{name}”"
    if message.startswith(quoted):
        return quoted, message.removeprefix(quoted)
    return name, f"：{message}"
