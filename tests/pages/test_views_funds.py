"""The funds table: money as filed, and the printed rate beside the one that recomputes."""

from decimal import Decimal

import pytest

from generator.model.form import Form
from generator.pages.views_funds import FundsView, differs_in_number, name_source, view_funds
from tests.pages.samples import assess, make_form


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
