"""Numbers as people write them in a sentence."""

from decimal import Decimal

import pytest

from generator.model.assessment import Verifiability
from generator.text.numbers import (
    count_places,
    write_hundredths,
    write_money,
    write_number,
    write_percent,
    write_verifiability,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("95.50", "95.5"),
        ("1E+2", "100"),
        ("0.00", "0"),
        ("-2.10", "-2.1"),
        ("1500000", "1500000"),
        ("-0.00", "0"),
    ],
)
def test_a_number_has_no_exponent_and_no_idle_zeros(number: str, text: str) -> None:
    assert write_number(Decimal(number)) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [("829000.00", "829,000"), ("1.5E+6", "1,500,000"), ("12.5", "12.5"), ("-1000", "-1,000")],
)
def test_money_has_separators(amount: str, text: str) -> None:
    assert write_money(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [("0.25", "25%"), ("0.905548", "90.55%"), ("0.90545", "90.55%"), ("1", "100%"), ("0", "0%")],
)
def test_a_share_is_written_as_percent(share: str, text: str) -> None:
    assert write_percent(Decimal(share)) == text


@pytest.mark.parametrize(("number", "places"), [("95.50", 1), ("0.123456", 6), ("1E+2", 0), ("0.00", 0)])
def test_only_decimals_that_say_something_are_counted(number: str, places: int) -> None:
    assert count_places(Decimal(number)) == places


@pytest.mark.parametrize(
    ("number", "text"), [("1234.565", "1,234.57"), ("97", "97.00"), ("0.004", "0.00"), ("0", "0.00")]
)
def test_an_amount_or_an_average_has_two_decimals(number: str, text: str) -> None:
    assert write_hundredths(Decimal(number)) == text


def test_points_that_are_not_there_are_said_not_to_be() -> None:
    assert write_verifiability(Verifiability()) == "不设分值"
