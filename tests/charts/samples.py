"""Charts to draw, and eyes for what was drawn."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

from generator.model.chart import Chart, ChartKind, ChartRow

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
