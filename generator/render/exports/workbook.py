"""XLSX for people: Chinese headings, words for codes, a frozen first row and filters; no formulas, no links.

XlsxWriter writes it, a row in memory at a time. Every text is written as a text, so no cell can ever be a formula. A
number is a number where Excel keeps all of its digits, else it is text. The same sheets make the same bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final, TypeGuard

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.model.data_table import CellType, Column, DataTable
from generator.render.exports.cells import Cell, Figure, Row, fits_float

_DAY: Final = datetime(1980, 1, 1)
"""When every file says that it was made: the earliest that a zip can say."""

_LONGEST_TEXT: Final = 32_767
"""How many UTF-16 units Excel takes in a cell."""

_FONT: Final = MappingProxyType({"font_name": "宋体", "font_size": 11})
"""To be given away as a copy: XlsxWriter notes down in it what it makes of it."""

_WIDE, _NARROW = 154, 98
"""Widths in pixels: of 22 digits and of 14."""

_YES_NO: Final[Mapping[Any, str]] = {True: "是", False: "否"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column of a sheet; `words` are shown for the codes in it, which makes it narrow."""

    text: str
    words: Mapping[Any, str] = field(default_factory=dict)
    is_wide: bool = True

    @classmethod
    def of(cls, column: Column[Any]) -> "Heading":
        """Head a column of a table."""
        words = _YES_NO if column.type is CellType.BOOLEAN else column.words
        text = f"{column.title}（{column.unit}）" if column.unit else column.title
        return cls(text, words, column.type is CellType.TEXT and not words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, what stands above its columns, its rows."""

    name: str
    headings: Sequence[Heading]
    rows: Sequence[Row]

    @classmethod
    def of(cls, table: DataTable[Any], rows: Sequence[Row]) -> "Sheet":
        """Show a table."""
        return cls(table.title, tuple(map(Heading.of, table.columns)), rows)


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Write a workbook; the same sheets make the same bytes."""
    with TemporaryDirectory(prefix="jixiao-") as scratch:
        file = Path(scratch, "workbook.xlsx")
        options = {"constant_memory": True, "tmpdir": scratch, "default_format_properties": dict(_FONT)}
        workbook = Workbook(file, options)
        workbook.set_properties({"created": _DAY})
        bold, plain = workbook.add_format({"bold": True}), workbook.add_format()
        for sheet in sheets:
            _write_sheet(workbook.add_worksheet(sheet.name), sheet, bold, plain)
        try:
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from None  # what the system refused
        return file.read_bytes()


def _write_sheet(page: Worksheet, sheet: Sheet, bold: Format, plain: Format) -> None:
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    for n, heading in enumerate(sheet.headings):
        page.set_column_pixels(n, n, _WIDE if heading.is_wide else _NARROW)
        page.write_string(0, n, heading.text, bold)
    for line, row in enumerate(sheet.rows, start=1):
        for n, (heading, cell) in enumerate(zip(sheet.headings, row, strict=True)):
            if cell is not None and cell != "":
                _write_cell(page, line, n, heading.words.get(cell, cell) if heading.words else cell, plain)


def _write_cell(page: Worksheet, line: int, column: int, cell: Cell, plain: Format) -> None:
    """Write a cell that has something in it."""
    if is_number(cell):
        page.write_number(line, column, Decimal(cell))
        return
    text = cut_text(str(cell))
    if text.startswith("<r>") and text.endswith("</r>"):  # XlsxWriter would take it for finished XML
        page.write_rich_string(line, column, text[:1], plain, text[1:])
    else:
        page.write_string(line, column, text)


def cut_text(text: str) -> str:
    """Cut a text where Excel takes no more, and never within a sign."""
    if len(text) * 2 <= _LONGEST_TEXT:
        return text
    return text.encode("utf-16-le")[: 2 * _LONGEST_TEXT].decode("utf-16-le", "ignore")


def is_number(cell: Cell) -> TypeGuard[Figure | int]:
    """Return whether Excel can hold a cell as a number without losing a digit of it."""
    return fits_float(cell) if isinstance(cell, Figure) else type(cell) is int
