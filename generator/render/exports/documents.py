"""JSON: rows as objects by the names of their columns, numbers as JSON numbers with every digit they have.

A row is written once, and stands so in the files of tables as in the documents of projects, units and years.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from json.encoder import encode_basestring
from typing import Any, Final

from generator.model.data_table import DataTable
from generator.render.exports.cells import Figure, Row

_WRITERS: Final[Mapping[type, Callable[[Any], str]]] = {
    str: encode_basestring,
    int: str,
    Figure: str,
    bool: lambda cell: "true" if cell else "false",
    type(None): lambda _: "null",
}


SEPARATOR: Final = ",\n"
"""What stands between two rows."""


class RowWriter:
    """Writes the rows of one table as JSON objects."""

    def __init__(self, table: DataTable[Any]) -> None:
        """Lay out the names of the columns once."""
        self._layout = "{" + ",".join(f'"{column.name}":%s' for column in table.columns) + "}"

    def write(self, rows: Iterable[Row]) -> list[str]:
        """Write each row."""
        layout, writers = self._layout, _WRITERS
        return [layout % tuple([writers[type(cell)](cell) for cell in row]) for row in rows]


def write_json(value: object) -> str:
    """Write what is no row."""
    return json.dumps(value, ensure_ascii=False)


def write_array(lines: Sequence[str]) -> str:
    """Write finished objects as an array, one a line, so that a difference between two versions can be read."""
    return f"[\n{SEPARATOR.join(lines)}\n]" if lines else "[]"


def write_document(members: Mapping[str, str]) -> bytes:
    """Write an object of finished members, one a line."""
    return ("{\n" + ",\n".join(f'"{name}": {text}' for name, text in members.items()) + "\n}\n").encode()


def write_table(table: DataTable[Any], about: str, rows: bytes) -> bytes:
    """Write the file of a table out of its finished rows, which are separated already."""
    head = f'{{\n"about": {about},\n"table": "{table.name}",\n"rows": ['.encode()
    return b"".join((head, b"\n", rows, b"\n]\n}\n")) if rows else head + b"]\n}\n"
