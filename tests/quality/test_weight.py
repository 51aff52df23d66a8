"""How much a first visit costs a reader: everything that the page asks for, compressed as servers send it."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.quality.kinds import find_file, list_kinds

HEAVIEST_PAGE = 60_000
"""Bytes of HTML that a project's page may have."""
HEAVIEST_VISIT = 350_000
"""Bytes that everything may have that a first visit asks for, compressed."""
WEIGHED = ("", "explore", "projects/*/*/*", "years/*", "departments/*", "units/*", "updates", "data")
"""The kinds of pages that readers come to first; of each, the page with the most in it."""
LEVEL = 6
"""How hard servers try when they compress."""


def test_no_page_of_a_project_is_too_heavy(grown: Path, pages: list[str]) -> None:
    sizes = {page: find_file(grown, page).stat().st_size for page in pages if page.startswith("projects/")}
    assert len(sizes) > 4
    assert {page: size for page, size in sizes.items() if size > HEAVIEST_PAGE} == {}


@pytest.mark.browser
def test_no_first_visit_is_too_heavy(browser: Browser, address: str, grown: Path) -> None:
    kinds = list_kinds(grown)
    weights = {kind: weigh_visit(browser, address + kinds[kind][0]) for kind in WEIGHED}
    assert min(weights.values()) > 20_000  # there is a style sheet and a script at least
    assert {kind: weight for kind, weight in weights.items() if weight > HEAVIEST_VISIT} == {}


def weigh_visit(browser: Browser, address: str) -> int:
    """Add up what a browser that has been nowhere yet gets for an address."""
    page = browser.new_page()
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    weight = sum(len(gzip.compress(answer.body(), LEVEL)) for answer in answers)
    page.close()
    return weight
