"""Text of content on a terminal, and in JSON."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.printable import make_printable, write_json

HOSTILE = [
    ("\x1b[31m红\x1b[0m", "�[31m红�[0m"),
    ("\x9b31m红", "�31m红"),
    ("第一行\n第二行\t末", "第一行 第二行 末"),
    ("甲\r\x08乙", "甲 �乙"),
    ("\u202e倒\u2066", "�倒�"),
    ("零\u200b宽", "零�宽"),
    ("全\u3000角", "全 角"),
    ("::error::甲", "：：error::甲"),
    ("\u3000 ::stop-commands::甲", "  ：：stop-commands::甲"),
    ("\n::add-mask::甲", " ：：add-mask::甲"),
    (":::甲", "：：:甲"),
    ("甲##[error]乙", "甲＃＃[error]乙"),
    ("###[group]", "#＃＃[group]"),
    ("##vso[task.setvariable variable=a]", "＃＃vso[task.setvariable variable=a]"),
    (" ##teamcity[buildStatus]", " ＃＃teamcity[buildStatus]"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_what_a_terminal_would_obey_is_shown_as_harmless(text: str, shown: str) -> None:
    assert make_printable(text) == shown


@given(st.text())
def test_any_text_becomes_one_printable_line_of_the_same_length(text: str) -> None:
    shown = make_printable(text)
    assert shown.isprintable()
    assert len(shown) == len(text)


RUNNERS = re.compile(r"^\s*::|##\w*\[")
"""What the runners of code hosts obey in the output of a job."""


@given(
    st.lists(
        st.sampled_from(["::", ":", "##", "#", "[", "vso", " ", "\n", "\r", "\u3000", "\x85", "甲"])
    ).map("".join)
)
def test_no_line_speaks_to_a_runner(text: str) -> None:
    assert not RUNNERS.search(make_printable(text))
    assert not any(map(RUNNERS.search, write_json({text: [text]}).splitlines()))


@given(st.text(st.characters(exclude_categories=["C", "Z"])).filter(lambda text: not RUNNERS.search(text)))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert make_printable(text) == text


def test_json_keeps_chinese_and_ends_with_a_line() -> None:
    assert write_json({"名": ["值"]}) == '{\n  "名": [\n    "值"\n  ]\n}\n'


@given(st.recursive(st.text() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_says_what_it_was_given(document: object) -> None:
    assert json.loads(write_json(document)) == document


@pytest.mark.parametrize("char", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2028", "\ufeff"])
def test_json_holds_nothing_that_a_terminal_would_obey(char: str) -> None:
    assert f"\\u{ord(char):04x}" in write_json([char])
    assert char not in write_json([char])
