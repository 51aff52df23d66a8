"""The files that go over all years, gathered year by year: what was written for a year is not written again."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, Final

from generator.model.data_table import DATA, DATABASE, PACKAGE, DataTable, name_workbook
from generator.render.exports.cells import Row
from generator.render.exports.columns import PROJECTS, TABLES
from generator.render.exports.database import Database
from generator.render.exports.delimited import write_head
from generator.render.exports.documents import SEPARATOR, write_json, write_table
from generator.render.exports.package import Digest, describe_package
from generator.render.exports.workbook import Sheet, write_workbook

File = tuple[str, bytes]
"""A file: its path from the root of the site, and its content."""

_KEPT_IN_MEMORY: Final = 1 << 20
_BETWEEN: Final = SEPARATOR.encode()


class Whole:
    """Gathers rows of all years; what is large waits on the disk. To be used in a `with`."""

    def __init__(self, about: Mapping[str, Any], about_sheet: Sheet) -> None:
        """Begin with nothing; `about` is said in every file."""
        self._about, self._about_sheet = about, about_sheet
        self._stack = ExitStack()
        self._database = Database(_flatten(about))
        self._stack.callback(self._database.close)
        self._csv = {table.name: self._stack.enter_context(_open_spool()) for table in TABLES}
        self._json = {table.name: self._stack.enter_context(_open_spool()) for table in TABLES}
        self._projects: list[Row] = []

    def __enter__(self) -> "Whole":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def add(self, table: DataTable[Any], rows: Sequence[Row], delimited: bytes, objects: bytes) -> None:
        """Take rows of a table, as they are and as CSV and JSON write them."""
        self._database.add(table, rows)
        self._csv[table.name].write(delimited)
        gathered = self._json[table.name]
        if objects and gathered.tell():
            gathered.write(_BETWEEN)
        gathered.write(objects)
        if table is PROJECTS:
            self._projects += rows

    def finish(self) -> Iterator[File]:
        """Make the files, one after the other."""
        digests = []
        for table in TABLES:
            content = write_head(table) + _take(self._csv[table.name])
            digests.append((table, Digest.of(content)))
            yield f"{DATA}/{table.file('csv')}", content
            content = write_table(table, write_json(self._about), _take(self._json[table.name]))
            yield f"{DATA}/{table.file('json')}", content
        yield f"{DATA}/{PACKAGE}", f"{write_json(describe_package(self._about, digests))}\n".encode()
        sheets = (self._about_sheet, Sheet.of(PROJECTS, self._projects))
        yield f"{DATA}/{name_workbook()}", write_workbook(sheets)
        yield f"{DATA}/{DATABASE}", self._database.finish()


def _open_spool() -> "SpooledTemporaryFile[bytes]":
    return SpooledTemporaryFile(_KEPT_IN_MEMORY)


def _take(spool: "SpooledTemporaryFile[bytes]") -> bytes:
    """Take all that was gathered, and let go of it."""
    spool.seek(0)
    content = spool.read()
    spool.close()
    return content


def _flatten(about: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Write what is said of all data as pairs of texts: `licence.name` → `CC BY 4.0`."""
    pairs: dict[str, str] = {}
    for name, value in about.items():
        if isinstance(value, Mapping):
            pairs |= _flatten(value, f"{prefix}{name}.")
        else:
            pairs[prefix + name] = value or ""
    return pairs
