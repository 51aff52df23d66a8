"""Totals by year, department and unit."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.assessment import Assessment
from generator.model.form import Form
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.project import Place, Project
from generator.model.summary import Section
from generator.scoring import score_project
from generator.summaries import add_up, count_grades, summarise
from tests.scoring.samples import make_profile, make_row

ORGANISATIONS = Organisations.model_validate(
    {
        "departments": {"jiaoyu": {"name": "教育局"}, "weisheng": {"name": "卫生局"}},
        "units": {
            "yixiao": {"name": "第一小学", "department": "jiaoyu"},
            "erxiao": {"name": "第二小学", "department": "jiaoyu"},
            "yiyuan": {"name": "医院", "department": "weisheng"},
        },
    }
)


def assess(
    unit: str = "yixiao",
    year: int = 2023,
    slug: str = "project",
    points: int | str = 90,
    budget: int | None = 100,
    profile: Profile | None = None,
    **cells: Any,
) -> Assessment:
    """A project whose one row of 90 points claims `points`, and all of whose money is spent."""
    row = make_row("≥5人", "5人", weight=90, score=Decimal(points))
    total = {"adjusted": budget, "executed": budget}
    funds = {"weight": 10, "total": total} | cells.pop("funds", {})
    form = Form.model_validate({"name": "项目", "funds": funds, "indicators": [row]} | cells)
    project = Project(Place(year, unit, slug), form)
    return Assessment(project, score_project(project, profile or make_profile()))


def keys(sections: tuple[Section, ...]) -> list[str]:
    return [section.key for section in sections]


def test_years_run_newest_first_and_divide_into_departments_and_units() -> None:
    sums = summarise([assess(year=2022), assess("yiyuan"), assess("erxiao"), assess()], ORGANISATIONS)
    newest = sums.years[0]
    assert keys(sums.years) == ["2023", "2022"]
    assert keys(newest.parts) == ["jiaoyu", "weisheng"]
    assert keys(newest.parts[0].parts) == ["erxiao", "yixiao"]
    assert [part.summary.projects for part in newest.parts] == [2, 1]


def test_departments_divide_into_units_and_units_into_years() -> None:
    sums = summarise([assess(year=2022), assess(), assess("erxiao")], ORGANISATIONS)
    assert keys(sums.departments[0].parts) == ["erxiao", "yixiao"]
    assert keys(sums.units[1].parts) == ["2022", "2023"]


def test_every_department_and_unit_has_a_section_even_without_a_project() -> None:
    sums = summarise([], ORGANISATIONS)
    assert (keys(sums.departments), keys(sums.units)) == (
        ["jiaoyu", "weisheng"],
        ["erxiao", "yixiao", "yiyuan"],
    )
    assert sums.years == ()
    assert (sums.whole.projects, sums.whole.budget, sums.whole.rate, sums.whole.score) == (
        0,
        Decimal(0),
        None,
        None,
    )
    assert sums.whole.grades == {}


@given(st.permutations([assess(slug=slug, year=year) for slug in "abc" for year in (2022, 2023)]))
def test_projects_keep_their_order_whatever_order_they_come_in(shuffled: list[Assessment]) -> None:
    (school,) = (unit for unit in summarise(shuffled, ORGANISATIONS).units if unit.assessments)
    assert [one.project.id for one in school.assessments] == sorted(one.project.id for one in shuffled)


def test_money_is_added_up_in_yuan_over_projects_that_state_both_sums() -> None:
    summary = add_up(
        [
            assess(funds={"total": {"adjusted": 100, "executed": 50}}),
            assess(
                funds={"unit": "万元", "total": {"adjusted": Decimal("0.03"), "executed": Decimal("0.01")}}
            ),
            assess(funds={"total": {"adjusted": 1000}}),
            assess(funds={"total": {"executed": 1000}}),
        ]
    )
    assert [summary.budget, summary.spent, summary.rate] == [400, 150, Decimal("0.375")]


def test_the_score_is_the_mean_of_what_was_assessed_whole() -> None:
    summary = add_up([assess(points=90), assess(points=70), assess(points=10, budget=0)])
    assert [summary.score, summary.assessed, summary.projects] == [90, 2, 3]


def test_grades_are_counted_the_best_first_across_profiles() -> None:
    shanghai = make_profile("shanghai")
    projects = [
        assess(points=50, profile=shanghai),
        assess(points=90, profile=shanghai),
        assess(points=60),
        assess(points=0),
        assess(points=85),
        assess(points=10, budget=0),
    ]
    counts = count_grades(projects)
    assert list(counts.items()) == [("优", 2), ("中", 1), ("合格", 1), ("差", 1)]


@pytest.mark.parametrize(("total", "differing"), [(100, 0), (99, 1), (None, 0)])
def test_totals_that_differ_are_counted_where_both_are_there(total: int | None, differing: int) -> None:
    assert add_up([assess(reported={"total": total})]).differing == differing


def test_a_form_that_was_not_assessed_whole_does_not_differ() -> None:
    assert add_up([assess(budget=0, reported={"total": 99})]).differing == 0


def test_withdrawn_projects_are_listed_and_count_in_nothing() -> None:
    withdrawn = assess(slug="gone", status="withdrawn", points=0, reported={"total": 50})
    sums = summarise([withdrawn, assess()], ORGANISATIONS)
    assert sums.whole == add_up([assess()])
    assert [len(section.assessments) for section in sums.years] == [2]
    assert sums.years[0].summary.projects == 1
