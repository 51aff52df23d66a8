"""CSV: cells that cannot start a formula, and that come back as they were."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.exports.cells import Cell, Figure
from generator.render.exports.columns import FUNDS, PROVENANCE
from generator.render.exports.delimited import APOSTROPHE, FORMULA_SIGNS, guard, write_head, write_lines

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|x", "%0", "＝1+1", "＋1", "－1", "＠x"]
FORMULAS += ["=cmd|' /C calc'!A0", '=HYPERLINK("https://elsewhere.test","x")', "-2+3+cmd|' /C calc'!A0"]


def read(content: str) -> list[list[str]]:
    return list(csv.reader(StringIO(content, newline=""), strict=True))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guard(text) == APOSTROPHE + text


@given(st.text())
def test_one_apostrophe_taken_away_gives_every_text_back(text: str) -> None:
    guarded = guard(text)
    assert guarded[:1] not in set(FORMULA_SIGNS)
    assert guarded.removeprefix(APOSTROPHE) == text


def test_numbers_are_never_guarded() -> None:
    cells: tuple[Cell, ...] = (Figure("-5"), -5, True, None)
    assert read(write_lines([cells], ("许可",)))[0][:-1] == ["-5", "-5", "true", ""]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=4))
def test_cells_stay_apart_whatever_they_hold(texts: list[str]) -> None:
    (row,) = read(write_lines([tuple(texts)], ("许可", "=1")))
    assert [cell.removeprefix(APOSTROPHE) for cell in row] == [*texts, "许可", "=1"]


def test_file_begins_with_the_mark_that_tells_excel_of_utf_8() -> None:
    head = write_head(FUNDS)
    assert head.startswith(b"\xef\xbb\xbfproject,year,")
    assert head.decode("utf-8-sig").strip().split(",")[-4:] == [column.name for column in PROVENANCE]
