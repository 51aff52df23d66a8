"""Rules about the printed total and grade."""

import textwrap

import pytest

from generator.check.rules.rule import ProjectRule
from generator.check.rules.totals import (
    ClaimedTotalNotSum,
    GradeDoesNotFit,
    GradeOfAnotherPlace,
    TotalMissing,
)
from tests.check.rules.near_misses import keys_of
from tests.inline import judge_text

TOTAL = """
name = "项目"
funds = {{ weight = 10 }}
indicators = [{{ name = "甲", weight = 90, {score} }}]
reported = {{ execution_score = 9.06, {total} }}
"""


@pytest.mark.parametrize(
    ("score", "total", "expected"),
    [
        ("score = 80", "total = 89.06", []),
        ("score = 80", "total = 89.07", ["reported.total"]),
        ("score = 80", "total = 89.1", []),
        ("score = 80", "total = 89", ["reported.total"]),
        ("score = 80.004", "total = 89.06", []),
        ("", "total = 89.06", []),
    ],
)
def test_claimed_total(score: str, total: str, expected: list[str]) -> None:
    assert keys_of(ClaimedTotalNotSum, TOTAL.format(score=score, total=total)) == expected


@pytest.mark.parametrize(
    "form",
    [
        # a row that prints a score and no points was added up too
        """
        indicators = [{ name = "甲", weight = 80, score = 70 }, { name = "乙", score = 9 }]
        reported = { execution_score = 10, total = 89 }
        """,
        # a row that is part of another was not
        """
        indicators = [{ name = "甲", weight = 90, score = 80 }, { name = "其中", of_which = true, score = 40 }]
        reported = { execution_score = 10, total = 90 }
        """,
        # execution bears no points, and the form claims none
        """
        funds = { weight = 0 }
        indicators = [{ name = "甲", weight = 100, score = 95 }]
        reported = { total = 95 }
        """,
        # nobody knows what execution was given
        """
        indicators = [{ name = "甲", weight = 90, score = 80 }]
        reported = { total = 89.5 }
        """,
    ],
)
def test_a_total_that_is_the_sum_of_what_the_form_added_up(form: str) -> None:
    text = f'name = "项目"\n{textwrap.dedent(form)}'
    assert keys_of(ClaimedTotalNotSum, text) == []


@pytest.mark.parametrize(
    ("total", "fires"),
    [("99", True), ("95", True), ("90", False), ("80", False), ("79.95", False), ("79", True)],
)
def test_a_total_that_the_claims_cannot_reach_whatever_the_blank_ones_were(total: str, fires: bool) -> None:
    rows = '{ name = "甲", weight = 80, score = 71 }, { name = "乙", weight = 10 }'
    text = f'name = "项目"\nindicators = [{rows}]\nreported = {{ execution_score = 9, total = {total} }}'
    assert keys_of(ClaimedTotalNotSum, text) == (["reported.total"] if fires else [])


@pytest.mark.parametrize(
    ("profile", "grade", "fires"),
    [
        ("mof-2020", "合格", True),
        ("mof-2020", "一般", True),
        ("mof-2020", "优秀", False),
        ("mof-2020", "中等", False),
        ("mof-2020", "95.5", False),
        ("mof-2020", "", False),
        ("shanghai", "合格", False),
        ("shanghai", "差", True),
        ("shanghai", "较差", True),
    ],
)
def test_a_grade_of_another_place(profile: str, grade: str, fires: bool) -> None:
    text = f'name = "项目"\nreported = {{ total = 75, grade = "{grade}" }}'
    assert keys_of(GradeOfAnotherPlace, text, profile) == (["reported.grade"] if fires else [])


@pytest.mark.parametrize(
    "rows",
    [
        '{ name = "甲", weight = 50, score = 50 }',  # copied in part
        '{ name = "甲", weight = 90 }',  # nothing but execution was scored
    ],
)
def test_a_total_is_not_missed_where_rows_or_scores_are(rows: str) -> None:
    text = f'name = "项目"\nfunds.weight = 10\nindicators = [{rows}]\nreported = {{ execution_score = 10 }}'
    assert keys_of(TotalMissing, text) == []


def test_a_total_is_missing_only_where_scores_are_there() -> None:
    assert keys_of(TotalMissing, TOTAL.format(score="score = 80", total="")) == ["reported.total"]
    assert keys_of(TotalMissing, 'name = "项目"\nindicators = [{ name = "甲", weight = 90 }]') == []


@pytest.mark.parametrize(
    ("total", "grade", "fires"),
    [
        ("96.56", "优", False),
        ("96.56", "优秀", False),
        ("96.56", "良", True),
        ("89.99", "优", True),
        ("90", "优", False),
        ("79", "合格", False),
        ("79", "中", False),  # no word of this profile
        ("79", "", False),
    ],
)
def test_grade_and_total(total: str, grade: str, fires: bool) -> None:
    text = f'name = "项目"\nreported = {{ total = {total}, grade = "{grade}" }}'
    assert keys_of(GradeDoesNotFit, text) == (["reported.grade"] if fires else [])


def test_a_total_that_nobody_claims_is_the_one_that_recomputes() -> None:
    text = """
        name = "项目"
        funds = { weight = 10, total = { adjusted = 100, executed = 100 } }
        indicators = [{ name = "甲", target = "≥5人", actual = "5人", weight = 90, score = 70 }]
        reported = { execution_score = 10, grade = " 优 " }
    """
    assert say(GradeDoesNotFit, text) == "总分 80 分，按口径是“良”，表上填的是“优”。"


def test_a_total_below_nothing_fits_no_grade_and_is_let_pass() -> None:
    assert keys_of(GradeDoesNotFit, 'name = "项目"\nreported = { total = -1, grade = "优" }') == []


@pytest.mark.parametrize(
    ("rule", "total", "message"),
    [
        (ClaimedTotalNotSum, "total = 88", "总分填的是 88，各项得分相加是 89.06，相差 1.06 分。"),
        (ClaimedTotalNotSum, "total = 90", "总分填的是 90，各项得分相加是 89.06，相差 0.94 分。"),
        (TotalMissing, "", "表上没有总分；填了得分的 2 项相加是 89.06 分。"),
    ],
)
def test_sums_are_told_as_a_reader_would_make_them(rule: type[ProjectRule], total: str, message: str) -> None:
    assert say(rule, TOTAL.format(score="score = 80", total=total)) == message


def say(rule: type[ProjectRule], text: str) -> str:
    (finding,) = rule().check(judge_text(text))
    return finding.message


def test_a_line_between_grades_that_nothing_proves_is_said_to_be_so() -> None:
    text = 'name = "项目"\nreported = {{ total = 75, grade = "{grade}" }}\n'
    told = say(GradeDoesNotFit, text.format(grade="良"))
    assert told == (
        "总分 75 分，按口径是“合格”，表上填的是“良”。“良”从 80 分起，这条分数线没有当地文件可以证明。"
    )
    assert "证明" not in say(GradeDoesNotFit, text.format(grade="优"))


def test_no_grade_is_demanded_where_the_profile_has_none() -> None:
    text = 'name = "项目"\nprofile = "hubei"\nreported = { total = 75, grade = "优" }\n'
    assert keys_of(GradeDoesNotFit, text) == []
    assert keys_of(GradeOfAnotherPlace, text) == []


@pytest.mark.parametrize(
    ("goal", "row", "total", "fires"),
    [
        ("weight = 80, score = 76", "", 96, False),
        ("weight = 80, score = 76", "", 95, True),
        ("weight = 80", ", score = 76", 96, False),
        ("weight = 80", ", score = 76", 80, True),
        ("weight = 80", "", 100, False),  # nobody knows what the rows claim
        ("weight = 80", "", 101, True),  # which cannot be reached
    ],
)
def test_the_score_of_a_goal_is_part_of_the_total(goal: str, row: str, total: int, fires: bool) -> None:
    form = f"""
name = "项目"
funds = {{ weight = 20, total = {{ adjusted = 100, executed = 100 }} }}
goals = [{{ expected = "养护绿地", {goal} }}]
indicators = [{{ name = "甲", target = "通过", actual = "通过"{row} }}]
reported = {{ execution_score = 20, total = {total} }}
"""
    assert bool(keys_of(ClaimedTotalNotSum, form, "hubei")) is fires
