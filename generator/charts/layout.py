"""Measures of every chart, in units of its own width; at 390 pixels of window a unit is nine tenths of a pixel."""

from typing import Final

WIDTH: Final = 400
ROW: Final = 46
"""A row: its label, the marks below that, and words for both numbers at the right end."""

PLOT: Final = 262
"""How far the marks reach; the words begin to the right of it."""

INSET: Final = 9
"""Where a scale begins that has numbers below it, so that the first of them is not cut."""

UPPER_LINE: Final = 15
LOWER_LINE: Final = 33
"""Baselines of the text in a row."""

MIDDLE: Final = 28
"""Where the middle of the marks lies in a row."""

AXIS: Final = 21
"""Room below the rows for the numbers of a scale."""
