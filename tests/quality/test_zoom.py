"""At twice the size nothing runs out of the window and no text lies over another."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

OVERLAPS = (Path(__file__).parent / "overlaps.js").read_text(encoding="utf-8")
TWICE_THE_TEXT = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""


@pytest.mark.parametrize("larger", ["page", "text"])
def test_pages_can_be_used_at_twice_their_size(
    browser: Browser, address: str, pages: list[str], larger: str
) -> None:
    width, density = (640, 2) if larger == "page" else (1280, 1)
    page = browser.new_page(viewport={"width": width, "height": 450}, device_scale_factor=density)
    found = {}
    for one in pages:
        page.goto(address + one)
        if larger == "text":
            page.evaluate(TWICE_THE_TEXT)
        found[one] = find_faults(page, width)
    page.close()
    assert {one: faults for one, faults in found.items() if faults} == {}


def find_faults(page: Page, width: int) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*([f"{wide} wide"] if wide > width else []), *page.evaluate(OVERLAPS)]


def test_what_is_too_wide_or_lies_over_another_text_is_found(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("""() => {
      document.querySelector("h1").style.marginBottom = "-2rem";
      document.querySelector(".jx-lead").style.minWidth = "2000px";
    }""")
    wide, overlap = find_faults(page, 1280)
    assert int(wide.split()[0]) >= 2000
    assert "财政项目支出绩效自评公开 | " in overlap
