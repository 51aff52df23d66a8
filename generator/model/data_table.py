"""The tables of open data: what each column holds, and under which names they are published below `data/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

DATA: Final = "data"
"""The folder of the downloads, on the site as in the docs folder."""

API: Final = "api/v1"
"""The folder of the single JSON documents."""

DATABASE: Final = "jixiao.sqlite"
PACKAGE: Final = "datapackage.json"


class CellType(StrEnum):
    """What a column holds; the values are the types of Frictionless and of JSON Schema alike."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"

    @property
    def word(self) -> str:
        """What people call it."""
        return _TYPE_WORDS[self]


_TYPE_WORDS = {
    CellType.TEXT: "文字",
    CellType.INTEGER: "整数",
    CellType.NUMBER: "数",
    CellType.BOOLEAN: "是否",
}


Source_contra = TypeVar("Source_contra", contravariant=True)
"""What a row is read from."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Source_contra]):
    """A column: its name for programs, its title on forms, what it means, and how its cell is read.

    `read` gives a text, a whole number, a decimal or none, or whether something holds, according to the `type`.
    `words` tells in Chinese what each code of a closed set stands for; `refers` names the table whose key it holds.
    """

    name: str
    title: str
    type: CellType
    meaning: str
    read: Callable[[Source_contra], Any]
    unit: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    refers: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class DataTable(Generic[Source_contra]):
    """A table; one that goes `by_year` is published for each year too. `key` are the columns that tell rows apart."""

    name: str
    title: str
    meaning: str
    columns: tuple[Column[Source_contra], ...]
    key: tuple[str, ...]
    by_year: bool = True

    def file(self, ending: str, year: str = "") -> str:
        """Name the file of the whole table, or of one year of it."""
        return f"{self.name}-{year}.{ending}" if year else f"{self.name}.{ending}"


def name_workbook(year: str = "") -> str:
    """Name the workbook of a year, or the one that lists the projects of all years."""
    return f"jixiao-{year}.xlsx" if year else "jixiao-projects.xlsx"


@dataclass(frozen=True, slots=True)
class DataSet:
    """All tables, and the columns that every CSV file ends with."""

    tables: tuple[DataTable[Any], ...] = ()
    ending: tuple[Column[Any], ...] = ()
