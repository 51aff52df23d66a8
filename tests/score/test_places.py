"""The shipped profiles, each on a form of its own shape."""

from decimal import Decimal
from typing import Any

import pytest

from generator.model.assessment import Gap
from tests.score.samples import load_content, make_profile, money, score_form, tell

PLACES = sorted(load_content().profiles)


def row(level1: str, weight: Decimal | int | None, **cells: Any) -> dict[str, Any]:
    usual = {
        "level1": level1,
        "name": "甲",
        "target": "≥10人",
        "actual": "10人",
        "weight": weight,
        "score": weight,
    }
    return usual | cells


@pytest.mark.parametrize("name", PLACES)
def test_a_whole_form_by_each_profile_adds_up_to_its_full_points(name: str) -> None:
    profile = make_profile(name)
    rows = [row(one.name, one.points) for one in profile.groups if one.points]
    total = {"initial": 100, "adjusted": 100, "executed": 100}
    weight = profile.execution.points or None
    sheet = score_form(profile, funds={"weight": weight, "total": total}, indicators=rows)
    if profile.is_scored:
        assert (sheet.total.accepted, sheet.total.gaps) == (Decimal(100), ())
    else:
        assert (sheet.total.accepted, sheet.total.gaps) == (None, (Gap.UNSCORED,))


@pytest.mark.parametrize("name", PLACES)
def test_each_is_named_by_what_stands_behind_it(name: str) -> None:
    profile = make_profile(name)
    is_of_the_ministry = name.startswith("mof-")
    assert profile.document.inferred is not is_of_the_ministry
    assert profile.document.issued_by == ("财政部" if is_of_the_ministry else "本站整理")
    assert profile.name.startswith("《") is is_of_the_ministry
    assert profile.name.endswith("（依据待核对）")
    assert profile.validity is not None


def test_hubei_bears_points_at_the_goal_and_gives_no_grade() -> None:
    rows = [
        row("产出指标", None, score=40),
        row("效益指标", None, score=30),
        row("满意度指标", None, score=10),
    ]
    funds = money("200", "195.5", 20)
    sheet = score_form(make_profile("hubei"), funds=funds, goals=[{"weight": 80}], indicators=rows)
    assert (tell(sheet.total.accepted), sheet.grade) == ("99.55", None)


def test_the_bands_of_hubei_part_at_eighty_and_fifty() -> None:
    bands = make_profile("hubei").bands
    assert [tell(one.low, one.high) for one in bands] == ["0.8 1", "0.5 0.8", "0 0.5"]
    assert [one.open for one in bands] == [False, True, True]


def test_anhui_takes_off_in_a_straight_line_to_zero_at_twice_the_target() -> None:
    rows = [row("产出指标", 10, target="≤10天", actual=actual) for actual in ("10天", "15天", "20天")]
    scored = score_form(make_profile("anhui"), indicators=rows).rows
    assert [tell(one.computed) for one in scored] == ["10", "5", "0"]


def test_ningxia_accepts_what_units_say_of_its_fixed_rows() -> None:
    fixed = [
        row("项目决策(10分)", 10, target="—", actual="目标明确"),
        row("项目管理", 25, target="", actual="规范"),
    ]
    others = [row("项目产出(30分)", 30), row("项目效益", 35)]
    sheet = score_form(make_profile("ningxia"), indicators=[*fixed, *others])
    assert tell(sheet.total.accepted, sheet.total.verifiability.judged) == "100 35"


def test_the_ministry_scores_satisfaction_by_interval_and_execution_by_steps() -> None:
    rows = [
        row("产出指标", 50, actual="5人"),
        row("效益指标", 30, target="明显", actual="明显"),
        row("满意度指标", 10, target="≥90%", actual="85%"),
    ]
    sheet = score_form(make_profile("mof-2021"), funds=money("100", "85"), indicators=rows)
    assert tell(sheet.execution.computed) == "7"
    assert [tell(one.computed) for one in sheet.rows] == ["0", "-", "7"]
