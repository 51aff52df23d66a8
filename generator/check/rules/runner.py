"""Every rule over all facts. A rule that crashes is fatal: no finding is ever lost silently."""

from collections.abc import Iterator
from typing import Final

from generator.check.rules.catalogue import ALL_RULES
from generator.check.rules.rule import CollectionRule, ProjectRule, Rule, WaiverRule
from generator.check.rules.waivers import mark_waived
from generator.model.case import Case, Collection
from generator.model.finding import Finding
from generator.model.form import Form, FormKind

OF_TARGETS: Final = frozenset(
    {
        *("P001", "P002", "P003"),  # private numbers
        *("I001", "I003", "I008", "I009", "I010", "I011", "I012"),  # targets, and where they stand
        *("F001", "I018", "Y004"),  # the budget and its sources, a withdrawal, the form of the year before
        *("T005", "T006", "T007"),  # goals that say nothing, and another year
    }
)
"""The codes of what is judged of a target form, which is filed before anything was spent or reached."""

OF_PROJECTS: Final = frozenset({"S004", "I015"})
"""The codes of what the rules for projects ask, and those for whole departments and for transfers do not."""

OF_POINTS: Final = frozenset({"F005", "I013", "I014", "I017", "I020"})
"""The codes of what is judged only where the paper has points, beside those of the points themselves (S001)."""

_PROJECT_RULES = tuple(rule() for rule in ALL_RULES if issubclass(rule, ProjectRule))
_COLLECTION_RULES = tuple(rule() for rule in ALL_RULES if issubclass(rule, CollectionRule))
_WAIVER_RULES = tuple(rule() for rule in ALL_RULES if issubclass(rule, WaiverRule))


def judge_collection(collection: Collection) -> Iterator[Finding]:
    """Judge all projects together."""
    for rule in _COLLECTION_RULES:
        yield from rule.check(collection)


def judge_case(case: Case) -> tuple[Finding, ...]:
    """Judge one project; a finding that the unit has acknowledged bears its reason."""
    rules = (rule for rule in _PROJECT_RULES if applies(type(rule), case.form))
    found = tuple(finding for rule in rules for finding in rule.check(case))
    waivers = case.form.waivers
    if not waivers:
        return found
    return mark_waived(found, waivers) + tuple(
        finding for rule in _WAIVER_RULES for finding in rule.check(case, found)
    )


def applies(rule: type[Rule], form: Form) -> bool:
    """Return whether a rule speaks of such a form."""
    if form.kind is FormKind.TARGET:
        return rule.code in OF_TARGETS
    if rule.code in OF_PROJECTS and form.kind is not FormKind.SELF_EVALUATION:
        return False
    return form.bears_points or not (rule.code in OF_POINTS or rule.code.startswith("S"))
