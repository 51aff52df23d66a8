"""Comments of hand-written pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.comments import OpenCommentError, take_out_comments


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("甲<!-- 乙 -->丙", "甲丙"),
        ("<!-- 许可\n证 -->\n# 甲", "\n\n# 甲"),
        ("甲 <!-- 一 --><!-- 二 --> 乙", "甲  乙"),
        ("<!---->", ""),
        ("<!-- 甲 <!-- 乙 --> 丙", " 丙"),
        ("<!-- ``` -->\n```\n<!-- 文 -->\n```", "\n```\n<!-- 文 -->\n```"),
        ("- 甲\n\n    <!-- 乙 -->", "- 甲\n\n    "),
        ("甲\n    <!-- 乙 -->", "甲\n    "),
        ("`甲\n\n<!-- 乙 -->`", "`甲\n\n`"),
        ("``甲`<!-- 乙 -->`", "``甲`<!-- 乙 -->`"),
        ("\\`<!-- 乙 -->`", "\\``"),
        ("```\n<!-- 乙 -->", "```\n"),
        ("``` 甲 <!-- 乙 -->\n\n```", "``` 甲 \n\n```"),
        ("\\<!-- 乙 -->", "\\"),
        ("1. 甲\n2. 乙\n\n丙\n\n    <!-- 文 -->", "1. 甲\n2. 乙\n\n丙\n\n    <!-- 文 -->"),
    ],
)
def test_comments_are_taken_out_and_lines_keep_their_numbers(text: str, rest: str) -> None:
    assert take_out_comments(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<!-- 文 -->\n```\n",
        "~~~\n<!-- 文\n~~~\n",
        "甲\n\n    <!-- 文 -->\n    再一行 <!-- 文 -->\n",
        "\t<!-- 文 -->",
        "写成 `<!-- 文 -->`。",
        "写成 ``<!-- ` -->``。",
        "甲 -->",
    ],
)
def test_code_and_plain_text_stay_as_they_are(text: str) -> None:
    assert take_out_comments(text) == text


@pytest.mark.parametrize(
    ("text", "at"),
    [("甲\n<!-- 乙", 2), ("<!--", 0), ("<!-->", 0), ("<!-- a --><!-- b", 10), ("`<!-- `<!--", 7)],
)
def test_a_comment_without_an_end_is_told(text: str, at: int) -> None:
    with pytest.raises(OpenCommentError) as told:
        take_out_comments(text)
    assert told.value.at == at


@given(
    st.lists(st.sampled_from([*"<!->`~\\ \n\t甲", "<!--", "-->", "```\n", "    "]), max_size=40).map("".join)
)
def test_nothing_but_comments_is_lost_and_no_line_moves(text: str) -> None:
    try:
        rest = take_out_comments(text)
    except OpenCommentError as told:
        text, rest = text[: told.at], take_out_comments(text[: told.at])
    assert rest.count("\n") == text.count("\n")
    remaining = iter(text)
    assert all(sign in remaining for sign in rest)
    assert rest == text or "<!--" in text
