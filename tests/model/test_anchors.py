"""Permanent ids: they stay the same when rows move, and every key path leads to one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.anchors import CHECKS, FORM, FUNDS, GOALS, INDICATORS, anchor_of_key, row_ids, row_of_key
from generator.model.form import Indicator

ROWS = st.builds(
    Indicator,
    level1=st.sampled_from(["", "产出指标", "效益指标"]),
    level2=st.sampled_from(["", "数量指标", "质量指标"]),
    name=st.sampled_from(["数量指标", "人数", "★人数", "其中：老年人"]),
    target=st.sampled_from(["≥5", "规范"]),
)
IDS = ("zb-1", "zb-2", "zb-3")


@given(st.lists(ROWS, unique_by=lambda one: (one.level1, one.level2, one.name)), st.randoms())
def test_ids_of_rows_do_not_depend_on_their_order(rows: list[Indicator], random) -> None:  # type: ignore[no-untyped-def]  # Hypothesis' own Random
    shuffled = random.sample(rows, len(rows))
    assert dict(zip(map(name_of, rows), row_ids(rows), strict=True)) == dict(
        zip(map(name_of, shuffled), row_ids(shuffled), strict=True)
    )


def name_of(row: Indicator) -> tuple[str, str, str]:
    return row.level1, row.level2, row.name


@given(st.lists(ROWS, max_size=12))
def test_no_two_rows_share_an_id(rows: list[Indicator]) -> None:
    assert len(set(row_ids(rows))) == len(rows)


@given(st.lists(ROWS, max_size=12), ROWS)
def test_a_row_added_below_changes_no_id(rows: list[Indicator], added: Indicator) -> None:
    assert row_ids([*rows, added])[:-1] == row_ids(rows)


def test_a_changed_value_leaves_the_id_as_it_is() -> None:
    row = Indicator(name="人数", target="≥5", actual="5")
    assert row_ids([row]) == row_ids([row.model_copy(update={"target": "≥9", "actual": "8", "score": 3})])


@pytest.mark.parametrize(
    ("key", "anchor"),
    [
        ("indicators[2].score", "zb-3"),
        ("indicators[0]", "zb-1"),
        ("indicators", INDICATORS),
        ("indicators[99].score", INDICATORS),
        ("funds.total.adjusted", FUNDS),
        ("goals[0].expected", GOALS),
        ("waivers[0]", CHECKS),
        ("reported.total", FORM),
        ("", FORM),
    ],
)
def test_a_key_leads_to_its_part_of_the_page(key: str, anchor: str) -> None:
    assert anchor_of_key(key, IDS) == anchor


def test_only_keys_of_indicators_mean_a_row() -> None:
    assert row_of_key("indicators[12].weight") == 12
    assert row_of_key("goals[1].actual") is None
    assert row_of_key("indicators") is None
