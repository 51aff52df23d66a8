"""Cuts a drawing by Vega apart into charts, and makes of each an SVG element that takes its looks from the page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final
from xml.etree import ElementTree as ET

from markupsafe import escape

from generator.charts.layout import AXIS, LOWER_LINE, ROW, UPPER_LINE, WIDTH
from generator.charts.scales import Scale
from generator.figures import write_number
from generator.model.chart import Chart

Marks = Mapping[str, Iterator[str]]
"""The shapes of a drawing by the name of their mark, in the order of its data; each is a tag without its end."""

_KEPT: Final = ("transform", "d", "x2", "y2", "text-anchor")
"""What of a shape depends on the data; all else is a matter for the style sheet."""

_FRACTION: Final = re.compile(r"(?<!\d)\d+\.\d+")


def read_marks(drawing: str) -> Marks:
    """Find the marks in a drawing by Vega, whose groups bear the names that the grammar gave them."""
    marks = {}
    for group in ET.fromstring(drawing).iter("{http://www.w3.org/2000/svg}g"):  # noqa: S314 (Vega wrote it, out of numbers)
        name = group.get("class", "").rpartition(" ")[2]
        if name.endswith("_marks"):
            marks[name.removesuffix("_marks")] = map(_write_shape, group)
    return marks


def _write_shape(shape: ET.Element) -> str:
    kept = "".join(f' {name}="{_round(shape.attrib[name])}"' for name in _KEPT if name in shape.attrib)
    return f"<{shape.tag.rpartition('}')[2]}{kept}"


def _round(numbers: str) -> str:
    if "." not in numbers:
        return numbers
    return _FRACTION.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), numbers)


def assemble(chart: Chart, scale: Scale, marks: Marks) -> str:
    """Take the marks of one chart, which are the next ones, and make its SVG of them."""
    height = len(chart.rows) * ROW + (AXIS if scale.ticks else 0)
    groups = "".join(_write_mark(name, chart, scale, shapes) for name, shapes in marks.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' aria-labelledby="{chart.id}-title {chart.id}-text">'
        f'<title id="{chart.id}-title">{escape(chart.title)}</title>'
        f'<desc id="{chart.id}-text">{escape(chart.description)}</desc>{groups}{_write_words(chart)}</svg>'
    )


def _write_mark(name: str, chart: Chart, scale: Scale, shapes: Iterator[str]) -> str:
    """Write the shapes of a mark, but for those of numbers that are missing."""
    ends = _list_ends(name, chart, scale)
    own = list(islice(shapes, len(ends)))
    if len(own) != len(ends):
        raise ValueError(f"Vega has drawn {len(own)} shapes of {name} for {len(ends)}")
    written = "".join(f"{shape}{end}" for shape, end in zip(own, ends, strict=True) if end)
    return f'<g class="jx-mark-{name}">{written}</g>' if written else ""


def _list_ends(name: str, chart: Chart, scale: Scale) -> Sequence[str]:
    """List how the tags of a mark end, those of ticks with their number; nothing for what is not to be drawn."""
    if name == "tick":
        return [f">{write_number(tick)}</text>" for tick in scale.ticks]
    if name == "grid":
        return ["/>"] * len(scale.ticks)
    if name == "track":
        return ["/>"] * len(chart.rows)
    return ["" if getattr(row, name) is None else "/>" for row in chart.rows]


def _write_words(chart: Chart) -> str:
    """Write the label of every row, and the words for its numbers at its right end."""
    labels = [row.label for row in chart.rows]
    upper, lower = ([row.notes[place] for row in chart.rows] for place in (0, 1))
    return (
        _write_column("label", labels, UPPER_LINE)
        + _write_column("upper", upper, UPPER_LINE)
        + _write_column("lower", lower, LOWER_LINE)
    )


def _write_column(name: str, words: Sequence[str], baseline: int) -> str:
    side = "" if name == "label" else f' x="{WIDTH}" text-anchor="end"'
    written = "".join(
        f'<text{side} y="{place * ROW + baseline}">{escape(word)}</text>'
        for place, word in enumerate(words)
        if word
    )
    return f'<g class="jx-mark-{name}">{written}</g>' if written else ""
