"""All assessments into a case each."""

import pytest

from generator.check.rules import judge_case
from tests.inline import Gathered, gather_files

BEFORE, NOW = "projects/2022/unit/project.toml", "projects/2023/unit/project.toml"


def gather_two_years(before: str, now: str) -> Gathered:
    form = 'name = "项目"\nstatus = "{}"\nindicators = [{{ name = "甲" }}]'
    return gather_files({BEFORE: form.format(before), NOW: form.format(now)})


def test_cases_come_in_order_of_year_and_know_the_one_before() -> None:
    first, second = gather_two_years("published", "published").cases
    assert (first.place.year, second.place.year) == (2022, 2023)
    assert first.earlier is None
    assert second.earlier is first.assessment.project
    assert second.rows[0].earlier is not None
    assert second.rows[0].earlier.score is first.rows[0].score


def test_a_public_form_is_not_held_against_one_that_is_not_public() -> None:
    assert gather_two_years("draft", "published").cases[1].earlier is None


def test_a_form_under_way_is_held_against_any() -> None:
    assert gather_two_years("reviewed", "draft").cases[1].earlier is not None


@pytest.mark.parametrize("status", ["published", "draft"])
def test_no_number_of_a_person_is_taken_over_from_the_earlier_form(status: str) -> None:
    before = (
        'name = "张某13800138000"\nstatus = "published"\n[[indicators]]\nname = "甲，找138－0013－8000"\n'
        'target = "≥300天"\nactual = "2天"\nweight = 20\nscore = 0.13\n'
    )
    now = f'name = "项目"\nstatus = "{status}"\nindicators = [{{ name = "乙", target = "≥1天" }}]'
    _, case = gather_files({BEFORE: before, NOW: now}).cases
    assert case.earlier is not None
    assert case.vanished[0].row.weight == 20
    assert "8000" not in f"{case.earlier}{[one.row for one in case.vanished]}"
    messages = [finding.message for finding in judge_case(case) if finding.code[0] == "Y"]
    assert len(messages) == 2
    assert "8000" not in "".join(messages)
