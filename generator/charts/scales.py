"""The scale of each chart: where it begins and ends, and which of its numbers are marked."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from generator.model.chart import Chart, ChartKind

_FULL: Final = Decimal(100)
_PASS: Final = Decimal(60)
"""Scores are nearly always above the least that passes; a scale from nought would press them together."""

_MOST_TICKS: Final = 6


class Scale(NamedTuple):
    """What a chart's marks are measured by; `ticks` are the numbers written along it."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...] = ()


def choose_scale(chart: Chart) -> Scale:
    """Let bars begin at nought, and scores at 60 where all lie between that and 100."""
    numbers = list(_list_numbers(chart))
    if chart.kind is not ChartKind.SCORES:
        return Scale(Decimal(0), max(numbers, default=Decimal(0)) or Decimal(1))
    usual = all(_PASS <= one <= _FULL for one in numbers)
    low = _PASS if usual else min([*numbers, Decimal(0)])
    high = max([*numbers, _FULL])
    step = _choose_step(high - low)
    return Scale(low, high, tuple(low + step * n for n in range(int((high - low) / step) + 1)))


def _choose_step(span: Decimal) -> Decimal:
    """Choose the least of 10, 20, 50, 100 … with which all ticks have room; anyone may claim 9999 points."""
    power = max(1, span.adjusted())
    steps = (Decimal(first).scaleb(power + more) for more in (-1, 0) for first in (1, 2, 5))
    return next(step for step in steps if step >= 10 and span / step <= _MOST_TICKS)


def _list_numbers(chart: Chart) -> Iterator[Decimal]:
    return (number for row in chart.rows for number in (row.first, row.second) if number is not None)
