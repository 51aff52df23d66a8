"""The sum from full points to the accepted score."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.anchors import row_ids
from generator.model.assessment import Assessment
from generator.render.views.project_sum import Loss, SumView, view_sum
from generator.score.sheet import add_up
from tests.render.samples import PROFILE, assess, leave_open, make_form

POINTS = st.decimals(0, 30, places=2)


def look(assessment: Assessment) -> SumView:
    shown = view_sum(assessment, row_ids(assessment.project.form.indicators))
    assert shown is not None
    return shown


def with_total(assessment: Assessment, **changes: Any) -> Assessment:
    sheet = assessment.sheet
    return replace(assessment, sheet=replace(sheet, total=replace(sheet.total, **changes)))


def with_accepted(assessment: Assessment, *accepted: Decimal | None) -> Assessment:
    """Give the rows with points other accepted scores, and the total their sum."""
    given_ = iter(accepted)
    rows = tuple(
        row if row.weight is None else replace(row, accepted=next(given_)) for row in assessment.sheet.rows
    )
    sheet = replace(assessment.sheet, rows=rows)
    return replace(assessment, sheet=replace(sheet, total=add_up(None, sheet.execution, rows, PROFILE)))


def names(losses: tuple[Loss, ...]) -> list[str]:
    return [one.name for one in losses]


def test_every_row_that_lost_points_stands_with_what_is_left_after_it() -> None:
    shown = look(assess(make_form()))
    assert [(one.name, one.lost, one.left) for one in shown.losses] == [
        ("预算执行率", "−0.94", "99.06"),
        ("体检完成率", "−4.26", "94.8"),
        ("运转情况", "−2", "92.8"),
    ]
    assert (shown.start, shown.end, shown.full) == ("100", "92.8", 1)
    assert shown.losses[1].formula == "85.8% ÷ 100% × 30 = 25.74"


def test_a_row_leads_to_its_place_in_the_form() -> None:
    form = make_form()
    assert [one.anchor for one in look(assess(form)).losses] == [
        "funds",
        *(row_ids(form.indicators)[n] for n in (2, 3)),
    ]


@given(st.tuples(POINTS, POINTS, POINTS).filter(any))
def test_what_is_left_in_the_end_is_the_accepted_total(accepted: tuple[Decimal, Decimal, Decimal]) -> None:
    one = with_accepted(assess(make_form()), *accepted)
    shown = look(one)
    lefts = [Decimal(str(loss.left)) for loss in shown.losses]
    assert lefts[-1] == one.sheet.total.accepted


@given(st.tuples(POINTS, POINTS, POINTS))
def test_bars_stay_inside_and_can_be_seen(accepted: tuple[Decimal, Decimal, Decimal]) -> None:
    shown = look(with_accepted(assess(make_form()), *accepted))
    for bar in (shown.end_bar, *(one.bar for one in shown.losses)):
        assert bar is not None
        start, width = float(str(bar.start)), float(str(bar.width))
        assert width >= 0.6
        assert 0 <= start <= start + width <= 100.001


@given(st.tuples(st.decimals(0, 20, places=2), POINTS, POINTS))
def test_bars_are_to_one_scale(accepted: tuple[Decimal, Decimal, Decimal]) -> None:
    shown = look(with_accepted(assess(make_form()), *accepted))
    low, whole = float(str(shown.low) or 0), float(str(shown.start))
    for one in shown.losses:
        assert one.bar is not None
        width, points = float(str(one.bar.width)), float(str(one.lost).removeprefix("−"))
        assert width == pytest.approx(max(points * 100 / (whole - low), 0.6), abs=0.01)


@pytest.mark.parametrize(
    ("accepted", "low"), [("96.56", "90"), ("95", "90"), ("94.99", "80"), ("12", ""), ("100", "")]
)
def test_small_losses_are_drawn_large(accepted: str, low: str) -> None:
    shown = look(with_total(assess(make_form()), accepted=Decimal(accepted)))
    assert shown.low == low


def test_a_row_that_could_not_be_assessed_is_no_loss_of_quality() -> None:
    shown = look(with_accepted(assess(make_form()), Decimal(20), None, Decimal(40)))
    (row,) = [one for one in shown.losses if one.name == "体检完成率"]
    assert (row.accepted, row.lost, row.words) == ("—", "—", "未评")


def test_of_a_form_that_is_not_whole_nothing_is_added_up() -> None:
    shown = look(with_accepted(assess(make_form()), Decimal(20), None, Decimal(40)))
    assert (shown.end, shown.end_bar, shown.low) == ("—", None, "")
    assert [(one.name, one.left, one.bar) for one in shown.losses] == [
        ("预算执行率", "", None),
        ("体检完成率", "", None),
    ]
    assert shown.note.endswith("“体检完成率”共 30 分没有可评的依据，未评。所以不认定总分。")


def test_a_bound_on_the_total_stands_in_the_end() -> None:
    shown = look(with_total(assess(make_form()), accepted=Decimal(89), cap=Decimal(89)))
    assert (shown.losses[-1].name, shown.losses[-1].lost, shown.losses[-1].left) == ("总分上限", "−3.8", "89")


def test_the_difference_from_the_claim_is_told_row_by_row() -> None:
    shown = look(assess(make_form(reported={"total": Decimal("96.06")})))
    assert shown.note == (
        "单位自评 96.06 分，这里认定 92.8 分，低 3.26 分。不同的行：“体检完成率”自评 29 分，认定 25.74 分。"
        "100 分里复算过 40 分（10 分与自评一致，30 分与自评不同），只能由单位判断 60 分。"
    )


def test_a_printed_total_that_is_not_the_sum_is_told() -> None:
    note = look(assess(make_form(reported={"total": Decimal(97)}))).note
    assert "表上各行自评得分相加是 96.06 分，印的总分是 97 分。" in note


def test_where_all_agree_it_is_said_and_where_nothing_was_claimed_too() -> None:
    whole = assess(make_form())
    agreeing = look(with_total(whole, claimed=whole.sheet.total.accepted)).note
    assert agreeing.startswith("认定的总分与单位自评相同，都是 92.8 分。")
    assert look(with_total(whole, claimed=None)).note.startswith("表上没有自评总分，这里只有认定的分数。")


def test_what_the_rule_gives_beyond_the_claim_is_told() -> None:
    whole = assess(make_form())
    note = look(with_total(whole, claimed=Decimal("92.8"), computed=Decimal(94))).note
    assert "按办法复算是 94 分，比自评高 1.2 分；单位给自己少打的分，照自评认定。" in note


def test_a_form_of_which_nothing_was_assessed_has_no_sum() -> None:
    assert view_sum(leave_open(assess(make_form()), 0), ()) is None


def test_without_losses_every_row_is_full() -> None:
    whole = with_accepted(assess(make_form()), Decimal(20), Decimal(30), Decimal(40))
    execution = replace(whole.sheet.execution, accepted=Decimal(10))
    full = with_total(replace(whole, sheet=replace(whole.sheet, execution=execution)), accepted=Decimal(100))
    assert (names(look(full).losses), look(full).full) == ([], 4)
