"""Totals by year, department and unit."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.assessment import Assessment, Verifiability
from generator.model.form import Form, FormKind
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.project import Place, Project
from generator.model.summary import Pair, Section
from generator.score import score_project
from generator.summarise.totals import add_up, compare_years, count_grades, summarise
from tests.score.samples import make_profile, make_row

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


def test_a_grade_is_as_good_as_the_best_score_that_bears_it() -> None:
    shanghai = make_profile("shanghai")
    projects = [assess(points=50, profile=shanghai), assess(points=65, profile=shanghai), assess(points=60)]
    assert list(count_grades(projects)) == ["合格", "中"]
    assert list(count_grades(reversed(projects))) == ["合格", "中"]


@pytest.mark.parametrize(
    ("total", "points", "counts"),
    [(100, 90, (0, 0)), (101, 90, (1, 0)), (99, 90, (0, 1)), (95, 85, (0, 1)), (None, 90, (0, 0))],
)
def test_claims_above_what_is_accepted_and_below_what_is_computed_are_counted_apart(
    total: int | None, points: int, counts: tuple[int, int]
) -> None:
    summary = add_up([assess(points=points, reported={"total": total})])
    assert (summary.lowered, summary.raised) == counts


def test_a_form_that_was_not_assessed_whole_counts_as_neither() -> None:
    summary = add_up([assess(budget=0, reported={"total": 99})])
    assert (summary.lowered, summary.raised, summary.assessed) == (0, 0, 0)


def test_points_are_added_up_by_what_is_known_of_them_whole_or_not() -> None:
    known = add_up([assess(points=90), assess(points=80), assess(budget=0)]).verifiability
    assert known == Verifiability(
        agreeing=Decimal(180), differing=Decimal(90), unclaimed=Decimal(20), unassessed=Decimal(10)
    )


def test_withdrawn_projects_are_listed_and_count_in_nothing() -> None:
    withdrawn = assess(slug="gone", status="withdrawn", points=0, reported={"total": 50})
    sums = summarise([withdrawn, assess()], ORGANISATIONS)
    assert sums.whole == add_up([assess()])
    assert [len(section.assessments) for section in sums.years] == [2]
    assert sums.years[0].summary.projects == 1


def test_every_section_is_followed_year_by_year_the_newest_first() -> None:
    sums = summarise(
        [assess(year=2021), assess(year=2023), assess(year=2022), assess("yiyuan", 2022)], ORGANISATIONS
    )
    assert [[one.year for one in year.years] for year in sums.years] == [
        [2023, 2022, 2021],
        [2022, 2021],
        [2021],
    ]
    school, hospital = sums.departments
    assert [(one.year, one.summary.projects) for one in school.years] == [(2023, 1), (2022, 1), (2021, 1)]
    assert [(one.year, one.summary.projects) for one in hospital.years] == [(2022, 1)]
    assert {one.key: [year.year for year in one.years] for one in sums.units} == {
        "erxiao": [],
        "yixiao": [2023, 2022, 2021],
        "yiyuan": [2022],
    }


def test_the_newest_year_is_held_against_the_one_before() -> None:
    older = [assess(year=2022, points=80, budget=1_000_000), assess(year=2022, slug="two", budget=500_000)]
    change = summarise([*older, assess(points=85, budget=2_000_000)], ORGANISATIONS).years[0].change
    assert change is not None
    assert (change.year, change.projects) == (2023, 1)
    assert [change.budget.now, change.budget.before, change.budget.by] == [200, 100, 100]
    assert [change.rate.by, change.score.now, change.score.before] == [0, 95, 90]


def test_years_are_compared_over_the_projects_that_are_in_both() -> None:
    older, newer = [assess(year=2022, slug="old")], [assess(year=2023, slug="new")]
    assert summarise([*older, *newer], ORGANISATIONS).years[0].change is None


def test_scores_are_compared_over_projects_that_are_whole_in_both_years() -> None:
    projects = [
        assess(year=2022, points=80),
        assess(points=70),
        assess(year=2022, slug="b", budget=0),
        assess(slug="b"),
    ]
    change = summarise(projects, ORGANISATIONS).units[1].change
    assert change is not None
    assert (change.projects, change.score) == (2, Pair(Decimal("80.00"), Decimal("90.00")))


def test_a_difference_is_that_of_the_figures_as_they_are_shown() -> None:
    newer, older = assess(budget=1_000_049), assess(year=2022, budget=999_951)
    change = summarise([newer, older], ORGANISATIONS).years[0].change
    assert change is not None
    assert change.budget == Pair(Decimal("100.00"), Decimal("100.00"))


def test_what_is_not_available_is_not_nought() -> None:
    nothing = assess(year=2022, budget=None)
    change = summarise([assess(), nothing], ORGANISATIONS).years[0].change
    assert change is not None
    assert (change.budget.before, change.rate.before, change.score.before) == (None, None, None)
    assert (change.budget.by, change.spent.by, change.rate.by, change.score.by) == (None,) * 4


@pytest.mark.parametrize(
    ("years", "status"), [((2023,), "published"), ((2023, 2021), "published"), ((2023, 2022), "withdrawn")]
)
def test_there_is_no_change_without_the_year_before(years: tuple[int, ...], status: str) -> None:
    newest, *older = years
    projects = [assess(year=newest), *(assess(year=year, status=status) for year in older)]
    assert summarise(projects, ORGANISATIONS).years[0].change is None


def test_no_years_make_no_change() -> None:
    assert compare_years(()) is None


OTHER_KINDS = [kind for kind in FormKind if kind is not FormKind.SELF_EVALUATION]


def outline(section: Section) -> tuple[object, ...]:
    """Tell of a section what it adds up, and the same of its parts, without those that have no project."""
    parts = tuple(outline(part) for part in section.parts if part.assessments)
    return section.key, section.assessments, section.summary, section.years, section.change, parts


@given(st.lists(st.tuples(st.sampled_from(OTHER_KINDS), st.integers(2021, 2025)), max_size=5))
def test_forms_of_other_kinds_are_in_no_total(others: list[tuple[FormKind, int]]) -> None:
    projects = [assess(year=2022), assess(points=80), assess("yiyuan")]
    apart = [assess(year=year, slug=f"other-{place}", kind=kind) for place, (kind, year) in enumerate(others)]
    without, sums = summarise(projects, ORGANISATIONS), summarise([*projects, *apart], ORGANISATIONS)
    assert sums.whole == without.whole
    for now, before in ((sums.years, without.years), (sums.departments, without.departments)):
        shown = [outline(one) for one in now if one.assessments]
        assert shown == [outline(one) for one in before if one.assessments]
    listed = [one for section in sums.units for one in section.others]
    assert sorted(one.project.place for one in listed) == sorted(one.project.place for one in apart)


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_a_year_with_nothing_but_forms_of_other_kinds_has_a_section_and_no_totals(kind: FormKind) -> None:
    other = assess(year=2024, kind=kind)
    newest = summarise([assess(), other], ORGANISATIONS).years[0]
    assert (newest.key, newest.assessments, newest.others) == ("2024", (), (other,))
    assert (newest.summary.projects, newest.years[0].year, newest.change) == (0, 2023, None)
