"""Every rule has a page of one shape, and stands by its own two examples."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from generator.check.rules import ALL_RULES, Rule
from generator.check.rules.rule import CollectionRule, ProjectRule, WaiverRule
from generator.check.rules.runner import judge_case
from generator.model.finding import Finding
from tests.inline import Gathered, gather_files

HEADINGS = ["检查什么", "为什么要紧", "示例", "改正后"]
FAMILIES = {"F", "I", "S", "T", "P", "Y", "C", "W"}
TODAY = date(2024, 7, 1)


def run_alone(rule: type[Rule], facts: Gathered) -> list[Finding]:
    """Run one rule; a rule about waivers hears what all others found."""
    return list(_run(rule(), facts))


def _run(rule: Rule, facts: Gathered) -> Iterator[Finding]:
    if isinstance(rule, CollectionRule):
        yield from rule.check(facts.collection)
    for case in facts.cases:
        if isinstance(rule, ProjectRule):
            yield from rule.check(case)
        elif isinstance(rule, WaiverRule):
            others = [one for one in judge_case(case) if one.code[0] != "W"]
            yield from rule.check(case, others)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_rule_fires_on_its_example_and_not_on_the_mended_one(rule: type[Rule]) -> None:
    faulty, mended = rule.examples()
    assert run_alone(rule, gather_files(faulty, today=TODAY))
    assert not run_alone(rule, gather_files(mended, today=TODAY))


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_page_has_a_title_and_the_four_parts(rule: type[Rule]) -> None:
    page = rule.page()
    assert page.title
    assert not re.search("[A-Za-z]", page.title)
    assert re.findall(r"^## (.+)$", page.body_markdown, re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_code_has_a_family_and_three_digits(rule: type[Rule]) -> None:
    assert rule.code[0] in FAMILIES
    assert re.fullmatch("[A-Z][0-9]{3}", rule.code)


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name() for rule in ALL_RULES}) == len(ALL_RULES)


def test_every_rule_class_is_listed() -> None:
    kinds = (ProjectRule, CollectionRule, WaiverRule)
    assert {rule for kind in kinds for rule in kind.__subclasses__()} == set(ALL_RULES)
