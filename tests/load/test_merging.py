"""Tables laid over one another."""

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.load.merging import merge_tables

TABLES: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from("abc"),
    st.recursive(
        st.one_of(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=2)),
        lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    ),
    max_size=3,
)


def test_tables_merge_and_all_else_replaces() -> None:
    base = {"total": {"points": 100, "basis": "甲"}, "grades": [1, 2], "caps": [1]}
    over = {"total": {"basis": "乙"}, "grades": [3]}
    assert merge_tables(base, over) == {"total": {"points": 100, "basis": "乙"}, "grades": [3], "caps": [1]}


def test_a_table_and_a_value_replace_each_other() -> None:
    assert merge_tables({"a": {"b": 1}}, {"a": 1}) == {"a": 1}
    assert merge_tables({"a": 1}, {"a": {"b": 1}}) == {"a": {"b": 1}}


@given(TABLES, TABLES)
def test_neither_table_is_changed(base: dict[str, Any], over: dict[str, Any]) -> None:
    before = deepcopy((base, over))
    merge_tables(base, over)
    assert (base, over) == before


@given(TABLES, TABLES, TABLES)
def test_it_does_not_matter_which_two_are_merged_first(a: Any, b: Any, c: Any) -> None:
    merged = merge_tables(merge_tables(a, b), c)
    assert merged == merge_tables(a, merge_tables(b, c)) or _replaces(a, b, c)


def _replaces(a: Any, b: Any, c: Any) -> bool:
    """Tell whether somewhere a value stands between two tables, which forgets the first of them."""
    if not (isinstance(a, dict) and isinstance(c, dict)):
        return False
    if not isinstance(b, dict):
        return True
    return any(_replaces(a[key], b[key], c[key]) for key in a.keys() & b.keys() & c.keys())
