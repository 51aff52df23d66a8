"""What pages say of themselves to machines: titles, descriptions, the map of the site, and linked data."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.quality.kinds import NOT_FOUND, find_file, list_pages
from tests.render.markup import parse, text_of

HOME = "https://jixiao.test/"
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def trees(grown: Path) -> dict[str, Element]:
    """All pages by their addresses, but the one for lost readers."""
    return {
        page: parse(find_file(grown, page).read_text(encoding="utf-8"))
        for page in list_pages(grown)
        if page != NOT_FOUND
    }


def read_title(tree: Element) -> str:
    return text_of(next(tree.iter("title")))


def read_description(tree: Element) -> str:
    return next((one.get("content", "") for one in tree.iter("meta") if one.get("name") == "description"), "")


@pytest.mark.parametrize("read", [read_title, read_description])
def test_no_two_pages_say_the_same_of_themselves(trees: dict[str, Element], read: Any) -> None:
    said: dict[str, list[str]] = {}
    for page, tree in trees.items():
        said.setdefault(read(tree), []).append(page)
    assert "" not in said
    assert {words: pages for words, pages in said.items() if len(pages) > 1} == {}


def test_the_map_of_the_site_lists_every_page_once(grown: Path, trees: dict[str, Element]) -> None:
    listed = [one.text for one in fromstring((grown / "sitemap.xml").read_bytes()).iter(LOCATION)]
    assert sorted(map(str, listed)) == sorted(HOME + page for page in trees)


def test_every_page_names_its_own_address(trees: dict[str, Element]) -> None:
    canonical = {
        page: [one.get("href") for one in tree.iter("link") if one.get("rel") == "canonical"]
        for page, tree in trees.items()
    }
    assert canonical == {page: [HOME + page] for page in trees}


def read_linked_data(tree: Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield json.loads(script.text or "")


@pytest.mark.parametrize(
    ("folder", "thing"),
    [
        ("projects/", "Dataset"),
        ("units/", "GovernmentOrganization"),
        ("departments/", "GovernmentOrganization"),
    ],
)
def test_pages_of_one_thing_say_which_it_is(trees: dict[str, Element], folder: str, thing: str) -> None:
    pages = [page for page in trees if page.startswith(folder) and page != folder]
    assert pages
    for page in pages:
        (described,) = read_linked_data(trees[page])
        assert (described["@context"], described["@type"]) == ("https://schema.org", thing)
        assert described["url"] == HOME + page
        assert described["name"]


def test_the_page_of_downloads_is_a_data_set(trees: dict[str, Element]) -> None:
    (described,) = read_linked_data(trees["data/"])
    assert (described["@type"], described["url"]) == ("Dataset", f"{HOME}data/")
    downloads = {one["contentUrl"] for one in described["distribution"]}
    links = {f"{HOME}{one.get('href', '').removeprefix('../')}" for one in trees["data/"].iter("a")}
    assert f"{HOME}data/jixiao.sqlite" in downloads
    assert downloads <= links
