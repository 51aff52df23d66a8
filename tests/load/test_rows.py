"""What rows of a form say of other rows: goals that are not there, and merged cells with two values."""

import pytest

from generator.load import parse_form
from tests.load.trees import list_faults

HEAD = 'name = "图书室开放经费"\n[[goals]]\nexpected = "开放图书室"\n[[goals]]\nexpected = "添置图书"\n'
FIRST = '[[indicators]]\nname = "开放天数"\ntarget = "≥300天"\nactual = "310天"\nweight = 20\nscore = 20\n'
SECOND = '[[indicators]]\nname = "开放场地"\n'


def list_found(text: str) -> list[tuple[str, str, str]]:
    return list_faults(parse_form(text, "a.toml").findings)


@pytest.mark.parametrize("goal", [1, 2])
def test_an_indicator_may_belong_to_any_goal_of_the_form(goal: int) -> None:
    assert list_found(f"{HEAD}{FIRST}goal = {goal}\n") == []


def test_a_goal_that_is_not_there_is_found_at_its_row() -> None:
    text = f"{HEAD}{FIRST}{SECOND}goal = 3\n"
    assert list_found(text) == [("a.toml", "unknown-goal", "indicators[1].goal")]
    assert parse_form(text).value is None


def test_a_goal_of_more_digits_than_are_ever_written_is_told_of() -> None:
    found = list_found(f"{HEAD}{FIRST}goal = 0x{'f' * 9_000}\n")
    assert {key for _, _, key in found} == {"indicators[0].goal"}


def test_goals_are_counted_from_one() -> None:
    assert list_found(f"{HEAD}{FIRST}goal = 0\n") == [("a.toml", "out-of-range", "indicators[0].goal")]


def test_goals_that_are_no_list_are_told_alone() -> None:
    text = 'name = "一"\n[goals]\nexpected = "好"\n[[indicators]]\nname = "二"\ngoal = 1\n'
    assert list_found(text) == [("a.toml", "wrong-type", "goals")]


def test_merged_rows_share_the_cells_of_the_row_above() -> None:
    assert list_found(f'{HEAD}{FIRST}{SECOND}merged = true\nexplanation = "另记"\ntarget = ""\n') == []


def test_the_first_row_has_nothing_to_be_merged_with() -> None:
    text = f"{HEAD}{FIRST}merged = true\n"
    assert list_found(text) == [("a.toml", "contradicting-merge", "indicators[0].merged")]


@pytest.mark.parametrize(
    "cell", ['target = "1"', 'actual = "1"', 'measured = "1"', "weight = 5", "score = 5", "reviewed = 5"]
)
def test_a_merged_row_with_a_value_of_its_own_contradicts_itself(cell: str) -> None:
    key = cell.partition(" ")[0]
    assert list_found(f"{HEAD}{FIRST}{SECOND}merged = true\n{cell}\n") == [
        ("a.toml", "contradicting-merge", f"indicators[1].{key}")
    ]


def test_rows_are_checked_beside_other_faults() -> None:
    text = f'{HEAD}{FIRST}score = "20"\nmerged = true\n{SECOND}goal = 9\n'.replace("score = 20\n", "", 1)
    assert list_found(text) == [
        ("a.toml", "wrong-type", "indicators[0].score"),
        ("a.toml", "contradicting-merge", "indicators[0].merged"),
        ("a.toml", "unknown-goal", "indicators[1].goal"),
    ]
