"""Whether values of all kinds meet their targets, and what is left open."""

from fractions import Fraction

import pytest
from hypothesis import given

from generator.score.values import read_value
from generator.score.values.comparing import Comparison, as_if_reached, compare, divide
from tests.score.values.cells import CELLS
from tests.score.values.notation import write_value
from tests.score.values.test_compounds import PRIZES


def compare_texts(target: str, actual: str) -> Comparison | None:
    return compare(read_value(target), read_value(actual), 2023)


STAFF = "党务干部140人、信息员65人"


@pytest.mark.parametrize(
    "actual",
    [
        STAFF,
        "信息员65人，党务干部140人",
        "党务干部150名；信息员65名",
        "140人、65人",
        "党务干部140、信息员65、专家3",
    ],
)
def test_a_compound_is_met_part_by_part(actual: str) -> None:
    comparison = compare_texts(STAFF, actual)
    assert comparison is not None
    assert comparison.met


def test_a_compound_with_one_short_part_is_short() -> None:
    comparison = compare_texts(STAFF, "党务干部140人、信息员60人")
    assert comparison is not None
    assert not comparison.met
    assert [pair.ratio for pair in comparison.pairs] == [1, Fraction(12, 13)]


@pytest.mark.parametrize(
    "actual",
    [
        "党务干部140人",
        "党务干部140人、专家65人",
        "党务干部140人、信息员65%",
        "140人",
        "205人",
        "党务干部70人、党务干部70人、信息员65人",
        "140人、60人、5人",
    ],
)
def test_a_compound_with_a_part_left_open_is_left_open(actual: str) -> None:
    assert compare_texts(STAFF, actual) is None


@pytest.mark.parametrize(
    ("target", "actual"), [("140人、60人、5人", "140人、65人"), ("140人、65人", "140人、60人、5人")]
)
def test_parts_without_names_are_matched_only_where_there_are_as_many(target: str, actual: str) -> None:
    assert compare_texts(target, actual) is None


def test_parts_of_one_name_are_matched_in_their_order() -> None:
    repeated, lacking = (
        compare_texts(PRIZES, PRIZES),
        compare_texts(PRIZES, PRIZES.replace("二等奖20名", "二等奖19名")),
    )
    assert repeated is not None
    assert repeated.met
    assert lacking is not None
    assert [pair.met for pair in lacking.pairs].index(False) == 4


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("规范", "规范"),
        ("规范", "100%"),
        ("100%", "按要求完成"),
        ("", "100%"),
        ("/", "/"),
        ("83个", "83%"),
        ("9月前", "30天"),
        ("9月前", "按月发放"),
        (STAFF, "规范"),
    ],
)
def test_what_cannot_be_compared_is_left_open(target: str, actual: str) -> None:
    assert compare_texts(target, actual) is None


@pytest.mark.parametrize(
    ("target", "actual", "is_met"),
    [
        ("≥3次", "完成3次，参加人数120人", True),
        ("≥3次", "120人，3次", True),
        ("≥3次", "完成2次，参加人数120人", False),
        ("≥3次", "上半年3次，下半年3次", False),
        ("≥3次", "3场，120人", False),
        ("≤3次", "2次，120人", False),  # a part may not be all of what is bounded
    ],
)
def test_one_part_of_several_is_held_against_a_quantity_only_where_it_is_enough(
    target: str, actual: str, is_met: bool
) -> None:
    comparison = compare_texts(target, actual)
    assert (comparison is not None) == is_met
    assert comparison is None or comparison.met


def test_dates_have_no_pairs() -> None:
    assert compare_texts("9月前", "8月") == Comparison(met=True)
    assert compare_texts("按月发放", "每月发放") == Comparison(met=True)


def test_a_frequency_has_one_pair() -> None:
    comparison = compare_texts("2次/年", "1次")
    assert comparison is not None
    assert [pair.ratio for pair in comparison.pairs] == [Fraction(1, 2)]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("≥60%", "100%", Fraction(3, 5)),
        ("5万", "≤50000", 1),
        ("60个", "0个", None),
        ("60个", "60%", None),
        ("规范", "1", None),
        ("3-5次", "2次", None),
    ],
)
def test_dividing_does_not_look_at_signs(one: str, other: str, ratio: Fraction | None) -> None:
    assert divide(read_value(one), read_value(other)) == ratio


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥83个", "83 个"),
        ("甲≥1人、乙≤2人", "1 人 [甲] + 2 人 [乙]"),
        ("规范", "words"),
        ("9月前", "before 09"),
    ],
)
def test_a_target_as_if_it_were_reached_bears_no_sign(text: str, expected: str) -> None:
    assert write_value(as_if_reached(read_value(text))) == expected


@given(CELLS, CELLS)
def test_any_two_texts_can_be_held_against_each_other(target: str, actual: str) -> None:
    comparison = compare_texts(target, actual)
    assert (
        comparison is None
        or comparison.met == all(pair.met for pair in comparison.pairs)
        or not comparison.pairs
    )
    divide(read_value(target), read_value(actual))


@given(CELLS)
def test_a_value_never_falls_short_of_itself(text: str) -> None:
    comparison = compare_texts(text, text)
    assert comparison is None or comparison.met


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        # forms of 四川 and others print ranges without their unit, dashes twice, and changes by their number alone
        ("6-9", "7", True),
        ("6-9", "9", True),
        ("6-9", "6-9", True),
        ("6~9", "8", True),
        ("6-9", "10", None),
        ("2021年1月--12月", "2021年12月", True),
        ("2021年1月——12月", "2021年12月", True),
        ("2021--06-30", "2021-06-30", True),
        ("2021-06--30", "2021-07-01", False),
        ("提高5%", "5.2%", True),
        ("提高5%", "4%", False),
        ("提高5%", "95%", None),
        ("降低10%", "12%", True),
        ("降低10%", "9%", False),
        ("降低10%", "2%", None),
        ("降低10%", "提高12%", None),
        ("提高5%", "5.2个", None),
    ],
)
def test_what_real_forms_print_of_ranges_dates_and_changes(
    target: str, actual: str, met: bool | None
) -> None:
    comparison = compare_texts(target, actual)
    assert (comparison and comparison.met) == met


def test_the_more_something_falls_the_better_also_where_less_of_it_is_better() -> None:
    comparison = compare(read_value("降低10%"), read_value("降低12%"), 2023, either_way=True)
    assert comparison is not None
    assert comparison.met
    assert compare(read_value("增长10%"), read_value("增长12%"), 2023, either_way=True) is None


@pytest.mark.parametrize("text", ["2022-2023", "9-6", "0-5", "1-2-3", "2023-12", "1.5-2"])
def test_two_bare_numbers_that_are_no_range(text: str) -> None:
    assert getattr(read_value(text), "upper", None) is None
