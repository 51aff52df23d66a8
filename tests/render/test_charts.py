"""Charts: marks as long and as far as their numbers, scales, and that text stays text."""

import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.chart import Chart, ChartKind, ChartRow
from generator.render.charts import AXIS, INSET, PLOT, ROW, WIDTH, choose_scale, draw_chart
from tests.render.hostile import TEXTS

SVG = "{http://www.w3.org/2000/svg}"


def make_chart(
    kind: ChartKind, *numbers: tuple[int | None, int | None], label: str = "党群服务中心"
) -> Chart:
    """A chart with a row for every pair of numbers."""
    rows = tuple(
        ChartRow(
            f"{label} {place}", to_decimal(first), to_decimal(second), (f"执行 {first}", f"预算 {second}")
        )
        for place, (first, second) in enumerate(numbers)
    )
    return Chart(kind, f"chart-{kind}", "预算与执行", "党群服务中心花了多少。", rows)


def to_decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def find_marks(svg: str, name: str) -> list[ET.Element]:
    """Find the shapes of a mark, in their order."""
    group = ET.fromstring(svg).find(f"{SVG}g[@class='jx-mark-{name}']")
    return [] if group is None else list(group)


def read_words(svg: str, name: str) -> list[str]:
    """Read what the shapes of a mark say."""
    return [one.text or "" for one in find_marks(svg, name)]


def measure_bars(svg: str, name: str) -> list[float]:
    """Measure how long bars are."""
    return [float(re.findall(r"h([\d.]+)", one.attrib["d"])[0]) for one in find_marks(svg, name)]


def locate(svg: str, name: str) -> list[tuple[float, ...]]:
    """Tell where dots, lines or words stand."""
    return [tuple(map(float, _read_place(one))) for one in find_marks(svg, name)]


def _read_place(shape: ET.Element) -> list[str]:
    if "y" in shape.attrib:
        return [shape.get("x", "0"), shape.attrib["y"]]
    return re.findall(r"[-\d.]+", shape.attrib["transform"])


MONEY = make_chart(ChartKind.MONEY, (80, 100), (30, 50), (60, 40))
SCORES = make_chart(ChartKind.SCORES, (90, 80), (100, None), (None, 70))
COUNTS = make_chart(ChartKind.COUNTS, (3, None), (1, None))


def test_a_bar_is_as_long_as_its_number() -> None:
    svg = draw_chart(MONEY)
    assert measure_bars(svg, "first") == pytest.approx([PLOT * share for share in (0.8, 0.3, 0.6)], abs=0.1)
    assert measure_bars(svg, "second") == pytest.approx([PLOT * share for share in (1, 0.5, 0.4)], abs=0.1)


def test_a_dot_stands_where_its_score_is_on_the_scale() -> None:
    length = PLOT - INSET
    ticks = [x for x, _ in locate(draw_chart(SCORES), "tick")]
    assert ticks == pytest.approx([INSET + length * share for share in (0, 0.25, 0.5, 0.75, 1)], abs=0.1)
    assert [x for x, _ in locate(draw_chart(SCORES), "first")] == [ticks[3], ticks[4]]


def test_a_number_that_is_missing_is_not_drawn_and_its_row_keeps_its_place() -> None:
    svg = draw_chart(SCORES)
    (first, second), (other, last) = locate(svg, "first"), locate(svg, "second")
    assert second[1] - first[1] == ROW
    assert last[1] - other[1] == 2 * ROW
    assert read_words(svg, "label") == [row.label for row in SCORES.rows]


def test_words_stand_beside_the_marks_of_their_row() -> None:
    svg = draw_chart(MONEY)
    assert read_words(svg, "upper") == ["执行 80", "执行 30", "执行 60"]
    assert read_words(svg, "lower") == ["预算 100", "预算 50", "预算 40"]
    rows = [y // ROW for _, y in locate(svg, "upper")]
    assert rows == [y // ROW for _, y in locate(svg, "label")] == [0, 1, 2]
    assert {x for x, _ in locate(svg, "upper")} == {WIDTH}


def test_a_chart_without_rows_is_not_drawn() -> None:
    assert draw_chart(make_chart(ChartKind.MONEY)) == ""


def test_a_chart_of_noughts_has_no_bars_to_see() -> None:
    assert measure_bars(draw_chart(make_chart(ChartKind.MONEY, (0, 0), (None, None))), "first") == [0]


numbers = st.none() | st.decimals(min_value=0, max_value=10**13, places=2)


@settings(max_examples=40)
@given(st.sampled_from(ChartKind), st.lists(st.tuples(numbers, numbers), min_size=1, max_size=5))
def test_every_mark_lies_inside_its_chart(
    kind: ChartKind, pairs: list[tuple[Decimal | None, Decimal | None]]
) -> None:
    rows = tuple(ChartRow("甲", *pair, ("", "")) for pair in pairs)
    svg = draw_chart(Chart(kind, "id", "题", "说明", rows))
    for name in ("first", "second"):
        if kind is ChartKind.SCORES:
            assert all(INSET <= x <= PLOT for x, _ in locate(svg, name))
        else:
            assert all(0 <= length <= PLOT for length in measure_bars(svg, name))
        drawn = kind is not ChartKind.COUNTS or name == "first"
        assert len(find_marks(svg, name)) == sum(getattr(row, name) is not None for row in rows) * drawn


# ---- scales ----


@pytest.mark.parametrize("kind", [ChartKind.MONEY, ChartKind.COUNTS])
def test_bars_begin_at_nought_and_end_with_the_greatest_number(kind: ChartKind) -> None:
    scale = choose_scale(make_chart(kind, (80, 100), (120, None)))
    assert [scale.low, scale.high, *scale.ticks] == [0, 120]


def test_a_scale_of_noughts_is_no_division_by_nought() -> None:
    assert choose_scale(make_chart(ChartKind.MONEY, (0, None))).high == 1


@pytest.mark.parametrize(
    ("scores", "ticks"),
    [
        ((60, 100), [60, 70, 80, 90, 100]),
        ((59, 100), [0, 20, 40, 60, 80, 100]),
        ((None, None), [60, 70, 80, 90, 100]),
        ((95, 110), [0, 20, 40, 60, 80, 100]),
        ((95, 9999), [0, 2000, 4000, 6000, 8000]),
    ],
)
def test_scores_begin_at_60_unless_one_is_unusual(
    scores: tuple[int | None, int | None], ticks: list[int]
) -> None:
    scale = choose_scale(make_chart(ChartKind.SCORES, scores))
    assert scale.ticks == tuple(map(Decimal, ticks))
    assert scale.low == ticks[0]


# ---- the element ----


HARMLESS = {
    *("xmlns", "viewBox", "role", "aria-labelledby", "id", "class"),
    *("transform", "d", "x", "y", "x2", "y2", "text-anchor"),
}


def test_a_chart_bears_its_title_and_all_it_shows_in_words() -> None:
    tree = ET.fromstring(draw_chart(MONEY))
    title, text = tree.attrib["aria-labelledby"].split()
    assert tree.attrib["role"] == "img"
    assert [(one.get("id"), one.text) for one in tree[:2]] == [
        (title, "预算与执行"),
        (text, "党群服务中心花了多少。"),
    ]


def test_a_chart_is_as_high_as_its_rows_and_the_numbers_below_them() -> None:
    heights = [ET.fromstring(one).attrib["viewBox"].split()[-1] for one in map(draw_chart, (MONEY, SCORES))]
    assert heights == [str(3 * ROW), str(3 * ROW + AXIS)]


def test_charts_of_one_page_share_no_id() -> None:
    ids = re.findall(r'\bid="([^"]+)"', "".join(map(draw_chart, (MONEY, SCORES))))
    assert len(ids) == len(set(ids)) == 4


def test_looks_are_left_to_the_style_sheet() -> None:
    for svg in map(draw_chart, (MONEY, SCORES)):
        names = {name for one in ET.fromstring(svg).iter() for name in one.attrib}
        assert names <= HARMLESS
        assert {one.tag.removeprefix(SVG) for one in ET.fromstring(svg).iter()} <= {
            *("svg", "title", "desc", "g", "path", "line", "text"),
        }


def test_numbers_have_no_more_places_than_can_be_seen() -> None:
    svg = draw_chart(make_chart(ChartKind.MONEY, (1, 3)))
    assert not re.findall(r"\.\d\d", svg)


@pytest.mark.parametrize("text", [one for one in TEXTS if "\x00" not in one and "\x02" not in one])
def test_hostile_text_stays_text(text: str) -> None:
    hostile = replace(make_chart(ChartKind.MONEY, (1, 2), label=text), title=text, description=text)
    svg = draw_chart(hostile)
    tree = ET.fromstring(svg)
    assert [one.text for one in tree[:2]] == [text, text]
    assert read_words(svg, "label") == [f"{text} 0"]


def test_what_is_escaped_already_is_not_escaped_again() -> None:
    chart = replace(MONEY, title=Markup("甲&#60;乙"))
    assert '<title id="chart-money-title">甲&#60;乙</title>' in draw_chart(chart)
