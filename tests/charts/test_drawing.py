"""Drawing: marks as long and as far as their numbers, alike on every machine, and however many are drawn at once."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import draw_charts
from generator.charts.layout import INSET, PLOT, ROW, WIDTH
from generator.model.chart import Chart, ChartKind, ChartRow
from tests.charts.samples import find_marks, locate, make_chart, measure_bars, read_words

MONEY = make_chart(ChartKind.MONEY, (80, 100), (30, 50), (60, 40))
SCORES = make_chart(ChartKind.SCORES, (90, 80), (100, None), (None, 70))
COUNTS = make_chart(ChartKind.COUNTS, (3, None), (1, None))
ALL = (MONEY, SCORES, COUNTS)


def draw(chart: Chart) -> str:
    (svg,) = draw_charts((chart,))
    return svg


def test_a_bar_is_as_long_as_its_number() -> None:
    svg = draw(MONEY)
    assert measure_bars(svg, "first") == pytest.approx([PLOT * share for share in (0.8, 0.3, 0.6)], abs=0.1)
    assert measure_bars(svg, "second") == pytest.approx([PLOT * share for share in (1, 0.5, 0.4)], abs=0.1)


def test_a_dot_stands_where_its_score_is_on_the_scale() -> None:
    length = PLOT - INSET
    ticks = [x for x, _ in locate(draw(SCORES), "tick")]
    assert ticks == pytest.approx([INSET + length * share for share in (0, 0.25, 0.5, 0.75, 1)], abs=0.1)
    assert [x for x, _ in locate(draw(SCORES), "first")] == [ticks[3], ticks[4]]


def test_a_number_that_is_missing_is_not_drawn_and_its_row_keeps_its_place() -> None:
    svg = draw(SCORES)
    (first, second), (other, last) = locate(svg, "first"), locate(svg, "second")
    assert second[1] - first[1] == ROW
    assert last[1] - other[1] == 2 * ROW
    assert read_words(svg, "label") == [row.label for row in SCORES.rows]


def test_words_stand_beside_the_marks_of_their_row() -> None:
    svg = draw(MONEY)
    assert read_words(svg, "upper") == ["执行 80", "执行 30", "执行 60"]
    assert read_words(svg, "lower") == ["预算 100", "预算 50", "预算 40"]
    rows = [y // ROW for _, y in locate(svg, "upper")]
    assert rows == [y // ROW for _, y in locate(svg, "label")] == [0, 1, 2]
    assert {x for x, _ in locate(svg, "upper")} == {WIDTH}


def test_many_charts_come_out_as_each_alone() -> None:
    charts = [
        *ALL,
        make_chart(ChartKind.MONEY, (7, 9)),
        make_chart(ChartKind.SCORES, (50, 60), (40, 99)),
        *ALL,
    ]
    assert draw_charts(charts) == [draw(one) for one in charts]


def test_a_chart_without_rows_is_not_drawn() -> None:
    empty = make_chart(ChartKind.MONEY)
    assert draw_charts([]) == []
    assert draw_charts([empty, COUNTS]) == ["", draw(COUNTS)]


def test_a_chart_of_noughts_has_no_bars_to_see() -> None:
    assert measure_bars(draw(make_chart(ChartKind.MONEY, (0, 0), (None, None))), "first") == [0]


numbers = st.none() | st.decimals(min_value=0, max_value=10**13, places=2)


@settings(max_examples=40)
@given(st.sampled_from(ChartKind), st.lists(st.tuples(numbers, numbers), min_size=1, max_size=5))
def test_every_mark_lies_inside_its_chart(
    kind: ChartKind, pairs: list[tuple[Decimal | None, Decimal | None]]
) -> None:
    rows = tuple(ChartRow("甲", *pair, ("", "")) for pair in pairs)
    svg = draw(Chart(kind, "id", "题", "说明", rows))
    for name in ("first", "second"):
        if kind is ChartKind.SCORES:
            assert all(INSET <= x <= PLOT for x, _ in locate(svg, name))
        else:
            assert all(0 <= length <= PLOT for length in measure_bars(svg, name))
        drawn = kind is not ChartKind.COUNTS or name == "first"
        assert len(find_marks(svg, name)) == sum(getattr(row, name) is not None for row in rows) * drawn


DRAW = """
from generator.charts import draw_charts
from tests.charts.test_drawing import ALL
print("".join(draw_charts(ALL)))
"""


def test_the_fonts_of_the_machine_change_nothing(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', encoding="utf-8")
    bare = {"FONTCONFIG_FILE": str(fonts), "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    assert run(DRAW, **bare).rstrip("\n") == "".join(draw_charts(ALL))


def test_who_draws_nothing_loads_nothing() -> None:
    asked = "import sys, generator.charts; print({'altair', 'vl_convert'} & {*sys.modules})"
    assert run(asked).strip() == "set()"


def run(program: str, **variables: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | variables, capture_output=True, check=True
    )
    return done.stdout.decode()
