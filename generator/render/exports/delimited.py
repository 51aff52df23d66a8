"""CSV that Excel opens: UTF-8 with a mark at its beginning, and no cell of text that Excel would take for a formula.

A text that begins with a sign of `FORMULA_SIGNS` gets an apostrophe before it, as people write it in Excel
themselves; so does one that begins with an apostrophe. Whoever reads the file with a program gets the text back by
taking one apostrophe from the beginning of every text that has one. Numbers are never changed: `-5` is no formula.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from io import StringIO
from typing import Any, Final

from generator.model.data_table import DataTable
from generator.render.exports.cells import Figure, Row
from generator.render.exports.columns import PROVENANCE

APOSTROPHE: Final = "'"
FORMULA_SIGNS: Final = "=+-@\t\r\n|%＝＋－＠"
"""What begins a formula in Excel, its Chinese input included, or the call of another program (`cmd|' /C …'!A0`)."""

_GUARDED: Final = frozenset(FORMULA_SIGNS + APOSTROPHE)
_MARK: Final = "\ufeff"


def write_head(table: DataTable[Any]) -> bytes:
    """Write the first line, of the columns' names, after the mark that says UTF-8."""
    names = [column.name for column in (*table.columns, *PROVENANCE)]
    return f"{_MARK}{','.join(names)}\r\n".encode()


def write_lines(rows: Iterable[Row], provenance: Row) -> str:
    """Write rows, each with where it comes from at its end."""
    text = StringIO(newline="")
    tail = _write_cells(provenance)
    csv.writer(text).writerows(_write_cells(row) + tail for row in rows)
    return text.getvalue()


def _write_cells(row: Row) -> list[str]:
    writers = _WRITERS
    return [writers[type(cell)](cell) for cell in row]


def guard(text: str) -> str:
    """Keep a text from being taken for a formula."""
    return APOSTROPHE + text if text[:1] in _GUARDED else text


_WRITERS: Final[Mapping[type, Callable[[Any], str]]] = {
    str: guard,
    int: str,
    Figure: str,
    bool: lambda cell: "true" if cell else "false",
    type(None): lambda _: "",
}
