"""Every kind of page in Chromium: on a desk and on a phone, light and dark, by keyboard, and on paper."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.browser

FOLDER = "projects/2023/xianghuaqiao-dangqun"
PROJECT = f"{FOLDER}/dangjian-gongzuo/"
KINDS = {
    "home": "",
    "explore": "explore/",
    "years": "years/",
    "year": "years/2023/",
    "departments": "departments/",
    "department": "departments/xianghuaqiao/",
    "units": "units/",
    "unit": "units/xianghuaqiao-dangqun/",
    "indicators": "indicators/",
    "indicators of a group": "indicators/23dcb0f3bc/",
    "deviations": "deviations/",
    "deviations of a year": "deviations/2023/",
    "coverage": "coverage/",
    "coverage of a year": "coverage/2023/",
    "disclosure": "disclosure/",
    "disclosure of a unit": "disclosure/units/xianghuaqiao-dangqun/",
    "updates": "updates/",
    "project": PROJECT,
    "short project": f"{FOLDER}/juweihui-gongzuo/",
    "profiles": "profiles/",
    "profile": "profiles/shanghai/",
    "rules": "rules/",
    "loading fault": "rules/L010/",
    "rule": "rules/S001/",
    "about": "about/",
    "guide": "guide/",
    "glossary": "glossary/",
    "further text": "pages/filling/",
    "not found": "404.html",
}
DESK, TABLET, PHONE = 1280, 1024, 390


@dataclass(frozen=True)
class Opened:
    """A page open in a window of its own, and what it must never make: complaints, dialogs, requests to elsewhere."""

    page: Page
    noises: list[str]


@pytest.fixture(scope="module", params=list(KINDS))
def opened(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any], server: str
) -> Iterator[Opened]:
    """Each kind of page in turn, open for all tests that only look at it."""
    context = browser.new_context(**browser_context_args, reduced_motion="reduce")
    page = context.new_page()
    noises = listen(page, server)
    page.goto(server + KINDS[request.param], wait_until="networkidle")
    yield Opened(page, noises)
    context.close()


def listen(page: Page, server: str) -> list[str]:
    """Note whatever a page should keep to itself."""
    heard: list[str] = []

    def hear_request(url: str) -> None:
        if not url.startswith((server, "data:", "blob:")):
            heard.append(url)

    def hear_dialog(dialog: Dialog) -> None:
        heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", lambda one: heard.append(one.text) if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda one: hear_request(one.url))
    page.on("dialog", hear_dialog)
    return heard


def test_pages_are_quiet_and_fetch_nothing_from_elsewhere(opened: Opened) -> None:
    assert opened.noises == []


@pytest.mark.parametrize("width", [DESK, TABLET, PHONE])
def test_no_page_is_wider_than_its_window(opened: Opened, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 900})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(
    opened: Opened, scheme: Literal["light", "dark"], width: int
) -> None:
    opened.page.set_viewport_size({"width": width, "height": 900})
    opened.page.emulate_media(color_scheme=scheme)
    assert opened.page.evaluate(read_script("contrast.js")) == []


def test_what_the_theme_adds_is_chinese(opened: Opened) -> None:
    assert opened.page.evaluate("document.documentElement.lang").startswith("zh")
    words = opened.page.evaluate(read_script("theme_words.js"))
    assert [one for one in words if re.search(r"[A-Za-z]{2}", one)] == []


def test_everything_that_can_be_pressed_can_be_reached_by_keyboard(opened: Opened) -> None:
    pressable = opened.page.locator(".md-content :is(a, button, [tabindex])")
    assert set(pressable.evaluate_all("all => all.map(one => one.tabIndex)")) <= {0}


def read_script(name: str) -> str:
    """Read a function that is run on a page."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def test_the_first_stop_of_the_keyboard_leads_past_the_navigation(page: Page, server: str) -> None:
    page.goto(server + PROJECT)
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#top")


def test_a_permanent_link_scrolls_to_its_indicator(page: Page, server: str) -> None:
    page.goto(server + PROJECT)
    address = page.locator("#indicators th[id] a").last.get_attribute("href")
    page.goto("about:blank")
    page.goto(f"{server}{PROJECT}{address}")
    cell = page.locator(f"th{address}")
    page.wait_for_function("document.documentElement.scrollTop > 0")
    box, header = cell.bounding_box(), page.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    assert header["y"] + header["height"] <= box["y"] < 900
    assert "inset" in cell.evaluate("one => getComputedStyle(one).boxShadow")


@pytest.mark.parametrize("kind", ["project", "year", "department", "unit", "profile"])
def test_on_a_phone_every_value_bears_the_name_of_its_column(page: Page, server: str, kind: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.goto(server + KINDS[kind])
    pairs = page.evaluate(read_script("column_names.js"))
    assert len(pairs) > 10
    for label, column in pairs:
        assert column.startswith(label), (label, column)


def test_the_columns_of_the_form_stand_in_line(page: Page, server: str) -> None:
    page.goto(server + PROJECT)
    funds, indicators = (
        page.locator(f"#{name} thead th").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().right)"
        )
        for name in ("funds", "indicators")
    )
    assert len(funds) == 10
    assert all(min(abs(edge - other) for other in indicators) < 2 for edge in funds)


def test_money_is_set_right(page: Page, server: str) -> None:
    page.goto(server + PROJECT)
    cells = page.locator("#funds tbody tr:nth-child(2) td")
    assert cells.all_inner_texts() == ["829,000.00", "829,000.00", "750,700.00"]
    assert {one.evaluate("one => getComputedStyle(one).textAlign") for one in cells.all()} == {"right"}


@pytest.fixture
def paper(page: Page, server: str) -> Page:
    """The long project as it is laid out for paper, by a reader who prefers the dark."""
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 1040, "height": 720})
    page.goto(server + PROJECT)
    return page


def test_on_paper_the_form_is_whole_and_nothing_is_cut(paper: Page) -> None:
    cut = paper.evaluate(
        """() => [...document.querySelectorAll(".jx-sheet :is(th, td)")].filter(one =>
          one.getClientRects().length === 0 || one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"""
    )
    assert cut == []
    assert paper.evaluate("document.documentElement.scrollWidth") <= 1040


def test_on_paper_the_ground_is_white_and_the_navigation_is_gone(paper: Page) -> None:
    assert (
        paper.evaluate("getComputedStyle(document.querySelector('.jx-sheet')).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert not paper.locator(".md-header, .md-tabs, .md-footer").locator("visible=true").count()


def test_the_printed_form_holds_every_row(page: Page, server: str, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip(
            "there is no pdftotext here to read the printed form with: install Debian's `poppler-utils`"
        )
    page.goto(server + PROJECT)
    rows = page.locator("#indicators tbody tr").count()
    names = page.locator("#indicators th[id] a").all_inner_texts()
    formulas = page.locator("#indicators td:last-child").all_inner_texts()
    page.pdf(path=tmp_path / "form.pdf", prefer_css_page_size=True)
    text = read_pdf(tmp_path / "form.pdf")
    assert len(names) == rows == 13
    assert [one for one in (*names, *formulas) if squeeze(one) not in text] == []
    assert text.count("总分") == 1


def read_pdf(file: Path) -> str:
    """Read a PDF's text in the order in which it was drawn, without white space."""
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return squeeze(done.stdout.decode())


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)
