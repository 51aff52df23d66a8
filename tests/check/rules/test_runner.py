"""Which rules speak of which kind of form."""

import pytest

from generator.check.rules import ALL_RULES, judge_case
from generator.check.rules.runner import OF_POINTS, OF_PROJECTS, OF_TARGETS, applies
from tests.inline import PATH, gather_files, judge_text

FORM = """
name = "水渠维修"
kind = "{kind}"
status = "published"

[funds]
unit = "万元"
total = {{ initial = 120 }}
sources = [{{ name = "财政拨款", initial = 120 }}]

[[goals]]
expected = "修好水渠。"

[[indicators]]
level1 = "产出指标"
level2 = "数量指标"
name = "水渠长度"
target = "≥30公里"
{row}

[[indicators]]
level2 = "质量指标"
name = "验收合格率"
target = "=100%"
"""
SCORED = 'actual = "31公里"\nweight = 50\nscore = 50'


def judge(kind: str, row: str = "") -> set[str]:
    return {one.code for one in judge_case(judge_text(FORM.format(kind=kind, row=row)))}


def test_a_target_form_is_not_asked_for_what_the_year_will_tell() -> None:
    assert judge("target", "weight = 50") == set()
    assert {"I004", "S001"} <= judge("self-evaluation", "weight = 50")


def test_a_target_form_is_asked_for_targets_and_holds_no_private_numbers() -> None:
    text = FORM.format(kind="target", row="").replace("≥30公里", "").replace("修好水渠", "联系 13800138000")
    assert {one.code for one in judge_case(judge_text(text))} == {"I001", "P002"}


def test_nothing_is_said_of_points_where_a_form_about_transfers_has_none() -> None:
    found = judge("transfer", 'actual = "31公里"')
    assert not [code for code in found if code.startswith("S")]
    assert "S001" in judge("transfer", SCORED)


@pytest.mark.parametrize("kind", ["department", "transfer"])
def test_other_kinds_are_not_held_against_the_groups_of_projects(kind: str) -> None:
    assert not {"S004", "I015"} & judge(kind, SCORED)
    assert "I015" in judge("self-evaluation", SCORED.replace("50", "100"))


def test_every_rule_speaks_of_a_self_evaluation() -> None:
    form = judge_text(FORM.format(kind="self-evaluation", row="")).form
    assert all(applies(rule, form) for rule in ALL_RULES)


def test_a_self_evaluation_beside_the_targets_of_its_year_is_filed_once() -> None:
    files = {
        PATH: FORM.format(kind="self-evaluation", row=""),
        PATH.replace("project.toml", "project-target.toml"): FORM.format(kind="target", row=""),
    }
    cases = gather_files(files).cases
    assert not [one for case in cases for one in judge_case(case) if one.code in {"C001", "Y004"}]


def test_rules_that_fit_some_kinds_only_are_rules() -> None:
    assert {rule.code for rule in ALL_RULES} >= OF_TARGETS | OF_PROJECTS | OF_POINTS
