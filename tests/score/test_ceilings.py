"""Costs that are meant as a bound where their name says so."""

from decimal import Decimal

import pytest

from generator.model.assessment import Outcome
from tests.score.samples import score_cells

TEN = Decimal(10)


@pytest.mark.parametrize(
    ("name", "target", "actual", "outcome"),
    [
        ("项目总成本", "20万元", "25万元", Outcome.SHORT),
        ("成本控制数", "20", "25", Outcome.SHORT),
        ("培训单位成本", "400元/人", "450元/人", Outcome.SHORT),
        ("项目总成本", "20万元", "18万元", Outcome.MET),
        ("项目总成本", "20万元", "20万元", Outcome.MET),
        ("项目总成本", "=20万元", "18万元", Outcome.MET),
        ("项目总成本", "≥20万元", "25万元", Outcome.MET),  # printed so
        ("图书采购成本", "20万元", "25万元", Outcome.JUDGED),  # may be what was to be spent
        ("成本控制率", "100%", "90%", Outcome.JUDGED),
        ("总成本节约额", "20万元", "25万元", Outcome.JUDGED),
    ],
)
def test_a_sum_without_a_sign(name: str, target: str, actual: str, outcome: Outcome) -> None:
    scored = score_cells(target, actual, name=name, level2="成本指标", score=TEN)
    assert scored.outcome is outcome


def test_spending_beyond_a_ceiling_earns_its_share() -> None:
    scored = score_cells("20万元", "25万元", name="项目总成本", level2="成本指标", score=TEN)
    assert scored.computed == scored.accepted == Decimal(8)
