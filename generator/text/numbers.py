"""Numbers as people write them in a sentence: no exponent, no idle zeros, separators in sums of money."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from generator.model.assessment import Verifiability


@lru_cache(maxsize=16_384)
def write_number(number: Decimal) -> str:
    """Write a number: 95.50 as `95.5`, 1E+2 as `100`, nothing less than zero as `0`."""
    return f"{number.normalize():zf}"


def write_money(amount: Decimal) -> str:
    """Write an amount with thousands separators: 829000.00 as `829,000`."""
    return f"{amount.normalize():z,f}"


def write_percent(share: Decimal) -> str:
    """Write a share as percent with at most two decimals, rounded half up: 0.25 as `25%`, 0.905548 as `90.55%`."""
    return f"{write_number((share * 100).quantize(Decimal('0.01'), ROUND_HALF_UP))}%"


def count_places(number: Decimal) -> int:
    """Count the decimals that say something: one of 95.50, none of 1E+2."""
    return max(0, -int(number.normalize().as_tuple().exponent))


def write_hundredths(number: Decimal) -> str:
    """Write a number with two decimals, rounded half up, and separators: 1234.565 as `1,234.57`."""
    return f"{number.quantize(Decimal('0.01'), ROUND_HALF_UP):,}"


def write_verifiability(points: Verifiability) -> str:
    """Write how much is known of some points, as clauses without a full stop."""
    if not points.points:
        return "不设分值"
    details = (
        (points.agreeing, "与自评一致"),
        (points.differing, "与自评不同"),
        (points.unclaimed, "自评未填"),
    )
    told = [f"{write_number(number)} 分{words}" for number, words in details if number]
    computed = f"复算过 {write_number(points.computed)} 分（{'，'.join(told)}）" if told else "没有复算过的"
    rest = ((points.judged, "只能由单位判断"), (points.unassessed, "未评"))
    clauses = (computed, *(f"{words} {write_number(number)} 分" for number, words in rest if number))
    return f"{write_number(points.points)} 分里{'，'.join(clauses)}"
