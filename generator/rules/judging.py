"""Every rule over all facts. A rule that crashes is fatal: no finding is ever lost silently."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.model.case import Case, Collection
from generator.model.finding import Finding
from generator.model.form import Form, FormKind
from generator.rules.catalogue import ALL_RULES
from generator.rules.execution import ExecutionScoreNotRecomputed
from generator.rules.funds import FundsTotalNotSum
from generator.rules.groups import (
    OutputFiledAsBenefit,
    RateFiledAsQuantity,
    RequiredGroupMissing,
    SpendingFiledAsOutput,
)
from generator.rules.privacy import BankCardNumberPublic, IdentityNumberPublic, MobileNumberPublic
from generator.rules.rows import DominantIndicator, IndicatorTwice, OfWhichScoredAgain, SignPointsWrong
from generator.rules.rule import CollectionRule, ProjectRule, Rule, WaiverRule
from generator.rules.series import PreviousUnclear
from generator.rules.unfilled import TargetMissing, TemplateRowLeft, WithdrawnWithoutReason
from generator.rules.waivers import find_waiver
from generator.rules.weights import GroupWeightDiffers
from generator.rules.words import ScaleNamedAsValue

_OF_TARGETS: Final[frozenset[type[Rule]]] = frozenset(
    {
        *(IdentityNumberPublic, MobileNumberPublic, BankCardNumberPublic),
        *(TargetMissing, TemplateRowLeft, WithdrawnWithoutReason, PreviousUnclear, FundsTotalNotSum),
        *(RateFiledAsQuantity, SpendingFiledAsOutput, OutputFiledAsBenefit),
        *(IndicatorTwice, ScaleNamedAsValue),
    }
)
"""What is judged of a target form, which is filed before anything was spent or reached."""

_OF_PROJECTS: Final[frozenset[type[Rule]]] = frozenset({GroupWeightDiffers, RequiredGroupMissing})
"""What the rules for projects ask, and those for whole departments and for transfers do not."""

_OF_POINTS: Final[frozenset[type[Rule]]] = frozenset(
    {
        *(rule for rule in ALL_RULES if rule.code.startswith("S")),
        *(ExecutionScoreNotRecomputed, DominantIndicator, OfWhichScoredAgain, SignPointsWrong),
    }
)
"""What is judged only where the paper has points."""

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
    marked = tuple(replace(one, waiver=find_waiver(one, waivers)) for one in found)
    return marked + tuple(finding for rule in _WAIVER_RULES for finding in rule.check(case, found))


def applies(rule: type[Rule], form: Form) -> bool:
    """Tell whether a rule speaks of such a form."""
    if form.kind is FormKind.TARGET:
        return rule in _OF_TARGETS
    if rule in _OF_PROJECTS and form.kind is not FormKind.SELF_EVALUATION:
        return False
    return form.bears_points or rule not in _OF_POINTS
