"""Dates against deadlines, and frequencies against one another and against counts."""

from fractions import Fraction

import pytest

from generator.model.value import Deadline, Quantity
from generator.score.values import read_value
from generator.score.values.deadline_comparison import (
    count_in_year,
    keeps_rhythm,
    meets_deadline,
    pair_frequencies,
    pair_with_count,
    put_on_last_day,
)


def read(text: str) -> Deadline:
    deadline = read_value(text)
    assert isinstance(deadline, Deadline)
    return deadline


def is_kept(target: str, actual: str, year: int | None = 2023) -> bool | None:
    return meets_deadline(read(target), read(actual), year)


@pytest.mark.parametrize(
    ("target", "kept", "late", "unknown"),
    [
        ("9月前", "8月 8月31日 9月前 8月底前 2023年8月 2022年", "9月 9月1日 10月 年底 2024年1月", "12月前"),
        ("12月底前", "12月31日 12月 2023年12月 12月底 第四季度 年底前", "2024年1月", ""),
        ("9月10日前", "9月10日 9月1日 9月上旬", "9月11日 9月中旬", "9月 第三季度 9月底前"),
        ("2021年底", "2021年12月20日 2021年12月 12月20日", "2022年1月", ""),
        ("2021年12月31日", "2021年12月31日 2021年12月 2021年", "2022年1月1日", ""),
        ("第四季度", "11月 9月 12月31日", "2024年1月", ""),
        ("上半年", "6月 上半年", "7月1日 下半年", "年内"),
        (
            "2023年1月-12月",
            "12月 2023年12月20日 1-12月 2023年1月1日-2023年12月",
            "2024年1月",
            "2023年3月-12月",
        ),
        ("9月底前", "3月-9月", "3月-10月", ""),
        ("9月1日", "", "3月-10月", "3月-9月"),  # it may have ended on the first of September
        ("9月前", "3月-8月", "3月-9月", ""),
        ("12月10日前", "1月1日-12月10日", "1月1日-12月20日", "1月-12月"),
    ],
)
def test_dates_against_deadlines(target: str, kept: str, late: str, unknown: str) -> None:
    assert [text for text in kept.split() if is_kept(target, text) is not True] == []
    assert [text for text in late.split() if is_kept(target, text) is not False] == []
    assert [text for text in unknown.split() if is_kept(target, text) is not None] == []


def test_a_date_without_a_year_is_of_the_other_side_or_of_the_form() -> None:
    assert is_kept("2021年12月31日", "12月20日", year=2023) is True
    assert is_kept("12月底前", "2024年3月", year=2023) is False
    assert is_kept("12月底前", "2024年3月", year=2024) is True
    assert is_kept("12月底前", "2024年3月", year=None) is None
    assert is_kept("12月底前", "3月", year=None) is True


@pytest.mark.parametrize(
    ("target", "actual", "kept"),
    [
        ("按月发放", "每月发放", True),
        ("按月发放", "1次/月", True),
        ("按月发放", "0次/月", None),
        ("按月发放", "按季发放", None),
        ("1次/月", "按月发放", True),
        ("2次/月", "按月发放", None),
        ("每月10日前发放", "每月8日", True),
        ("每月10日前发放", "每月12日", False),
        ("每月10日前发放", "按月发放", None),
        ("按月发放", "9月", None),
    ],
)
def test_rhythms(target: str, actual: str, kept: bool | None) -> None:
    assert keeps_rhythm(read(target), read(actual)) is kept


@pytest.mark.parametrize(
    ("target", "actual", "ratio"),
    [
        ("2次/周", "1次/周", Fraction(1, 2)),
        ("1次/月", "1次/季", Fraction(1, 3)),
        ("≥4次/年", "1次/季", Fraction(1)),
        ("1次/半年", "3次/年", Fraction(3, 2)),
    ],
)
def test_frequencies_are_held_against_each_other_over_a_year(
    target: str, actual: str, ratio: Fraction
) -> None:
    pair = pair_frequencies(read(target), read(actual))
    assert pair is not None
    assert (pair.ratio, pair.met) == (ratio, ratio >= 1)


def test_a_week_is_no_whole_part_of_a_year() -> None:
    assert pair_frequencies(read("1次/周"), read("1次/月")) is None
    assert count_in_year(read("1次/周")) is None


def met_by_count(target: str, actual: str) -> bool | None:
    one, other = read_value(target), read_value(actual)
    assert isinstance(one, Deadline | Quantity)
    assert isinstance(other, Deadline | Quantity)
    pair = pair_with_count(one, other)
    return None if pair is None else pair.met


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("≥4次/年", "4次", True),
        ("≥4次/年", "4", True),
        ("≥4次/年", "3次", False),
        ("1次/月", "12次", True),
        ("1次/月", "10次", None),
        ("1次/月", "1次", None),
        ("4次", "1次/季度", True),
        ("≥5次", "1次/季度", False),
        ("≥4次/年", "4个", None),
        ("按月发放", "12次", None),
        ("12次", "按月发放", None),
        ("9月前", "8", None),
    ],
)
def test_a_form_counts_one_year(target: str, actual: str, met: bool | None) -> None:
    assert met_by_count(target, actual) is met


def test_a_deadline_put_on_its_last_day_is_not_earlier() -> None:
    later, earlier = read("12月前"), read("9月前")
    assert meets_deadline(earlier, put_on_last_day(later), 2023) is False
    assert meets_deadline(later, put_on_last_day(earlier), 2023) is True
