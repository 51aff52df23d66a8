"""Points for what misses its target, by the method that a profile has for it."""

from decimal import Decimal
from typing import Any

import pytest

from generator.model.assessment import Outcome
from generator.model.profile import Profile
from tests.score.samples import make_profile, score_cells, tell

STEPS = [{"least": Decimal(one), "share": Decimal(share)} for one, share in (("0.9", 1), ("0.8", "0.7"))]


def by(method: str, **keys: Any) -> Profile:
    return make_profile(methods=({"method": method, "basis": "某文件", **keys},))


def test_without_a_method_the_share_counts() -> None:
    row = score_cells("≥100人", "50人")
    assert (row.outcome, tell(row.computed)) == (Outcome.SHORT, "5")


def test_direct_points_are_all_or_nothing() -> None:
    row = score_cells("≥100人", "99人", by("direct"))
    assert (row.outcome, tell(row.computed, row.low, row.high)) == (Outcome.SHORT, "0 0 0")
    assert row.formula == "99人 没有达到 100人，直接赋分，得 0 分。"
    assert tell(score_cells("≥100人", "100人", by("direct")).computed) == "10"
    assert tell(score_cells("是", "是", by("direct")).computed) == "10"
    other = score_cells("是", "否", by("direct"))
    assert tell(other.computed, other.low, other.high) == "- 0 10"


@pytest.mark.parametrize(("actual", "points"), [("60人", "6"), ("59人", "0")])
def test_below_the_pass_mark_nothing_is_earned(actual: str, points: str) -> None:
    row = score_cells("≥100人", actual, by("proportion", pass_mark=Decimal("0.6")))
    assert tell(row.computed) == points
    if points == "0":
        assert row.formula == "59人 ÷ 100人 不到及格门槛 60%，得 0 分。"


@pytest.mark.parametrize(
    ("actual", "points", "words"),
    [
        ("92%", "10", "92% 达到 90%，按区间得分值的 100%：100% × 10 = 10。"),
        ("90%", "10", "90% 达到 90%，按区间得分值的 100%：100% × 10 = 10。"),
        ("89.9%", "7", "89.9% 达到 80%，按区间得分值的 70%：70% × 10 = 7。"),
        ("79%", "0", "79% 不到 80%，按区间得分值的 0%：0% × 10 = 0。"),
    ],
)
def test_an_interval_goes_by_what_was_reached(actual: str, points: str, words: str) -> None:
    row = score_cells("≥95%", actual, by("interval", steps=STEPS), name="群众满意度")
    assert (tell(row.computed), row.formula) == (points, words)


def test_an_interval_takes_nothing_off_a_target_that_is_met() -> None:
    assert tell(score_cells("≥85%", "85%", by("interval", steps=STEPS)).computed) == "10"


def test_grades_are_the_units_judgement_though_there_are_numbers() -> None:
    row = score_cells("≥100人", "50人", by("grades"), score=Decimal(8))
    assert (row.outcome, tell(row.computed, row.accepted)) == (Outcome.JUDGED, "- 8")


@pytest.mark.parametrize(("zero", "points"), [("nothing", "0 0 0"), ("judged", "- 0 10")])
def test_a_missed_target_of_zero_earns_what_the_profile_says(zero: str, points: str) -> None:
    row = score_cells("≤0起", "1起", make_profile(reverse={"zero": zero}), name="事故起数")
    assert (row.outcome, tell(row.computed, row.low, row.high)) == (Outcome.SHORT, points)
    assert tell(score_cells("≤0起", "0起", make_profile(reverse={"zero": zero})).computed) == "10"
