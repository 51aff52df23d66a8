"""Terms that lead to the glossary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.corpus import TextPage
from generator.render.glossary import GLOSSARY, Glossary, Term, name_anchor, read_glossary
from tests.inline import CONTENT
from tests.render.hostile import TEXTS
from tests.render.markup import convert, parse, text_of

REAL = (CONTENT / "pages/glossary.md").read_text(encoding="utf-8")
ROOT = Markup("../")


def read(text: str) -> Glossary:
    return read_glossary([TextPage("about", "## 别的\n\n别的。"), TextPage(GLOSSARY, text)])


def test_every_term_leads_to_a_heading_of_the_glossary() -> None:
    headings = {one.get("id") for one in convert(REAL).iter("h2")}
    anchors = {term.anchor for term in read(REAL).terms.values()}
    assert anchors == headings


@given(st.text(st.sampled_from("甲乙 、-A1（）。&Ａ"), min_size=1))
def test_anchors_are_those_that_markdown_gives(heading: str) -> None:
    (made,) = convert(f"# 甲{heading}\n").iter("h1")
    assert made.get("id") == name_anchor(f"甲{heading}".strip())


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("分值", "一项最多能得几分。"),
        ("全年预算数", "全年预算数是年中调整以后的钱数，没有调整的与年初相同。"),
        ("实施单位", "实施单位具体花钱办事，填写自评表。"),
        ("预算执行率", "全年执行数除以全年预算数。"),
    ],
)
def test_a_term_is_explained_by_the_sentence_that_has_it(name: str, meaning: str) -> None:
    assert read(REAL).terms[name].meaning == meaning


def test_a_heading_of_several_terms_is_none_itself() -> None:
    assert set(read("## 甲和乙\n\n**甲**是一。**乙**是二。\n").terms) == {"甲", "乙"}


def test_without_a_glossary_there_are_no_terms() -> None:
    assert read_glossary([TextPage("about", "## 甲\n\n一。")]).terms == {}
    assert read("## 甲\n").terms == {}


def test_a_term_is_a_link_and_what_is_none_stays_as_it_is() -> None:
    glossary = Glossary({"甲": Term("甲", "一。")})
    assert glossary.link("甲", ROOT) == '<a class="jx-term" href="../glossary/#甲" title="一。">甲</a>'
    assert glossary.link("乙<", ROOT) == "乙&#60;"


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_breaks_out_of_a_link(text: str) -> None:
    link = Glossary({text: Term(text, text)}).link(text, ROOT)
    (made,) = list(parse(link))
    assert sorted(made.attrib) == ["class", "href", "title"]
    assert text_of(made) or not text.strip()
