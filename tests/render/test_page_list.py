"""The pages below the lists, as search is told of them, are those that are made, by the same names."""

import pytest

from generator.model.overview import Overviews
from generator.model.site import Edition
from generator.render import addresses
from generator.render.page_list import list_pages
from generator.render.render import Renderer
from generator.render.views import deviations
from generator.summarise import gather_overviews
from generator.summarise.totals import summarise
from tests.render.markup import read_title
from tests.render.samples import CATALOGUE, ORGANISATIONS, small_corpus


def gather() -> tuple[Overviews, dict[str, str]]:
    """The overviews of the small corpus, and the titles of their pages by address."""
    corpus, assessments, _ = small_corpus()
    overviews = gather_overviews(assessments, summarise(assessments, ORGANISATIONS), corpus)
    renderer = Renderer(corpus, CATALOGUE, Edition.PUBLIC)
    return overviews, {
        f"{path.removesuffix('.md')}/": read_title(text)
        for path, text in renderer.overview_pages(overviews)
        if not path.endswith("/index.md")
    }


@pytest.mark.parametrize(("most", "depth"), [(400, 2), (0, 4)])
def test_every_page_below_a_list_is_listed_by_its_title(
    most: int, depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deviations, "MOST_ON_A_PAGE", most)
    overviews, pages = gather()
    assert {one.address: one.title for one in list_pages(overviews, ORGANISATIONS)} == pages
    assert max(address.count("/") for address in pages if address.startswith("deviations/")) == depth


def test_what_a_page_is_about_is_listed_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deviations, "MOST_ON_A_PAGE", 0)
    overviews, _ = gather()
    kinds = {title for title, _ in addresses.WAYS_IN.values()}
    for page in list_pages(overviews, ORGANISATIONS):
        folder, *keys = page.address.rstrip("/").split("/")
        assert page.kind in kinds
        if folder == "deviations":
            assert [key for key in (page.year, page.department, page.unit) if key] == keys
        elif folder == "coverage":
            assert [page.year] == keys
        elif folder == "disclosure":
            assert keys[-1] == (page.unit or page.department)
