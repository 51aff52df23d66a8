"""Scoring rules as data."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.profile import Rounding, RoundingMode

CENT = Decimal("0.01")
NUMBERS = st.decimals(-10_000, 10_000, places=6)


def make_rounding(mode: RoundingMode, step: Decimal = CENT) -> Rounding:
    return Rounding(step=step, mode=mode, basis="无")


@pytest.mark.parametrize(
    ("mode", "number", "rounded"),
    [
        (RoundingMode.HALF_UP, "9.055", "9.06"),
        (RoundingMode.HALF_UP, "9.0549", "9.05"),
        (RoundingMode.HALF_UP, "-9.055", "-9.06"),
        (RoundingMode.UP, "90.5501", "90.56"),
        (RoundingMode.UP, "90.55", "90.55"),
        (RoundingMode.DOWN, "90.5599", "90.55"),
    ],
)
def test_each_mode_rounds_as_it_says(mode: RoundingMode, number: str, rounded: str) -> None:
    assert make_rounding(mode).apply(Decimal(number)) == Decimal(rounded)


@given(
    NUMBERS, st.sampled_from(RoundingMode), st.sampled_from([CENT, Decimal("0.5"), Decimal(1), Decimal(5)])
)
def test_what_is_rounded_lies_on_a_step_and_near(number: Decimal, mode: RoundingMode, step: Decimal) -> None:
    rounded = make_rounding(mode, step).apply(number)
    assert rounded % step == 0
    assert abs(rounded - number) < step
    assert make_rounding(mode, step).apply(rounded) == rounded


def test_every_way_to_round_has_a_word_of_its_own() -> None:
    assert len({mode.word for mode in RoundingMode}) == len(RoundingMode)
