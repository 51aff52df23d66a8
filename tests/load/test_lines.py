"""Lines in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.lines import count_place, find_line

TEXT = "甲 = 1\n\n乙"


@pytest.mark.parametrize(("at", "place"), [(0, (1, 1)), (4, (1, 5)), (5, (1, 6)), (6, (2, 1)), (7, (3, 1))])
def test_lines_and_columns_count_from_one_and_in_characters(at: int, place: tuple[int, int]) -> None:
    assert count_place(TEXT, at) == place


@pytest.mark.parametrize(("at", "line"), [(0, "甲 = 1"), (5, "甲 = 1"), (6, ""), (7, "乙"), (8, "乙")])
def test_a_line_is_found_without_its_end(at: int, line: str) -> None:
    start, end = find_line(TEXT, at)
    assert TEXT[start:end] == line


@given(st.text(alphabet="甲=\n"), st.integers(0, 20))
def test_a_line_begins_where_its_first_column_is(text: str, at: int) -> None:
    at = min(at, len(text))
    line, column = count_place(text, at)
    assert find_line(text, at)[0] == at - column + 1
    assert text.count("\n", 0, at) == line - 1
