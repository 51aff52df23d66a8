"""Shares that cannot be more than all there is."""

from decimal import Decimal

import pytest

from generator.model.assessment import Outcome
from generator.score import find_beyond_whole
from generator.score.values import read_value
from tests.score.samples import make_row, score_cells


@pytest.mark.parametrize(
    ("name", "target", "actual", "key"),
    [
        ("市民满意度调查", "290%", "100%", "target"),
        ("公众满意度", "≥90%", "105%", "actual"),
        ("工程验收合格率", "95%-110%", "100%", "target"),
        ("市民满意度", "≥90%", "100%", ""),
        ("任务完成率", "100%", "120%", ""),
        ("资金到位率", "≥100%", "110%", ""),
        ("服务人次增长率", "≥110%", "120%", ""),
        ("满意度提升幅度", "≥110%", "120%", ""),
        ("市民满意度", "≥90分", "101分", ""),
        ("市民满意度", "满意", "满意", ""),
    ],
)
def test_only_what_ends_at_the_whole_cannot_be_more(name: str, target: str, actual: str, key: str) -> None:
    assert find_beyond_whole(make_row(name=name), read_value(target), read_value(actual)) == key


def test_what_cannot_be_is_judged_and_costs_no_points() -> None:
    row = score_cells("290%", "100%", name="市民满意度", score=Decimal(10))
    assert (row.outcome, row.accepted) == (Outcome.JUDGED, Decimal(10))
    assert (
        row.formula
        == "290% 超过了 100%，这一项不会超过 100%，由单位在 0 至 10 分之间自评；单位自评 10 分，照此认定。"
    )
