"""Read the text of a cell, whatever someone wrote there, into a value."""

from functools import lru_cache

from generator.model.value import Empty, Value, Words
from generator.score.values.compounds import read_compound
from generator.score.values.deadlines import read_deadline
from generator.score.values.normalising import normalise_text
from generator.score.values.placeholders import MARKS, says_nothing
from generator.score.values.quantities import read_quantity
from generator.score.values.ranges import read_between

MAX_LENGTH = 300
"""Longer cells are prose; the longest compound seen has 85 characters."""


def read_value(text: str) -> Value:
    """Read a target (年度指标值) or an actual value (实际完成值).

    A total function: any text becomes a value, `Words` at worst, never an exception, in time linear in its length.
    A number is read only where the text is a number with what belongs to it; a false number is worse than words.
    """
    shown = text.strip()
    if len(shown) > MAX_LENGTH:
        return Words(shown) if shown.strip(MARKS) else Empty(shown)
    return _read_cell(shown)


@lru_cache(maxsize=32_768)
def _read_cell(shown: str) -> Value:
    plain = normalise_text(shown)
    if says_nothing(plain):
        return Empty(shown)
    return (
        read_deadline(plain)
        or read_quantity(plain)
        or read_between(plain)
        or read_compound(plain)
        or Words(shown)
    )
