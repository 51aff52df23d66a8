"""Line and column of a key path in a TOML text, found late and only for what is reported.

The text may be broken or hostile: what can be understood of it is placed, and nothing here recurses.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import tomli

if TYPE_CHECKING:
    from tree_sitter import Node

_STEP = re.compile(r"""\[([0-9]+)\]|"((?:[^"\\]|\\.)*)"|([^.\[\]"]+)""")

_KEYS = ("bare_key", "quoted_key", "dotted_key")

Step = str | int


@dataclass(slots=True)
class Spot:
    """A key or a row: where it is first written (row and byte column from 0), and what lies below it."""

    row: int
    column: int
    below: dict[Step, Spot] = field(default_factory=dict)
    rows: int = 0

    def enter(self, step: Step, node: Node) -> Spot:
        """Go down one step; a step that is new is written at this node."""
        spot = self.below.get(step)
        if spot is None:
            spot = self.below[step] = Spot(*node.start_point)
        return spot

    def add_row(self, node: Node) -> Spot:
        """Start the next row of an array."""
        self.rows += 1
        return self.enter(self.rows - 1, node)

    def last_row(self) -> Spot:
        """Go to the row that a header below an array of tables belongs to; stay where there are no rows."""
        return self.below[self.rows - 1] if self.rows else self


def locate(text: str, key: str) -> tuple[int, int]:
    """Find line and column of a key path such as `indicators[3].score`, from 1; columns are characters.

    A key that is not written gets the place of the nearest one above it that is, at worst the file's start.
    """
    spot, lines = _index_text(text)
    start = spot
    for step in split_key(key):
        below = spot.below.get(step)
        if below is None:
            break
        spot = below
    if spot is start:
        return 1, 1
    return spot.row + 1, _count_characters(lines[spot.row])[spot.column] + 1


@lru_cache(maxsize=4)
def _count_characters(line: bytes) -> Sequence[int]:
    """Count the characters before each byte of a line, once: a line may hold a whole file, and all its findings."""
    return array("I", accumulate((byte & 0xC0 != 0x80 for byte in line), initial=0))


def split_key(key: str) -> Iterator[Step]:
    """Take a key path apart: `funds.sources[1]."金 额"` into `funds`, `sources`, 1, `金 额`."""
    for index, quoted, bare in _STEP.findall(key):
        if index:
            yield int(index)
        else:
            yield bare or re.sub(r"\\(.)", r"\1", quoted)


@lru_cache(maxsize=4)
def _index_text(text: str) -> tuple[Spot, list[bytes]]:
    """Place every key of a text, and split it into lines; kept for the other findings of the same file."""
    from tree_sitter import Language, Parser  # noqa: PLC0415 (loaded only when something is to be reported)
    from tree_sitter_toml import language  # noqa: PLC0415

    content = text.encode("utf-8", "replace")
    root = Spot(0, 0)
    _place_keys(Parser(Language(language())).parse(content).root_node, root)
    return root, content.split(b"\n")


def _place_keys(document: Node, root: Spot) -> None:
    """Walk the syntax tree with a stack; what the parser could not understand is walked like any table."""
    pending = [(document, root)]
    while pending:
        node, spot = pending.pop()
        below = [_place_child(child, node, spot, root) for child in node.named_children]
        pending += [entry for entry in reversed(below) if entry is not None]


def _place_child(child: Node, parent: Node, spot: Spot, root: Spot) -> tuple[Node, Spot] | None:
    """Place one node below a table or an array; what has to be walked next is handed back with its spot."""
    if child.type == "comment":
        return None
    if parent.type == "array":
        return child, spot.add_row(child)
    if child.type == "pair":
        return _place_pair(child, spot)
    if child.type in ("table", "table_array_element"):
        return _place_header(child, root)
    return (child, spot) if child.type == "ERROR" else None


def _place_pair(pair: Node, spot: Spot) -> tuple[Node, Spot] | None:
    for part in _list_parts(pair):
        spot = spot.enter(_read_part(part), part)
    values = [child for child in pair.named_children if child.type in ("array", "inline_table")]
    return (values[-1], spot) if values else None


def _place_header(header: Node, root: Spot) -> tuple[Node, Spot]:
    """Place a table's header; on its way down it enters the last row of each array of tables."""
    spot = root
    part = header
    for part in _list_parts(header):
        spot = spot.last_row().enter(_read_part(part), part)
    return header, spot.add_row(part) if header.type == "table_array_element" else spot


def _list_parts(node: Node) -> list[Node]:
    """List the parts of the key that a pair or a header begins with; dotted keys nest to the left."""
    parts: list[Node] = []
    pending = [child for child in node.named_children if child.type in _KEYS][:1]
    while pending:
        key = pending.pop()
        if key.type == "dotted_key":
            pending += key.named_children
        else:
            parts.append(key)
    return parts[::-1]


def _read_part(part: Node) -> str:
    written = (part.text or b"").decode("utf-8", "replace")
    if part.type == "bare_key":
        return written
    try:
        return next(iter(tomli.loads(f"{written} = 0")))
    except tomli.TOMLDecodeError:
        return written[1:-1]
