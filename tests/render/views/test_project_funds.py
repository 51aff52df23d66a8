"""The funds table: money as filed, and the printed rate beside the one that recomputes."""

from decimal import Decimal

import pytest

from generator.model.form import Form
from generator.render.views.project_funds import FundsView, differs_in_number, name_source, view_funds
from tests.render.samples import assess, make_form


def view(form: Form) -> FundsView:
    return view_funds(form, assess(form).sheet)


def test_money_stands_as_filed_and_empty_cells_stay_empty() -> None:
    funds = view(make_form())
    assert (funds.total.initial, funds.total.executed) == ("829,000.00", "750,700.00")
    assert [(one.name, one.initial, one.executed) for one in funds.sources] == [
        ("其中：当年财政拨款", "829,000.00", "750,700.00"),
        ("其他资金", "0.00", ""),
    ]


def test_the_cell_of_points_covers_all_rows_of_money() -> None:
    assert view(make_form()).rows == 3
    assert view(make_form(funds={})).rows == 1


def test_the_printed_rate_is_held_against_the_one_that_recomputes() -> None:
    assert view(make_form()).rate_differs is False
    reported = {"rate": "92%", "execution_score": Decimal("9.06")}
    assert view(make_form(reported=reported)).rate_differs is True


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


MONEY = {"adjusted": 100, "executed": 90}


def test_a_column_of_money_that_is_nowhere_filled_in_is_left_out() -> None:
    columns = view(make_form(funds={"total": MONEY})).columns
    assert (columns.initial, columns.adjusted, columns.executed) == (False, True, True)
    empty = view(make_form(funds={})).columns
    assert (empty.initial, empty.adjusted, empty.executed) == (True, True, True)


def test_rates_and_points_of_a_source_stand_in_its_row() -> None:
    source = {"name": "中央补助", "rate": "90%", "weight": 5, "score": Decimal("4.5")}
    funds = view(make_form(funds={"weight": 10, "sources": (source, {"name": "地方资金"})}))
    assert funds.columns.apart
    assert [(one.rate, one.weight, one.claimed) for one in (funds.total, *funds.sources)] == [
        ("90.56%", "10", "9.06"),
        ("90%", "5", "4.5"),
        ("", "", ""),
    ]
    assert not view(make_form()).columns.apart


def test_every_breakdown_is_a_block_of_its_own() -> None:
    names = (("拨款", ""), ("东片", "子项目"), ("其他", ""), ("甲镇", "乡镇"), ("西片", "子项目"))
    sources = tuple({"name": name, "breakdown": breakdown} for name, breakdown in names)
    funds = view(make_form(funds={"sources": sources}))
    assert [one.name for one in funds.sources] == ["其中：拨款", "其他"]
    assert funds.rows == 3
    assert [(one.title, [row.name for row in one.rows]) for one in funds.breakdowns] == [
        ("子项目", ["其中：东片", "西片"]),
        ("乡镇", ["其中：甲镇"]),
    ]


def test_a_target_form_has_no_columns_of_results_and_points() -> None:
    form = make_form(kind="target", funds={"total": {"initial": 5}}, reported={})
    columns = view(form).columns
    assert (columns.initial, columns.adjusted, columns.executed) == (True, False, False)
    assert (columns.rate, columns.points, columns.count) == (False, False, 1)
