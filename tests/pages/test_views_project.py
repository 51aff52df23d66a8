"""A project's page: the form as filed, what recomputes beside it, and where the data came from."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.model.assessment import Assessment
from generator.model.project import Place
from generator.model.site import Edition
from generator.pages.formats import NONE
from generator.pages.views_project import (
    Background,
    ProjectView,
    differs_in_number,
    file_address,
    name_source,
    view_project,
)
from tests.pages.samples import ORGANISATIONS, PROFILE, SITE, assess, make_form

BACKGROUND = Background(SITE, ORGANISATIONS, {PROFILE.id: PROFILE}, {}, Edition.PUBLIC)
PLACE = Place(2023, "dangqun", "dangjian")


def view(assessment: Assessment) -> ProjectView:
    return view_project(assessment, (), BACKGROUND)


def with_total(assessment: Assessment, **changes: Any) -> Assessment:
    sheet = assessment.sheet
    return replace(assessment, sheet=replace(sheet, total=replace(sheet.total, **changes)))


def test_the_page_is_told_in_a_sentence() -> None:
    assert view(assess(make_form())).lead == (
        "社区党群服务中心 2023 年度的一个财政支出项目，全年预算 829,000.00 元，实际支出 750,700.00 元。"
        "单位给自己打了 96.06 分，按公开的评分办法复算，认定 92.8 分。"
    )


def test_the_sentence_leaves_out_what_the_form_does_not_say() -> None:
    empty = with_total(assess(make_form(funds={}, reported={})), accepted=None)
    assert (
        view(empty).lead
        == "社区党群服务中心 2023 年度的一个财政支出项目。表上没有自评总分，没有可以复算的内容。"
    )


def test_the_sentence_says_when_only_part_of_the_form_was_assessed() -> None:
    partly = with_total(assess(make_form()), assessed=Decimal(85))
    assert view(partly).lead.endswith("认定 92.8 分（100 分里只有 85 分的内容能评）。")
    assert view(partly).total.verdict.differs is False


def test_money_stands_as_filed_and_empty_cells_stay_empty() -> None:
    funds = view(assess(make_form())).funds
    assert (funds.total.initial, funds.total.executed) == ("829,000.00", "750,700.00")
    assert [(one.name, one.initial, one.executed) for one in funds.sources] == [
        ("其中：当年财政拨款", "829,000.00", "750,700.00"),
        ("其他资金", "0.00", ""),
    ]


def test_the_cell_of_points_covers_all_rows_of_money() -> None:
    assert view(assess(make_form())).funds.rows == 3
    assert view(assess(make_form(funds={}))).funds.rows == 1


def test_the_figures_tell_how_the_total_stands_to_the_claim() -> None:
    whole = assess(make_form())
    assert view(whole).facts[4].note == "≠ 低于自评 3.26 分"
    agreed = with_total(whole, claimed=whole.sheet.total.accepted)
    assert view(agreed).facts[4].note == "＝ 与自评一致"
    assert view(with_total(whole, claimed=None)).facts[4].note == "表上未填"
    assert view(with_total(whole, accepted=None)).facts[4].note == "未评"


def test_a_form_without_a_grade_says_why() -> None:
    sheet = assess(make_form()).sheet
    shown = view(replace(assess(make_form()), sheet=replace(sheet, grade=None)))
    assert (shown.facts[5].number, shown.facts[5].note) == (NONE, "未评全，不定等级")


def test_the_printed_rate_is_held_against_the_one_that_recomputes() -> None:
    assert view(assess(make_form())).funds.rate_differs is False
    reported = {"rate": "92%", "execution_score": Decimal("9.06")}
    assert view(assess(make_form(reported=reported))).funds.rate_differs is True


@pytest.mark.parametrize(
    ("printed", "differs"),
    [
        ("90.56%", False),
        ("90.560％", False),
        (" 90.56 ", False),
        ("90.55%", True),
        ("", False),
        ("约九成", False),
    ],
)
def test_rates_are_compared_as_numbers(printed: str, differs: bool) -> None:
    assert differs_in_number(printed, "90.56%") is differs
    assert differs_in_number(printed, "") is False


def test_the_first_source_is_said_to_be_part_of_the_total() -> None:
    assert [name_source(n, name) for n, name in enumerate(("拨款", "结转", "其他"))] == [
        "其中：拨款",
        "结转",
        "其他",
    ]
    assert name_source(0, "其中：拨款") == "其中：拨款"


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


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://example.gov.cn/a.html", "https://example.gov.cn/a.html"),
        ("2023 年度自评表", ""),
        ("javascript:alert(1)", ""),
        ("见 https://example.gov.cn/", ""),
    ],
)
def test_only_web_addresses_are_linked(source: str, address: str) -> None:
    origin = view(assess(make_form(source=source))).origin
    assert (origin.source, origin.source_address) == (source, address)


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("", ""),
        ("git@example.org:jixiao.git", ""),
        (
            "https://github.com/jiedao/jixiao/",
            "https://github.com/jiedao/jixiao/blob/HEAD/content/projects/2023/dangqun/dangjian.toml",
        ),
        (
            "https://gitlab.example.cn/jixiao",
            "https://gitlab.example.cn/jixiao/-/blob/HEAD/content/projects/2023/dangqun/dangjian.toml",
        ),
    ],
)
def test_a_file_is_linked_where_the_repository_shows_it(repository: str, address: str) -> None:
    assert file_address(repository, PLACE) == address


def test_only_the_internal_edition_has_internal_parts() -> None:
    assessment = assess(make_form(internal={"联系人": "王经办"}))
    assert view(assessment).internal is None
    internal = view_project(assessment, (), replace(BACKGROUND, edition=Edition.INTERNAL)).internal
    assert internal is not None
