"""The scale of each chart: where it begins and ends, and which of its numbers are marked."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from generator.model.chart import Chart, ChartKind

_FULL: Final = Decimal(100)
_PASS: Final = Decimal(60)
"""Scores are nearly always above the least that passes; a scale from nought would press them together."""


class Scale(NamedTuple):
    """What a chart's marks are measured by; `ticks` are the numbers written along it."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...] = ()


def choose_scale(chart: Chart) -> Scale:
    """Let bars begin at nought, and scores at 60 where none is below that."""
    numbers = list(_list_numbers(chart))
    if chart.kind is not ChartKind.SCORES:
        return Scale(Decimal(0), max(numbers, default=Decimal(0)) or Decimal(1))
    low = _PASS if min(numbers, default=_FULL) >= _PASS else min([*numbers, Decimal(0)])
    high = max([*numbers, _FULL])
    step = Decimal(10) if low == _PASS else Decimal(20)
    ticks = (low + step * n for n in range(int((high - low) / step) + 1))
    return Scale(low, high, tuple(ticks))


def _list_numbers(chart: Chart) -> Iterator[Decimal]:
    return (number for row in chart.rows for number in (row.first, row.second) if number is not None)
