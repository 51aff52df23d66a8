"""Which item of one list is which of another."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.diff.pairing import pair_up

WORDS = st.lists(st.text("abAB", max_size=2), max_size=8)


def test_the_strictest_key_goes_first() -> None:
    found = pair_up(["A1", "a2"], ["a2", "a9"], lambda one: one, lambda one: one[0].lower())
    assert found.pairs == (("a2", "a2"), ("A1", "a9"))


def test_items_of_one_key_are_paired_in_their_order() -> None:
    found = pair_up(["x1", "x2", "x3"], ["x4", "x5"], lambda one: one[0])
    assert (found.pairs, found.removed) == ((("x1", "x4"), ("x2", "x5")), ("x3",))


def test_pairs_come_in_the_order_of_the_second_list() -> None:
    found = pair_up(["x1", "x2"], ["x2", "y", "x1"], lambda one: one)
    assert (found.pairs, found.added) == ((("x2", "x2"), ("x1", "x1")), ("y",))


def test_none_is_no_key() -> None:
    assert pair_up(["a"], ["a"], lambda _: None).pairs == ()


@given(WORDS, WORDS)
def test_every_item_comes_out_once(before: list[str], after: list[str]) -> None:
    found = pair_up(before, after, lambda one: one, str.lower)
    assert Counter(before) == Counter([old for old, _ in found.pairs]) + Counter(found.removed)
    assert Counter(after) == Counter([new for _, new in found.pairs]) + Counter(found.added)


@given(WORDS, WORDS)
def test_nothing_is_left_over_on_both_sides_that_has_a_key_in_common(
    before: list[str], after: list[str]
) -> None:
    found = pair_up(before, after, lambda one: one, str.lower)
    assert all(old.lower() == new.lower() for old, new in found.pairs)
    assert not {one.lower() for one in found.removed} & {one.lower() for one in found.added}


@given(WORDS)
def test_a_list_is_paired_with_itself_item_by_item(words: list[str]) -> None:
    found = pair_up(words, words, lambda one: one)
    assert found.pairs == tuple(zip(words, words, strict=True))
