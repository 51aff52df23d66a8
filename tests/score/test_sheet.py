"""Whole forms: the total, its cap, the grade, and the four published forms."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.assessment import Gap
from generator.score import score_project
from tests.inline import PATH, gather_files
from tests.score.samples import load_content, make_profile, make_row, money, score_form, tell

MET, SHORT = make_row("≥5人", "5人", weight=50), make_row("≥5人", "4人", weight=40, score=Decimal(40))
WORDS = make_row("规范", "规范", weight=40)


@pytest.mark.parametrize(
    ("slug", "total"),
    [
        ("juminqu-fuwu-qunzhong", "100"),
        ("dangqun-guifanhua", "95.22"),
        ("dangjian-gongzuo", "96.56"),
        ("juweihui-gongzuo", "99.99"),
    ],
)
def test_the_four_published_forms_recompute(slug: str, total: str) -> None:
    content = load_content()
    project = next(one for one in content.projects if one.place.slug == slug)
    sheet = score_project(project, content.profile_of(project))
    assert sheet.total.accepted == Decimal(total)
    assert sheet.execution.shown_rate == project.form.reported.rate
    assert sheet.execution.computed == project.form.reported.execution_score
    assert (sheet.total.is_whole, sheet.grade) == (True, "优")


def test_the_total_is_execution_and_rows() -> None:
    sheet = score_form(funds=money("100", "90"), indicators=[MET, SHORT], reported={"total": 99})
    total = sheet.total
    assert tell(total.claimed, total.computed, total.accepted) == "99 91 91"
    assert tell(total.weight, total.assessed) == "100 100"
    assert total.formula == "9 + 50 + 32 = 91。"


def test_computed_takes_the_claim_where_the_rule_leaves_a_range() -> None:
    words = make_row("规范", "规范", weight=40, score=Decimal(35))
    low_claim = make_row("≥5人", "5人", weight=50, score=Decimal(45))
    total = score_form(funds=money("100", "90"), indicators=[low_claim, words]).total
    assert tell(total.computed, total.accepted) == "94 89"


def test_what_is_not_assessed_leaves_no_total_and_no_grade() -> None:
    sheet = score_form(funds=money("0", "0"), indicators=[MET, WORDS])
    assert tell(sheet.total.accepted, sheet.total.weight, sheet.total.assessed) == "- 100 50"
    assert (sheet.total.gaps, sheet.grade) == ((Gap.UNASSESSED,), None)


def test_an_empty_form_has_no_total() -> None:
    sheet = score_form(indicators=[make_row("", "", weight=90)])
    assert (sheet.total.accepted, sheet.total.computed, sheet.grade) == (None, None, None)
    assert sheet.total.formula == (
        "100 分里没有复算过的，未评 100 分：“预算执行率”等 2 项共 100 分没有可评的依据，未评。所以不认定总分。"
    )


@pytest.mark.parametrize(
    ("points", "mof", "shanghai"),
    [(90, "优", "优"), ("89.99", "良", "良"), (80, "良", "良"), (60, "中", "合格"), (0, "差", "不合格")],
)
def test_grades_by_the_words_of_the_place(points: int | str, mof: str, shanghai: str) -> None:
    rows = [make_row("≥5人", "5人", weight=100, score=Decimal(points))]
    forms = [
        score_form(make_profile(name), funds=money(None, None, 0), indicators=rows)
        for name in ("mof-2020", "shanghai")
    ]
    assert [sheet.grade for sheet in forms] == [mof, shanghai]


CAPPED = make_profile(
    caps=[
        {"below": Decimal("0.8"), "total": 89, "basis": "甲"},
        {"below": Decimal("0.5"), "total": 59, "basis": "乙"},
    ]
)


@pytest.mark.parametrize(
    ("weight", "grade", "gaps"), [(99, None, (Gap.LACKING,)), (100, "优", ()), (110, None, (Gap.BEYOND,))]
)
def test_only_rows_that_carry_the_full_points_make_a_total_and_a_grade(
    weight: int, grade: str | None, gaps: tuple[Gap, ...]
) -> None:
    sheet = score_form(funds={"weight": 0}, indicators=[make_row("≥1个", "1个", weight=weight)])
    assert (sheet.grade, sheet.total.gaps) == (grade, gaps)
    assert (sheet.total.accepted is None) == bool(gaps)


@pytest.mark.parametrize(
    ("spent", "total", "grade"), [("80", "98", "优"), ("79", "89", "良"), ("49", "59", "差")]
)
def test_a_low_execution_rate_caps_the_total(spent: str, total: str, grade: str) -> None:
    rows = [make_row("≥5人", "5人", weight=90)]
    sheet = score_form(CAPPED, funds=money("100", spent), indicators=rows)
    assert (sheet.total.accepted, sheet.grade) == (Decimal(total), grade)
    assert ("为限" in sheet.total.formula) == (spent != "80")


def test_a_cap_holds_where_execution_bears_no_points() -> None:
    rows = [make_row("≥5人", "5人", weight=100)]
    assert score_form(CAPPED, funds=money("100", "10", 0), indicators=rows).total.accepted == 59


def test_a_total_below_its_cap_is_left_alone() -> None:
    rows = [make_row("≥5人", "1人", weight=90)]
    assert score_form(CAPPED, funds=money("100", "70"), indicators=rows).total.accepted == 25


PLACE = """
extends = "mof-2020"
groups = [
  { name = "成本指标", points = 20, basis = "某市办法" },
  { name = "产出指标", points = 40, basis = "某市办法" },
  { name = "效益指标", points = 20, basis = "某市办法" },
  { name = "满意度指标", points = 20, basis = "某市办法" },
]

[document]
title = "某市办法"
issuer = "某市财政局"

[execution]
points = 0
basis = "某市办法：预算执行率不计分"
"""

FORM = """
name = "项目"
profile = "place"
status = "published"
funds = { total = { adjusted = 100, executed = 40 } }

[[indicators]]
level1 = "成本指标"
name = "总成本"
target = "≤90万元"
actual = "100"
weight = 20

[[indicators]]
level1 = "产出指标"
name = "数量"
target = "≥10个"
actual = "9"
weight = 40

[[indicators]]
level1 = "效益指标"
name = "作用"
target = "明显"
actual = "明显"
weight = 20
score = 19

[[indicators]]
level1 = "满意度指标"
name = "满意度"
target = "≥90%"
actual = "95%"
weight = 20
"""


def test_a_place_where_execution_bears_no_points_and_costs_bear_twenty() -> None:
    (case,) = gather_files({"profiles/place.toml": PLACE, PATH: FORM}).cases
    sheet = case.assessment.sheet
    assert tell(*(row.accepted for row in sheet.rows)) == "18 36 19 20"
    assert tell(sheet.execution.weight, sheet.execution.rate) == "- 0.4"
    assert tell(sheet.total.weight, sheet.total.accepted) == "100 93"
    assert sheet.grade == "优"


ROWS = st.lists(
    st.builds(
        make_row,
        st.sampled_from(["≥5人", "≤3天", "规范", "9月前", ""]),
        st.sampled_from(["4人", "5人", "4天", "规范", "10月", "/"]),
        weight=st.decimals(0, 50, places=1),
        score=st.none() | st.decimals(0, 50, places=1),
    ),
    max_size=6,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_scores_do_not_depend_on_the_order_of_rows(rows: list[Any], chance: Any) -> None:
    shuffled = rows.copy()
    chance.shuffle(shuffled)
    one, other = (score_form(funds=money("100", "90"), indicators=order) for order in (rows, shuffled))
    assert sorted(str(row.accepted) for row in one.rows) == sorted(str(row.accepted) for row in other.rows)
    assert (one.total.computed, one.total.accepted, one.grade) == (
        other.total.computed,
        other.total.accepted,
        other.grade,
    )


AMOUNTS = st.decimals(0, 10**8, places=2)


@given(AMOUNTS, AMOUNTS, st.decimals("0.1", 1000, places=1))
def test_scaling_all_money_changes_no_score(budget: Decimal, spent: Decimal, factor: Decimal) -> None:
    one = score_form(CAPPED, funds=money(str(budget), str(spent)), indicators=[MET])
    other = score_form(CAPPED, funds=money(str(budget * factor), str(spent * factor)), indicators=[MET])
    assert (one.execution.computed, one.execution.shown_rate) == (
        other.execution.computed,
        other.execution.shown_rate,
    )
    assert (one.total.accepted, one.grade) == (other.total.accepted, other.grade)


def test_what_is_not_scored_has_no_total_and_no_grade() -> None:
    cells = {"name": "甲", "target": "≥10人", "actual": "12人"}
    sheet = score_form(make_profile("transfer-unscored"), indicators=[cells], reported={"total": 100})
    total = sheet.total
    assert (total.accepted, total.computed, sheet.grade, total.gaps) == (None, None, None, (Gap.UNSCORED,))
    assert total.verifiability.points == 0
    assert total.formula == "这种表不设分值，不计分，不认定总分，只看各项指标是否达成。"


def test_without_grades_none_is_given() -> None:
    row = {"name": "甲", "target": "≥10人", "actual": "12人", "weight": 90, "score": 90}
    sheet = score_form(make_profile(grades=()), funds=money("100", "100"), indicators=[row])
    assert (sheet.total.accepted, sheet.grade) == (Decimal(100), None)


def test_a_sheet_says_by_which_rules_it_was_made() -> None:
    assert score_form(make_profile("shanghai")).rules == "本站整理的上海口径（依据待核对）"
