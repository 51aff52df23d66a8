"""The view of findings on a project's page: what the check saw, in words, rule by rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.finding import Finding, Severity
from generator.model.form import Indicator, is_internal
from generator.model.rule_page import RulePage
from generator.model.site import Edition
from generator.render import addresses
from generator.render.views.key_names import place_key
from generator.render.views.parts import Link


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding: `where` it is, and a `message` to be read on from it.

    `anchor` leads to the row that is meant. `suggestion` tells how to mend the file, which only reviewers see;
    `waiver` is what the unit says to it.
    """

    where: str
    anchor: str
    message: str
    suggestion: str
    waiver: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What one rule found, all of the same severity; `rule` leads to the rule's page where there is one."""

    severity: Severity
    rule: Link | None
    findings: tuple[FindingView, ...]


def view_findings(
    findings: Iterable[Finding],
    indicators: Sequence[Indicator],
    ids: Sequence[str],
    catalogue: Mapping[str, RulePage],
    edition: Edition,
) -> tuple[FindingGroup, ...]:
    """Put findings into words by their rules, the gravest first; the public sees none about internal parts."""
    internal = edition is Edition.INTERNAL
    groups: dict[tuple[Severity, str], list[FindingView]] = {}
    for one in findings:
        if internal or not is_internal(one.key):
            shown = _view_finding(one, indicators, ids, internal=internal)
            groups.setdefault((one.severity, one.code), []).append(shown)
    return tuple(
        FindingGroup(severity, _link_rule(catalogue.get(code)), tuple(group))
        for (severity, code), group in sorted(groups.items(), key=lambda item: item[0][0].rank)
    )


def _view_finding(
    finding: Finding, indicators: Sequence[Indicator], ids: Sequence[str], *, internal: bool
) -> FindingView:
    name, anchor = place_key(finding.key, indicators, ids)
    where, message = join_words(name, finding.message)
    return FindingView(
        where=where,
        anchor=anchor,
        message=message,
        suggestion=finding.suggestion if internal else "",
        waiver=finding.waiver,
    )


def _link_rule(rule: RulePage | None) -> Link | None:
    return Link(rule.title, addresses.rule_address(rule.code)) if rule else None


def join_words(name: str, message: str) -> tuple[str, str]:
    """Put the name of a place before what is said of it, once: most messages begin with the name themselves."""
    quoted = f"“{name}”"
    if message.startswith(quoted):
        return quoted, message.removeprefix(quoted)
    return name, f"：{message}"
