"""A project's page in a few plain words."""

from dataclasses import replace
from decimal import Decimal

from generator.model.assessment import Assessment, Outcome
from generator.model.project import Place, Project
from generator.render.views.project_lead import describe_project
from generator.score import score_project
from tests.render.samples import PROFILE, assess, leave_open, make_form


def describe(assessment: Assessment) -> str:
    return describe_project("社区党群服务中心", assessment)


def with_outcomes(*outcomes: Outcome) -> Assessment:
    whole = assess(make_form(indicators=tuple({"name": "甲", "weight": 5, "score": 5} for _ in outcomes)))
    rows = tuple(replace(row, outcome=one) for row, one in zip(whole.sheet.rows, outcomes, strict=True))
    return replace(whole, sheet=replace(whole.sheet, rows=rows))


def test_the_page_is_told_in_plain_words() -> None:
    assert describe(assess(make_form())) == (
        "社区党群服务中心 2023 年度的一个财政支出项目，全年预算 829,000 元，实际支出 750,700 元。"
        "3 项绩效指标中，1 项未达成，2 项只能由单位判断。"
        "单位给自己打了 96.06 分，按评分办法复算，认定 92.8 分"
        "。100 分里复算过 40 分（10 分与自评一致，30 分与自评不同），只能由单位判断 60 分。"
    )


def test_a_paper_without_an_adjusted_budget_tells_of_the_initial_one() -> None:
    only = assess(make_form(funds={"total": {"initial": 310, "executed": 154}}))
    assert "一个财政支出项目，年初预算 310 元，实际支出 154 元。" in describe(only)


def test_rows_that_the_blank_form_left_behind_are_no_indicators() -> None:
    rows = [{"name": "甲", "target": "≥1个", "actual": "1个", "weight": 90, "score": 90}, {"name": "指标2："}]
    form = make_form(indicators=rows)
    project = Project(Place(2023, "dangqun", "dangjian"), form)
    told = describe(Assessment(project, score_project(project, PROFILE)))
    assert "1 项绩效指标中，1 项达成。" in told


def test_what_the_form_does_not_say_is_left_out() -> None:
    empty = leave_open(assess(make_form(funds={}, reported={}, indicators=())), 0)
    assert describe(empty) == (
        "社区党群服务中心 2023 年度的一个财政支出项目。表上没有绩效指标。表上没有自评总分，"
        "没有评全，不认定总分。100 分里没有复算过的，未评 100 分。"
    )


def test_it_is_said_when_only_part_of_the_form_was_assessed() -> None:
    assert describe(leave_open(assess(make_form()), 85)).endswith(
        "单位给自己打了 96.06 分，没有评全，不认定总分。100 分里没有复算过的，只能由单位判断 85 分，未评 15 分。"
    )


def test_every_outcome_is_counted_and_far_over_is_met_too() -> None:
    outcomes = (Outcome.MET, Outcome.EXCEEDED, Outcome.SHORT, Outcome.JUDGED, Outcome.NOT_ASSESSED)
    assert "5 项绩效指标中，2 项达成，1 项未达成，1 项只能由单位判断，1 项未评。" in describe(
        with_outcomes(*outcomes)
    )
    assert "1 项绩效指标中，1 项达成。" in describe(with_outcomes(Outcome.MET))


def test_it_stays_on_one_line() -> None:
    assert "\n" not in describe_project("党群\n中心", assess(make_form()))


def test_amounts_are_told_as_people_say_them() -> None:
    total = {"adjusted": Decimal("123456.7"), "executed": Decimal("9999.50")}
    told = describe(assess(make_form(funds={"unit": "万元", "total": total})))
    assert "全年预算 12.35 亿元，实际支出 9,999.50 万元。" in told
