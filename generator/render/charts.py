"""Charts as static SVG: bars of money and counts, dots of scores; colour and size come from the style sheet."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from generator.model.chart import Chart, ChartKind, ChartRow
from generator.text.numbers import write_number

WIDTH: Final = 400
"""All measures are in units of a chart's own width; at 390 pixels of window a unit is nine tenths of a pixel."""

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

_DOT: Final = "M4.7,0A4.7,4.7,0,1,1,-4.7,0A4.7,4.7,0,1,1,4.7,0"
_BARS: Final = {ChartKind.MONEY: (("second", 14), ("first", 8)), ChartKind.COUNTS: (("first", 12),)}
"""The bars of a row, the lower one first, and how thick they are."""

_FULL: Final = Decimal(100)
_PASS: Final = Decimal(60)
"""Scores are nearly always above the least that passes; a scale from nought would press them together."""

_MOST_TICKS: Final = 6


class Scale(NamedTuple):
    """What a chart's marks are measured by; `ticks` are the numbers written along it."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...] = ()

    def place(self, number: Decimal, start: int = 0) -> str:
        """Return how far from the left a number lies on a scale that begins at `start`, to a tenth of a unit."""
        share = float(number - self.low) / float(self.high - self.low)
        return f"{start + share * (PLOT - start):.1f}".removesuffix(".0")


def choose_scale(chart: Chart) -> Scale:
    """Let bars begin at nought, and scores at 60 where all lie between that and 100."""
    numbers = [number for row in chart.rows for number in (row.first, row.second) if number is not None]
    if chart.kind is not ChartKind.SCORES:
        return Scale(Decimal(0), max(numbers, default=Decimal(0)) or Decimal(1))
    usual = all(_PASS <= number <= _FULL for number in numbers)
    low = _PASS if usual else min([*numbers, Decimal(0)])
    high = max([*numbers, _FULL])
    step = _choose_step(high - low)
    return Scale(low, high, tuple(low + step * n for n in range(int((high - low) / step) + 1)))


def _choose_step(span: Decimal) -> Decimal:
    """Choose the least of 10, 20, 50, 100 … with which all ticks have room; anyone may claim 9999 points."""
    power = max(1, span.adjusted())
    steps = (Decimal(first).scaleb(power + more) for more in (-1, 0) for first in (1, 2, 5))
    return next(step for step in steps if step >= 10 and span / step <= _MOST_TICKS)


def draw_chart(chart: Chart) -> Markup:
    """Draw a chart as an SVG element; without rows as nothing."""
    if not chart.rows:
        return Markup()
    scale = choose_scale(chart)
    height = len(chart.rows) * ROW + (AXIS if scale.ticks else 0)
    named = ((name, "".join(shapes)) for name, shapes in _list_marks(chart, scale))
    marks = "".join(f'<g class="jx-mark-{name}">{shapes}</g>' for name, shapes in named if shapes)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' aria-labelledby="{chart.id}-title {chart.id}-text">'
        f'<title id="{chart.id}-title">{escape(chart.title)}</title>'
        f'<desc id="{chart.id}-text">{escape(chart.description)}</desc>{marks}</svg>'
    )


def _list_marks(chart: Chart, scale: Scale) -> Iterator[tuple[str, Iterator[str]]]:
    """List the shapes of a chart by the name of their mark, those below first."""
    for name, thickness in _BARS.get(chart.kind, ()):
        yield name, _draw_bars(chart, scale, name, thickness)
    if chart.kind is ChartKind.SCORES:
        yield from _list_dots(chart, scale)
    yield (
        "label",
        (
            f'<text y="{y + UPPER_LINE}">{escape(row.label)}</text>'
            for y, row in _place_rows(chart)
            if row.label
        ),
    )
    yield "upper", _write_notes(chart, 0, UPPER_LINE)
    yield "lower", _write_notes(chart, 1, LOWER_LINE)


def _draw_bars(chart: Chart, scale: Scale, name: str, thickness: int) -> Iterator[str]:
    for y, number in _list_numbers(chart, name):
        length = scale.place(number)
        yield f'<path d="M0,{y + MIDDLE - thickness // 2}h{length}v{thickness}h-{length}Z"/>'


def _list_dots(chart: Chart, scale: Scale) -> Iterator[tuple[str, Iterator[str]]]:
    """List the lines and numbers of a scale, and the dots upon it."""
    bottom = len(chart.rows) * ROW
    spots = [(scale.place(tick, INSET), tick) for tick in scale.ticks]
    yield "grid", (f'<line transform="translate({x},{bottom})" x2="0" y2="-{bottom}"/>' for x, _ in spots)
    yield (
        "tick",
        (
            f'<text transform="translate({x},{bottom + UPPER_LINE})" text-anchor="middle">{write_number(tick)}</text>'
            for x, tick in spots
        ),
    )
    yield (
        "track",
        (
            f'<line transform="translate({INSET},{y + MIDDLE})" x2="{PLOT - INSET}" y2="0"/>'
            for y, _ in _place_rows(chart)
        ),
    )
    for name in ("second", "first"):
        yield (
            name,
            (
                f'<path transform="translate({scale.place(number, INSET)},{y + MIDDLE})" d="{_DOT}"/>'
                for y, number in _list_numbers(chart, name)
            ),
        )


def _write_notes(chart: Chart, place: int, baseline: int) -> Iterator[str]:
    for y, row in _place_rows(chart):
        if row.notes[place]:
            yield f'<text x="{WIDTH}" text-anchor="end" y="{y + baseline}">{escape(row.notes[place])}</text>'


def _list_numbers(chart: Chart, name: str) -> Iterator[tuple[int, Decimal]]:
    """List the numbers of a mark that are there, with where their row begins."""
    for y, row in _place_rows(chart):
        number: Decimal | None = getattr(row, name)
        if number is not None:
            yield y, number


def _place_rows(chart: Chart) -> Iterator[tuple[int, ChartRow]]:
    return ((n * ROW, row) for n, row in enumerate(chart.rows))
