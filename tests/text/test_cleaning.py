"""Texts as data and pages take them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.text.cleaning import clean_text, join_line

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_clean_text_holds_no_control_sign_but_tabs_and_line_ends(text: str) -> None:
    clean = clean_text(text)
    assert all(sign in "\t\n" or ord(sign) >= 32 for sign in clean)
    assert clean.encode() == clean.encode("utf-8", "replace")
    assert clean_text(clean) == clean


def test_text_that_is_fit_stays_as_it_is_and_other_signs_leave_a_mark() -> None:
    assert clean_text("甲　乙\t“丙” 👍") == "甲　乙\t“丙” 👍"
    assert clean_text("a\r\nb\rc\x0bd\u2028e") == "a\nb\nc\nd\ne"
    assert clean_text("a\0b\x1b\ud800\uffff") == "a\ufffdb\ufffd\ufffd\ufffd"


def test_a_line_holds_no_line_end_and_no_blank_at_its_ends() -> None:
    assert join_line(" 甲\n  乙\t丙　") == "甲 乙 丙"
