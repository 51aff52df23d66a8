"""Scales: bars from nought, scores from where they lie."""

from decimal import Decimal

import pytest

from generator.charts.scales import choose_scale
from generator.model.chart import ChartKind
from tests.charts.samples import make_chart


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
