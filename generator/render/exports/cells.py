"""The cells of open data: text without control signs, and numbers as exact decimal text, alike in every format."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_MILLIONTH: Final = Decimal("0.000001")


class Figure(str):
    """A number, spelled out exactly: digits, a point at most, a minus at most. `829000.00` stays as it was filed."""

    __slots__ = ()


EXACT_DIGITS: Final = 15
"""So many digits a binary float keeps of any decimal number, and Excel of any number."""

Cell = str | int | None
"""A `bool` is an `int`; a `Figure` is a `str`. None is a number that is not there; text that is not there is empty."""

Row = tuple[Cell, ...]


def write_figure(number: Decimal | None) -> Figure | None:
    """Spell a number out."""
    return None if number is None else Figure(f"{number:zf}")


def round_rate(rate: Decimal | None) -> Decimal | None:
    """Round a rate half up to a share of six places: 0.905548."""
    return None if rate is None else rate.quantize(_MILLIONTH, ROUND_HALF_UP)


def fits_float(figure: Figure) -> bool:
    """Tell whether a binary float keeps every digit."""
    if len(figure) <= EXACT_DIGITS:
        return True
    digits = figure.lstrip("-0.").replace(".", "")
    return len(digits.rstrip("0")) <= EXACT_DIGITS
