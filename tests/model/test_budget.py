"""The budget and the execution that count."""

from generator.model.budget import BudgetCount, count_funds
from generator.model.form import Amounts


def test_each_profile_says_which_column_counts() -> None:
    total = Amounts.model_validate({"initial": 8, "adjusted": 10, "executed": 9})
    assert count_funds(total, BudgetCount.ADJUSTED) == (10, 9)
    assert count_funds(total, BudgetCount.INITIAL) == (8, 9)


def test_a_column_that_is_not_there_counts_nothing() -> None:
    assert count_funds(Amounts.model_validate({"initial": 8}), BudgetCount.ADJUSTED) == (None, None)
