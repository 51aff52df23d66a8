"""The budget and the execution that count: of which column of the funds table they are."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.model.form import Amounts


class BudgetCount(StrEnum):
    """Which budget execution is held against. The values are the keys of the funds table."""

    ADJUSTED = "adjusted"
    INITIAL = "initial"

    @property
    def word(self) -> str:
        """The column's name on the form."""
        return "全年预算数" if self is BudgetCount.ADJUSTED else "年初预算数"


class CountedFunds(NamedTuple):
    """The budget and the execution that count, as a row of the funds table prints them."""

    budget: Decimal | None
    spent: Decimal | None


def count_funds(amounts: Amounts, which: BudgetCount) -> CountedFunds:
    """Find the budget and the execution that count in a row of the funds table, its total or a source."""
    budget = amounts.adjusted if which is BudgetCount.ADJUSTED else amounts.initial
    return CountedFunds(budget, amounts.executed)
