"""Quoted text reads as itself and as nothing else, in every place where a comment has it."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.report.quoting import quote, quote_in_html

RENDER = MarkdownIt("commonmark", {"html": True}).enable("table").render

TRICKS = [
    *(
        "`",
        "``",
        "a`b",
        "`a",
        "a`",
        "\\",
        "a\\",
        "\\`",
        "|",
        "a|b",
        "\\|",
        "a\\|b",
        " ",
        "\n",
        "a\n\n<b>",
        "\r|\r\n",
        "",
        "　",
    ),
    *(
        "<script>",
        "</code>",
        "<!-- jixiao -->",
        "<24小时",
        "<a href='x'>",
        "&lt;",
        "&#64;a",
        "](x)",
        "![x](y)",
        "[x]: y",
    ),
    *(
        "@all",
        "#12",
        "GH-1",
        "http://x.cn",
        "www.x.cn",
        "a@x.cn",
        "\u202eabc",
        "\u200b",
        "\x00",
        "\x1b[31m",
        "\ud800",
        "$`a`$",
    ),
    *(
        "---",
        "# a",
        "- a",
        "1. a",
        "    a",
        "> a",
        "```\na\n```",
        "~~~",
        "/close",
        "*a*",
        "_a_",
        "~~a~~",
        ":tada:",
    ),
]

TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(TRICKS), max_size=4).map("".join))


def show(text: str) -> str:
    """What a reader is to see of a text, once the renderer's entities are undone."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("≥83个", "`≥83个`"),
        (" 甲\n\t乙　丙 ", "`甲 乙 丙`"),
        ("", "（空）"),
        ("　\n", "（空）"),
        ("a`b|c@d", "`a｀b｜c＠d`"),
        ("<24小时", "`<24小时`"),
        ("<b><!--</b>", "`＜b>＜!--＜/b>`"),
        ("\u202e甲\u200b", "`�甲�`"),
        ("123456789", "`123456…`"),
        ("1234567", "`1234567`"),
    ],
)
def test_a_text_is_quoted(text: str, quoted: str) -> None:
    assert quote(text, 7 if text[:1].isdigit() else 99) == quoted


def test_html_is_quoted_as_html() -> None:
    assert quote_in_html('a & "b" <24 `c`', 99) == "<code>a &amp; &quot;b&quot; &lt;24 ｀c｀</code>"


@given(TEXTS)
def test_a_quoted_text_stays_in_the_cell_of_its_table(text: str) -> None:
    html = RENDER(f"| 甲 | 乙 |\n| --- | --- |\n| {quote(text, 99)} | 末 |\n\n后\n")
    (cell,) = re.findall(
        r"<tbody>\n<tr>\n<td>(.*)</td>\n<td>末</td>\n</tr>\n</tbody>\n</table>\n<p>后</p>\n", html
    )
    assert re.fullmatch("<code>[^<>]*</code>|（空）", cell)


@given(TEXTS)
def test_a_quoted_text_stays_in_the_item_of_its_list(text: str) -> None:
    html = RENDER(f"- {quote(text, 99)}：{quote(text, 99)} → 末\n")
    assert re.fullmatch(
        r"<ul>\n<li>(<code>[^<>]*</code>|（空）)：(<code>[^<>]*</code>|（空）) → 末</li>\n</ul>\n", html
    )


@given(TEXTS)
def test_a_quoted_text_stays_in_the_html_around_it(text: str) -> None:
    html = f"<details>\n<summary>{quote_in_html(text, 99)}</summary>\n\n后\n\n</details>\n"
    assert re.fullmatch(
        r"<details>\n<summary><code>[^<>]*</code></summary>\n<p>后</p>\n</details>\n", RENDER(html)
    )


@given(TEXTS)
@example("\u2028a\u2029b\x85c")
def test_nothing_that_cannot_be_seen_is_left(text: str) -> None:
    assert all(char == " " or char.isprintable() for char in quote(text, 99))
    assert not {unicodedata.bidirectional(char) for char in quote(text, 99)} & {
        "RLO",
        "LRO",
        "RLE",
        "LRE",
        "RLI",
        "LRI",
    }


@given(TEXTS)
def test_what_code_hosts_look_for_in_raw_text_is_not_there(text: str) -> None:
    quoted = quote(text, 99)
    assert "@" not in quoted
    assert "<!--" not in quoted
    assert quoted.count("`") in (0, 2)


@given(st.text(max_size=300), st.integers(2, 50))
def test_a_quoted_text_is_no_longer_than_it_may_be(text: str, longest: int) -> None:
    assert len(quote(text, longest)) <= longest + 2


@given(st.text(st.characters(categories=["L", "N", "P"], exclude_characters="`|@<"), min_size=1, max_size=40))
def test_a_plain_text_reads_as_it_is_written(text: str) -> None:
    assert show(RENDER(quote(text, 99))) == f"<p><code>{text}</code></p>\n"
