"""Quantities whose number is spelled out."""

import pytest

from generator.score.values.chinese_numbers import read_spelled
from tests.score.values.notation import write_quantity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两次", "2 次"),
        ("完成三个", "3 个"),
        ("不少于两场", "≥2 场"),
        ("三批以上", "≥3 批"),
        ("一个月", "1 个月"),
        ("一周内", "≤1 周"),
        ("十万元", "100000 元"),
        ("九成", "0.9 share"),
        ("百分之百", "1 share"),
        ("百分之九十五以上", "≥0.95 share"),
        ("百分之九十点五", "0.905 share"),
        ("不超过千分之三", "≤0.003 share"),
        ("万分之一", "0.0001 share"),
    ],
)
def test_numbers_in_words(text: str, expected: str) -> None:
    quantity = read_spelled(text)
    assert quantity is not None
    assert write_quantity(quantity) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("零", "一", "十分", "一级", "一般", "一致", "一等奖", "一流", "几次", "数百人", "千方百计", "一片"),
        "不少于两次以上",
    ],
)
def test_words_with_a_numeral_in_them_stay_words(text: str) -> None:
    assert read_spelled(text) is None
