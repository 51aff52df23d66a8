"""Every kind of page is quiet, keeps to its policy, asks nobody else, and puts no barrier in a reader's way."""

from pathlib import Path

import pytest

from tests.quality.kinds import list_kinds
from tests.quality.visits import Visit

pytestmark = pytest.mark.browser

KINDS = {
    *("", "404.html", "about", "glossary", "guide", "pages/*", "profiles", "profiles/*", "rules", "rules/*"),
    *("projects/*/*/*", "years", "years/*", "departments", "departments/*", "units", "units/*"),
    *("coverage", "coverage/*", "data", "data/*", "deviations", "deviations/*", "indicators", "indicators/*"),
    *("disclosure", "disclosure/departments/*", "disclosure/units/*"),
}
"""What there must be at least."""


def test_every_page_is_of_a_kind_that_is_visited(grown: Path, pages: list[str]) -> None:
    kinds = list_kinds(grown)
    assert set(kinds) >= KINDS
    assert all(set(of_a_kind) & set(pages) for of_a_kind in kinds.values())


def test_no_page_complains_or_asks_anybody_else(visits: dict[str, Visit]) -> None:
    assert {page: one.noises for page, one in visits.items() if one.noises} == {}


def test_no_page_goes_against_the_policy(visits: dict[str, Visit]) -> None:
    assert {page: one.violations for page, one in visits.items() if one.violations} == {}


def test_axe_finds_no_barrier_on_any_kind_of_page(visits: dict[str, Visit]) -> None:
    assert {page: one.barriers for page, one in visits.items() if one.barriers} == {}
