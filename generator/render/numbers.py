"""Numbers as a reader knows them: money, points and rates, ready to be printed.

All results are `Markup`: they are made of digits, separators and fixed words, so there is nothing to escape.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from markupsafe import Markup

from generator.text.numbers import count_places, write_number

NONE: Final = Markup("—")
"""What stands where there is no number."""

BLANK: Final = Markup("")
"""What stands on the form where its cell is empty."""

_CENT: Final = Decimal("0.01")


class MoneyScale(NamedTuple):
    """What sums of money are counted in: its name, and how many yuan it is."""

    unit: str
    yuan: Decimal

    def format(self, yuan: Decimal | None) -> Markup:
        """Print an amount of yuan with two decimals, rounded half up; a tiny negative one is no `-0.00`."""
        if yuan is None:
            return NONE
        return Markup(f"{(yuan / self.yuan).quantize(_CENT, ROUND_HALF_UP) + 0:,}")


WAN: Final = MoneyScale("万元", Decimal(10_000))
YI: Final = MoneyScale("亿元", Decimal(100_000_000))


def choose_scale(amounts: Iterable[Decimal | None], least: Decimal = YI.yuan) -> MoneyScale:
    """Count in 亿元 where one of some amounts is at least so many yuan, else in 万元."""
    return YI if any(one is not None and abs(one) >= least for one in amounts) else WAN


def format_money(amount: Decimal | None, absent: Markup = NONE) -> Markup:
    """Print an amount in its own unit, at least two decimals and never fewer than it has: `650,000.00`."""
    if amount is None:
        return absent
    return Markup(f"{amount:,.{max(2, count_places(amount))}f}")


def format_wan(yuan: Decimal | None) -> Markup:
    """Print an amount of yuan in 万元, as all tables of sums do: `82.90`."""
    return WAN.format(yuan)


@lru_cache(maxsize=4096)
def format_points(points: Decimal | None, absent: Markup = NONE) -> Markup:
    """Print points exactly, without zeros that say nothing: `10`, `4.5`, `9.06`."""
    if points is None:
        return absent
    return Markup(write_number(points))


def format_score(points: Decimal | None) -> Markup:
    """Print a total or an average with two decimals, rounded half up: `96.56`."""
    if points is None:
        return NONE
    return Markup(points.quantize(_CENT, ROUND_HALF_UP))


def format_rate(rate: Decimal | None) -> Markup:
    """Print an exact rate (0.905548…) as percent with two decimals, rounded half up: `90.55%`."""
    if rate is None:
        return NONE
    return Markup(f"{(rate * 100).quantize(_CENT, ROUND_HALF_UP)}%")


def format_range(low: Decimal, high: Decimal) -> Markup:
    """Print what the rule allows: one number, or `8～10`."""
    if low == high:
        return format_points(low)
    return Markup(f"{format_points(low)}～{format_points(high)}")
