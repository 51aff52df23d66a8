"""Several years of made-up projects in Chromium: merged, sorted, continued, replaced, and hostile ones among them."""

import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.model.search_document import SearchDocument
from generator.render.search import IndexFolders, publish_index, start_indexing
from tests.conftest import serve_folder
from tests.render.search.dialog import Dialog, ask_index
from tests.render.search.samples import PAGE, make_odd_texts

pytestmark = pytest.mark.browser

YEARS = (2021, 2022, 2023)
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<mark>不是标记</mark>&lt;b&gt;",
    "</span></body><script>alert(2)</script>",
    "___PAGEFIND_WEIGHT___9 data-pagefind-ignore",
    "javascript:alert(3)",
)
ODD = [text for text in make_odd_texts(150) if re.search(r"\w", text)]


def make_project(year: int, number: int, title: str, *blocks: str) -> SearchDocument:
    """A project whose points differ from every other's."""
    score = Decimal(60) + number + Decimal(year - 2020) / 10
    return SearchDocument(
        f"projects/{year}/dangqun/p{number}/",
        title,
        "项目",
        (f"{year}年度", f"认定得分：{score}"),
        blocks,
        {"year": str(year), "grade": "优" if score >= 80 else "良"},
        {"score": score},
    )


def make_shards() -> dict[str, list[SearchDocument]]:
    years = {
        str(year): [make_project(year, number, f"第{number}号健身苑点", "规范") for number in range(25)]
        for year in YEARS
    }
    hostile = [make_project(2023, 30 + number, text, "敌意", text) for number, text in enumerate(HOSTILE)]
    accents = make_project(2022, 40, "カラオケ装置", "がくかな café cafe")
    odd = [SearchDocument(f"odd/{number}/", "杂", "说明", (), (text,)) for number, text in enumerate(ODD)]
    return {
        "pages": [PAGE, *odd],
        **years,
        "2022": [*years["2022"], accents],
        "2023": [*years["2023"], *hostile],
    }


class Publisher:
    """A site whose index can be published again."""

    def __init__(self, pages: Path, folder: Path) -> None:
        self.folders, self.site = IndexFolders.below(folder), folder / "site"
        shutil.copytree(pages, self.site, ignore=shutil.ignore_patterns("pagefind"))

    def publish(self, shards: dict[str, list[SearchDocument]]) -> None:
        start_indexing(shards, self.folders).wait()
        publish_index(self.folders, self.site)


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    publisher = Publisher(site, tmp_path_factory.mktemp("years"))
    publisher.publish(make_shards())
    with serve_folder(publisher.site) as address:
        yield address


@pytest.fixture
def dialog(page: Page, address: str) -> Dialog:
    return Dialog(page, address).open()


def read_scores(dialog: Dialog) -> list[Decimal]:
    facts = dialog.frame.locator(".jx-search__facts span").all_inner_texts()
    return [Decimal(fact.removeprefix("认定得分：")) for fact in facts if fact.startswith("认定得分：")]


def show_all(dialog: Dialog) -> None:
    """Press the button for more until it is gone."""
    more = dialog.frame.locator(".jx-search__more")
    while more.is_visible():
        shown = dialog.items.count()
        more.click()
        expect(dialog.items.nth(shown)).to_be_attached()


def test_all_years_are_searched_together(dialog: Dialog) -> None:
    dialog.ask("健身苑点")
    assert dialog.read_status() == "找到 75 项"


def test_more_results_are_shown_ten_at_a_time_each_once(dialog: Dialog) -> None:
    assert len(dialog.ask("健身苑点 第7号")) == 3
    assert len(dialog.ask("健身苑点")) == 10
    show_all(dialog)
    links = dialog.links.evaluate_all("(links) => links.map((link) => link.href)")
    assert len(links) == len(set(links)) == 75


def test_the_focus_goes_on_to_the_first_of_the_new_results(dialog: Dialog) -> None:
    dialog.ask("健身苑点")
    dialog.frame.locator(".jx-search__more").click()
    expect(dialog.links.nth(10)).to_be_focused()


def test_results_that_could_not_be_had_are_told_of_and_those_shown_stay(dialog: Dialog) -> None:
    dialog.ask("健身苑点")
    dialog.page.context.set_offline(True)
    dialog.frame.locator(".jx-search__more").click()
    expect(dialog.frame.locator(".jx-search__status")).to_contain_text("请检查网络")
    expect(dialog.items).to_have_count(10)


def test_without_a_sort_the_newest_year_comes_first(dialog: Dialog) -> None:
    dialog.ask("7号")
    facts = dialog.frame.locator(".jx-search__facts span:first-child").all_inner_texts()
    assert facts == ["2023年度", "2022年度", "2021年度"]


@pytest.mark.parametrize("query", ["健身苑点", "规范 健身", ""])
def test_projects_of_several_years_are_sorted_as_one_list(dialog: Dialog, query: str) -> None:
    dialog.ask(query)
    dialog.choose(sort="得分高的在前")
    show_all(dialog)
    scores = read_scores(dialog)
    assert len(scores) == 75 + (0 if query else len(HOSTILE) + 1)
    assert scores == sorted(scores, reverse=True)


def test_one_year_is_sorted_by_itself(dialog: Dialog) -> None:
    dialog.ask("健身苑点")
    dialog.choose(year="2022", grade="良", sort="得分高的在前")
    show_all(dialog)
    assert read_scores(dialog) == [Decimal(60) + number + Decimal("0.2") for number in range(19, -1, -1)]


def test_a_number_in_what_is_not_shown_is_not_found(dialog: Dialog) -> None:
    assert dialog.ask("everypage") == []
    assert dialog.ask("65.300000") == []


@pytest.mark.parametrize("query", ["かな", "がくかな", "くかな café cafe", "cafe", "café"])
def test_words_that_differ_in_an_accent_do_not_get_in_each_others_way(dialog: Dialog, query: str) -> None:
    assert dialog.ask(query) == ["カラオケ装置"]


def test_text_of_all_sorts_of_signs_is_found_by_itself(dialog: Dialog) -> None:
    answers = ask_index(dialog.page, *ODD)
    lost = [
        text
        for number, text in enumerate(ODD)
        if f"odd/{number}/" not in {one["path"] for one in answers[number]}
    ]
    assert not lost


def test_hostile_text_shows_as_text(dialog: Dialog) -> None:
    opened: list[str] = []
    dialog.page.on("dialog", lambda box: opened.append(box.message))
    assert set(dialog.ask("敌意")) == set(HOSTILE)
    excerpts = dialog.frame.locator(".jx-search__excerpt").all_inner_texts()
    assert set(excerpts) == {f"敌意 | {text}" for text in HOSTILE}
    assert dialog.frame.locator("img, script, iframe, b").count() == 0
    assert not opened


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_found_and_marked_as_text(dialog: Dialog, text: str) -> None:
    assert dialog.ask(f"敌意 {text}") == [text]
    assert dialog.items.first.locator(".jx-search__excerpt").inner_text() == f"敌意 | {text}"
    assert dialog.frame.locator("img, script, iframe, b").count() == 0


def test_a_hostile_query_shows_as_text(dialog: Dialog) -> None:
    query = "<img/src=x/onerror=alert(1)>火星"
    assert dialog.ask(query) == []
    assert dialog.read_status() == f"没有含有“{query}”的页面。"
    assert dialog.frame.locator("img").count() == 0


def test_an_index_published_meanwhile_is_taken_up(page: Page, site: Path, tmp_path: Path) -> None:
    publisher = Publisher(site, tmp_path)
    publisher.publish({"2023": [make_project(2023, 1, "旧的名称")]})
    with serve_folder(publisher.site) as address:
        dialog = Dialog(page, address).open()
        assert dialog.ask("旧的名称") == ["旧的名称"]
        publisher.publish(
            {"2023": [make_project(2023, 1, "新的名称")], "2024": [make_project(2024, 2, "新的年度")]}
        )
        assert set(dialog.ask("新的")) == {"新的名称", "新的年度"}


def test_a_site_with_nothing_in_it_finds_nothing(page: Page, site: Path, tmp_path: Path) -> None:
    publisher = Publisher(site, tmp_path)
    publisher.publish({"pages": [PAGE]})
    with serve_folder(publisher.site) as address:
        dialog = Dialog(page, address).open()
        assert dialog.ask("健身") == []
        assert dialog.choose(sort="得分高的在前") == []
        assert dialog.read_status() == "没有含有“健身”的页面。"
