"""Positions of key paths in TOML text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.keys import format_key
from generator.report import positions
from generator.report.positions import locate, split_key

TEXT = """# 说明
name = "甲"
a.b = 1
"金 额".x = 1
[funds]
total = { initial = 1, executed = 2 }
sources = [
  { name = "财政" },
  # 注
  { name = "其他", deep = [1, { y = 2 }] },
]
[[indicators]]
name = "一"
[indicators.extra]
q = "中"
[[indicators]]
name = "二"
  score = 5
"""


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("name", (2, 1)),
        ("a.b", (3, 3)),
        ('"金 额"', (4, 1)),
        ('"金 额".x', (4, 7)),
        ("funds", (5, 2)),
        ("funds.total.executed", (6, 24)),
        ("funds.sources[0]", (8, 3)),
        ("funds.sources[1].name", (10, 5)),
        ("funds.sources[1].deep[1].y", (10, 31)),
        ("indicators[0].extra.q", (15, 1)),
        ("indicators[1].score", (18, 3)),
        ("indicators[1]", (16, 3)),
    ],
)
def test_a_written_key_is_found(key: str, place: tuple[int, int]) -> None:
    assert locate(TEXT, key) == place


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("indicators[1].weight", (16, 3)),
        ("funds.total.adjusted.x", (6, 1)),
        ("reported.total", (1, 1)),
        ("", (1, 1)),
    ],
)
def test_a_missing_key_gets_the_nearest_one_above(key: str, place: tuple[int, int]) -> None:
    assert locate(TEXT, key) == place


def test_the_column_counts_characters() -> None:
    assert locate('t = { 名 = 1, "绩效" = 2, z = 3 }', "t.z")[1] == 24


def test_a_broken_file_is_placed_as_far_as_it_goes() -> None:
    assert locate('name = "甲"\nx = 12:30\n[funds]\nweight = 1\n', "funds.weight") == (4, 1)


@pytest.mark.parametrize(
    "text",
    [
        "a=" + "[" * 2000 + "]" * 2000,
        "a=" + "{a=" * 2000 + "1" + "}" * 2000,
        ".".join(["a"] * 5000) + "=1",
        "[" * 5000,
        "[[a]]\n" * 5000,
    ],
)
def test_depth_and_length_do_no_harm(text: str) -> None:
    assert locate(text, "a" + ".a" * 2000 + "[3]")[0] >= 1


@given(st.text(), st.text())
def test_any_text_and_any_key_have_a_place(text: str, key: str) -> None:
    line, column = locate(text, key)
    assert line >= 1
    assert column >= 1


@given(st.lists(st.one_of(st.integers(0, 99), st.text(min_size=1)), min_size=1))
def test_key_paths_are_taken_apart_as_they_were_put_together(steps: list[str | int]) -> None:
    assert list(split_key(format_key(["start", *steps]))) == ["start", *steps]


def test_characters_of_a_line_are_counted_once_for_all_its_keys() -> None:
    """A line may hold a whole file: were it read again for each finding, that took quadratic time."""
    row = '{ name = "甲" }, '
    text = f"indicators = [{row * 50}]"
    positions._count_characters.cache_clear()
    places = [locate(text, f"indicators[{row}].name") for row in range(50)]
    assert places == [(1, 17 + len(row) * index) for index in range(50)]
    assert positions._count_characters.cache_info().misses == 1
