"""Every rule has a page of one shape, and stands by its own two examples."""

import re

import pytest

from generator.model.finding import Finding
from generator.rules import ALL_RULES, Rule
from tests.inline import judge_text

HEADINGS = ["检查什么", "为什么要紧", "示例", "改正后"]


def run_alone(rule: type[Rule], text: str) -> list[Finding]:
    return list(rule().check(judge_text(text)))


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_rule_fires_on_its_example_and_not_on_the_mended_one(rule: type[Rule]) -> None:
    faulty, mended = rule.examples()
    assert run_alone(rule, faulty)
    assert not run_alone(rule, mended)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_page_has_a_title_and_the_four_parts(rule: type[Rule]) -> None:
    page = rule.page()
    assert page.title and not re.search("[A-Za-z]", page.title)
    assert re.findall(r"^## (.+)$", page.body_markdown, re.MULTILINE) == HEADINGS


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name() for rule in ALL_RULES}) == len(ALL_RULES)


def test_every_rule_class_is_listed() -> None:
    assert set(Rule.__subclasses__()) == set(ALL_RULES)
