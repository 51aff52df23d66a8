"""Quantities that a sentence mentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("体检完成率85.8%，体检时间迟于部分企业", ["85.8%"]),
        ("完成 12 场活动、培训300人次", ["12场", "300人次"]),
        ("投入２.３８万元", ["2.38万元"]),
        ("完成率85.8%，比上年提高2个百分点", ["85.8%"]),
        ("同比增长5%", []),
        ("扣2分", []),
        ("低于目标3%", []),
        ("每人500元，共140人", ["140人"]),
        ("500元/人，共140人", ["140人"]),
        ("第3次会议", []),
        ("A4纸5箱", ["5箱"]),
        ("受疫情影响", []),
        ("", []),
    ],
)
def test_a_sentence_mentions_its_values_and_no_differences_or_rates(text: str, mentioned: list[str]) -> None:
    assert [one.shown for one in find_mentions(text)] == mentioned


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    list(find_mentions(text))
