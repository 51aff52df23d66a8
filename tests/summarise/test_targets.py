"""How targets lie that are numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.overview import Spread
from generator.model.value import Sign
from generator.score.values import read_value
from generator.summarise.targets import find_spread


def spread(*texts: str) -> Spread | None:
    return find_spread([read_value(text) for text in texts])


def test_shares_have_a_median_and_a_range() -> None:
    assert spread("≥90%", "≥95%", "=100%") == Spread(
        3, Sign.AT_LEAST, "", True, Decimal("0.90"), Decimal("0.95"), Decimal("1.00")
    )


def test_amounts_are_compared_in_one_unit() -> None:
    found = spread("≤5万元", "≤3000元")
    assert found is not None
    assert [found.low, found.median, found.high] == [3000, 26500, 50000]
    assert found.unit == "元"


@pytest.mark.parametrize("texts", [("规范",), ("规范", "规范", "≥90%"), ("9月前",), ("",), ()])
def test_words_have_no_spread(texts: tuple[str, ...]) -> None:
    assert spread(*texts) is None


def test_targets_that_were_not_set_do_not_outvote_the_others() -> None:
    assert spread("", "", "", "≥90%") is not None


def test_a_range_is_no_single_number() -> None:
    assert spread("3-5次") is None


@pytest.mark.parametrize(("many", "few"), [("册", "次"), ("次", "册")])
def test_numbers_of_different_units_are_not_thrown_together(many: str, few: str) -> None:
    found = spread(f"≥10{many}", f"≥20{many}", f"≥3{few}", f"≥30{few}", f"≥15{many}")
    assert found == Spread(3, Sign.AT_LEAST, many, False, Decimal(10), Decimal(15), Decimal(20))


def test_half_of_what_was_set_is_enough() -> None:
    assert spread("规范", "≥90%") is not None


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1))
def test_the_median_lies_between_both_ends(numbers: list[Decimal]) -> None:
    found = spread(*(f"≥{number}册" for number in numbers))
    assert found is not None
    assert min(numbers) == found.low <= found.median <= found.high == max(numbers)
