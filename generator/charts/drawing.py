"""Draws charts: all of a kind in one go, since one more row of data costs Vega far less than one more drawing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.charts.compiling import read_compiled
from generator.charts.scales import Scale, choose_scale
from generator.charts.svg import assemble, read_marks
from generator.model.chart import Chart, ChartKind, ChartRow

Datum = dict[str, float]

_NUMBERS: Final = ("first", "second")


def draw_charts(charts: Sequence[Chart]) -> list[str]:
    """Draw charts as SVG elements, in their order; without rows as nothing."""
    drawn: dict[int, str] = {}
    for kind in ChartKind:
        batch = {n: one for n, one in enumerate(charts) if one.kind is kind and one.rows}
        if batch:
            drawn.update(zip(batch, _draw_kind(kind, list(batch.values())), strict=True))
    return [drawn.get(n, "") for n in range(len(charts))]


def _draw_kind(kind: ChartKind, charts: Sequence[Chart]) -> Iterator[str]:
    scales = [choose_scale(one) for one in charts]
    pairs = list(zip(charts, scales, strict=True))
    rows = [datum for chart, scale in pairs for datum in _list_rows(chart.rows, scale)]
    ticks = [datum for chart, scale in pairs for datum in _list_ticks(len(chart.rows), scale)]
    marks = read_marks(_run_vega(kind, rows=rows, ticks=ticks))
    return (assemble(chart, scale, marks) for chart, scale in pairs)


def _list_rows(rows: Iterable[ChartRow], scale: Scale) -> Iterator[Datum]:
    """What Vega gets of each row; a number that is missing lies where the scale begins, and is left out later."""
    for place, row in enumerate(rows):
        numbers = (scale.low if number is None else number for number in (row.first, row.second))
        yield _measure(place, scale) | dict(zip(_NUMBERS, map(float, numbers), strict=True))


def _list_ticks(rows: int, scale: Scale) -> Iterator[Datum]:
    return (_measure(rows, scale) | {"value": float(tick)} for tick in scale.ticks)


def _measure(row: int, scale: Scale) -> Datum:
    return {"row": row, "low": float(scale.low), "high": float(scale.high)}


def _run_vega(kind: ChartKind, **sets: list[Datum]) -> str:
    """Draw data the way this kind of chart is drawn."""
    from vl_convert import vega_to_svg  # noqa: PLC0415 (only who draws waits for it)

    compiled = read_compiled()[kind]
    data = [{**one, "values": sets[one["name"]]} if one["name"] in sets else one for one in compiled["data"]]
    drawn: str = vega_to_svg(compiled | {"data": data})
    return drawn
