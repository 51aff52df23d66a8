"""Two bounds in one cell."""

import pytest

from generator.score.values.normalising import normalise_text
from generator.score.values.ranges import read_between
from tests.score.values.notation import write_value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥100万元且≤120万元", "1000000..1200000 元"),
        ("≥5人≤10人", "5..10 人"),
        ("不低于80%，且不高于90%", "none"),
        ("不低于80%且不高于90%", "0.8..0.9 share"),
        ("80%≤满意度≤90%", "0.8..0.9 share"),
        ("100≤X≤120万元", "1000000..1200000 元"),
        ("500元≤X≤1万元", "500..10000 元"),
        ("≥100人且≤120%", "none"),
        ("≥10人且≤5人", "none"),
        ("≥5人且≥10人", "none"),
        (">5人且<10人", "none"),
        ("合格率≥80%且满意度≤90%", "none"),
        ("≥80%", "none"),
    ],
)
def test_two_bounds_in_one_unit_are_a_range(text: str, expected: str) -> None:
    value = read_between(normalise_text(text))
    assert (write_value(value) if value else "none") == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [("≥100万元且≤120万元", "100-120万元"), ("500元≤X≤1万元", "500元-1万元"), ("5≤n≤10人", "5-10人")],
)
def test_a_range_is_shown_with_both_its_ends(text: str, shown: str) -> None:
    value = read_between(text)
    assert value is not None
    assert value.shown == shown
