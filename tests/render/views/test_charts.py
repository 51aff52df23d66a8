"""What the charts of a page show: the same numbers as its tables, and the same again in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.assessment import Assessment
from generator.model.chart import ChartKind
from generator.render.views.charts import (
    HOME_ROWS,
    MOST_ROWS,
    ChartViews,
    Figure,
    PageFigures,
    chart_grades,
    shorten,
)
from generator.render.views.sections import SectionViews
from generator.summarise.totals import summarise
from tests.render.hostile import TEXTS
from tests.render.samples import ORGANISATIONS, SITE, assess, leave_open, make_form, make_summary

FIRST = assess(make_form())
SECOND = assess(make_form(name="老年人体检"), 2023, "yiyuan", "tijian")
OLDER = assess(make_form(name="往年经费"), 2022)
VIEWS = ChartViews(ORGANISATIONS)


def choose(*assessments: Assessment) -> PageFigures:
    return VIEWS.choose(summarise(assessments, ORGANISATIONS))


def titles(figures: tuple[Figure, ...]) -> list[str]:
    return [one.caption for one in figures]


def with_money(name: str, budget: int, **more: object) -> Assessment:
    total = {"adjusted": budget, "executed": budget // 2}
    return assess(make_form(name=name, funds={"weight": 10, "total": total}, **more), slug=f"p{budget}")


def test_a_year_is_drawn_by_department() -> None:
    money, scores = choose(FIRST, SECOND, OLDER)["years/2023.md"]
    assert (money.caption, scores.caption) == ("各部门的预算与执行（万元）", "各部门的得分（分）")
    assert [row.label for row in money.chart.rows] == ["卫生健康委员会", "香花桥街道办事处"]


def test_numbers_in_a_chart_are_those_of_the_table() -> None:
    summaries = summarise((FIRST, SECOND, OLDER), ORGANISATIONS)
    money, scores = VIEWS.choose(summaries)["years/2023.md"]
    table = SectionViews(ORGANISATIONS, SITE).view_year(summaries.years[0])
    shown = {row.name.text: row for row in table.parts if not row.level}
    for row in money.chart.rows:
        total = shown[row.label]
        assert row.notes == (f"执行 {total.spent}", f"预算 {total.budget}")
    for row in scores.chart.rows:
        assert row.notes[0] == f"平均 {shown[row.label].score}"


def test_averages_of_a_year_do_not_stand_against_other_projects_of_the_year_before() -> None:
    _, scores = choose(FIRST, SECOND, OLDER)["years/2023.md"]
    assert scores.keys == ("平均得分",)
    assert not any(row.second for row in scores.chart.rows)


@pytest.mark.parametrize("path", ["departments/xianghuaqiao.md", "units/dangqun.md", "years/index.md"])
def test_what_lasts_for_years_is_drawn_year_by_year_the_newest_first(path: str) -> None:
    money, _ = choose(FIRST, OLDER)[path]
    assert [row.label for row in money.chart.rows] == ["2023 年度", "2022 年度"]


@pytest.mark.parametrize("path", ["years/2023.md", "departments/xianghuaqiao.md", "units/dangqun.md"])
def test_a_single_year_of_a_single_unit_is_drawn_by_project(path: str) -> None:
    money, scores = choose(FIRST, with_money("小项目", 10_000), with_money("大项目", 9_000_000))[path]
    assert [row.label for row in money.chart.rows] == ["大项目", "党建工作专项经费", "小项目"]
    assert scores.keys == ("认定得分", "自评得分")
    assert scores.chart.rows[1].notes == ("认定 92.80", "自评 96.06")


@pytest.mark.parametrize(
    "path", ["years/2023.md", "units/dangqun.md", "units/kong.md", "departments/index.md"]
)
def test_a_single_row_makes_no_chart(path: str) -> None:
    assert choose(FIRST)[path] == ()


def test_withdrawn_projects_are_in_no_chart() -> None:
    withdrawn = with_money("撤回的项目", 10_000, status="withdrawn")
    assert choose(FIRST, withdrawn)["units/dangqun.md"] == ()


def test_a_chart_shows_the_largest_budgets_and_says_so() -> None:
    projects = [with_money(f"项目{place}", 10_000 * place) for place in range(1, MOST_ROWS + 3)]
    money, scores = choose(*projects)["units/dangqun.md"]
    assert [row.label for row in money.chart.rows] == [
        f"项目{place}" for place in range(MOST_ROWS + 2, 2, -1)
    ]
    assert [row.label for row in scores.chart.rows] == [row.label for row in money.chart.rows]
    assert money.note == f"只画预算最多的 {MOST_ROWS} 个"
    assert len(choose(*projects)["index.md"][1].chart.rows) == HOME_ROWS


def test_what_nobody_states_is_not_drawn() -> None:
    nothing = [assess(make_form(funds={"total": {}}), slug=f"p{place}", unit="yiyuan") for place in range(2)]
    (scores,) = choose(*nothing)["units/yiyuan.md"]
    assert scores.chart.kind is ChartKind.SCORES


def test_a_project_that_is_not_assessed_whole_has_no_dot() -> None:
    _, scores = choose(leave_open(FIRST), with_money("小项目", 10_000))["units/dangqun.md"]
    assert scores.chart.rows[0].first is None
    assert scores.chart.rows[0].notes == ("没有评全", "自评 96.06")


def test_the_home_page_shows_grades_and_money_of_the_newest_year() -> None:
    grades, money = choose(FIRST, SECOND, OLDER)["index.md"]
    assert titles((grades, money)) == ["各等级的项目（个）", "各部门的预算与执行（万元）"]
    assert [(row.label, row.notes) for row in grades.chart.rows] == [("优", ("2 个", "100%"))]
    assert choose()["index.md"] == ()


def test_projects_without_a_grade_are_counted_too() -> None:
    summary = make_summary(4, 3, grades={"优": 2, "良": 1})
    (figure,) = chart_grades(summary)
    assert [(row.label, row.notes[1]) for row in figure.chart.rows] == [
        ("优", "50%"),
        ("良", "25%"),
        ("未评全", "25%"),
    ]


def test_a_description_tells_every_row_with_its_whole_name() -> None:
    name = "香花桥街道社区党群服务中心二〇二三年度党建工作专项经费"
    money, _ = choose(with_money(name, 10_000), FIRST)["units/dangqun.md"]
    assert money.chart.description == (
        f"党建工作专项经费，执行 75.07，预算 82.90；{name}，执行 0.50，预算 1.00。"
    )
    assert money.chart.rows[1].label == "香花桥街道社区党群服务中心二〇二三年度…"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("字" * 20, "字" * 20),
        ("字" * 21, "字" * 19 + "…"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 39 + "…"),
        ("W" * 41, "W" * 19 + "…"),
        ("", ""),
    ],
)
def test_a_label_that_is_too_wide_is_cut(label: str, shown: str) -> None:
    assert shorten(label) == shown


@given(st.text())
def test_a_label_is_its_own_beginning_and_never_too_wide(label: str) -> None:
    shown = shorten(label)
    assert shown == label or label.startswith(shown.removesuffix("…"))
    assert sum(1 if one.isascii() and not one.isupper() else 2 for one in shown) <= 40 + 1


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_names_are_escaped_for_the_page(text: str) -> None:
    money, _ = choose(with_money(text, 10_000), FIRST)["units/dangqun.md"]
    for shown in (money.chart.description, money.chart.rows[1].label):
        assert isinstance(shown, Markup)
        assert not set("<>\"'*_`{}[]\x00\x02") & set(shown)
