"""Points that stand at a goal, or at all indicators together."""

from typing import Any

import pytest

from generator.model.assessment import Gap, ScoreSheet
from generator.model.profile import Profile
from tests.score.samples import make_profile, money, score_form, tell


def rows(*scores: Any, **cells: Any) -> list[dict[str, Any]]:
    return [
        {"name": f"甲{n}", "target": "通过", "actual": "通过", "score": one, **cells}
        for n, one in enumerate(scores)
    ]


def score(profile: Profile | None = None, **cells: Any) -> ScoreSheet:
    return score_form(profile or make_profile("hubei"), funds=money("200", "195.5", 20), **cells)


def test_claims_are_accepted_within_the_points_of_the_goal() -> None:
    sheet = score(goals=[{"weight": 80}], indicators=rows(40, 40))
    (goal,) = sheet.goals
    assert (goal.key, tell(goal.weight, goal.claimed, goal.accepted, goal.computed)) == (
        "goals[0]",
        "80 80 80 -",
    )
    assert tell(sheet.total.accepted) == "99.55"
    assert sheet.total.is_whole
    points = sheet.total.verifiability
    assert tell(points.judged, points.unclaimed, points.unassessed) == "80 20 0"
    assert sheet.total.formula == (
        "第 1 条年度总体目标分值 80 分，各行没有分值，由单位自评：40 + 40 = 80；单位自评 80 分，照此认定。"
        "19.55 + 80 = 99.55。"
    )
    assert sheet.rows[0].formula == "分值在目标上，这一行没有单独的分值；单位自评 40 分，与其他各行合计认定。"
    assert [row.weight for row in sheet.rows] == [None, None]


def test_never_more_is_accepted_than_the_goal_bears() -> None:
    sheet = score(goals=[{"weight": 80}], indicators=rows(50, 40))
    assert tell(sheet.goals[0].accepted, sheet.total.accepted) == "80 99.55"
    points = sheet.total.verifiability
    assert tell(points.differing, points.judged) == "0 80"  # bounded, but not recomputed
    assert sheet.goals[0].formula.endswith("50 + 40 = 90；单位自评 90 分，按 80 分认定。")


def test_the_whole_bears_them_where_no_goal_prints_points_and_the_profile_says_so() -> None:
    sheet = score(indicators=rows(40, 38))
    assert (sheet.goals[0].key, tell(sheet.goals[0].weight, sheet.total.accepted)) == (
        "indicators",
        "80 97.55",
    )
    assert sheet.rows[0].formula.startswith("分值在全部指标上")
    elsewhere = score_form(make_profile(), funds=money("100", "100"), indicators=rows(45, 45))
    assert (elsewhere.goals, elsewhere.total.gaps) == ((), (Gap.NO_POINTS, Gap.UNPLACED))


def test_a_goal_that_prints_points_bears_them_by_any_profile() -> None:
    sheet = score_form(
        make_profile(), funds=money("100", "100"), goals=[{"weight": 90}], indicators=rows(45, 45)
    )
    assert tell(sheet.total.accepted) == "100"


def test_rows_belong_to_the_goal_that_they_name() -> None:
    goals = [{"weight": 50}, {"weight": 30}]
    sheet = score(goals=goals, indicators=[*rows(45), *rows(30, goal=2)])
    assert [tell(one.weight, one.accepted) for one in sheet.goals] == ["50 45", "30 30"]
    assert tell(sheet.total.accepted) == "94.55"


def test_the_score_that_a_goal_prints_is_its_claim() -> None:
    sheet = score(goals=[{"weight": 80, "score": 75}], indicators=rows(None, None))
    assert tell(sheet.goals[0].claimed, sheet.total.accepted) == "75 94.55"


def test_a_row_that_claims_nothing_leaves_the_sum_open() -> None:
    sheet = score(goals=[{"weight": 80}], indicators=rows(40, None))
    assert (sheet.goals[0].accepted, sheet.total.accepted, sheet.total.gaps) == (
        None,
        None,
        (Gap.UNASSESSED,),
    )
    assert "“甲1”没有自评得分，合计不全，未评" in sheet.goals[0].formula


@pytest.mark.parametrize("weight", [70, 90])
def test_goals_that_do_not_make_up_the_full_points_leave_the_form_not_whole(weight: int) -> None:
    total = score(goals=[{"weight": weight}], indicators=rows(40, 30)).total
    assert (total.accepted, total.gaps) == (None, (Gap.LACKING if weight < 80 else Gap.BEYOND,))


def test_rows_with_points_of_their_own_are_scored_as_ever() -> None:
    own = {"name": "乙", "target": "≥10人", "actual": "5人", "weight": 30, "score": 30}
    sheet = score(goals=[{"weight": 80}], indicators=[own, *rows(50)])
    assert tell(sheet.rows[0].accepted, sheet.goals[0].weight, sheet.total.accepted) == "15 50 84.55"


def test_rows_of_the_printed_form_that_say_nothing_claim_nothing() -> None:
    unused = {"name": "指标2"}
    sheet = score(goals=[{"weight": 80}], indicators=[*rows(40, 40), unused])
    assert tell(sheet.total.accepted) == "99.55"
    assert score(goals=[{"weight": 80}], indicators=[unused]).total.accepted is None
