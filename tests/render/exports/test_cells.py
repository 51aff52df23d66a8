"""What a cell can be."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.exports.cells import Figure, fits_float, round_rate, write_figure

NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e15"), max_value=Decimal("1e15"), places=6
)


@given(NUMBERS)
def test_a_number_is_spelled_out_without_an_exponent_and_keeps_every_digit(number: Decimal) -> None:
    figure = write_figure(number)
    assert figure is not None
    assert Decimal(figure) == number
    assert set(figure) <= set("-.0123456789")


def test_a_rate_has_six_places_and_is_rounded_half_up() -> None:
    assert write_figure(round_rate(Decimal("0.9055485"))) == "0.905549"
    assert write_figure(round_rate(Decimal(1))) == "1.000000"
    assert round_rate(None) is None


def test_a_number_keeps_its_last_zeros_and_nothing_is_less_than_zero_by_its_sign_alone() -> None:
    assert write_figure(Decimal("829000.00")) == "829000.00"
    assert write_figure(Decimal("1E+3")) == "1000"
    assert write_figure(Decimal("-0")) == "0"
    assert write_figure(None) is None


@given(NUMBERS)
def test_what_is_said_to_fit_a_float_comes_back_from_one(number: Decimal) -> None:
    figure = Figure(f"{number:f}")
    if fits_float(figure):
        assert Decimal(repr(float(figure))) == number


@pytest.mark.parametrize(
    ("figure", "fits"),
    [
        ("999999999999999", True),
        ("-1234567890123450.00", True),
        ("0.000000123456789012345", True),
        ("-12345678901234.5", True),
        ("1234567890123456", False),
        ("999999999999999.999999", False),
        ("10000000000000001", False),
    ],
)
def test_a_float_holds_fifteen_digits(figure: str, fits: bool) -> None:
    assert fits_float(Figure(figure)) is fits
