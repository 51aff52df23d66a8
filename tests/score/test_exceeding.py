"""Numbers far over their target."""

from decimal import Decimal

from generator.model.assessment import Outcome, RowScore
from tests.score.samples import make_profile, score_cells

TEN = Decimal(10)


def bounds(row: RowScore) -> list[Decimal | None]:
    return [row.computed, row.low, row.high]


def test_far_over_the_target_is_to_be_explained() -> None:
    assert score_cells("≥100人", "130人").outcome is Outcome.MET
    row = score_cells("≥100人", "131人")
    assert (row.outcome, row.computed) == (Outcome.EXCEEDED, TEN)
    assert row.formula == "131人 超过 100人 的 1.3 倍，得满分 10 分，须说明原因。"


def test_far_over_the_target_costs_points_elsewhere() -> None:
    profile = make_profile(over_completion={"effect": "deduct"})
    row = score_cells("≥100人", "150人", profile)
    assert (row.outcome, bounds(row)) == (Outcome.EXCEEDED, [Decimal("8.67")] * 3)
    assert row.formula == "150人 超过 100人 的 1.3 倍，按倍数扣分：1.3 × 100人 ÷ 150人 × 10 = 8.67。"
    assert score_cells("≥100人", "130人", profile).computed == TEN


def test_a_fixed_part_may_be_taken_off() -> None:
    profile = make_profile(over_completion={"effect": "fixed", "deduction": Decimal("0.1")})
    row = score_cells("≥100人", "150人", profile)
    assert (row.outcome, bounds(row)) == (Outcome.EXCEEDED, [Decimal(9)] * 3)
    assert row.formula == "150人 超过 100人 的 1.3 倍，扣分值的 10%：10 × (1 − 10%) = 9。"


def test_where_an_equal_sign_is_met_by_more_nothing_is_to_be_explained() -> None:
    assert score_cells("=100人", "150人").outcome is Outcome.EXCEEDED
    row = score_cells("=100人", "150人", make_profile("anhui"))
    assert (row.outcome, row.computed) == (Outcome.MET, TEN)
    assert score_cells("≥100人", "150人", make_profile("anhui")).outcome is Outcome.EXCEEDED
