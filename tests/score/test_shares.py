"""The share of the points that a missed quantity earns."""

from decimal import Decimal

import pytest

from generator.model.assessment import Outcome
from tests.score.samples import make_profile, score_cells

LINEAR = make_profile(reverse={"method": "linear"})


@pytest.mark.parametrize(
    ("target", "actual", "points", "formula"),
    [
        ("=100%", "85.8%", "8.58", "85.8% ÷ 100% × 10 = 8.58。"),
        ("≥83个", "80", "9.64", "80个 ÷ 83个 × 10 = 9.64。"),
        ("5万", "48000", "9.6", "48000 ÷ 5万 × 10 = 9.6。"),
        ("≥90万元", "45", "5", "45万元 ÷ 90万元 × 10 = 5。"),
        ("≥90%", "45", "5", "45% ÷ 90% × 10 = 5。"),
        ("≥3个", "1个", "3.33", "1个 ÷ 3个 × 10 = 3.33。"),
        ("≥3个", "0个", "0", "0个 ÷ 3个 × 10 = 0。"),
        ("≥10%", "-5%", "0", "-5% 不符合 ≥10%，按 0 计：0 × 10 = 0。"),
        (">0个", "0个", "0", "0个 不符合 >0个，按 0 计：0 × 10 = 0。"),
        ("4次/年", "3次", "7.5", "3次 ÷ 4次/年 × 10 = 7.5。"),
        (">95%", "95%", "10", "指标值要求大于 95%，正好相等，按比例：95% ÷ 95% × 10 = 10。"),
    ],
)
def test_what_falls_short_earns_its_part(target: str, actual: str, points: str, formula: str) -> None:
    row = score_cells(target, actual)
    assert (row.outcome, row.computed, row.formula) == (Outcome.SHORT, Decimal(points), formula)


@pytest.mark.parametrize(
    ("target", "actual", "points", "formula"),
    [
        ("≤3天", "4天", "7.5", "3天 ÷ 4天 × 10 = 7.5。"),
        ("≤90万元", "100", "9", "90万元 ÷ 100万元 × 10 = 9。"),
        ("≤1小时", "90分钟", "6.67", "1小时 ÷ 90分钟 × 10 = 6.67。"),
        ("≤0起", "2起", "0", "2起 不符合 ≤0起，按 0 计：0 × 10 = 0。"),
        ("<0起", "0起", "0", "0起 不符合 <0起，按 0 计：0 × 10 = 0。"),
        ("0起", "2", "0", "2起 不符合 0起，按 0 计：0 × 10 = 0。"),
    ],
)
def test_what_goes_over_its_bound_earns_target_by_actual(
    target: str, actual: str, points: str, formula: str
) -> None:
    row = score_cells(target, actual)
    assert (row.outcome, row.computed, row.formula) == (Outcome.SHORT, Decimal(points), formula)


@pytest.mark.parametrize(
    ("actual", "points", "formula"),
    [
        ("4天", "6.67", "(2 − 4天 ÷ 3天) × 10 = 6.67。"),
        ("6天", "0", "6天 达到 3天 的 2 倍，按 0 计：0 × 10 = 0。"),
        ("9天", "0", "9天 达到 3天 的 2 倍，按 0 计：0 × 10 = 0。"),
    ],
)
def test_elsewhere_it_falls_to_nothing_at_twice_the_bound(actual: str, points: str, formula: str) -> None:
    row = score_cells("≤3天", actual, LINEAR)
    assert (row.computed, row.formula) == (Decimal(points), formula)


def test_parts_earn_their_average() -> None:
    row = score_cells("党务干部140人、信息员65人", "党务干部150人、信息员60人")
    assert row.computed == Decimal("9.62")
    assert row.formula == "各部分平均：(1 + 60人 ÷ 65人) ÷ 2 × 10 = 9.62。"


def test_a_half_of_three_parts_is_a_half() -> None:
    row = score_cells("甲2人、乙2人、丙2人", "甲1人、乙1人、丙1人", weight=Decimal("20.01"))
    assert row.computed == Decimal("10.01")  # 10.005
