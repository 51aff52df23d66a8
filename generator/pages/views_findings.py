"""The view of findings on a project's page: what the check saw, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.finding import Finding, Severity
from generator.model.form import Indicator
from generator.model.rule_page import RulePage
from generator.model.site import Edition
from generator.pages import addresses
from generator.pages.views_parts import SEVERITY_WORDS, Link
from generator.pages.views_places import place_key

_INTERNAL_KEYS = ("reviews", "internal")
_ORDER = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding; `anchor` leads to the row that is meant, `rule` to the rule's page where there is one.

    `suggestion` tells how to mend the file, which only reviewers see; `waiver` is what the unit says to it.
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
    shown.sort(key=lambda one: _ORDER[one.severity])
    return tuple(
        FindingView(
            one.severity.value,
            SEVERITY_WORDS[one.severity],
            *place_key(one.key, indicators, ids),
            message=one.message,
            suggestion=one.suggestion if internal else "",
            waiver=one.waiver,
            rule=_link_rule(catalogue.get(one.code)),
        )
        for one in shown
    )


def _link_rule(rule: RulePage | None) -> Link | None:
    return Link(rule.title, addresses.rule_address(rule.code)) if rule else None
