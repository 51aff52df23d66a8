"""Hostile content, from a corpus through MkDocs to the browser: it shows as the text it is, and does nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Page

from generator.model.site import Edition
from generator.publish.mkdocs import Publication, find_settings, publish
from generator.publish.write import compare_pages, write_changes
from generator.render.exports import DATA_SET
from generator.render.render import Renderer
from tests.conftest import serve_folder
from tests.render.hostile import ELSEWHERE, KNOWN_ADDRESS, TEXTS, make_hostile_corpus
from tests.render.markup import find_all, find_class, parse, read_rows, text_of
from tests.render.samples import CATALOGUE, render_all
from tests.render.test_browser import listen
from tests.render.test_escaping import shown

HARMLESS = tuple(re.sub(r"[^\n]", "甲", text) for text in TEXTS)
"""Texts that are as long: how a form is divided on paper hangs on that, and on nothing else of a text."""

PROJECTS = "projects/2023/dangqun"
NUMBERS = range(len(TEXTS))


def build_site(folder: Path, texts: tuple[str, ...]) -> Path:
    """Render and publish a corpus that says these texts everywhere, in the edition that shows the most."""
    corpus, assessments, findings = make_hostile_corpus(texts)
    renderer = Renderer(corpus, CATALOGUE, Edition.INTERNAL)
    pages = render_all(renderer, corpus, assessments, findings)
    pages |= dict(renderer.data_pages(DATA_SET, assessments))
    write_changes(folder / "docs", compare_pages(folder / "docs", pages.items()))
    publication = Publication(
        settings=find_settings(),
        docs=folder / "docs",
        site=folder / "site",
        fresh=folder / "site.new",
        particulars=renderer.site_settings(),
        pages=len(pages),
        search="pagefind",
    )
    publish(publication, None, lambda done, total: None)
    return publication.fresh


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("hostile"), TEXTS)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("harmless"), HARMLESS)


def read(site: Path, page: str) -> Element:
    return parse((site / page / "index.html").read_text(encoding="utf-8"))


def outline(tree: Element) -> list[tuple[str, ...]]:
    """Tell the elements of a page with the names of their attributes, line breaks aside."""
    return [(one.tag, *sorted(one.attrib)) for one in tree.iter() if one.tag != "br"]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_hostile_text_changes_nothing_in_the_make_of_a_project_page(
    hostile: Path, harmless: Path, number: int
) -> None:
    page = f"{PROJECTS}/p{number}"
    assert outline(read(hostile, page)) == outline(read(harmless, page))


@pytest.mark.parametrize(
    "path",
    ["", "years/2023", "departments/xianghuaqiao", "units/dangqun", "units", "profiles/mof-2020", "profiles"],
)
def test_hostile_texts_change_nothing_in_the_make_of_other_pages(
    hostile: Path, harmless: Path, path: str
) -> None:
    assert outline(read(hostile, path)) == outline(read(harmless, path))


@pytest.mark.parametrize("number", NUMBERS)
def test_a_hostile_text_shows_as_the_text_it_is(hostile: Path, number: int) -> None:
    tree, text = read(hostile, f"{PROJECTS}/p{number}"), shown(TEXTS[number])
    (heading,) = tree.iter("h1")
    assert text_of(heading).removesuffix("¶").strip() == text
    (title,) = tree.iter("title")
    assert text_of(title).startswith(f"{text}（2023 年度）")
    _, goal, row, *_ = read_rows(find_class(tree, "jx-indicators"))
    assert goal[0].removeprefix("年度绩效目标1（90分）：").strip() == text
    assert row[:4] == [text, text, f"★ {text}", text]
    assert row[4] == f"{text}实测 {text}"
    assert (row[6], row[9]) == (text, text)
    assert read_rows(find_class(tree, "jx-goals"))[1] == [text, "90", text]
    assert text in read_rows(find_class(tree, "jx-funds"))[-1][1]
    assert [text, text] in read_rows(find_class(tree, "jx-notes"))
    head = read_rows(find_class(tree, "jx-head"))
    assert head[1][1] == f"{text}局、{text}局"
    marks = shown(TEXTS[number][:100])
    assert [row[1::2] for row in head[2:]] == [[marks, marks], [marks, text]]
    assert text in text_of(find_class(tree, "jx-internal"))
    assert text in text_of(find_class(tree, "jx-findings"))
    assert text in text_of(next(find_all(tree, "jx-origin")))


def all_pages(site: Path) -> Iterator[Element]:
    return (parse(file.read_text(encoding="utf-8")) for file in site.rglob("*.html"))


def test_no_page_has_a_script_or_a_picture_that_the_theme_did_not_bring(
    hostile: Path, harmless: Path
) -> None:
    assert list_active(hostile) == list_active(harmless)


def list_active(site: Path) -> set[tuple[str, ...]]:
    """List what could run or fetch something, without the way up that differs from page to page."""
    tags = ("script", "img", "iframe", "object", "embed", "link", "style", "form", "base", "meta", "svg")
    return {
        (one.tag, re.sub(r"^[./]+", "", one.get("src") or one.get("href") or ""))
        for tree in all_pages(site)
        for one in tree.iter()
        if one.tag in tags
    }


def test_no_attribute_listens_to_events(hostile: Path) -> None:
    names = {name for tree in all_pages(hostile) for one in tree.iter() for name in one.attrib}
    assert not [name for name in names if name.lower().startswith("on")]


def test_no_link_leads_elsewhere_or_runs_anything(hostile: Path) -> None:
    addresses = {
        value
        for tree in all_pages(hostile)
        for one in tree.iter()
        for name, value in one.attrib.items()
        if name in ("href", "src", "action", "srcset", "poster", "formaction")
    }
    leaving = {
        one for one in addresses if re.match(r"[\s\x00-\x20]*[a-z][a-z0-9+.-]*:|//", one, re.IGNORECASE)
    }
    # A hand-written page may link to the web: this one is written as an image, which would be fetched unasked.
    assert {one[: len(KNOWN_ADDRESS)] for one in leaving} == {KNOWN_ADDRESS, f"https://{ELSEWHERE}/x.png"}


@pytest.mark.browser
def test_a_browser_sees_no_dialog_and_asks_nobody_else(hostile: Path, page: Page) -> None:
    with serve_folder(hostile) as server:
        noises = listen(page, server)
        for path in (
            "",
            "years/2023/",
            "profiles/mof-2020/",
            "about/",
            *(f"{PROJECTS}/p{n}/" for n in NUMBERS),
        ):
            page.goto(server + path)
        page.mouse.move(300, 300)
        assert [one for one in noises if "dialog" in one or ELSEWHERE in one] == []
        assert noises == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_no_word_is_so_long_that_it_widens_the_page(hostile: Path, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    with serve_folder(hostile) as server:
        for number in (TEXTS.index("长" * 200), TEXTS.index("W" * 200)):
            page.goto(f"{server}{PROJECTS}/p{number}/")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(f"{server}units/dangqun/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
