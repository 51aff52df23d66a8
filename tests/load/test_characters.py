"""Characters that nobody sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.characters import find_escaped_characters, find_hidden_character, find_hidden_characters


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x1b",
        "\x7f",
        "\xad",
        "\u115f",
        "\u200b",
        "\u2028",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\U000e0041",
    ],
)
def test_a_character_that_nobody_sees_is_found_where_it_stands(char: str) -> None:
    (finding,) = find_hidden_characters(f"一\n二三{char}四", "a.toml")
    assert (finding.line, finding.column, finding.rule) == (2, 3, "hidden-character")
    assert f"U+{ord(char):04X}" in finding.message


@pytest.mark.parametrize(
    "char", ["\t", "\r", " ", "\u3000", "\xa0", "\u200d", "\u200c", "①", "★", "\uf06c", "\U0002b5af"]
)
def test_what_forms_print_is_left_alone(char: str) -> None:
    assert list(find_hidden_characters(f"一{char}二", "a.toml")) == []


def test_each_line_is_reported_once() -> None:
    found = find_hidden_characters("\u200b\u200b\n\n\u200b", "a.toml")
    assert [(finding.line, finding.column) for finding in found] == [(1, 1), (3, 1)]


def test_a_lost_character_is_called_so() -> None:
    (finding,) = find_hidden_characters("一\ufffd", "a.toml")
    assert "乱码" in finding.message


def test_an_escape_is_found_by_its_key() -> None:
    data = {"a": ["一", {"b": "二\u202e"}], "c": "三\r"}
    assert [finding.key for finding in find_escaped_characters(data, "")] == ["a[1].b", "c"]


def test_an_escape_in_a_key_is_found() -> None:
    (finding,) = find_escaped_characters({"internal": {"甲\u202e": "乙"}}, "")
    assert finding.key == 'internal."甲\u202e"'


@given(st.text(max_size=20), st.integers(0, 20))
def test_one_place_is_judged_as_the_whole_text_is(text: str, at: int) -> None:
    found = find_hidden_character(text, at, "")
    places = {(finding.line, finding.column) for finding in find_hidden_characters(text, "")}
    assert (
        found is None
        or (found.line, found.column) in places
        or any(place[0] == found.line for place in places)
    )
