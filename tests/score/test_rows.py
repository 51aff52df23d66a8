"""Points for one indicator: what is claimed, what is accepted."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.assessment import Outcome
from generator.model.profile import Profile
from generator.model.value import Kind
from generator.score import score_row
from tests.score.samples import make_profile, make_row, score_cells, score_form, tell
from tests.score.values.cells import CELLS


@pytest.mark.parametrize(
    ("claimed", "accepted", "ending"),
    [
        (None, "8.58", "= 8.58。"),
        ("8.58", "8.58", "= 8.58。"),
        ("10", "8.58", "= 8.58；单位自评 10 分，按 8.58 分认定。"),
        ("8", "8", "= 8.58；单位自评 8 分，照此认定。"),
        ("-2", "0", "= 8.58；单位自评 -2 分，按 0 分认定。"),
    ],
)
def test_a_claim_is_accepted_up_to_what_was_computed(claimed: str | None, accepted: str, ending: str) -> None:
    row = score_cells("=100%", "85.8%", score=claimed and Decimal(claimed))
    assert row.accepted == Decimal(accepted)
    assert row.formula.endswith(ending)


@pytest.mark.parametrize(
    ("claimed", "accepted"), [("10", "7.99"), ("8", "7.99"), ("7.99", "7.99"), ("7", "7"), ("3", "3")]
)
def test_a_claim_below_its_band_stands_and_one_above_does_not(claimed: str, accepted: str) -> None:
    row = score_cells("规范", "部分完成", score=Decimal(claimed))
    assert (row.outcome, tell(row.accepted)) == (Outcome.JUDGED, accepted)


def test_words_without_a_claim_are_not_assessed() -> None:
    row = score_cells("规范", "规范")
    assert (row.outcome, row.accepted, row.computed) == (Outcome.NOT_ASSESSED, None, None)
    assert tell(row.low, row.high) == "8 10"
    assert row.formula.endswith("；单位没有自评，未评。")


def test_a_late_date_without_a_claim_stays_short() -> None:
    row = score_cells("9月前", "10月")
    assert (row.outcome, row.accepted) == (Outcome.SHORT, None)


@pytest.mark.parametrize(
    ("cells", "formula"),
    [
        ({"of_which": True, "score": Decimal(5)}, "其中项，不单独计分。"),
        ({"weight": None, "score": Decimal(5)}, "单位自评 5 分，没有分值，未复算。"),
        ({"weight": None}, "没有分值，不计分。"),
        ({"weight": Decimal(-5)}, "分值小于 0，不计分。"),
    ],
)
def test_a_row_without_points_of_its_own_only_gets_an_outcome(cells: dict[str, Any], formula: str) -> None:
    row = score_cells("≥5人", "4人", **cells)
    assert (row.outcome, row.formula) == (Outcome.SHORT, formula)
    assert [row.weight, row.computed, row.low, row.high, row.accepted] == [None] * 5


def test_words_in_a_row_without_points_of_its_own_are_not_said_to_lack_any() -> None:
    row = score_cells("规范", "规范", of_which=True, score=Decimal(5))
    assert (row.outcome, row.claimed, row.formula) == (Outcome.NOT_ASSESSED, None, "其中项，不单独计分。")


def test_a_row_bears_the_key_that_findings_name_it_by() -> None:
    assert score_row(3, make_row(), make_profile()).key == "indicators[3]"


def test_a_row_of_no_points_earns_none() -> None:
    row = score_cells("≥5人", "5人", weight=0, score=Decimal(3))
    assert tell(row.weight, row.computed, row.accepted) == "0 0 0"


def test_the_kind_is_that_of_the_target() -> None:
    assert score_cells("≥83个", "按要求完成").kind is Kind.QUANTITY
    assert score_cells("规范", "100%").kind is Kind.WORDS


def test_dates_without_a_year_are_of_the_form() -> None:
    assert score_cells("12月底前", "2024年1月").outcome is Outcome.SHORT


POINTS = st.decimals(-20, 200, places=2)
PROFILES = st.builds(
    lambda method, effect: make_profile(reverse={"method": method}, over_completion={"effect": effect}),
    st.sampled_from(["ratio", "linear"]),
    st.sampled_from(["explain", "deduct"]),
)


@given(CELLS, CELLS, st.none() | POINTS, st.none() | POINTS, PROFILES)
def test_an_accepted_score_is_never_above_the_claim_nor_what_is_allowed_nor_below_nothing(
    target: str, actual: str, weight: Decimal | None, claimed: Decimal | None, profile: Profile
) -> None:
    row = score_cells(target, actual, profile, weight=weight, score=claimed)
    if row.accepted is None:
        return
    assert row.high is not None
    assert row.weight is not None
    assert 0 <= row.accepted <= row.high <= row.weight
    assert claimed is None or row.accepted <= max(claimed, Decimal(0))
    assert row.low is not None
    assert 0 <= row.low <= row.high


def test_a_merged_row_shares_what_the_row_above_was_given_and_carries_nothing() -> None:
    head = {"name": "甲", "target": "≥10人", "actual": "12人", "weight": 10, "score": 10}
    sheet = score_form(indicators=[head, {"name": "乙", "merged": True}, {"name": "丙", "merged": True}])
    first, second, third = sheet.rows
    assert (second.name, second.key, third.key) == ("乙", "indicators[1]", "indicators[2]")
    for row in (second, third):
        assert (row.outcome, row.target, row.actual) == (first.outcome, first.target, first.actual)
        assert (row.weight, row.claimed, row.accepted, row.computed) == (None, None, None, None)
        assert row.formula == "与上一行合并，分值和得分见上一行。"


def test_what_is_not_scored_has_outcomes_only() -> None:
    row = score_cells("≥10人", "12人", make_profile("transfer-unscored"), score=Decimal(10))
    assert (row.outcome, row.weight, row.computed, row.accepted) == (Outcome.MET, None, None, None)
    assert row.formula.startswith("这种表不设分值，不计分")
