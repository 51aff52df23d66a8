"""Readers whose browser runs no scripts read everything, and are told what they cannot have."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    page = browser.new_page(java_script_enabled=False, viewport={"width": 390, "height": 900})
    yield page
    page.close()


def test_every_page_can_be_read_and_says_that_search_needs_scripts(
    plain: Page, address: str, pages: list[str]
) -> None:
    for one in pages:
        plain.goto(address + one)
        assert plain.locator("h1").is_visible(), one
        assert len(plain.locator("article").inner_text()) > 60, one
        assert not plain.locator(".jx-search-box").is_visible()
        assert "脚本" in plain.locator(".jx-need").inner_text()
        hidden = [table for table in plain.locator("article table").all() if not table.is_visible()]
        assert not hidden or one == "explore/", one


def test_instead_of_searching_a_reader_can_go_through_tables(plain: Page, address: str) -> None:
    plain.goto(address)
    plain.locator(".jx-need a").first.click()
    plain.wait_for_url(address + "years/")


def test_the_page_that_explores_needs_scripts_and_leads_to_tables(plain: Page, address: str) -> None:
    plain.goto(f"{address}explore/")
    assert "脚本" in plain.locator(".jx-explore__status").inner_text()
    plain.locator(".jx-explore ~ p a, .jx-note a", has_text="年度").first.click()
    plain.wait_for_url(address + "years/")


def test_the_navigation_of_a_phone_opens(plain: Page, address: str) -> None:
    plain.goto(address)
    plain.locator("label.md-header__button[for=__drawer]").click()
    plain.locator(".md-nav--primary a", has_text="单位").click()
    plain.wait_for_url(address + "units/")
