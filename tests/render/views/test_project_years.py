"""The same project in several years, side by side."""

from typing import Any

from markupsafe import Markup

from generator.model.anchors import row_ids
from generator.render.views.project_years import Result, YearsView, view_years
from generator.summarise.timelines import Timelines
from tests.render.samples import assess, make_form


def view(*others: tuple[int, dict[str, Any]], **changes: Any) -> YearsView | None:
    """View the form of 2023 beside others of the same path, each a year and what is changed in it."""
    here = assess(make_form(**changes))
    beside = [assess(make_form(**more), year) for year, more in others]
    form = here.project.form
    return view_years(form, 2023, Timelines([here, *beside]).trace(here), row_ids(form.indicators))


def test_a_project_of_one_year_has_nothing_beside_it() -> None:
    assert view() is None


def test_figures_stand_side_by_side_in_one_unit_of_money() -> None:
    funds = {"unit": "万元", "weight": 10, "total": {"adjusted": 80, "executed": 40}}
    years = view((2022, {"funds": funds}))
    assert years is not None
    assert {row.label: row.values for row in years.figures} == {
        "全年预算数（万元）": ("80.00", "82.90"),
        "全年执行数（万元）": ("40.00", "75.07"),
        "预算执行率": ("90.56%", "90.56%"),
        "自评总分": ("96.06", "96.06"),
        "认定总分": ("92.8", "92.8"),
        "认定等级": ("优", "优"),
    }


def test_each_year_leads_to_its_page_and_says_where_it_stands() -> None:
    years = view((2022, {"status": "withdrawn"}), (2024, {}))
    assert years is not None
    assert [(one.year.address, one.is_here, one.words) for one in years.columns] == [
        ("projects/2022/dangqun/dangjian/", False, "已撤回"),
        ("projects/2023/dangqun/dangjian/", True, ""),
        ("projects/2024/dangqun/dangjian/", False, ""),
    ]
    assert [one.label for one in years.columns] == ["2022 年度（已撤回）", "2023 年度（本表）", "2024 年度"]


def test_indicators_of_the_same_name_stand_in_a_row_and_the_others_are_counted() -> None:
    before = ({"name": "体检完成率", "target": "≥90%", "actual": "95%", "weight": 30, "score": 30},)
    years = view((2022, {"indicators": before}))
    assert years is not None
    (row,) = years.indicators
    assert row.name == "体检完成率"
    assert row.results == (
        Result("≥90%", "95%", Markup("25.74"), Markup("30")),
        Result("=100%", "85.8%", Markup("25.74"), Markup("30")),
    )
    assert years.alone == 3


def test_a_year_without_the_indicator_has_an_empty_place() -> None:
    row = {"name": "体检完成率", "target": "≥90%", "actual": "95%"}
    years = view((2022, {"indicators": ({"name": "别的"},)}), (2024, {"indicators": (row,)}))
    assert years is not None
    assert years.indicators[0].results[0] is None


def test_a_project_that_was_renamed_shows_its_names() -> None:
    years = view((2022, {"name": "党建\n经费"}))
    assert years is not None
    assert years.figures[0].values == ("党建 经费", "党建工作专项经费")
