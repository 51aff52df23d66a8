"""Numbers as people write them in a sentence: no exponent, no idle zeros, separators in sums of money."""

from decimal import Decimal


def write_number(number: Decimal) -> str:
    """Write a number: 95.50 as `95.5`, 1E+2 as `100`."""
    return f"{number.normalize():f}"


def write_money(amount: Decimal) -> str:
    """Write an amount with thousands separators: 829000.00 as `829,000`."""
    return f"{amount.normalize():,f}"


def write_percent(share: Decimal) -> str:
    """Write a share as percent with at most two decimals: 0.25 as `25%`, 0.905548 as `90.55%`."""
    return f"{write_number(round(share * 100, 2))}%"
