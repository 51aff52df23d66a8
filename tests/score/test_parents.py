"""Rows judged by their 其中 rows."""

from typing import Any

from generator.model.assessment import Outcome, ScoreSheet
from generator.model.profile import Profile
from generator.score.parents import gather_parts
from tests.score.samples import make_profile, make_row, score_form, tell

PARENT = {"name": "养殖数量", "weight": 10, "score": 10, "core": True}


def part(target: str, actual: str, name: str = "猪") -> dict[str, Any]:
    return {"name": name, "target": target, "actual": actual, "of_which": True}


def score(*parts: dict[str, Any], profile: Profile | None = None) -> ScoreSheet:
    return score_form(profile, indicators=[PARENT, *parts])


def test_all_met_earns_all() -> None:
    sheet = score(part("80头", "80头"), part("3头", "5头", "牛"))
    assert (sheet.rows[0].outcome, tell(sheet.rows[0].computed, sheet.rows[0].accepted)) == (
        Outcome.MET,
        "10 10",
    )
    assert sheet.rows[0].formula == "2 个其中项都达到指标值，得满分 10 分。"
    assert [row.weight for row in sheet.rows[1:]] == [None, None]


def test_else_the_mean_of_the_parts_is_earned_and_spelled_out() -> None:
    row = score(part("80头", "80头"), part("3头", "1头", "牛")).rows[0]
    assert (row.outcome, tell(row.computed)) == (Outcome.SHORT, "6.67")
    assert row.formula == (
        "2 个其中项里 1 个达到指标值，各按 10 分计分，再取平均：(10 + 3.33) ÷ 2 = 6.67"
        "；单位自评 10 分，按 6.67 分认定。"
    )


def test_or_nothing_where_the_profile_says_so() -> None:
    profile = make_profile(sub_rows={"method": "all"})
    row = score(part("80头", "80头"), part("3头", "1头", "牛"), profile=profile).rows[0]
    assert (row.outcome, tell(row.computed)) == (Outcome.SHORT, "0")
    assert row.formula.startswith("2 个其中项里 1 个达到指标值，没有全部达到，得 0 分")


def test_parts_in_words_leave_the_points_to_the_unit() -> None:
    row = score(part("80头", "80头"), part("良好", "良好", "长势")).rows[0]
    assert (row.outcome, tell(row.computed, row.low, row.high, row.accepted)) == (Outcome.JUDGED, "- 0 10 10")
    assert row.formula.startswith("其中项“长势”不能直接计分，由单位在 0 至 10 分之间自评")


def test_a_part_that_says_nothing_leaves_the_row_unassessed() -> None:
    row = score(part("80头", "")).rows[0]
    assert (row.outcome, row.accepted) == (Outcome.NOT_ASSESSED, None)
    assert row.formula == "其中项“猪”实际完成值没有填写内容，未评。"


def test_a_row_with_values_of_its_own_has_no_parts() -> None:
    below = make_row("80头", "80头", of_which=True, weight=None)
    assert gather_parts([make_row("≥83头", ""), below], 0) == ()
    assert gather_parts([make_row("", "/"), below], 0) == (below,)
    assert gather_parts([below, below], 0) == ()
