"""The budget and the execution that count."""

from decimal import Decimal

from generator.model.budget import BudgetCount, count_funds
from generator.model.form import Amounts


def test_each_profile_says_which_column_counts() -> None:
    total = Amounts.model_validate({"initial": 8, "adjusted": 10, "executed": 9})
    assert count_funds(total, BudgetCount.ADJUSTED) == (Decimal(10), Decimal(9))
    assert count_funds(total, BudgetCount.INITIAL) == (Decimal(8), Decimal(9))


def test_a_column_that_is_not_there_counts_nothing() -> None:
    amounts = Amounts.model_validate({"initial": 8})
    assert count_funds(amounts, BudgetCount.ADJUSTED) == (None, None)
