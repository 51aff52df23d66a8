"""Numbers in Chinese numerals and with separators."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.score.values.numerals import MAX_DIGITS, NUMBER, parse_chinese, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一千二百三十四", 1234),
        ("十万", 100_000),
        ("三万五千", 35_000),
        ("两百", 200),
    ],
)
def test_chinese_numerals(text: str, number: int) -> None:
    assert parse_chinese(text) == number


@pytest.mark.parametrize("text", ["", "一二", "十百", "百千", "万万", "五五十", "一万万"])
def test_what_is_no_well_formed_numeral_is_none(text: str) -> None:
    assert parse_chinese(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [("650,000", "650000"), ("1,234.50", "1234.50"), ("0.97", "0.97"), ("007", "7")]
)
def test_numbers_in_digits(text: str, number: str) -> None:
    match = NUMBER.fullmatch(text)
    assert match is not None
    assert parse_number(match[0]) == Decimal(number)


def test_a_number_of_too_many_digits_is_none() -> None:
    assert parse_number("9" * MAX_DIGITS) is not None
    assert parse_number("9" * (MAX_DIGITS + 1)) is None


@given(st.text(alphabet="零〇一二三四五六七八九十百千万两", max_size=20))
def test_any_numerals_are_a_number_or_none(text: str) -> None:
    number = parse_chinese(text)
    assert number is None or number >= 0
