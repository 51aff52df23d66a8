"""Two quantities in one unit, and bare numbers that borrow the unit of the other side."""

import pytest

from generator.model.value import Quantity
from generator.score.values import read_value
from generator.score.values.conversion import align


def align_texts(target: str, actual: str) -> tuple[Quantity, Quantity] | None:
    wanted, reached = read_value(target), read_value(actual)
    assert isinstance(wanted, Quantity)
    assert isinstance(reached, Quantity)
    return align(wanted, reached)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("5万", "50000"),
        ("5万元", "50000元"),
        ("100%", "1"),
        ("1", "100%"),
        ("90%", "0.9比例"),
        ("1小时", "60分钟"),
        ("1年", "12个月"),
        ("83个", "83"),
        ("83", "83个"),
        ("90", "90%"),
        ("0.97比例", "97"),
        ("0.97比例", "0.97"),
        ("≤90万元", "90"),
        ("≤90万元", "900000"),
        ("5‰", "5"),
        ("1%", "1"),
        ("620万/月", "620万元/月"),
        ("400元/人、天", "400"),
        ("5亿元", "50000万元"),
    ],
)
def test_both_sides_are_the_same_number(target: str, actual: str) -> None:
    aligned = align_texts(target, actual)
    assert aligned is not None
    assert aligned[0].number == aligned[1].number


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("83个", "83%"),
        ("10家", "10人"),
        ("100人", "100人次"),
        ("3天", "3个工作日"),
        ("100元/人", "100元"),
        ("90%", "5万"),
    ],
)
def test_units_of_different_things_do_not_fit(target: str, actual: str) -> None:
    assert align_texts(target, actual) is None


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≤5%", "0.5"), ("10%", "1"), ("100%", "1.2"), ("90%", "8"), ("5万人", "300"), ("5万人", "4000")],
)
def test_a_bare_number_that_may_mean_two_things_or_none_is_not_guessed(target: str, actual: str) -> None:
    assert align_texts(target, actual) is None


@pytest.mark.parametrize(
    ("target", "actual"), [("83个", "3"), ("83个", "9000"), ("90%", "0"), ("0%", "2"), ("0起", "7")]
)
def test_a_bare_number_beside_a_plain_unit_or_zero_has_one_meaning(target: str, actual: str) -> None:
    assert align_texts(target, actual) is not None


@pytest.mark.parametrize(
    ("target", "actual", "shown"),
    [
        ("≤90万元", "88", "88万元"),
        ("≤90万元", "880000", "880000元"),
        ("5万", "48000", "48000"),
        ("90%", "88", "88%"),
        ("100%", "1", "1"),
        ("83个站点", "80", "80个"),
    ],
)
def test_a_borrowed_unit_is_shown(target: str, actual: str, shown: str) -> None:
    aligned = align_texts(target, actual)
    assert aligned is not None
    assert aligned[1].shown == shown


def test_a_range_is_brought_to_the_unit_at_both_ends() -> None:
    aligned = align_texts("1-2小时", "90分钟")
    assert aligned is not None
    assert [aligned[0].number, aligned[0].upper, aligned[1].number] == [3600, 7200, 5400]
