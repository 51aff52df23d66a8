"""Read the text of a cell, whatever someone wrote there, into a value."""

import re
from functools import lru_cache

from generator.model.value import Compound, Empty, Part, Quantity, Value, Words
from generator.values.deadlines import read_deadline
from generator.values.normalising import normalise_text
from generator.values.quantities import Piece, read_piece
from generator.values.units import CANONICAL, SHARES

MAX_LENGTH = 300
"""Longer cells are prose; the longest compound seen has 85 characters."""

_CUTS = re.compile(r"[;；、。+\n]|(?<![0-9]),|,(?![0-9]{3}(?![0-9]))")
_MARKS = "-./\\…。·、,;:*?×_|~^#()[]=≥≤<>%‰'\"“”□○"
_PLACEHOLDER = re.compile(r"[xX×*_□○?…]+")
_SIGNED = re.compile(r"[<>=≥≤]+")


def read_value(text: str) -> Value:
    """Read a target (年度指标值) or an actual value (实际完成值).

    A total function: any text becomes a value, `Words` at worst, never an exception, in time linear in its length.
    """
    return _read_prose(text) if len(text) > MAX_LENGTH else _read_cell(text)


def _read_prose(text: str) -> Value:
    """Read a long text without remembering it."""
    shown = text.strip()
    return Words(shown) if shown.strip(_MARKS) else Empty(shown)


@lru_cache(maxsize=32_768)
def _read_cell(text: str) -> Value:
    plain = normalise_text(text)
    if _says_nothing(plain):
        return Empty(text.strip())
    return read_deadline(plain) or _read_quantity(plain) or _read_compound(plain) or Words(text.strip())


def _says_nothing(plain: str) -> bool:
    """Tell whether a text is empty, only marks, or a placeholder of the template such as `≥**人`."""
    if not plain.strip(_MARKS):
        return True
    signed = _SIGNED.match(plain)
    rest = plain[signed.end() :] if signed else plain
    placeholder = _PLACEHOLDER.match(rest)
    unit = rest[placeholder.end() :] if placeholder else rest
    if unit not in CANONICAL and unit not in SHARES and unit:
        return False
    return bool(signed or (placeholder and len(placeholder[0]) > 1))


def _read_quantity(plain: str) -> Quantity | Compound | None:
    """Read a text with a single number; one with a label (`培训人数120人`) is a compound of one part."""
    piece = read_piece(plain)
    if piece is None:
        return None
    return Compound((_make_part(piece),)) if piece.label else piece.quantity


def _read_compound(plain: str) -> Compound | None:
    """Read several quantities in one cell; None unless every piece holds one."""
    texts = [text for text in _CUTS.split(plain) if text]
    pieces = [read_piece(text) for text in texts] if len(texts) > 1 else []
    found = [piece for piece in pieces if piece]
    return Compound(tuple(map(_make_part, found))) if found and len(found) == len(pieces) else None


def _make_part(piece: Piece) -> Part:
    """Name a part by what stands before its number and after its unit."""
    return Part(piece.label + piece.quantity.noun, piece.quantity)
