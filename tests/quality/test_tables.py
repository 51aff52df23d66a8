"""Every table says what it is, and every cell which row and column it belongs to, merged cells too."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.quality.kinds import find_file
from tests.render.markup import find_class, parse, text_of

PROJECT = "projects/2023/xianghuaqiao-dangqun/dangjian-gongzuo/"
FORMS = ("jx-head", "jx-goals", "jx-notes")
"""Parts of the official form without a column of names: what they hold is no list."""


@dataclass(frozen=True)
class Cell:
    """A cell, the rows and columns that it covers, and the part of the table that it lies in."""

    element: Element
    rows: range
    columns: range
    part: Element

    @property
    def text(self) -> str:
        return text_of(self.element)


def read_cells(table: Element) -> list[Cell]:
    """Lay the cells of a table out on a grid, as HTML does."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    at = 0
    for part in (one for one in table if one.tag in ("thead", "tbody", "tfoot")):
        for row in part:
            column = 0
            for element in row:
                while (at, column) in taken:
                    column += 1
                rows = range(at, at + int(element.get("rowspan", "1")))
                columns = range(column, column + int(element.get("colspan", "1")))
                taken.update((y, x) for y in rows for x in columns)
                cells.append(Cell(element, rows, columns, part))
            at += 1
    return cells


def find_headers(cell: Cell, cells: list[Cell]) -> tuple[list[str], list[str]]:
    """Find the headers of a cell by their scopes: those of its rows, and those of its columns."""
    heads = [one for one in cells if one.element.tag == "th" and one is not cell]
    of_rows = [one.text for one in heads if heads_rows(one, cell)]
    of_columns = [
        one.text
        for one in heads
        if one.element.get("scope") == "col"
        and set(one.columns) & set(cell.columns)
        and one.rows[0] < cell.rows[0]
    ]
    return of_rows, of_columns


def heads_rows(head: Cell, cell: Cell) -> bool:
    if head.columns[0] > cell.columns[0]:
        return False
    if head.element.get("scope") == "rowgroup":
        return head.part is cell.part and head.rows[0] <= cell.rows[0]
    return head.element.get("scope") == "row" and bool(set(head.rows) & set(cell.rows))


def is_number_of_row(cell: Cell, cells: list[Cell]) -> bool:
    """Tell whether a cell stands before the name of its row, as the codes of rules do."""
    return any(
        one.columns[0] == cell.columns[0] + 1 and one.element.tag == "th"
        for one in cells
        if one.rows == cell.rows
    )


def read_tables(site: Path, pages: list[str]) -> Iterator[tuple[str, Element]]:
    for page in pages:
        for table in parse(find_file(site, page).read_text(encoding="utf-8")).iter("table"):
            yield page, table


def test_every_table_has_a_caption_and_every_header_a_scope(grown: Path, pages: list[str]) -> None:
    for page, table in read_tables(grown, pages):
        (caption,) = table.iter("caption")
        assert text_of(caption), page
        scopes = {head.get("scope") for head in table.iter("th")}
        assert scopes <= {"col", "row", "rowgroup", "colgroup"}, (page, text_of(caption))


def test_every_cell_has_the_headers_of_its_row_and_its_column(grown: Path, pages: list[str]) -> None:
    for page, table in read_tables(grown, pages):
        if table.get("class", "") in FORMS:
            continue
        cells = read_cells(table)
        for cell in cells:
            if cell.element.tag == "td":
                of_rows, of_columns = find_headers(cell, cells)
                assert of_rows or is_number_of_row(cell, cells), (page, cell.text)
                assert len(of_columns) == len(cell.columns), (page, cell.text)


def test_a_row_of_the_form_has_its_three_names_as_headers(grown: Path) -> None:
    tree = parse(find_file(grown, PROJECT).read_text(encoding="utf-8"))
    cells = read_cells(find_class(tree, "jx-indicators"))
    targets = [one for one in cells if one.columns == range(3, 4) and one.element.tag == "td"]
    headers = [find_headers(one, cells) for one in targets]
    assert len(headers) == 13
    assert {len(of_rows) for of_rows, _ in headers} == {3}
    assert {tuple(of_columns) for _, of_columns in headers} == {("年度指标值",)}
    assert headers[1][0][:2] == headers[0][0][:2]
    assert headers[1][0][2] != headers[0][0][2]


def test_the_points_of_all_money_are_headed_by_its_sum(grown: Path) -> None:
    tree = parse(find_file(grown, PROJECT).read_text(encoding="utf-8"))
    cells = read_cells(find_class(tree, "jx-funds"))
    (points,) = (
        one for one in cells if one.element.tag == "td" and one.columns == range(4, 5) and one.rows[0] == 1
    )
    of_rows, of_columns = find_headers(points, cells)
    assert of_rows[0] == "年度资金总额"
    assert of_columns == ["分值"]
