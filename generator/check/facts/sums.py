"""What the sources of the funds table add up to, and its total row with what it lacks."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from generator.model.case import ColumnSum
from generator.model.form import Amounts, Funds, FundsSource

_COLUMNS = ("initial", "adjusted", "executed")
_LEVELS = ("中央", "省级", "市级", "区级", "县级", "本级", "上级", "地方", "其中")
"""Words in names of sources that are parts of another source and not further money."""


def add_up_columns(funds: Funds) -> Iterator[ColumnSum]:
    """Add up each column, by each way in which the total is broken down; none where a source leaves one open."""
    for sources in funds.divisions:
        for column in _COLUMNS:
            if sums := tuple(_sum_sources(sources, column)):
                yield ColumnSum(column, getattr(funds.total, column), sources[0].breakdown.strip(), sums)


def settle_total(funds: Funds) -> Amounts:
    """Take the total row; a column that is 0 or empty there over filled sources is their sum."""
    return funds.total.model_copy(update=dict(find_missing_totals(funds)))


def find_missing_totals(funds: Funds) -> Iterator[tuple[str, Decimal]]:
    """Find the columns whose total is 0 or empty over filled sources, with the sum of these."""
    seen = set()
    for one in add_up_columns(funds):
        if not one.total and one.sums[-1] > 0 and one.column not in seen:
            seen.add(one.column)
            yield one.column, one.sums[-1]


def _sum_sources(sources: Sequence[FundsSource], column: str) -> Iterator[Decimal]:
    """Sum a column over all sources, then over those that are no part of another; nothing where nobody can tell."""
    printed = [getattr(one, column) for one in sources]
    if any(amount is None and has_money(one) for amount, one in zip(printed, sources, strict=True)):
        return
    amounts = [amount or Decimal(0) for amount in printed]
    yield sum(amounts, Decimal(0))
    whole = [amount for amount, one in zip(amounts, sources, strict=True) if not _is_part(one)]
    if whole:
        yield sum(whole, Decimal(0))
    yield sum((amounts[position] for position in find_wholes(amounts)), Decimal(0))


def _is_part(source: FundsSource) -> bool:
    return any(word in source.name for word in _LEVELS)


def find_wholes(amounts: Sequence[Decimal], fewest: int = 1) -> Iterator[int]:
    """Find the positions of amounts that are no parts of one before them, which its parts make up exactly.

    `fewest` is how many parts there must be: 30 and 30 again are two sums in a sentence, and one in a table.
    """
    sums = list(accumulate(amounts, initial=Decimal(0)))
    places: defaultdict[Decimal, list[int]] = defaultdict(list)
    for place, total in enumerate(sums):
        places[total].append(place)
    position = 0
    while position < len(amounts):
        yield position
        amount, position = amounts[position], position + 1
        ends = places.get(sums[position] + amount, []) if amount else []
        later = bisect_right(ends, position + fewest - 1)
        position = ends[later] if later < len(ends) else position


def has_money(amounts: Amounts) -> bool:
    """Tell whether a row of the funds table has an amount other than zero in any column."""
    return any(getattr(amounts, column) for column in _COLUMNS)
