"""CSV that Excel opens: UTF-8 with a mark at its beginning, and no cell of text that Excel would take for a formula.

A text that begins with a sign of `FORMULA_SIGNS` gets an apostrophe before it, as people write it in Excel
themselves; so does one that begins with an apostrophe. Whoever reads the file with a program gets the text back by
taking one apostrophe from the beginning of every text that has one. Numbers are never changed: `-5` is no formula.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from generator.exports.cells import Figure, Row
from generator.exports.columns import PROVENANCE
from generator.model.data_table import DataTable

APOSTROPHE: Final = "'"
FORMULA_SIGNS: Final = "=+-@\t\r\n|%＝＋－＠"
"""What begins a formula in Excel, its Chinese input included, or the call of another program (`cmd|' /C …'!A0`)."""

_GUARDED: Final = frozenset(FORMULA_SIGNS + APOSTROPHE)
_MARK: Final = "\ufeff"
_END: Final = "\r\n"


def write_head(table: DataTable) -> bytes:
    """Write the first line, of the columns' names, after the mark that says UTF-8."""
    names = [column.name for column in (*table.columns, *PROVENANCE)]
    return f"{_MARK}{','.join(names)}{_END}".encode()


def write_lines(rows: Iterable[Row]) -> list[str]:
    """Write each row as a line that lacks its end."""
    writers, lines = _WRITERS, _Lines()
    csv.writer(lines, lineterminator=_END).writerows(
        [writers[type(cell)](cell) for cell in row] for row in rows
    )
    return lines


def end_lines(lines: Sequence[str], provenance: Row) -> bytes:
    """End each line with where it comes from."""
    (tail,) = write_lines([provenance])
    end = f",{tail}{_END}"
    return (end.join(lines) + end if lines else "").encode()


class _Lines(list[str]):
    """Takes what the standard library writes, which is a line at a time."""

    def write(self, line: str) -> None:
        """Take a line, and the end off it."""
        self.append(line[: -len(_END)])


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
