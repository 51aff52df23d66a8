"""A document becomes HTML that Pagefind reads as it is meant."""

import re
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.search_document import SearchDocument
from generator.render.search.rendering import EVERY_PAGE, SEPARATOR, render_document
from generator.render.search.spreading import spread_text
from tests.render.search.samples import Reader

WHOLE = SearchDocument(
    "projects/2023/a/b/",
    "党建经费",
    "项目",
    ("2023年度", "", "得分：96.5"),
    ("规范", "", "≥83个"),
    {"year": "2023", "unit": "甲<乙>单位"},
    {"score": Decimal("96.50"), "rate": Decimal("90.55488540410132689987937274")},
)


def test_title_facts_and_text_follow_each_other_and_empty_pieces_are_left_out() -> None:
    pieces = Reader(render_document(WHOLE)).text.strip().split(SEPARATOR)
    assert pieces == ["党 建 经 费", " 2023 年 度", " 得 分： 96.5", " 规 范", "≥ 83 个"]


def test_the_number_of_facts_is_told_without_the_empty_ones() -> None:
    html = render_document(WHOLE)
    assert '<meta data-pagefind-meta="facts[content]" content="2">' in html
    assert f'<meta data-pagefind-meta="every[content]" content="{EVERY_PAGE}">' in html


def test_filters_and_sorts_are_metadata() -> None:
    metas = Reader(render_document(WHOLE)).metas
    filters = {
        meta["data-pagefind-filter"]: meta["content"] for meta in metas if "data-pagefind-filter" in meta
    }
    sorts = {meta["data-pagefind-sort"]: meta["content"] for meta in metas if "data-pagefind-sort" in meta}
    assert filters == {"year[content]": "2023", "unit[content]": "甲<乙>单位"}
    assert sorts == {"score[content]": "96.500000", "rate[content]": "90.554885"}


def test_a_sorting_value_is_written_out_whatever_its_size() -> None:
    html = render_document(SearchDocument("a/", "题", "项目", sorts={"rate": Decimal("1E+30")}))
    assert f'content="1{"0" * 30}.000000"' in html


@given(st.text(), st.text(), st.text())
@example("<!--题-->", "</span><i>事实&lt;", '"><u a="')
def test_text_of_the_content_is_never_markup(title: str, fact: str, value: str) -> None:
    reader = Reader(render_document(SearchDocument("a/", title, value, (fact,), (), {"unit": value})))
    assert reader.text == SEPARATOR.join([spread_text(title), *([spread_text(fact)] if fact else [])]) + "\n"
    assert reader.tags == ["html", "head", "meta", "meta", "meta", "meta", "body", "span"]


@given(st.text(), st.text())
def test_words_are_parted_by_spaces_alone(title: str, block: str) -> None:
    text = Reader(render_document(SearchDocument("a/", title, "项目", (), (block,)))).text
    assert set(re.findall(r"\s", text.removesuffix("\n"))) <= {" "}
