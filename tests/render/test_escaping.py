"""Any text of a form shows as itself, whatever it means to Markdown, HTML, Jinja or YAML."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.render.escaping import bind_units, escape, finalize, tame_markdown
from generator.text.cleaning import join_line
from tests.render.hostile import TEXTS as HOSTILE_TEXTS
from tests.render.markup import convert, find_class, find_id, read_title, text_of

MEANINGFUL = list("<>&\"'`*_{}[]()#!|~^$\\+-.=:/\n\r\t 　0aA甲\x00\x02\x03\x1f\x7f\x85\xa0\u2028\u202e\ufffe")
TEXTS = st.text(st.one_of(st.sampled_from(MEANINGFUL), st.characters(codec="utf-8")), max_size=60)


def shown(text: str) -> str:
    """The text as a reader sees it: control signs as the replacement character, white space as one space."""
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    text = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    return " ".join(text.split())


def with_examples(test: Callable[[str], None]) -> Callable[[str], None]:
    """Have Hypothesis try every hostile text besides those that it finds itself."""
    for text in HOSTILE_TEXTS:
        test = example(text)(test)
    return test


@with_examples
@given(TEXTS)
def test_any_text_reads_as_itself_in_an_html_block(text: str) -> None:
    tree = convert(f'<table class="t"><tr><td>{escape(text)}</td></tr></table>\n\n<p class="after">后</p>\n')
    assert text_of(find_class(tree, "t")) == shown(text)
    assert [one.tag for one in tree.iter() if one.tag != "br"] == ["root", "table", "tr", "td", "p"]


@with_examples
@given(TEXTS)
def test_any_text_reads_as_itself_in_a_heading(text: str) -> None:
    tree = convert(f"# {escape(join_line(text))}甲 {{#top}}\n\n后文\n")
    heading = find_id(tree, "top")
    assert text_of(heading).removesuffix("¶") == shown(f"{join_line(text)}甲")
    assert {one.tag for one in tree.iter()} == {"root", "h1", "a", "p"}


@with_examples
@given(TEXTS)
def test_any_text_reads_as_itself_in_an_attribute(text: str) -> None:
    tree = convert(f'<p class="t" title="{escape(join_line(text))}">文</p>\n')
    assert find_class(tree, "t").attrib == {"class": "t", "title": shown(join_line(text))}


@with_examples
@given(TEXTS)
def test_any_text_reads_as_itself_in_a_title_of_front_matter(text: str) -> None:
    page = f'---\ntitle: "{escape(join_line(text))}甲"\n---\n正文\n'
    assert read_title(page) == shown(f"{join_line(text)}甲")


@with_examples
@given(TEXTS)
def test_escaped_text_holds_no_sign_that_means_anything(text: str) -> None:
    rest = re.sub(r"&#\d+;|<br>", "", escape(text))
    assert not re.search(r"[<>&\"'`*_{}\[\]()#!|~^$\\\x00-\x08\x0b-\x1f\x7f]", rest)


@pytest.mark.parametrize("text", ["90.56%", "2023-01-02", "829,000.00 元", "3.5～4", "≥83个"])
def test_numbers_and_dates_stay_readable_in_the_markdown(text: str) -> None:
    assert escape(text) == text


def test_what_is_printed_already_is_printed_as_it_is() -> None:
    assert finalize(Markup("<b>")) == "<b>"
    assert finalize("<b>") == "&#60;b&#62;"
    assert finalize(12) == "12"


def test_a_missing_value_never_reaches_a_page() -> None:
    with pytest.raises(TypeError):
        finalize(None)


def tame(text: str) -> str:
    """Tame hand-written Markdown on a site that has one page besides."""
    return tame_markdown(text, lambda target: target == "years/index.md")


@with_examples
@given(TEXTS)
def test_hand_written_markdown_makes_no_html_of_its_own(text: str) -> None:
    tree = convert(tame(text))
    tags = {one.tag for one in tree.iter()}
    assert not tags & {"script", "img", "iframe", "style", "object", "form", "input", "svg", "link", "meta"}


@with_examples
@given(TEXTS)
def test_hand_written_markdown_sets_no_attributes_but_those_of_its_links(text: str) -> None:
    attributes = {name for one in convert(tame(text)).iter() for name in one.attrib}
    assert attributes <= {"href", "title", "class", "id", "start", "style"}


@given(st.text(st.sampled_from("[]()<>: \n\tajvscriptdt&#x3Ahtp58;\\`*/."), max_size=40))
@example("[x](javascript:alert(1))")
@example("[x](JaVaScRiPt:alert(1))")
@example("[x](java\nscript:alert(1))")
@example("[x][y]\n\n[y]: javascript:alert(1)")
@example("[x][1]\n\n[1]: javascript:alert(1)")
@example("[1]\n\n[1]:\njavascript:alert(1)")
@example("<javascript:alert(1)>")
@example("[x](<javascript:alert(1)>)")
@example("[x](data:text/html,<script>alert(1)</script>)")
@example("[x](vbscript&colon;x)")
@example("[x](&#106;avascript&#58;x)")
@example("[x](//elsewhere.test)")
@example("[x](/etc)")
@example("[x](gone.md)")
@example('[x](gone.md "https://example.org/")')
@example("[x](https://example.org/)](gone.md)")
@example("[x](http://])")
@example("[x](https://[)")
@example("[x](https://\u2100.com)")
@example("[x](mailto://[)")
@example("[x](mailto://\u2100)")
@example("[x](https:///years/index.md)")
def test_links_of_hand_written_markdown_lead_to_the_web_or_to_a_page_that_is_there(text: str) -> None:
    for link in convert(tame(text)).iter("a"):
        address = link.get("href", "")
        assert re.match(r"https?://|mailto:|#|years/index\.md$", address), link.attrib
        urlsplit(address)  # as MkDocs does, which ends with what this raises


def test_a_link_that_leads_nowhere_reads_as_it_is_written() -> None:
    assert text_of(convert(tame("见[旧页](gone.md)。"))) == "见[旧页](gone.md)。"


def test_hand_written_markdown_keeps_its_own_marks() -> None:
    tree = convert(
        tame("## 小标题\n\n1. **粗**：注\n2. [年度](years/index.md)，见[网页](https://example.org/)\n")
    )
    assert [one.tag for one in tree.iter()] == ["root", "h2", "a", "ol", "li", "strong", "li", "a", "a"]
    assert [one.get("href") for one in tree.iter("a")][1:] == ["years/index.md", "https://example.org/"]


def test_hand_written_markdown_cannot_repeat_the_list_of_its_headings() -> None:
    tree = convert(tame("## 甲\n\n[TOC]\n\n[TOC]\n"))
    assert [one.tag for one in tree.iter()] == ["root", "h2", "a", "p", "p"]


def test_hand_written_text_keeps_its_colons() -> None:
    assert text_of(convert(tame("时间: 9:30，注意:"))) == "时间: 9:30，注意:"


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    assert bind_units("6 项中 3 项，得 98.21 分 cm") == "6\u00a0项中 3\u00a0项，得 98.21\u00a0分 cm"
