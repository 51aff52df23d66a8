"""The page for lost readers works at any address, however deep, and leads back in."""

import pytest
from playwright.sync_api import Page

from tests.quality.visits import listen
from tests.render.search.dialog import BOX

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lost", ["nowhere", "projects/2023/nowhere/at/all/"])
def test_a_lost_reader_finds_the_way_back(page: Page, address: str, lost: str) -> None:
    noises = listen(page, address)
    answer = page.goto(address + lost)
    assert answer is not None
    assert answer.status == 404
    assert all(lost in noise or "404" in noise for noise in noises), noises
    assert page.title().startswith("找不到这个网页 - ")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    links = page.locator(".jx-ways a").evaluate_all("all => all.map(one => one.href)")
    ways = {link.removeprefix(address) for link in links}
    assert ways >= {"", "explore/", "years/", "departments/", "units/", "data/"}
    assert {page.request.get(link).status for link in links} == {200}


def test_a_lost_reader_can_search(page: Page, address: str) -> None:
    page.goto(address + "projects/2023/nowhere/at/all/")
    page.locator(f"{BOX}[data-ready]").click()
    page.locator("dialog.jx-search input").fill("党建")
    page.locator(".jx-search__link").first.click()
    page.wait_for_url(f"{address}projects/**")
    assert page.locator("h1").inner_text()
