"""The page of downloads and the data dictionary."""

from generator.model.site import Edition
from generator.render.exports import DATA_SET
from generator.render.render import Renderer
from generator.render.views.data import view_data, view_dictionary
from tests.render.exports.samples import export_small
from tests.render.samples import CATALOGUE, SITE, small_corpus


def test_every_download_is_there() -> None:
    view, files = view_data(DATA_SET, small_corpus()[1], SITE), export_small()
    links = [link for row in view.downloads for link in (row.workbook, *row.csv, *row.json)]
    named = {str(link.address) for link in (*links, view.database, view.package)}
    assert named == {path for path in files if path.startswith("data/")}
    assert f"{view.api}index.json" in files
    assert f"{view.api}schema.json" in files


def test_newest_year_comes_first_and_all_years_last() -> None:
    view = view_data(DATA_SET, small_corpus()[1], SITE)
    counts = [(row.label, row.projects, row.indicators) for row in view.downloads]
    assert counts == [("2023 年度", 2, 8), ("2022 年度", 1, 4), ("全部年度", 3, 12)]


def test_dictionary_explains_every_column() -> None:
    view = view_dictionary(DATA_SET)
    explained = [(table.id, column.name) for table in view.tables for column in table.columns]
    assert explained == [(table.name, column.name) for table in DATA_SET.tables for column in table.columns]
    assert all(column.title and column.type for table in view.tables for column in table.columns)
    assert [column.name for column in view.ending] == [column.name for column in DATA_SET.ending]


def test_dictionary_tells_what_codes_stand_for_and_in_what_numbers_are() -> None:
    columns = {(t.id, c.name): c for t in view_dictionary(DATA_SET).tables for c in t.columns}
    assert "withdrawn 已撤回" in columns["projects", "status"].meaning
    assert columns["funds", "initial"].unit == "元"
    assert columns["projects", "lowered"].meaning.endswith("true 是、false 否")


def test_pages_are_tables_and_not_the_marks_of_tables() -> None:
    corpus, assessments, _ = small_corpus()
    pages = dict(Renderer(corpus, CATALOGUE, Edition.PUBLIC).data_pages(DATA_SET, assessments))
    dictionary = pages["data/dictionary.md"]
    assert dictionary.count("<tbody>") == len(DATA_SET.tables) + 1
    assert "&#60;" not in dictionary
    assert '<a href="../data/jixiao-2023.xlsx" download>全部表格</a>' in pages["data/index.md"]
