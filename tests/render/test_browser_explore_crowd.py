"""The explore page over 20,000 projects: what must come before the first rows, and who does the work.

How long anything takes is measured by `benchmarks/explore.py`; here stands what makes it quick.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from benchmarks.crowd import write_crowd
from benchmarks.explore import weigh_first_rows
from tests.conftest import serve_folder
from tests.render.explore import Explore

pytestmark = pytest.mark.browser

PROJECTS = 20_000
LIMIT = 300_000
PAGE = 30

WATCH = """
window.messages = [];
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => messages.push(data));
  }
};
"""
"""Notes what the worker tells the page."""


@pytest.fixture(scope="module")
def crowd(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that knows 20,000 projects."""
    copy = tmp_path_factory.mktemp("crowd") / "site"
    shutil.copytree(
        site, copy, copy_function=os.link, ignore=shutil.ignore_patterns("pagefind", "data", "api")
    )
    write_crowd(copy, PROJECTS)
    with serve_folder(copy) as address:
        yield address


def test_the_first_rows_are_there_before_300_kilobytes(page: Page, crowd: str) -> None:
    weights = weigh_first_rows(page, crowd)
    assert any(path.endswith("2023-1.json") for path in weights)
    assert not any("2022" in path for path in weights)
    assert sum(weights.values()) <= LIMIT, weights


def test_the_year_that_is_asked_for_comes_first(page: Page, crowd: str) -> None:
    weights = weigh_first_rows(page, crowd, "?year=2020")
    assert [path for path in weights if "explore/20" in path] == ["explore/2020-1.json"]


def test_everything_is_read_in_the_end(page: Page, crowd: str) -> None:
    explore = Explore(page, crowd)
    expect(explore.status).to_contain_text("找到 20,000 个项目")
    expect(page.locator(".jx-explore__pages")).to_contain_text("第 1 页，共 667 页")


@pytest.fixture
def watched(page: Page, crowd: str) -> Explore:
    """The page, with what its worker says noted."""
    page.add_init_script(WATCH)
    return Explore(page, crowd)


def read_answers(explore: Explore) -> list[dict[str, Any]]:
    """Read what the worker answered, without the rows themselves."""
    answers: list[dict[str, Any]] = explore.page.evaluate(
        """messages.filter(({ kind }) => kind === "answer")
          .map(({ answer: { rows, found } }) => ({ rows: rows.length, found }))"""
    )
    return answers


def test_the_page_is_never_given_more_rows_than_it_shows(watched: Explore) -> None:
    watched.type("合成").choose(sort="失分从多到少", difference="认定低于自评")
    answers = read_answers(watched)
    assert max(one["found"] for one in answers) == PROJECTS
    assert max(one["rows"] for one in answers) == PAGE


def test_the_page_itself_never_fetches_a_project(page: Page, crowd: str) -> None:
    page.add_init_script("window.fetch = () => { throw new Error('the page fetches'); };")
    assert len(Explore(page, crowd).names()) == PAGE


def test_questions_that_come_in_together_are_answered_once(watched: Explore) -> None:
    before = len(read_answers(watched))
    watched.page.evaluate(
        """() => {
          const { text } = document.querySelector(".jx-explore form").elements;
          for (const sign of "合成甲乙丙丁") {
            text.value += sign;
            text.dispatchEvent(new InputEvent("input", { bubbles: true }));
          }
        }"""
    )
    expect(watched.status).to_contain_text("没有符合")
    assert len(read_answers(watched)) - before < 6


def test_pages_are_turned_and_the_address_knows_which(page: Page, crowd: str) -> None:
    explore = Explore(page, crowd)
    first = explore.names()
    page.get_by_role("button", name="下一页").click()
    second = explore.names()
    assert explore.query() == "?page=2"
    assert page.evaluate("document.activeElement.className") == "jx-scroll"
    assert not set(first) & set(second)
    page.reload()
    assert explore.names() == second
    page.go_back()
    assert explore.names() == first


def test_a_page_beyond_the_last_is_the_last(page: Page, crowd: str) -> None:
    Explore(page, crowd, "?page=999999")
    expect(page.locator(".jx-explore__pages")).to_contain_text("第 667 页，共 667 页")
    expect(page.get_by_role("button", name="下一页")).to_be_disabled()


def test_the_whole_crowd_can_be_exported(page: Page, crowd: str) -> None:
    rows = Explore(page, crowd).read_csv()
    assert len({row["项目编号"] for row in rows}) == PROJECTS
