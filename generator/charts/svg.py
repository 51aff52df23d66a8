"""Cuts a drawing by Vega apart into charts, and makes of each an SVG element that takes its looks from the page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final
from xml.etree import ElementTree as ET

from markupsafe import escape

from generator.charts.layout import AXIS, ROW, WIDTH
from generator.charts.scales import Scale
from generator.figures import write_number
from generator.model.chart import Chart

Marks = Mapping[str, Iterator[str]]
"""The shapes of a drawing by the name of their mark, in the order of its data; each is a tag without its end."""

_KEPT: Final = ("transform", "d", "x2", "y2", "text-anchor")
"""What of a shape depends on the data; all else is a matter for the style sheet."""

_ON_TICKS: Final = ("grid", "tick")
"""Marks that stand for the ticks of a scale; all others stand for rows."""

_FRACTION: Final = re.compile(r"\d+\.\d+")


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
    return _FRACTION.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), numbers)


def assemble(chart: Chart, scale: Scale, marks: Marks) -> str:
    """Take the marks of one chart, which are the next ones, and make its SVG of them."""
    height = len(chart.rows) * ROW + (AXIS if scale.ticks else 0)
    groups = "".join(_write_group(name, chart, scale, shapes) for name, shapes in marks.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' aria-labelledby="{chart.id}-title {chart.id}-text">'
        f'<title id="{chart.id}-title">{escape(chart.title)}</title>'
        f'<desc id="{chart.id}-text">{escape(chart.description)}</desc>{groups}</svg>'
    )


def _write_group(name: str, chart: Chart, scale: Scale, shapes: Iterator[str]) -> str:
    """Write the shapes of a mark; those that have nothing to say are left out."""
    words = _list_words(name, chart, scale)
    own = list(islice(shapes, len(words)))
    if len(own) != len(words):
        raise ValueError(f"Vega has drawn {len(own)} shapes of {name} for {len(words)}")
    written = "".join(
        f"{shape}/>" if not shape.startswith("<text") else f"{shape}>{escape(word)}</text>"
        for shape, word in zip(own, words, strict=True)
        if word
    )
    return f'<g class="jx-mark-{name}">{written}</g>' if written else ""


def _list_words(name: str, chart: Chart, scale: Scale) -> Sequence[str]:
    """List what the shapes of a mark say, or for a shape without text whether it says anything."""
    if name in _ON_TICKS:
        return [write_number(tick) for tick in scale.ticks]
    if name in ("first", "second"):
        return ["" if getattr(row, name) is None else name for row in chart.rows]
    return [
        {"label": row.label, "upper": row.notes[0], "lower": row.notes[1]}.get(name, name)
        for row in chart.rows
    ]
