"""Rules about numbers of persons: each speaks of its own kind only, and never shows the number."""

import pytest

from generator.model.finding import Severity
from generator.rules.privacy import BankCardNumberPublic, IdentityNumberPublic, MobileNumberPublic
from generator.rules.rule import ProjectRule
from tests.inline import judge_text

NUMBERS = {
    IdentityNumberPublic: "11010519491231002X",
    MobileNumberPublic: "13800138000",
    BankCardNumberPublic: "6222021234567890128",
}


@pytest.mark.parametrize("rule", NUMBERS)
def test_rule_speaks_of_its_own_kind_and_shows_no_number(rule: type[ProjectRule]) -> None:
    rows = ", ".join(f'{{ name = "甲", explanation = "{number}" }}' for number in NUMBERS.values())
    (finding,) = rule().check(judge_text(f'name = "项目"\nindicators = [{rows}]'))
    assert finding.key == f"indicators[{list(NUMBERS).index(rule)}].explanation"
    assert finding.severity is Severity.ERROR
    assert NUMBERS[rule] not in finding.message + finding.suggestion


@pytest.mark.parametrize("rule", NUMBERS)
def test_what_is_never_public_is_not_looked_at(rule: type[ProjectRule]) -> None:
    number = NUMBERS[rule]
    hidden = f'internal = {{ "电话" = "{number}" }}\nreviews = [{{ by = "甲", comment = "{number}" }}]'
    assert list(rule().check(judge_text(f'name = "项目"\n{hidden}'))) == []
