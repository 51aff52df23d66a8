"""Disclosure texts as a reader finds them."""

from generator.render.views.disclosure import DisclosurePage, view_disclosures
from generator.render.views.tables import TablePage
from tests.summarise.samples import ORGANISATIONS, assess
from tests.summarise.test_disclosures import gather

OVERVIEWS = gather(assess(), assess(year=2022), assess(unit="yiyuan"))
PAGES = {path: page for path, _, page in view_disclosures(OVERVIEWS, ORGANISATIONS)}


def test_the_list_shows_departments_with_those_units_that_have_a_text() -> None:
    page = PAGES["disclosure/index.md"]
    assert isinstance(page, TablePage)
    assert [(*(cell.text for cell in row.cells), row.level) for row in page.tables[0].rows] == [
        ("教育局", "2023、2022", 0),
        ("第一小学", "2023、2022", 1),
        ("卫生局", "2023", 0),
        ("医院", "2023", 1),
    ]


def test_every_link_of_the_list_leads_to_a_page() -> None:
    page = PAGES["disclosure/index.md"]
    assert isinstance(page, TablePage)
    linked = {f"{row.cells[0].address.rstrip('/')}.md" for row in page.tables[0].rows}
    assert linked == PAGES.keys() - {"disclosure/index.md"}


def test_a_page_holds_a_text_for_each_year_the_newest_first() -> None:
    page = PAGES["disclosure/units/yixiao.md"]
    assert isinstance(page, DisclosurePage)
    assert [(text.year, text.id) for text in page.texts] == [("2023", "y2023"), ("2022", "y2022")]
    assert page.texts[0].paragraphs == OVERVIEWS.units[0].years[0].paragraphs
    assert page.root == "../../../"
