"""Pages made of tables of any columns: the views that `tables.md.j2` prints."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.render import addresses
from generator.render.escaping import escape
from generator.render.views.parts import Fact, Link


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, whether it holds words rather than numbers, and whether those are few."""

    name: str
    is_words: bool = False
    is_short: bool = False

    @property
    def classes(self) -> Markup:
        """The attribute that tells the classes of its cells; empty where they have none."""
        words = "jx-words jx-short" if self.is_short else "jx-words" if self.is_words else ""
        return Markup(f' class="{words}"' if words else "")

    @property
    def attributes(self) -> Markup:
        """All attributes of its cells; a phone shows the column's name above each."""
        return self.classes + Markup(f' data-name="{escape(self.name)}"')


class Cell(NamedTuple):
    """A cell: a text, where it leads (relative to the root of the site, empty for nowhere), and small print.

    A tuple, because a large site has half a million of them.
    """

    text: Markup | str
    address: Markup = addresses.HOME
    notes: tuple[str, ...] = ()


class Row(NamedTuple):
    """A row: its first cell names it. `level` is 1 for a part of the row above, to be set in."""

    cells: tuple[Cell, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading, the heading's id and level (2 or 3), and a caption that says how it is read.

    The columns of `is_even` tables stand in line down the whole page, whatever their cells hold.
    """

    heading: str
    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    level: int = 2
    is_even: bool = False

    def lines(self) -> Iterator[tuple[Row, Cell, Iterator[tuple[Markup, Cell]]]]:
        """Each row with the cell that names it, and its other cells with the attributes of their columns."""
        attributes = [column.attributes for column in self.columns[1:]]
        for row in self.rows:
            yield row, row.cells[0], zip(attributes, row.cells[1:], strict=True)


@dataclass(frozen=True, slots=True)
class TablePage:
    """A page of tables; `notes` stand below them, and `nothing` in their place where there is none."""

    root: Markup
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    nothing: str = "这里还没有公开的自评表。"


Printed = tuple[str, str, object]
"""A page to be printed: its path in the docs folder, the name of its template, and its view."""


def row_of(*cells: Cell | Markup | str | int, level: int = 0) -> Row:
    """Make a row of cells, texts and counts."""
    return Row(
        tuple(
            one if isinstance(one, Cell) else Cell(one if isinstance(one, str) else str(one)) for one in cells
        ),
        level,
    )
