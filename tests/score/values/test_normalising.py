"""One spelling for texts that people typed in many ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.score.values import normalise_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("＞＝９０％", "≥90%"),
        ("=>90", "≥90"),
        ("≥=90", "≥90"),
        ("≧90", "≥90"),
        ("⩾90", "≥90"),
        ("<=3", "≤3"),
        ("≦3", "≤3"),
        ("‹24小时", "<24小时"),
        ("〉90", ">90"),
        ("═100%", "=100%"),
        ("==100%", "=100%"),
        ("≥≥90", "≥90"),
        ("5 0\u3000％", "50%"),
        ("2.38\u00a0万元", "2.38万元"),
        ("建立\n健全", "建立健全"),
        ("规范。", "规范"),
        ("2023年1月—12月", "2023年1月-12月"),
        ("1～3次", "1~3次"),
        ("￥500", "¥500"),
        ("⽉", "月"),
        ("7×24小时", "7*24小时"),
    ],
)
def test_spellings_of_the_same_are_one(text: str, plain: str) -> None:
    assert normalise_text(text) == plain


def test_superscripts_stay_what_they_are() -> None:
    assert normalise_text("100m²") == "100m²"


@given(st.text(max_size=100))
def test_a_plain_spelling_is_plain_already(text: str) -> None:
    plain = normalise_text(text)
    assert normalise_text(plain) == plain
