"""The charts in Altair's grammar: which mark stands for which number, and on what scale.

A chart is described once and drawn many times: all charts of a kind lie on top of one another in one drawing, and are
told apart by the order of their marks. So every row of data says how long the scale of its own chart is. Colour and
size come from the style sheet, by the name of the mark. Words are put beside the marks afterwards; where Vega has to
find their place, it gets them without a size and a text, since it would measure them by the fonts of the machine.
"""

from collections.abc import Mapping
from typing import Any

import altair as alt

from generator.charts.layout import INSET, MIDDLE, PLOT, ROW, UPPER_LINE, WIDTH
from generator.model.chart import ChartKind


def describe_charts() -> Mapping[ChartKind, dict[str, Any]]:
    """Describe every kind of chart in Vega-Lite; data are to be put in as the sets `rows` and `ticks`."""
    kinds = {
        ChartKind.MONEY: (_bar("second", 14), _bar("first", 8)),
        ChartKind.SCORES: (_grid(), _ticks(), _track(), _dot("second"), _dot("first")),
        ChartKind.COUNTS: (_bar("first", 12),),
    }
    return {kind: _layer(*marks) for kind, marks in kinds.items()}


def _layer(*layers: alt.Chart) -> dict[str, Any]:
    chart = alt.layer(*layers).properties(width=WIDTH, height=ROW, autosize="none", padding=0)
    described: dict[str, Any] = chart.configure(aria=False).configure_view(stroke=None).to_dict()
    return described


def _take(data: str, number: str = "") -> alt.Chart:
    """Take a set of data; for a mark that stands for a number, with its `share` of the scale of its own chart."""
    chart = alt.Chart(alt.NamedData(name=data))
    if not number:
        return chart
    return chart.transform_calculate(share=f"(datum.{number} - datum.low) / (datum.high - datum.low)")


def _name(name: str, chart: alt.Chart) -> alt.Chart:
    """Name a mark, by which the style sheet knows it."""
    named: alt.Chart = chart.properties(name=name)
    return named


def _along(start: int = 0) -> alt.X:
    """Along the scale from `start` on; bars of other charts lie in the same place and are not to be stacked."""
    scale = alt.Scale(domain=[0, 1], range=[start, PLOT], padding=0)
    return alt.X("share:Q", axis=None, scale=scale, stack=None)


def _down() -> alt.Y:
    """Row by row; what is meant to lie deeper in its row says so by an offset."""
    return alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[0, 1], range=[0, ROW], padding=0))


def _bar(number: str, height: int) -> alt.Chart:
    chart = _take("rows", number).mark_bar(orient="horizontal", size=height, yOffset=MIDDLE)
    return _name(number, chart.encode(x=_along(), y=_down()))


def _dot(number: str) -> alt.Chart:
    chart = _take("rows", number).mark_circle(size=90, yOffset=MIDDLE)
    return _name(number, chart.encode(x=_along(INSET), y=_down()))


def _track() -> alt.Chart:
    """The line that the dots of a row lie on."""
    chart = _take("rows").mark_rule(yOffset=MIDDLE, y2Offset=MIDDLE)
    return _name("track", chart.encode(x=alt.value(INSET), x2=alt.value(PLOT), y=_down()))


def _grid() -> alt.Chart:
    """Lines from top to bottom at the ticks of the scale."""
    chart = _take("ticks", "value").mark_rule()
    return _name("grid", chart.encode(x=_along(INSET), y=_down(), y2=alt.value(0)))


def _ticks() -> alt.Chart:
    """The places of the numbers of the scale, below the last row."""
    chart = _take("ticks", "value").mark_text(fontSize=0, dy=UPPER_LINE)
    return _name("tick", chart.encode(x=_along(INSET), y=_down(), text=alt.value("")))
