"""One SQLite file of everything, with keys and indexes; the same rows make the same bytes.

Columns of numbers have no declared type, so that each number is kept exactly: as an integer or a float where that
has all of its digits, else as text. Datasette and SQLite sort and add up the former as usual.
"""

import errno
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from tempfile import gettempdir
from typing import Any, Final

from generator.model.data_table import CellType, Column, DataTable
from generator.render.exports.cells import Figure, Row, fits_float
from generator.render.exports.columns import TABLES

_TYPES: Final = {
    CellType.TEXT: "TEXT",
    CellType.INTEGER: "INTEGER",
    CellType.BOOLEAN: "INTEGER",
    CellType.NUMBER: "",
}
_SURE_INTEGER: Final = 18
"""So many signs of a whole number always fit into 64 bits."""

_KEYS: Final = {table.name: table.key[0] for table in TABLES}
_PICKED_BY: Final = ("year", "grade", "outcome", "severity")
"""Columns by which people pick rows, beside those that refer to other tables."""


class Database:
    """A database in the making; to be closed."""

    def __init__(self, about: Mapping[str, str]) -> None:
        """Make the tables, and one (`about`) of where the data comes from."""
        self._connection = sqlite3.connect("", isolation_level=None)  # one on the disk that nobody else sees
        self._connection.execute("BEGIN")
        for table in TABLES:
            self._connection.execute(_declare(table))
        self._connection.execute(
            "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
        )
        self._connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())

    def add(self, table: DataTable[Any], rows: Iterable[Row]) -> None:
        """Put rows into a table."""
        places = ", ".join("?" * len(table.columns))
        with _naming_full_disk():
            self._connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", _convert(rows))

    def finish(self) -> bytes:
        """Make the indexes, and give the file."""
        with _naming_full_disk():
            for statement in _list_indexes(TABLES):
                self._connection.execute(statement)
            self._connection.execute("COMMIT")
            return self._connection.serialize()

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()


@contextmanager
def _naming_full_disk() -> Iterator[None]:
    """Let a full disk be the system's refusal that it is elsewhere too."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, str(error), gettempdir()) from error


def _declare(table: DataTable[Any]) -> str:
    lines = [
        *(_declare_column(column) for column in table.columns),
        f"PRIMARY KEY ({', '.join(table.key)})",
        *(
            f"FOREIGN KEY ({column.name}) REFERENCES {column.refers} ({_KEYS[column.refers]})"
            for column in table.columns
            if column.refers
        ),
    ]
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n) WITHOUT ROWID"


def _declare_column(column: Column[Any]) -> str:
    return f"{column.name} {_TYPES[column.type]}".rstrip() + (" NOT NULL" if column.required else "")


def _list_indexes(tables: Sequence[DataTable[Any]]) -> Iterator[str]:
    for table in tables:
        for column in table.columns:
            is_led_by = column.name == table.key[0]
            if not is_led_by and (column.refers or column.name in _PICKED_BY):
                yield f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})"


def _convert(rows: Iterable[Row]) -> Iterator[Sequence[Any]]:
    for row in rows:
        yield [spell_exactly(cell) if type(cell) is Figure else cell for cell in row]


def spell_exactly(figure: Figure) -> int | float | str:
    """Turn a number into what SQLite holds without losing a digit."""
    if "." not in figure and len(figure) <= _SURE_INTEGER:
        return int(figure)
    return float(figure) if fits_float(figure) else str(figure)
