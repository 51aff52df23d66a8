"""Cells that say nothing."""

import pytest

from generator.score.values.normalising import normalise_text
from generator.score.values.placeholders import says_nothing


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "—", "--", "……", "。", "*", "____", "（）", "%"),
        *("≥**人", "≥  个", "≥*%", "≥XX%", "xx%", "___%", "≥**万元", "≥**人/次", "培训XX人次", "X个", "≤"),
        *("20XX年XX月", "20**年", "年 月 日", "年月底前", "XX月底前"),
        *("#N/A", "#REF!", "#DIV/0!", "N/A", "n/a", "null", "None"),
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert says_nothing(normalise_text(text))


@pytest.mark.parametrize(
    "text", ["无", "0", "是", "规范……", "完成XX工程", "个", "人", "月", "不适用", "好", "A", "≥5个", "待定"]
)
def test_something_is_said(text: str) -> None:
    assert not says_nothing(normalise_text(text))
