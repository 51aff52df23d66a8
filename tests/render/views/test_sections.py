"""Years, departments and units: totals of their parts, and tables of their projects."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.assessment import Verifiability
from generator.model.form import Status
from generator.model.summary import Section
from generator.render.numbers import NONE
from generator.render.views.sections import WHOLE as TOTAL
from generator.render.views.sections import SectionViews, describe_grade, view_facts, view_totals
from generator.summarise.totals import summarise
from tests.render.samples import ORGANISATIONS, SITE, assess, leave_open, make_form, make_summary

FIRST = assess(make_form())
SECOND = assess(make_form(name="老年人体检"), 2022, "yiyuan", "tijian")
OLDER = assess(make_form(name="往年经费"), 2021, "dangqun", "wangnian")
SUMMARIES = summarise((FIRST, SECOND, OLDER), ORGANISATIONS)
VIEWS = SectionViews(ORGANISATIONS, SITE)


def find_section(sections: tuple[Section, ...], key: str) -> Section:
    (found,) = (one for one in sections if one.key == key)
    return found


def names(lines: object) -> list[str]:
    return [line.name.text for line in lines]  # type: ignore[attr-defined]  # totals and lines of projects alike


def test_a_year_shows_its_departments_with_their_units_then_its_projects() -> None:
    view = VIEWS.view_year(find_section(SUMMARIES.years, "2023"))
    assert [(row.name.text, row.level) for row in view.parts] == [
        ("香花桥街道办事处", 0),
        ("社区党群服务中心", 1),
    ]
    (table,) = view.tables
    assert names(table.lines) == ["党建工作专项经费"]
    assert (table.with_year, table.with_unit) == (False, True)


def test_a_department_lists_every_project_the_newest_first() -> None:
    view = VIEWS.view_department(find_section(SUMMARIES.departments, "xianghuaqiao"))
    (table,) = view.tables
    assert [(line.year, line.name.text) for line in table.lines] == [
        (2023, "党建工作专项经费"),
        (2021, "往年经费"),
    ]
    assert table.with_year
    assert names(view.parts) == ["社区党群服务中心"]


def test_a_unit_lists_its_projects_year_by_year_the_newest_first() -> None:
    view = VIEWS.view_unit(find_section(SUMMARIES.units, "dangqun"))
    assert [(table.id, names(table.lines)) for table in view.tables] == [
        ("y2023", ["党建工作专项经费"]),
        ("y2021", ["往年经费"]),
    ]
    assert [link.text for link in view.crumbs] == ["首页", "部门", "香花桥街道办事处"]


def test_a_unit_without_projects_has_a_page_all_the_same() -> None:
    view = VIEWS.view_unit(find_section(SUMMARIES.units, "kong"))
    assert (view.parts, view.tables) == ((), ())
    assert view.facts[0].number == "0"


def test_lists_lead_to_every_section() -> None:
    assert names(VIEWS.view_years(SUMMARIES).parts) == ["2023 年度", "2022 年度", "2021 年度"]
    assert names(VIEWS.view_departments(SUMMARIES).parts) == ["卫生健康委员会", "香花桥街道办事处"]
    assert {row.name.address for row in VIEWS.view_units(SUMMARIES).parts} >= {
        "units/dangqun/",
        "units/yiyuan/",
    }


def test_a_line_shows_money_in_wan_and_both_scores() -> None:
    line = VIEWS.view_line(FIRST)
    assert (line.budget, line.spent, line.rate) == ("82.90", "75.07", "90.56%")
    assert (line.claimed, line.accepted, line.differs) == ("96.06", "92.80", True)
    assert line.name.address == "projects/2023/dangqun/dangjian/"


def test_money_filed_in_wan_is_not_divided_again() -> None:
    funds = {"unit": "万元", "total": {"adjusted": Decimal("82.9")}}
    line = VIEWS.view_line(assess(make_form(funds=funds)))
    assert (line.budget, line.spent) == ("82.90", NONE)


def test_a_project_that_was_not_assessed_whole_does_not_differ() -> None:
    line = VIEWS.view_line(leave_open(FIRST))
    assert (line.accepted, line.differs, line.grade) == (NONE, False, "未评全")


@pytest.mark.parametrize(
    ("status", "grade", "words"),
    [
        (Status.PUBLISHED, "优", "优"),
        (Status.WITHDRAWN, "优", "已撤回"),
        (Status.DRAFT, "优", "优（草稿）"),
        (Status.REVIEWED, "未评全", "未评全（已审核）"),
    ],
)
def test_a_grade_says_how_far_the_form_has_come(status: Status, grade: str, words: str) -> None:
    assert describe_grade(status, grade) == words


def test_totals_tell_grades_and_differences() -> None:
    known = Verifiability(agreeing=Decimal(100), judged=Decimal(200))
    counts = {"grades": {"优": 2, "良": 1}, "lowered": 1, "raised": 2}
    row = view_totals(TOTAL, make_summary(3, 3, rate=Decimal("0.9055488"), verifiability=known, **counts))
    assert (row.rate, row.score, row.grades) == ("90.55%", NONE, "优\u00a02　良\u00a01")
    assert (row.lowered, row.raised, row.verifiable) == (1, 2, "100 / 300")


def test_the_grades_of_a_row_count_all_its_projects() -> None:
    summary = make_summary(4, 3, grades={"优": 2})
    assert view_totals(TOTAL, summary).grades == "优\u00a02　不分等级\u00a01　未评全\u00a01"


def test_large_sums_are_told_in_one_unit() -> None:
    facts = view_facts(make_summary(1, budget=Decimal(200_000_000), spent=Decimal(50_000_000)))
    assert [(one.number, one.unit) for one in facts[1:3]] == [("2.00", "亿元"), ("0.50", "亿元")]


def test_an_average_over_some_of_the_projects_says_so() -> None:
    summary = make_summary(3, 2, score=Decimal(90))
    assert view_facts(summary)[4].note == "2 个评全的项目平均"
    assert view_facts(replace(summary, assessed=3))[4].note == ""
    assert view_facts(summary)[3].number == NONE


def test_a_unit_and_its_department_say_to_machines_what_they_are() -> None:
    unit = VIEWS.view_unit(find_section(SUMMARIES.units, "dangqun")).linked_data
    department = VIEWS.view_department(find_section(SUMMARIES.departments, "xianghuaqiao")).linked_data
    assert '"name":"社区党群服务中心"' in unit
    assert '"parentOrganization":{"@type":"GovernmentOrganization","name":"香花桥街道办事处"}' in unit
    assert '"name":"香花桥街道办事处"' in department


def test_forms_of_other_kinds_stand_in_tables_of_their_own() -> None:
    target = assess(make_form(name="水渠目标", kind="target"), slug="other")
    department = assess(make_form(name="部门整体", kind="department"), slug="whole")
    sums = summarise((FIRST, target, department), ORGANISATIONS)
    view = VIEWS.view_year(find_section(sums.years, "2023"))
    assert [names(table.lines) for table in view.tables] == [["党建工作专项经费"]]
    told = [
        (table.heading, names(table.lines), table.with_results, table.with_points) for table in view.others
    ]
    assert told == [
        ("项目支出绩效目标申报表", ["水渠目标"], False, False),
        ("部门整体支出绩效自评表", ["部门整体"], True, True),
    ]
    assert view.total.projects == 1
    alone = summarise((target,), ORGANISATIONS)
    for page in (
        VIEWS.view_unit(find_section(alone.units, "dangqun")),
        VIEWS.view_department(find_section(alone.departments, "xianghuaqiao")),
    ):
        assert [names(table.lines) for table in page.others] == [["水渠目标"]]
