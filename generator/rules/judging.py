"""Every rule over all facts. A rule that crashes is fatal: no finding is ever lost silently."""

from collections.abc import Iterator

from generator.model.case import Case, Collection
from generator.model.finding import Finding
from generator.rules.catalogue import ALL_RULES
from generator.rules.rule import CollectionRule, ProjectRule, WaiverRule
from generator.rules.waivers import mark_waived

_PROJECT_RULES = tuple(rule() for rule in ALL_RULES if issubclass(rule, ProjectRule))
_COLLECTION_RULES = tuple(rule() for rule in ALL_RULES if issubclass(rule, CollectionRule))
_WAIVER_RULES = tuple(rule() for rule in ALL_RULES if issubclass(rule, WaiverRule))


def judge_collection(collection: Collection) -> Iterator[Finding]:
    """Judge all projects together."""
    for rule in _COLLECTION_RULES:
        yield from rule.check(collection)


def judge_case(case: Case) -> tuple[Finding, ...]:
    """Judge one project; a finding that the unit has acknowledged bears its reason."""
    found = tuple(finding for rule in _PROJECT_RULES for finding in rule.check(case))
    waivers = case.form.waivers
    if not waivers:
        return found
    return mark_waived(found, waivers) + tuple(
        finding for rule in _WAIVER_RULES for finding in rule.check(case, found)
    )
