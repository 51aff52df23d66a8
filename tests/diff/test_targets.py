"""Whether a target was lowered or raised, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff.targets import find_direction
from generator.model.change import Direction
from generator.score.values import read_value

OPPOSITE = {
    Direction.LOWERED: Direction.RAISED,
    Direction.RAISED: Direction.LOWERED,
    Direction.CHANGED: Direction.CHANGED,
}


def go(before: str, after: str) -> Direction:
    return find_direction(read_value(before), read_value(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("≥83个", "≥80个"),
        ("=100%", "≥85.8%"),
        ("≥90%", "≥85"),
        ("≥5万元", "≥49000元"),
        (">83个", "≥83个"),
        ("≤620万元", "≤700万元"),
        ("<24小时", "≤24小时"),
        ("9月前", "12月前"),
        ("2021年底", "2022年6月"),
        ("党务干部140人、信息员65人", "党务干部140人、信息员60人"),
        ("10家", "9家"),
    ],
)
def test_a_target_that_asks_for_less_is_lowered_and_back_again_raised(before: str, after: str) -> None:
    assert (go(before, after), go(after, before)) == (Direction.LOWERED, Direction.RAISED)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("≥83个", "规范"),
        ("规范", "及时"),
        ("≥83个", "≥83家次"),
        ("≥83个", ""),
        ("≥4个", "≤4个"),
        ("≥83个", "≤90个"),
        ("≤10个", "≥20个"),
        ("按月发放", "9月前"),
        ("党务干部140人、信息员65人", "党务干部140人"),
        ("党务干部140人、信息员65人", "党务干部150人、信息员60人"),
        ("≥5万元", "≥50000元"),
    ],
)
def test_what_cannot_be_held_against_each_other_is_only_changed(before: str, after: str) -> None:
    assert go(before, after) is Direction.CHANGED


NUMBERS = st.integers(1, 10_000)
"""From 1, since `=0起` means that there was to be none, and then less is more."""


@given(NUMBERS, NUMBERS, st.sampled_from(["≥", ">", "=", ""]), st.sampled_from(["个", "%", "万元"]))
def test_less_of_what_is_to_be_reached_is_lowered(before: int, after: int, sign: str, unit: str) -> None:
    found = go(f"{sign}{before}{unit}", f"{sign}{after}{unit}")
    assert (found is Direction.LOWERED) == (after < before)


@given(NUMBERS, NUMBERS, st.sampled_from(["≤", "<"]))
def test_more_of_what_is_not_to_be_exceeded_is_lowered(before: int, after: int, sign: str) -> None:
    assert (go(f"{sign}{before}天", f"{sign}{after}天") is Direction.LOWERED) == (after > before)


CELLS = st.one_of(
    st.text(max_size=20),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["≥", "≤", "=", "<", ""]),
        NUMBERS,
        st.sampled_from(["个", "%", "元", "月前"]),
    ),
)


@given(CELLS, CELLS)
def test_the_way_back_is_the_opposite(before: str, after: str) -> None:
    assert go(after, before) is OPPOSITE[go(before, after)]
