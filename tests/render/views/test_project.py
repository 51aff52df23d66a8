"""A project's page: the form as filed, what recomputes beside it, and where the data came from."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.model.assessment import Assessment
from generator.model.project import Place
from generator.model.site import Edition
from generator.render.numbers import NONE
from generator.render.views.project import Background, ProjectView, view_project
from tests.render.samples import ORGANISATIONS, PROFILE, SITE, assess, leave_open, make_form

BACKGROUND = Background(SITE, ORGANISATIONS, {PROFILE.id: PROFILE}, {}, Edition.PUBLIC)
PLACE = Place(2023, "dangqun", "dangjian")


def view(assessment: Assessment) -> ProjectView:
    return view_project(assessment, (), BACKGROUND)


def with_total(assessment: Assessment, **changes: Any) -> Assessment:
    sheet = assessment.sheet
    return replace(assessment, sheet=replace(sheet, total=replace(sheet.total, **changes)))


def test_a_paper_without_an_adjusted_budget_shows_the_initial_one() -> None:
    shown = view(assess(make_form(funds={"total": {"initial": 310, "executed": 154}})))
    assert [(fact.label, fact.number) for fact in shown.facts[:2]] == [
        ("年初预算数", "310.00"),
        ("全年执行数", "154.00"),
    ]


def test_the_figures_tell_how_the_total_stands_to_the_claim() -> None:
    whole = assess(make_form())
    assert view(whole).facts[4].note == "≠ 低于自评 3.26 分"
    agreed = with_total(whole, claimed=whole.sheet.total.accepted)
    assert view(agreed).facts[4].note == "与自评相同"
    assert view(with_total(whole, claimed=None)).facts[4].note == ""
    assert (
        view(with_total(whole, claimed=Decimal(90), accepted=Decimal(90))).facts[4].note
        == "复算 92.8 分，高于自评"
    )
    assert (view(leave_open(whole)).facts[4].number, view(leave_open(whole)).facts[4].note) == (
        NONE,
        "未评全，不认定总分",
    )


def test_the_figures_tell_how_much_of_the_points_was_computed() -> None:
    fact = view(assess(make_form())).facts[6]
    assert (fact.label, fact.number, fact.unit) == ("可核实的分值", "40 / 100", "分")
    assert fact.note == "100 分里复算过 40 分（10 分与自评一致，30 分与自评不同），只能由单位判断 60 分"


def test_an_amount_too_long_to_read_is_rounded_and_told_exactly_below() -> None:
    total = {"adjusted": Decimal("1234567890.12"), "executed": Decimal("99999999.99")}
    budget, spent = view(assess(make_form(funds={"total": total}))).facts[:2]
    assert (budget.number, budget.unit, budget.note) == ("12.35", "亿元", "1,234,567,890.12 元")
    assert (spent.number, spent.unit, spent.note) == ("99,999,999.99", "元", "")


def test_a_form_without_a_grade_says_why() -> None:
    sheet = assess(make_form()).sheet
    shown = view(replace(assess(make_form()), sheet=replace(sheet, grade=None)))
    assert (shown.facts[5].number, shown.facts[5].note) == (NONE, "不分等级")
    assert view(leave_open(assess(make_form()))).facts[5].note == "未评全"


def test_names_of_several_lines_become_one() -> None:
    shown = view(assess(make_form(name="党建\n  经费")))
    assert (shown.name, shown.title) == ("党建 经费", "党建 经费（2023 年度）")


def test_the_way_up_goes_by_year_department_and_unit() -> None:
    assert [link.address for link in view(assess(make_form())).crumbs] == [
        "",
        "years/2023/",
        "departments/xianghuaqiao/",
        "units/dangqun/",
    ]


def test_only_the_internal_edition_has_internal_parts() -> None:
    assessment = assess(make_form(internal={"联系人": "王经办"}))
    assert view(assessment).internal is None
    internal = view_project(assessment, (), replace(BACKGROUND, edition=Edition.INTERNAL)).internal
    assert internal is not None


def test_boxes_of_text_and_points_of_goals_stand_on_the_page() -> None:
    shown = view(
        assess(make_form(goals=({"expected": "修好", "weight": 80}, {"expected": "用好", "score": 9})))
    )
    assert [(one.title, one.text) for one in shown.notes] == [("存在问题", "体检安排偏晚。")]
    assert [(one.weight, one.score) for one in shown.goals.rows] == [("80", ""), ("", "9")]
    assert (shown.goals.weight, shown.goals.score) == (True, True)
    plain = view(assess(make_form())).goals
    assert (plain.actual, plain.weight, plain.score) == (True, False, False)


def test_a_target_form_tells_of_no_results() -> None:
    shown = view(assess(make_form(kind="target", funds={"total": {"initial": 829000}}, reported={})))
    assert [(fact.label, fact.number) for fact in shown.facts] == [
        ("年初预算数", "829,000.00"),
        ("绩效指标", "4"),
    ]
    assert shown.sum is None
    assert not shown.goals.actual
    assert shown.lead == (
        "社区党群服务中心 2023 年度的一张项目支出绩效目标申报表，年初预算 829,000 元。年初定下 4 行绩效指标。"
    )


def test_a_form_without_points_tells_of_money_and_rows() -> None:
    rows = ({"name": "一", "target": "≥5", "actual": "6"},)
    money = {"total": {"adjusted": 10, "executed": 10}}
    shown = view(assess(make_form(kind="transfer", indicators=rows, funds=money, reported={})))
    assert [fact.label for fact in shown.facts] == ["全年预算数", "全年执行数", "预算执行率", "绩效指标"]
    assert "分" not in shown.lead
    assert shown.sum is None
