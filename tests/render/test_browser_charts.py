"""Charts in Chromium: legible on a phone, nothing cut or overlapping, and the same drawing in both themes."""

import re
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.corpus import make_corpus
from generator.pipeline import build
from generator.publish.order import BuildOrder
from generator.runtime.progress import Silence
from tests.conftest import serve_folder

pytestmark = pytest.mark.browser

PAGES = ("", "years/", "years/2023/", "departments/", "departments/bumen-000/", "units/hecheng-0000/")
LEAST_TEXT = 11
DESK, PHONE = 1280, 390
SCHEMES = {"light": "default", "dark": "slate"}
"""What the page calls the themes."""

Box = dict[str, float]


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of several years, departments and units, on which charts are of every kind."""
    folder = tmp_path_factory.mktemp("charted")
    make_corpus(folder / "content", 260)
    with serve_folder(build(BuildOrder(folder / "content", folder / "build"), Silence()).site) as address:
        yield address


@pytest.fixture(scope="module", params=PAGES)
def shown(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any], charted: str
) -> Iterator[Page]:
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.goto(charted + request.param)
    yield page
    context.close()


def read_boxes(page: Page, marks: str) -> list[list[Box]]:
    """Measure the shapes of a mark, chart by chart."""
    boxes: list[list[Box]] = page.locator(".jx-chart svg").evaluate_all(
        """(all, marks) => all.map(svg => [...svg.querySelectorAll(`${marks} > *`)].map(one => {
          const {left, right, top, bottom, height} = one.getBoundingClientRect();
          return {left, right, top, bottom, height};
        }))""",
        marks,
    )
    return boxes


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_text_is_large_enough_to_read(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 900})
    sizes = shown.locator(".jx-chart text").evaluate_all(
        """all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"""
    )
    assert len(sizes) > 5
    assert min(sizes) >= LEAST_TEXT


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_nothing_is_cut_and_no_words_lie_on_one_another(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 900})
    frames = shown.locator(".jx-chart svg").evaluate_all(
        """all => all.map(one => one.getBoundingClientRect())
          .map(({left, right, top, bottom}) => [left, right, top, bottom])"""
    )
    for (left, right, top, bottom), boxes in zip(frames, read_boxes(shown, "g"), strict=True):
        for one in boxes:
            assert left - 1 <= one["left"] <= one["right"] <= right + 1
            assert top - 1 <= one["top"] <= one["bottom"] <= bottom + 1
    for mark in ("upper", "lower"):
        pairs = zip(read_boxes(shown, ".jx-mark-label"), read_boxes(shown, f".jx-mark-{mark}"), strict=True)
        for labels, notes in pairs:
            assert all(
                label["right"] < note["left"] or label["bottom"] <= note["top"]
                for label in labels
                for note in notes
                if abs(label["top"] - note["top"]) < label["height"]
            )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_stand_out_from_their_ground_and_from_one_another(
    shown: Page, scheme: Literal["light", "dark"]
) -> None:
    shown.emulate_media(color_scheme=scheme)
    expect(shown.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
    for chart in shown.locator(".jx-chart").all():
        ground = read_brightness(chart.evaluate("one => getComputedStyle(document.body).backgroundColor"))
        first = read_brightness(read_colour(chart, ".jx-mark-first path", "fill"))
        assert contrast(first, ground) >= 3
        if chart.locator(".jx-mark-second path").count():
            assert (
                contrast(read_brightness(read_colour(chart, ".jx-mark-second path", "stroke")), ground) >= 3
            )
            assert contrast(read_brightness(read_colour(chart, ".jx-mark-second path", "fill")), first) >= 3


def read_colour(chart: Any, shape: str, property_: str) -> str:
    colour: str = chart.locator(shape).first.evaluate("(one, name) => getComputedStyle(one)[name]", property_)
    return colour


def read_brightness(colour: str) -> float:
    """Work out the relative luminance of a colour, rgb() or rgba(), as WCAG defines it."""
    parts = [int(one) / 255 for one in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def test_a_chart_is_named_for_who_cannot_see_it(shown: Page) -> None:
    names = shown.get_by_role("img").evaluate_all("all => all.filter(one => one.closest('.jx-chart')).length")
    assert names == shown.locator(".jx-chart").count() > 0
    for svg in shown.locator(".jx-chart svg").all():
        title, text = (svg.get_attribute("aria-labelledby") or "").split()
        assert shown.locator(f"[id='{title}']").count() == shown.locator(f"[id='{text}']").count() == 1


def test_on_paper_a_chart_is_whole_and_dark_on_white(charted: str, page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{charted}years/2023/")
    chart = page.locator(".jx-chart").first
    assert chart.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    assert read_brightness(read_colour(chart, ".jx-mark-first path", "fill")) < 0.1
    assert read_brightness(read_colour(chart, ".jx-mark-upper text", "fill")) < 0.2
