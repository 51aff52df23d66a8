"""The budget and the execution that count."""

from decimal import Decimal
from typing import Any

import pytest

from generator.model.budget import BudgetCount, count_funds
from generator.model.form import Funds


def count(which: BudgetCount = BudgetCount.ADJUSTED, **table: Any) -> tuple[Any, ...]:
    return tuple(count_funds(Funds.model_validate(table), which))[1:]


def test_each_profile_says_which_column_counts() -> None:
    total = {"initial": 8, "adjusted": 10, "executed": 9}
    assert count(total=total) == (10, 9, None, None)
    assert count(BudgetCount.INITIAL, total=total) == (8, 9, None, None)


@pytest.mark.parametrize("total", [{}, {"adjusted": 0, "executed": 0}])
def test_the_sources_are_added_up_where_the_total_row_says_nothing(total: dict[str, int]) -> None:
    sources = [{"name": "甲", "adjusted": Decimal("89.974"), "executed": 80}, {"name": "乙", "adjusted": 1}]
    printed = 0 if total else None
    assert count(total=total, sources=sources) == (printed, printed, Decimal("90.974"), 80)


def test_nothing_adds_up_to_nothing() -> None:
    assert count(sources=[{"name": "甲"}, {"name": "乙", "adjusted": 0}]) == (None, None, None, None)


def test_one_breakdown_of_several_is_added_up() -> None:
    sources = [{"name": "甲", "executed": 5}, {"name": "乙", "executed": 5, "breakdown": "子项目"}]
    assert count(sources=sources)[3] == 5
