"""How much room rows of the form take on paper, estimated by counting characters: what can stay together on a sheet.

Nothing is measured, so that every machine comes to the same result; the columns are those of `site.css` on A4.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from generator.model.form import Indicator

_WORDY: Final = 150
"""So many characters of an explanation make its column wide."""

_TOGETHER: Final = 20
"""So many lines of a group are kept on one sheet; with more, sheets would be left half empty."""

_SHEET: Final = 38
"""So many lines a sheet has room for below the head of the table."""

_NAME, _VALUE, _EXPLANATION, _WIDE_EXPLANATION, _FORMULA = 11, 9, 11, 27, 13
"""So many characters a line of each column takes."""


class Room(NamedTuple):
    """What paper does to a row: its group may be divided between sheets (`loose`), or even itself (`endless`)."""

    loose: bool
    endless: bool


def is_wordy(indicators: Iterable[Indicator]) -> bool:
    """Tell whether explanations are so long that they need a wide column."""
    return any(len(one.explanation) > _WORDY for one in indicators)


def plan_rows(indicators: Sequence[Indicator], formulas: Sequence[str]) -> tuple[Room, ...]:
    """Plan for each row, beside the formula in its last cell, what happens to it on paper."""
    explanation = _WIDE_EXPLANATION if is_wordy(indicators) else _EXPLANATION
    lines = [
        _count_lines(row, formula, explanation) for row, formula in zip(indicators, formulas, strict=True)
    ]
    return tuple(_plan(indicators, lines))


def _plan(indicators: Sequence[Indicator], lines: Sequence[int]) -> Iterator[Room]:
    numbered = zip(indicators, lines, strict=True)
    for _, group in groupby(numbered, key=lambda one: (one[0].level1, one[0].level2)):
        counts = [count for _, count in group]
        loose = sum(counts) + len(counts) / 2 > _TOGETHER  # the padding of two rows is a line
        yield from (Room(loose, count > _SHEET) for count in counts)


def _count_lines(row: Indicator, formula: str, explanation: int) -> int:
    """Count the lines of a row: those of its longest cell."""
    return max(
        _fold(row.name, _NAME),
        _fold(row.target, _VALUE),
        _fold(row.actual, _VALUE),
        _fold(row.explanation, explanation),
        _fold(formula, _FORMULA),
    )


def _fold(text: str, width: int) -> int:
    return text.count("\n") + -(-len(text) // width)
