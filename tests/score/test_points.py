"""Rounding once, and accepting claims."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.score.points import accept_claim, round_points, say_claim
from tests.score.samples import make_profile


@pytest.mark.parametrize(
    ("points", "rounded"),
    [
        (Fraction("30.015") / 3, "10.01"),
        (Fraction("9.0555"), "9.06"),
        (Fraction("0.004"), "0"),
        (Fraction(1, 3), "0.33"),
    ],
)
def test_points_are_rounded_half_up_from_the_exact_value(points: Fraction, rounded: str) -> None:
    assert round_points(points, make_profile()) == Decimal(rounded)


@pytest.mark.parametrize(
    ("mode", "step", "rounded"), [("down", "0.01", "3.33"), ("up", "0.01", "3.34"), ("half-up", "0.5", "3.5")]
)
def test_points_are_rounded_as_the_profile_says(mode: str, step: str, rounded: str) -> None:
    profile = make_profile(score_rounding={"mode": mode, "step": Decimal(step)})
    assert round_points(Fraction(10, 3), profile) == Decimal(rounded)


@pytest.mark.parametrize(
    ("claimed", "computed", "accepted"),
    [(None, 8, 8), (None, None, None), (9, 8, 8), (7, 8, 7), (-1, 8, 0), (9, None, 8)],
)
def test_no_more_is_accepted_than_claimed_or_allowed_nor_less_than_nothing(
    claimed: int | None, computed: int | None, accepted: int | None
) -> None:
    numbers = [None if number is None else Decimal(number) for number in (claimed, computed)]
    assert accept_claim(numbers[0], Decimal(8), numbers[1]) == accepted


def test_a_claim_that_is_the_computed_score_needs_no_word() -> None:
    assert say_claim(Decimal(8), Decimal(8), Decimal("8.00")) == "。"
    assert say_claim(None, Decimal(8), Decimal(8)) == "。"
