"""What the sources of the funds table add up to."""

from decimal import Decimal

import pytest

from generator.check.facts.sums import add_up_columns, find_wholes, settle_total
from generator.model.form import Funds


def make_funds(total: dict[str, int], *sources: dict[str, object]) -> Funds:
    rows = [{"name": "来源"} | source for source in sources]
    return Funds.model_validate({"total": total, "sources": rows})


@pytest.mark.parametrize(
    ("total", "sources", "expected"),
    [
        ({"adjusted": 0}, [{"adjusted": 9}], 9),
        ({}, [{"adjusted": 9}, {"adjusted": 1}], 10),
        ({}, [{"adjusted": 9}, {"adjusted": 6}, {"adjusted": 3}], 9),  # the last two are parts of the first
        ({"adjusted": 8}, [{"adjusted": 9}], 8),
        ({"adjusted": 0}, [{"adjusted": 0}, {}], 0),
        (
            {},
            [{"adjusted": 9}, {"initial": 3}],
            None,
        ),  # the blank cell of a source that has money may hold the rest
        ({}, [{"adjusted": 9}, {"adjusted": 8, "breakdown": "子项目"}], 9),
        ({}, [], None),
    ],
)
def test_a_total_that_lacks_is_the_sum_of_its_sources(
    total: dict[str, int], sources: list[dict[str, object]], expected: int | None
) -> None:
    assert settle_total(make_funds(total, *sources)).adjusted == expected


def test_columns_are_added_up_by_each_way_of_breaking_the_total_down() -> None:
    funds = make_funds({"executed": 5}, {"executed": 5}, {"executed": 2, "breakdown": "子项目"})
    found = [(one.breakdown, one.sums[0]) for one in add_up_columns(funds) if one.column == "executed"]
    assert found == [("", Decimal(5)), ("子项目", Decimal(2))]


def test_amounts_that_make_up_the_one_before_them_are_its_parts() -> None:
    assert list(find_wholes([Decimal(one) for one in (9, 6, 3, 1)])) == [0, 3]
