"""Numbers as a reader knows them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.render.escaping import escape
from generator.render.numbers import (
    BLANK,
    NONE,
    WAN,
    YI,
    MoneyScale,
    choose_scale,
    format_money,
    format_points,
    format_range,
    format_rate,
    format_score,
    format_wan,
)

AMOUNTS = st.decimals(Decimal("-1e15"), Decimal("1e15"), allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("829000", "829,000.00"),
        ("650000.00", "650,000.00"),
        ("0", "0.00"),
        ("1498561.5", "1,498,561.50"),
        ("0.123456", "0.123456"),
        ("-1234.5", "-1,234.50"),
        ("1E+6", "1,000,000.00"),
        ("999999999999999", "999,999,999,999,999.00"),
    ],
)
def test_money_has_separators_and_at_least_two_decimals(amount: str, shown: str) -> None:
    assert format_money(Decimal(amount)) == shown


@given(AMOUNTS)
def test_no_digit_of_an_amount_is_lost(amount: Decimal) -> None:
    assert Decimal(format_money(amount).replace(",", "")) == amount


@pytest.mark.parametrize(
    ("points", "shown"),
    [("10", "10"), ("10.00", "10"), ("4.50", "4.5"), ("9.06", "9.06"), ("0", "0"), ("1E+2", "100")],
)
def test_points_bear_no_zeros_that_say_nothing(points: str, shown: str) -> None:
    assert format_points(Decimal(points)) == shown


@given(st.decimals(-9999, 9999, places=6))
def test_no_digit_of_points_is_lost(points: Decimal) -> None:
    assert Decimal(format_points(points)) == points


@pytest.mark.parametrize(
    ("rate", "shown"), [("0.9055488", "90.55%"), ("1", "100.00%"), ("0.00005", "0.01%"), ("1.25", "125.00%")]
)
def test_rates_are_percent_rounded_half_up(rate: str, shown: str) -> None:
    assert format_rate(Decimal(rate)) == shown


@pytest.mark.parametrize(
    ("yuan", "shown"),
    [("829000", "82.90"), ("50", "0.01"), ("12345678900", "1,234,567.89"), ("-49", "0.00"), ("-50", "-0.01")],
)
def test_large_sums_are_shown_in_wan(yuan: str, shown: str) -> None:
    assert format_wan(Decimal(yuan)) == shown


@pytest.mark.parametrize(
    ("amounts", "scale"),
    [((), WAN), ((None, "99999999.99"), WAN), (("1", "100000000"), YI), (("-100000000",), YI)],
)
def test_sums_that_are_told_to_readers_are_in_yi_from_a_hundred_million_on(
    amounts: tuple[str | None, ...], scale: MoneyScale
) -> None:
    assert choose_scale(None if one is None else Decimal(one) for one in amounts) == scale


def test_yi_is_shown_with_two_decimals() -> None:
    assert YI.format(Decimal("1322789000")) == "13.23"


def test_scores_have_two_decimals() -> None:
    assert format_score(Decimal(100)) == "100.00"
    assert format_score(Decimal("97.9425")) == "97.94"
    assert format_score(Decimal("97.945")) == "97.95"


def test_a_range_of_one_number_is_that_number() -> None:
    assert format_range(Decimal("8.0"), Decimal(10)) == "8～10"
    assert format_range(Decimal("5.0"), Decimal(5)) == "5"


@pytest.mark.parametrize("format_", [format_money, format_points, format_score, format_rate, format_wan])
def test_where_there_is_no_number_a_dash_stands(format_) -> None:  # type: ignore[no-untyped-def]  # five signatures
    assert format_(None) == NONE


def test_where_a_cell_of_the_form_is_empty_it_stays_empty() -> None:
    assert format_money(None, BLANK) == ""
    assert format_points(None, BLANK) == ""


@given(AMOUNTS)
def test_what_is_formatted_needs_no_escaping(amount: Decimal) -> None:
    for text in (format_money(amount), format_wan(amount), format_rate(amount), format_score(amount)):
        assert isinstance(text, Markup)
        assert escape(str(text)) == text
