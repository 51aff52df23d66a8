"""The list of checks, in groups, and each check's page."""

from dataclasses import replace

from generator.model.finding import Severity
from generator.render.views.parts import SEVERITY_MEANINGS
from generator.render.views.rules import count_tier, view_rule, view_rules
from tests.render.samples import CATALOGUE

RULE = CATALOGUE[0]
ON_CONTENT = (RULE, replace(RULE, code="S003", severity=Severity.ADVICE))
ON_READING = (replace(RULE, code="L001", severity=Severity.ERROR, on_reading=True),)


def test_rules_are_grouped_by_when_they_are_applied() -> None:
    view = view_rules((*ON_READING, *ON_CONTENT))
    assert [(group.heading, [rule.code for rule in group.rules]) for group in view.groups] == [
        ("内容规则", [rule.code for rule in ON_CONTENT]),
        ("读取时检查", ["L001"]),
    ]


def test_every_group_says_how_many_there_are_of_each_tier() -> None:
    content, reading = view_rules((*ON_READING, *ON_CONTENT)).groups
    assert content.tally == "数据存疑 1 条、建议完善 1 条"
    assert reading.tally == "必须改正 1 条"


def test_the_tiers_are_told_with_their_meaning_and_number() -> None:
    view = view_rules((*ON_READING, *ON_CONTENT))
    assert view.number == 3
    assert [(words, count) for _, words, _, count in view.tiers] == [
        ("必须改正", 1),
        ("数据存疑", 1),
        ("建议完善", 1),
    ]


def test_a_rule_says_what_its_tier_means() -> None:
    view = view_rule(RULE)
    assert view.severity_meaning == SEVERITY_MEANINGS[RULE.severity]
    assert view.link.address == f"rules/{RULE.code}/"


def test_only_rules_of_the_tier_are_counted() -> None:
    assert count_tier(ON_CONTENT, Severity.ADVICE) == 1
    assert count_tier((), Severity.ADVICE) == 0
