"""By keyboard alone: everything is reached in turn, one sees where one is, and nothing holds one fast."""

import pytest
from playwright.sync_api import Page, expect

from tests.render.search.dialog import Dialog

pytestmark = pytest.mark.browser

PROJECT = "projects/2023/xianghuaqiao-dangqun/dangjian-gongzuo/"
PRESSABLE = "a[href], button, input, select, textarea, summary, [tabindex]"

NUMBER = f"""() => [...document.querySelectorAll("{PRESSABLE}")]
  .filter((one) => one.checkVisibility({{ visibilityProperty: true }}) && one.tabIndex >= 0 && !one.disabled)
  .filter((one) => one.type !== "radio")
  .forEach((one, at) => {{ one.dataset.stop = at; }})"""
"""Number what can be pressed; of radio buttons a keyboard reaches the chosen one, and the others from there."""

LOOK = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const beside = one.type === "radio" ? [one.nextElementSibling] : [];
  const rings = [one, ...beside, ...one.querySelectorAll("*")].flatMap((part) => [
    getComputedStyle(part), getComputedStyle(part, "::after"),
  ]);
  const { left, right } = (beside[0] ?? one).getBoundingClientRect();
  return {
    stop: one.dataset.stop ?? null,
    html: one.outerHTML.slice(0, 120),
    seen: right > 0 && left < innerWidth && rings.some((style) => style.outlineStyle !== "none"),
  };
}"""
"""Tell where the focus is, and whether one sees that; Material shows it on the icon beside a radio button."""


def walk(page: Page, longest: int = 400) -> list[dict[str, object]]:
    """Press Tab until the focus has left the page; give each stop."""
    stops: list[dict[str, object]] = []
    for _ in range(longest):
        page.keyboard.press("Tab")
        stop = page.evaluate(LOOK)
        if stop is None:
            return stops
        stops.append(stop)
    pytest.fail(f"the focus never leaves the page: {stops[-3:]}")


@pytest.mark.parametrize(
    ("kind", "width"),
    [
        *((kind, 1280) for kind in ("", "404.html", "explore/", "data/", "guide/", PROJECT)),
        ("", 390),
        (PROJECT, 390),
    ],
)
def test_everything_is_reached_in_turn_and_shows_that_it_is(
    page: Page, address: str, kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + kind)
    page.wait_for_selector(".jx-search-box[data-ready]")
    page.evaluate(NUMBER)
    stops = walk(page)
    there = page.locator("[data-stop]").evaluate_all(
        "all => all.map(one => [one.dataset.stop, one.outerHTML.slice(0, 120)])"
    )
    reached = {stop["stop"] for stop in stops}
    assert [html for number, html in there if number not in reached] == []
    assert [stop["html"] for stop in stops if not stop["seen"]] == []


def test_the_navigation_of_a_phone_is_opened_gone_through_and_closed(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".jx-search-box[data-ready]")
    button = page.get_by_role("button", name="导航")
    assert not button.count()
    page.set_viewport_size({"width": 390, "height": 900})
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    expect(page.locator(".md-nav--primary a", has_text="单位")).to_be_visible()
    assert any("units/" in str(stop["html"]) for stop in walk(page))
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert button.get_attribute("aria-expanded") == "false"


def test_search_opens_and_closes_by_keyboard_and_gives_the_focus_back(page: Page, address: str) -> None:
    dialog = Dialog(page, address)
    box = page.locator(".jx-search-box")
    box.focus()
    page.keyboard.press("Enter")
    expect(dialog.input).to_be_focused()
    page.keyboard.type("党建")
    expect(dialog.links.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(dialog.links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog.frame).to_be_hidden()
    expect(box).to_be_focused()


def test_the_focus_stays_in_the_search_as_long_as_it_is_open(page: Page, address: str) -> None:
    Dialog(page, address).open()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
