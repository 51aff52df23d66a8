"""The page that explores the projects, as it reads before its script has begun, and without it."""

from xml.etree.ElementTree import Element

import pytest

from generator.model.site import Edition
from generator.render import addresses
from generator.render.render import Renderer
from generator.render.views.explore import SORTS, view_explore
from tests.render.markup import convert, find_class, text_of
from tests.render.samples import CATALOGUE, small_corpus


@pytest.fixture(scope="module")
def page() -> Element:
    """The page as MkDocs converts it."""
    corpus, _, _ = small_corpus()
    pages = dict(Renderer(corpus, CATALOGUE, Edition.PUBLIC).fixed_pages())
    return convert(pages["explore/index.md"])


def test_without_a_script_the_page_says_so_and_leads_to_the_tables(page: Element) -> None:
    assert "要用脚本" in text_of(find_class(page, "jx-explore__status"))
    links = {link.get("href") for link in page.iter("a")}
    assert {"../years/", "../departments/", "../units/", "../data/"} <= links


def test_every_field_has_a_label(page: Element) -> None:
    fields = [one for one in page.iter() if one.tag in ("input", "select")]
    labelled = [one for label in page.iter("label") for one in label if one.tag in ("input", "select")]
    assert fields
    assert fields == labelled
    assert all(label.text for label in page.iter("label"))


def test_columns_that_can_be_sorted_by_can_be_chosen_in_both_orders(page: Element) -> None:
    columns = [one.get("data-sort") for one in page.iter("th") if one.get("data-sort")]
    (select,) = (one for one in page.iter("select") if one.get("name") == "sort")
    offered = [one.get("value") for one in select]
    assert columns == [key for key, *_ in SORTS]
    assert offered == ["", *(f"{key}{order}" for key in columns for order in ("", "-rising"))]


def test_the_table_has_a_caption_and_its_columns_a_scope(page: Element) -> None:
    (table,) = page.iter("table")
    assert text_of(next(table.iter("caption")))
    assert {one.get("scope") for one in table.iter("th")} == {"col"}


def test_nothing_on_the_page_breaks_a_strict_policy(page: Element) -> None:
    scripts = list(page.iter("script"))
    assert [one.get("src") for one in scripts] == ["../assets/javascripts/explore.js"]
    assert not any(name == "style" or name.startswith("on") for one in page.iter() for name in one.attrib)


def test_the_way_up_leads_to_the_root() -> None:
    assert view_explore().root == addresses.FROM_LIST
