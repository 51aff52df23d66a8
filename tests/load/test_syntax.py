"""TOML text into a table."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from generator.load.syntax import DEEPEST, clear_faults, parse_toml
from generator.model.cells import LARGEST_INTEGER
from generator.model.form import Form
from tests.load import faulty_texts
from tests.load.trees import FORM


def list_found(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(finding.rule, finding.line, finding.column) for finding in parse_toml(text, "", Form).findings]


def read(text: str) -> dict[str, Any]:
    parsed = parse_toml(text, "", Form)
    assert parsed.value is not None
    return parsed.value


def test_numbers_are_decimals_as_they_are_written() -> None:
    assert str(read("a = 829000.00")["a"]) == "829000.00"
    assert read("a = 1_000\nb = 2024-03-01") == {"a": 1000, "b": date(2024, 3, 1)}


def test_a_sound_text_is_whole() -> None:
    assert not parse_toml(FORM, "", Form).is_partial


@pytest.mark.parametrize("text", faulty_texts.SYNTAX.values(), ids=faulty_texts.SYNTAX)
def test_every_fault_of_syntax_has_a_place_in_the_text(text: str) -> None:
    lines = text.split("\n")
    for rule, line, column in list_found(text):
        assert rule in ("toml-syntax", "duplicate-key", "hidden-character")
        assert line is not None
        assert column is not None
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


def test_columns_count_characters() -> None:
    assert list_found('a = 1\n "金" = x') == [("toml-syntax", 2, 8)]


def test_lines_count_alike_however_they_end() -> None:
    assert list_found("a = 1\r\nb = 2\r\nc = x\r\n") == [("toml-syntax", 3, 5)]


def test_all_lines_that_cannot_be_read_are_told_of() -> None:
    text = "a = 甲\nb = 2\n分值 = 5\nc = 乙\nc = 丙\nd: 1\na = 4\n"
    assert [line for _, line, _ in list_found(text)] == [1, 3, 4, 5, 6]
    assert read(text) == {"b": 2, "a": 4}
    assert parse_toml(text, "", Form).is_partial


def test_rows_keep_their_numbers_when_one_cannot_be_read() -> None:
    assert read("a = [\n  { b = 甲 },\n  { b = 2 },\n]\n") == {"a": [{}, {"b": 2}]}


@pytest.mark.parametrize(
    "text", ["a = [\nb = 1\nc = 2\n", 'a = """\nb = 1\nc = 2\n', "[a\nb = 1\n", "a = { b = 1,\n[c]\n"]
)
def test_what_follows_something_open_is_not_called_faulty(text: str) -> None:
    assert len(list_found(text)) == 1
    assert parse_toml(text, "", Form).value is None


def test_so_many_faults_are_told_and_no_more() -> None:
    found = list_found("".join(f"a{number} = 甲\n" for number in range(200)))
    assert len(found) == 51
    assert found[-1] == ("too-many-faults", None, None)


@pytest.mark.parametrize("text", faulty_texts.DEEP.values(), ids=faulty_texts.DEEP)
def test_nesting_without_use_is_refused(text: str) -> None:
    ((rule, line, column),) = list_found(text)
    assert rule == "nested-too-deep"
    assert line is not None
    assert column is not None


@pytest.mark.parametrize("part", ["a", "'a'", '"a"', '"\\""'])
def test_a_key_of_many_parts_is_placed_where_it_begins(part: str) -> None:
    """Such keys are seen before the parser, which takes quadratic time over them."""
    assert list_found(f"a = 1\n [ {'.'.join([part] * 120)} ]\n") == [("nested-too-deep", 2, 4)]


def test_nesting_is_allowed_as_deep_as_it_is_said() -> None:
    assert list_found("a = " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)) == []
    assert list_found("a = " + "[" * DEEPEST + "]" * DEEPEST) != []


@pytest.mark.parametrize(
    "text",
    [
        f'a = "{"完成了.a." * 500}"\n',
        f"a = [{'1.5, ' * 500}]\n",
        f"a = '{'1.' * 500}'\n",
        "a.b = 1\n" + "".join(f"[c{n}.d]\n" for n in range(500)),
    ],
    ids=range(4),
)
def test_many_dots_are_no_deep_key(text: str) -> None:
    assert list_found(text) == []


def test_decimals_without_end_are_refused_later_as_numbers() -> None:
    read_as = read(f"a = 1e{'9' * 30}\nb = -1.5e-{'9' * 30}")
    assert read_as["a"] >= LARGEST_INTEGER


@pytest.mark.parametrize("sign", ["", "-", "+"])
def test_integers_without_end_are_refused_later_as_numbers(sign: str) -> None:
    digits = "9" * 5000
    table = read(f"a = {sign}{digits}\nb = 1.{digits}\nc = {digits}.5\nd = [{digits}, {digits}]\ne = 1")
    assert isinstance(table["a"], int)
    assert table["b"] == Decimal(f"1.{digits}")
    assert table["c"] == Decimal(f"{digits}.5")
    assert len(table["d"]) == 2
    assert table["e"] == 1


@pytest.mark.parametrize("tail", [".", ".x", "e", "ex", "_", "__1", "元", "-1"])
def test_integers_without_end_that_end_badly_are_told_of(tail: str) -> None:
    parsed = parse_toml(f"a = {'9' * 5000}{tail}\n", "", Form)
    assert parsed.findings or isinstance(parsed.value and parsed.value["a"], int)


def test_a_cleared_text_can_be_read_and_has_every_line_in_its_place() -> None:
    text = "a = 甲\nb = 2\nc = 乙\n"
    assert clear_faults(text) == "       \nb = 2\n       \n".replace("       ", " " * 5)


def test_a_text_without_a_fault_is_not_changed() -> None:
    assert clear_faults(FORM) == FORM


@given(st.text(alphabet="a甲b1=.\n[]{}\"' ,:", max_size=60))
def test_a_cleared_text_is_as_long_as_it_was(text: str) -> None:
    cleared = clear_faults(text)
    assert len(cleared) == len(text)
    assert [len(line) for line in cleared.split("\n")] == [len(line) for line in text.split("\n")]


@given(st.text(alphabet="a甲b1=.\n[]{}\"' ,:", max_size=60))
def test_what_the_parser_can_read_is_read(text: str) -> None:
    try:
        table = tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError:
        assert parse_toml(text, "", Form).findings
    else:
        assert parse_toml(text, "", Form).value == table
