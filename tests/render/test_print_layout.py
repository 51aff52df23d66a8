"""What stays together on a sheet of paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.form import Indicator
from generator.render.print_layout import Room, is_wordy, plan_rows

TOGETHER, DIVIDED, ENDLESS = (
    Room(loose=False, endless=False),
    Room(loose=True, endless=False),
    Room(True, True),
)


def make_rows(*explanations: str, level2: str = "数量指标") -> list[Indicator]:
    return [
        Indicator(level1="产出指标", level2=level2, name="场次", explanation=text) for text in explanations
    ]


def plan(rows: list[Indicator], formula: str = "") -> list[Room]:
    return list(plan_rows(rows, [formula] * len(rows)))


def test_a_group_of_few_short_rows_stays_together() -> None:
    assert plan(make_rows("", "", "")) == [TOGETHER] * 3


def test_a_group_that_would_leave_a_sheet_half_empty_is_divided() -> None:
    assert plan(make_rows(*[""] * 14)) == [DIVIDED] * 14
    assert plan(make_rows("", "", "", ""), formula="字" * 100) == [DIVIDED] * 4


def test_what_one_group_needs_is_no_matter_of_the_next() -> None:
    rows = [*make_rows(*[""] * 14), *make_rows("", level2="质量指标")]
    assert plan(rows) == [*[DIVIDED] * 14, TOGETHER]


def test_only_a_row_longer_than_a_sheet_is_divided_itself() -> None:
    assert plan(make_rows("", "字" * 700, "字" * 1200)) == [DIVIDED, DIVIDED, ENDLESS]
    assert plan(make_rows("行\n" * 50)) == [ENDLESS]


def test_long_explanations_make_a_form_wordy() -> None:
    assert not is_wordy(make_rows("", "字" * 100))
    assert is_wordy(make_rows("", "字" * 200))


@pytest.mark.parametrize("text", ["", "字" * 300])
@given(st.lists(st.sampled_from(["数量指标", "质量指标"]), max_size=9))
def test_every_row_has_its_plan(text: str, groups: list[str]) -> None:
    rows = [one for group in groups for one in make_rows(text, level2=group)]
    assert len(plan(rows)) == len(rows)


@given(st.lists(st.integers(0, 2000).map("字".__mul__), max_size=6))
def test_a_row_that_is_divided_is_in_a_group_that_is(explanations: list[str]) -> None:
    assert all(room.loose for room in plan(make_rows(*explanations)) if room.endless)
