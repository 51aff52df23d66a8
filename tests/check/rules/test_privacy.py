"""Rules about numbers of persons: each speaks of its own kind only, and never shows the number."""

import re

import pytest

from generator.check.rules.privacy import (
    BankCardNumberPublic,
    ContactIsMobile,
    IdentityNumberPublic,
    MobileNumberPublic,
    PrivateNumberBesideForms,
)
from generator.check.rules.rule import ProjectRule
from generator.model.finding import Severity
from tests.inline import CONTENT, PATH, gather_files, judge_text

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


SITE = """
title = "绩效自评公开"
publisher = "示例区财政局"
profile = "shanghai"
contact = "{contact}"
[licence]
name = "CC BY 4.0"
"""
UNIT = """
[departments.department]
name = "主管部门"
note = "{department}"
[units.unit]
name = "图书室"
department = "department"
note = "{unit}"
"""


def find_beside_forms(files: dict[str, str]) -> list[tuple[str, str, str, int | None]]:
    """List what the rules about other files find: code, file, key and line."""
    collection = gather_files(files).collection
    rules = (PrivateNumberBesideForms(), ContactIsMobile())
    return [(one.code, one.path, one.key, one.line) for rule in rules for one in rule.check(collection)]


@pytest.mark.parametrize("number", NUMBERS.values())
def test_numbers_in_notes_profiles_and_pages_are_found_where_they_stand(number: str) -> None:
    profile = (CONTENT / "profiles/shanghai.toml").read_text(encoding="utf-8")
    files = {
        "organisations.toml": UNIT.format(department=f"找{number}", unit=f"找 {number}。"),
        "pages/about.md": f"# 关于\n\n| 甲 | {number} |\n",
        "profiles/copy.toml": re.sub('(?m)^title = ".*"', f'title = "甲{number}"', profile),
        PATH: 'name = "项目"',
    }
    assert sorted(find_beside_forms(files)) == [
        ("P004", "organisations.toml", "departments.department.note", None),
        ("P004", "organisations.toml", "units.unit.note", None),
        ("P004", "pages/about.md", "", 3),
        ("P004", "profiles/copy.toml", "document.title", None),
    ]


@pytest.mark.parametrize(
    ("contact", "codes"),
    [
        ("13800138000", ["P005"]),
        ("绩效科 138-0013-8000", ["P005"]),
        ("11010519491231002X", ["P004"]),
        ("6222021234567890128", ["P004"]),
        ("11010519491231002X，13800138000", ["P004", "P005"]),
        ("021-12345678，转 8001", []),
        ("0571-87654321、0571-87654322", []),
        ("jixiao@example.gov.cn", []),
    ],
)
def test_the_contact_of_the_site_may_hold_the_telephone_of_an_office(contact: str, codes: list[str]) -> None:
    found = find_beside_forms({"site.toml": SITE.format(contact=contact)})
    assert found == [(code, "site.toml", "contact", None) for code in codes]


def test_a_number_beside_forms_must_go_and_a_mobile_contact_is_a_doubt() -> None:
    assert (PrivateNumberBesideForms.severity, ContactIsMobile.severity) == (Severity.ERROR, Severity.WARNING)


@pytest.mark.parametrize(
    "written", ["138&nbsp;0013&nbsp;8000", "138&ensp;0013&#8209;8000", "&#49;3800138000"]
)
def test_a_number_in_a_page_is_read_as_its_reader_sees_it(written: str) -> None:
    found = find_beside_forms({"pages/about.md": f"# 关于\n\n找{written}"})
    assert found == [("P004", "pages/about.md", "", 3)]
