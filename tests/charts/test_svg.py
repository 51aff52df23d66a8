"""The SVG of a chart: what it is called, what it may not hold, and that text stays text."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from generator.charts import draw_charts
from generator.charts.layout import AXIS, ROW
from generator.charts.scales import choose_scale
from generator.charts.svg import assemble, read_marks
from generator.model.chart import ChartKind
from tests.charts.samples import SVG, make_chart, read_words
from tests.pages.hostile import TEXTS

MONEY = make_chart(ChartKind.MONEY, (80, 100), (30, 50))
SCORES = make_chart(ChartKind.SCORES, (80, 100))
HARMLESS = {
    *("xmlns", "viewBox", "role", "aria-labelledby", "id", "class"),
    *("transform", "d", "x", "y", "x2", "y2", "text-anchor"),
}


def test_a_chart_bears_its_title_and_all_it_shows_in_words() -> None:
    tree = ET.fromstring(draw_charts([MONEY])[0])
    title, text = tree.attrib["aria-labelledby"].split()
    assert tree.attrib["role"] == "img"
    assert [(one.get("id"), one.text) for one in tree[:2]] == [
        (title, "预算与执行"),
        (text, "党群服务中心花了多少。"),
    ]


def test_a_chart_is_as_high_as_its_rows_and_the_numbers_below_them() -> None:
    heights = [ET.fromstring(one).attrib["viewBox"].split()[-1] for one in draw_charts([MONEY, SCORES])]
    assert heights == [str(2 * ROW), str(ROW + AXIS)]


def test_charts_of_one_page_share_no_id() -> None:
    ids = re.findall(r'\bid="([^"]+)"', "".join(draw_charts([MONEY, SCORES])))
    assert len(ids) == len(set(ids)) == 4


def test_looks_are_left_to_the_style_sheet() -> None:
    for svg in draw_charts([MONEY, SCORES]):
        names = {name for one in ET.fromstring(svg).iter() for name in one.attrib}
        assert names <= HARMLESS
        assert {one.tag.removeprefix(SVG) for one in ET.fromstring(svg).iter()} <= {
            *("svg", "title", "desc", "g", "path", "line", "text"),
        }


def test_numbers_have_no_more_places_than_can_be_seen() -> None:
    svg = draw_charts([make_chart(ChartKind.MONEY, (1, 3))])[0]
    assert not re.findall(r"\.\d\d", svg)


@pytest.mark.parametrize("text", [one for one in TEXTS if "\x00" not in one and "\x02" not in one])
def test_hostile_text_stays_text(text: str) -> None:
    hostile = replace(make_chart(ChartKind.MONEY, (1, 2), label=text), title=text, description=text)
    svg = draw_charts([hostile])[0]
    tree = ET.fromstring(svg)
    assert [one.text for one in tree[:2]] == [text, text]
    assert read_words(svg, "label") == [f"{text} 0"]


def test_what_is_escaped_already_is_not_escaped_again() -> None:
    chart = replace(MONEY, title=Markup("甲&#60;乙"))
    assert '<title id="chart-money-title">甲&#60;乙</title>' in draw_charts([chart])[0]


def test_a_drawing_with_too_few_shapes_is_refused() -> None:
    marks = read_marks(f'<svg xmlns="{SVG[1:-1]}"><g class="mark-rect first_marks"/></svg>')
    with pytest.raises(ValueError, match="first"):
        assemble(MONEY, choose_scale(MONEY), marks)
