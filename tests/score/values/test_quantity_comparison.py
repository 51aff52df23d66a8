"""One quantity against another: what it counts, which way is better, whether it is met."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.model.value import Quantity
from generator.score.values import read_value
from generator.score.values.quantity_comparison import Pair, pair_quantities


def pair_texts(target: str, actual: str, either_way: bool = False) -> Pair | None:
    wanted, reached = read_value(target), read_value(actual)
    assert isinstance(wanted, Quantity)
    assert isinstance(reached, Quantity)
    return pair_quantities(wanted, reached, either_way)


def is_met(target: str, actual: str) -> bool | None:
    pair = pair_texts(target, actual)
    return None if pair is None else pair.met


@pytest.mark.parametrize(
    ("target", "below", "equal", "above"),
    [
        ("≥83个", False, True, True),
        (">83个", False, False, True),
        ("=83个", False, True, True),
        ("83个", False, True, True),
        ("≤83个", True, True, False),
        ("<83个", True, False, False),
    ],
)
def test_every_sign_knows_its_direction(target: str, below: bool, equal: bool, above: bool) -> None:
    assert [is_met(target, f"{number}个") for number in (82, 83, 84)] == [below, equal, above]


@pytest.mark.parametrize(
    "text", ["≥90%", ">90%", "=90%", "≤90%", "<24小时", "24小时", "45-50人", "≥-5%", "0起", "3级"]
)
def test_a_target_that_is_said_over_again_is_met(text: str) -> None:
    assert is_met(text, text) is True


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("≥90%", ">=92%", True),
        ("≥90%", "≥85%", False),
        ("≤3天", "≤2天", True),
        ("<24小时", "<20小时", True),
        ("≥90%", "=92%", True),
    ],
)
def test_a_repeated_sign_means_the_number(target: str, actual: str, met: bool) -> None:
    assert is_met(target, actual) is met


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥100人", "超过100人"),
        ("100人", "100人以上"),
        ("≥100人", "120余人"),
        ("≤5天", "<5天"),
        ("<5天", "3天内"),
    ],
)
def test_a_bound_on_the_right_side_meets_a_target(target: str, actual: str) -> None:
    assert is_met(target, actual) is True


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥130人", "120余人"),
        ("100%", "≥95%"),
        ("≥100人", "不足100人"),
        ("≤3天", "超过2天"),
        (">100人", "≥100人"),
    ],
)
def test_a_bound_that_leaves_it_open_is_not_compared(target: str, actual: str) -> None:
    assert pair_texts(target, actual) is None


@pytest.mark.parametrize("target", ["≥2级", "2级以上", "≤2级"])
def test_of_ranks_no_sign_tells_which_is_better(target: str) -> None:
    assert is_met(target, "2级") is True
    assert [is_met(target, actual) for actual in ("1级", "3级")] == [None, None]


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("较上年提高2个百分点", "提高2.5个百分点", True),
        ("同比增长≥5%", "增加4%", False),
        ("比去年同期下降5%", "下降6%", True),
        ("增长5%", "下降6%", None),
        ("增长5%", "6%", True),
        ("增长5%", "80%", None),  # may be what the rate itself came to
        ("增长率≥5%", "6%", True),
        ("增幅≥5%", "4%", False),
        ("≥5%", "增长率6%", None),
        ("环比增长5%", "增长6%", None),
    ],
)
def test_a_change_may_be_told_in_other_words(target: str, actual: str, met: bool | None) -> None:
    assert is_met(target, actual) is met


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("≤550元/人次", "500元", True),
        ("≤0.05万元/人", "500元", True),
        ("200元/人", "200元", True),
        ("≤550元/人次", "600元", None),
        ("≥200元/人", "20000元", None),
        ("≤550元/人次", "500元/天", None),
        ("≤550元/人次", "500个", None),
        ("≤5个工作日", "3天", True),
        ("≤5个工作日", "72小时", True),
        ("≤5个工作日", "6天", None),
        ("≤15天", "10个工作日", None),
        ("≤1个月", "25天", True),
        ("≤1个月", "30天", None),
        ("≤1个季度", "80天", True),
        ("≥1个月", "40天", None),
        ("≥1个月", "28天", None),
    ],
)
def test_units_that_fit_loosely_are_compared_where_it_makes_no_difference(
    target: str, actual: str, met: bool | None
) -> None:
    assert is_met(target, actual) is met


@pytest.mark.parametrize("target", ["24小时", "=24小时", "30天", "3级", "-5%"])
def test_without_a_sign_nobody_knows_which_duration_or_rank_is_better(target: str) -> None:
    assert pair_texts(target, target) is not None
    for actual in ("20小时", "40天", "2级", "-3%"):
        assert pair_texts(target, actual) is None


def test_without_a_sign_nobody_knows_which_cost_is_better() -> None:
    assert pair_texts("90万元", "88万元", either_way=True) is None
    for target in ("90万元", "≤90万元"):
        pair = pair_texts(target, "90万元", either_way=True)
        assert pair is not None
        assert pair.met


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("0起", "0起", True),
        ("0起", "0", True),
        ("0起", "2起", False),
        ("=0", "1", False),
        ("≤0起", "0起", True),
        ("≥0起", "2起", True),
    ],
)
def test_zero_is_wanted_of_what_should_not_happen(target: str, actual: str, met: bool) -> None:
    assert is_met(target, actual) is met


def test_zero_is_a_bound_even_where_it_is_said_over_again() -> None:
    pair = pair_texts("0起", "0起")
    assert pair is not None
    assert pair.reverse


def test_a_number_within_a_range_meets_it_and_outside_nobody_knows() -> None:
    assert [is_met("45-50人", f"{number}人") for number in (44, 45, 48, 50, 51)] == [
        None,
        True,
        True,
        True,
        None,
    ]
    assert pair_texts("45-50人", "46-48人") is None
    assert pair_texts("≥45人", "46-48人") is None


@pytest.mark.parametrize(
    ("target", "actual"),
    [("满意度≥90%", "92%"), ("≥90%", "满意度92%"), ("≥83个站点", "83个"), ("下降5%", "下降6%")],
)
def test_a_name_may_be_left_out(target: str, actual: str) -> None:
    assert is_met(target, actual) is True


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("下降5%", "上升6%"),
        ("下降5%", "60%"),
        ("≥5%", "下降6%"),
        ("≤100万元", "节约5万元"),
        ("≤100万元", "节约额5万元"),
        ("0起投诉", "0起事故"),
        ("合格率≥90%", "满意度95%"),
    ],
)
def test_another_name_counts_another_thing(target: str, actual: str) -> None:
    assert pair_texts(target, actual) is None


@pytest.mark.parametrize(
    ("target", "actual", "ratio"),
    [
        ("≥3个", "1个", Fraction(1, 3)),
        ("≥5万", "48000", Fraction(24, 25)),
        ("≤3天", "4天", Fraction(4, 3)),
        ("0起", "2起", None),
        ("3-10次", "9次", None),
        ("≥-5%", "-3%", None),
    ],
)
def test_ratios_are_exact(target: str, actual: str, ratio: Fraction | None) -> None:
    pair = pair_texts(target, actual)
    assert pair is not None
    assert pair.ratio == ratio


@pytest.mark.parametrize(
    ("target", "actual", "exceeds"),
    [
        ("≥10个", "13个", False),
        ("≥10个", "13.000000001个", True),
        ("≥5万", "65000.1", True),
        ("0起", "0起", False),
        ("3-10次", "9次", False),
    ],
)
def test_a_multiple_of_the_target_is_exceeded_by_any_more(target: str, actual: str, exceeds: bool) -> None:
    pair = pair_texts(target, actual)
    assert pair is not None
    assert pair.exceeds(Decimal("1.3")) is exceeds


def test_a_missed_target_below_zero_is_not_compared() -> None:
    assert pair_texts("≥-5%", "-6%") is None
    assert pair_texts("≤-5%", "-3%") is None
