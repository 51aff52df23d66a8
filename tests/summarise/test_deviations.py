"""Rows that lost points, and what the next year's form says of them."""

from decimal import Decimal

import pytest

from generator.model.assessment import Assessment
from generator.model.overview import Deviation, DeviationNode, FollowUp
from generator.summarise.deviations import (
    MOST_SHOWN,
    find_deviations,
    find_largest,
    find_shared_reasons,
    list_deviations,
)
from tests.summarise.samples import ORGANISATIONS, assess, row

SHORT = row(actual="80册", explanation="供货晚了，明年提前采购")


def find(*assessments: Assessment) -> tuple[DeviationNode, ...]:
    return find_deviations(assessments, ORGANISATIONS)


def find_all(*assessments: Assessment) -> list[Deviation]:
    return [one for year in find(*assessments) for one in list_deviations(year)]


def follow_up(later: Assessment, earlier: Assessment | None = None) -> FollowUp:
    """What becomes of the one thing that fell short in 2023."""
    found = find_all(earlier or assess(SHORT), later)
    (one,) = [one for one in found if one.assessment.project.place.year == 2023]
    return one.later.outcome


def test_a_row_that_fell_short_is_found_with_its_reason() -> None:
    (one,) = find_all(assess(SHORT))
    assert (one.row, one.name, one.target, one.actual) == (0, "图书册数", "≥100册", "80册")
    assert (one.lost, one.reason, one.says_why) == (Decimal(18), "供货晚了，明年提前采购", True)


def test_whoever_lost_nothing_is_not_there() -> None:
    assert find(assess()) == ()


def test_money_that_was_not_spent_is_found_too() -> None:
    funds = {"total": {"adjusted": 100, "executed": 80}, "explanation": "尾款未付"}
    (one,) = find_all(assess(funds=funds))
    assert (one.row, one.name, one.actual, one.lost, one.reason) == (
        None,
        "预算执行率",
        "80.00%",
        Decimal(2),
        "尾款未付",
    )


def test_a_reason_that_says_nothing_is_none() -> None:
    (one,) = find_all(assess(row(actual="80册", explanation="无")))
    assert not one.says_why


def test_the_measured_value_stands_for_words() -> None:
    (one,) = find_all(assess(row(actual="基本完成", measured="80册")))
    assert one.actual == "80册"


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([row()], FollowUp.MET),
        ([row(actual="200册")], FollowUp.MET),
        ([row("图书 册数")], FollowUp.MET),
        ([row(actual="90册")], FollowUp.SHORT),
        ([row("读者人数")], FollowUp.VANISHED),
        ([row(weight=40), row(weight=50)], FollowUp.UNKNOWN),
        ([row(actual="")], FollowUp.UNKNOWN),
        ([row(target="规范", actual="规范", score=90)], FollowUp.MET),
        ([row(target="规范", actual="基本规范", score=80)], FollowUp.SHORT),
    ],
)
def test_the_next_form_tells_what_became_of_it(rows: list[object], outcome: FollowUp) -> None:
    assert follow_up(assess(*rows, year=2024)) is outcome  # type: ignore[arg-type]  # rows of any kind


def test_a_renamed_file_is_followed_where_it_names_its_predecessor() -> None:
    assert follow_up(assess(year=2024, slug="xin", previous="2023/yixiao/tushu")) is FollowUp.MET


def test_a_project_that_was_not_continued_is_told_from_a_form_not_yet_filed() -> None:
    assert follow_up(assess(year=2024, slug="bie")) is FollowUp.DISCONTINUED
    assert follow_up(assess(year=2024, unit="erxiao")) is FollowUp.NOT_FILED


def test_the_form_of_a_later_year_but_one_says_nothing() -> None:
    later = assess(year=2025, previous="2023/yixiao/tushu")
    assert follow_up(later) is FollowUp.NOT_FILED


@pytest.mark.parametrize(
    ("executed", "outcome"), [(100, FollowUp.MET), (99, FollowUp.SHORT), (None, FollowUp.UNKNOWN)]
)
def test_the_next_execution_is_followed_too(executed: int | None, outcome: FollowUp) -> None:
    earlier = assess(funds={"total": {"adjusted": 100, "executed": 80}})
    later = assess(year=2024, funds={"total": {"adjusted": 100, "executed": executed}})
    assert follow_up(later, earlier) is outcome


def test_years_run_newest_first_and_divide_into_departments_and_units() -> None:
    newest, oldest = find(
        assess(SHORT, year=2022),
        assess(SHORT, unit="yiyuan"),
        assess(SHORT),
        assess(SHORT, unit="erxiao"),
    )
    assert (newest.key, oldest.key) == ("2023", "2022")
    assert [(one.key, [unit.key for unit in one.parts]) for one in newest.parts] == [
        ("jiaoyu", ["erxiao", "yixiao"]),
        ("weisheng", ["yiyuan"]),
    ]


def test_a_node_counts_what_lies_below_it() -> None:
    twice = assess(row(actual="80册", weight=45), row("人数", "≥10人", "5人", weight=45))
    (year,) = find(twice, assess(SHORT, unit="yiyuan"))
    assert (year.lost.projects, year.lost.rows, year.lost.with_reason) == (2, 3, 1)
    assert year.lost.points == sum(one.lost for one in list_deviations(year))
    assert year.lost.later == {FollowUp.NOT_FILED: 3}


def test_the_largest_losses_are_those_of_the_newest_year_in_order() -> None:
    older = assess(row(actual="1册"), year=2022)
    newer = [assess(row(actual=f"{80 + place}册"), slug=f"p{place}") for place in range(MOST_SHOWN + 1)]
    largest = find_largest(find(older, *newer))
    assert [one.actual for one in largest] == [f"{80 + place}册" for place in range(MOST_SHOWN)]
    assert find_largest(()) == ()


def test_equal_losses_keep_the_order_of_their_projects() -> None:
    projects = [assess(SHORT, slug=f"p{place}") for place in range(3)]
    assert [one.assessment.project.place.slug for one in find_largest(find(*projects))] == ["p0", "p1", "p2"]


def test_points_that_a_goal_lost_are_found_and_laid_to_none_of_its_rows() -> None:
    rows = [
        row("甲", weight=None, score=50, explanation="供货晚了，明年提前采购"),
        row("乙", weight=None, score=30),
    ]
    earlier = assess(*rows, goals=[{"weight": 90}])
    (one,) = find_all(earlier)
    assert (one.row, one.name, one.target, one.lost) == (0, "第 1 条年度总体目标", "", Decimal(10))
    assert (one.reason, one.later.outcome) == ("供货晚了，明年提前采购", FollowUp.NOT_FILED)
    assert follow_up(assess(*rows, year=2024), earlier) is FollowUp.UNKNOWN


ALIKE = "因人手不足，场地没有按时腾出来。"


def test_reasons_that_several_units_give_word_for_word_are_found_those_of_most_units_first() -> None:
    of_two, of_three = row(explanation=ALIKE), row(explanation="连续阴雨，工地停工两个月，已经补齐。")
    shared = find_shared_reasons(
        [
            assess(of_two, of_three),
            assess(of_two, slug="b"),
            assess(of_two, of_three, unit="erxiao"),
            assess(of_three, unit="yiyuan"),
            assess(row(explanation="只有一个单位这样写，别的单位没有。"), slug="c"),
        ]
    )
    assert [(one.text, one.units, len(one.places)) for one in shared] == [
        ("连续阴雨，工地停工两个月，已经补齐。", 3, 3),
        (ALIKE, 2, 3),
    ]


def test_what_one_unit_repeats_is_shared_with_nobody() -> None:
    assert (
        find_shared_reasons([assess(row(explanation=ALIKE)), assess(row(explanation=ALIKE), slug="b")]) == ()
    )
