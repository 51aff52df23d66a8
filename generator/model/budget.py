"""The budget and the execution that count: of which column they are, and what the sources add up to."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.model.form import Amounts, Funds


class BudgetCount(StrEnum):
    """Which budget execution is held against. The values are the keys of the funds table."""

    ADJUSTED = "adjusted"
    INITIAL = "initial"

    @property
    def word(self) -> str:
        """The column's name on the form."""
        return "全年预算数" if self is BudgetCount.ADJUSTED else "年初预算数"

    def take(self, amounts: Amounts) -> Decimal | None:
        """Take the budget that counts out of a row of the funds table."""
        return amounts.adjusted if self is BudgetCount.ADJUSTED else amounts.initial


class CountedFunds(NamedTuple):
    """The budget and the execution that count, both as the total row prints them.

    `sources_budget` and `sources_spent` are what the sources add up to where the total row prints nothing or 0 and
    they print something; None elsewhere. They are for findings: nothing is scored by them.
    """

    which: BudgetCount
    budget: Decimal | None
    spent: Decimal | None
    sources_budget: Decimal | None
    sources_spent: Decimal | None


def count_funds(funds: Funds, which: BudgetCount) -> CountedFunds:
    """Find the budget and the execution that count. Of several breakdowns of one total the first is added up."""
    breakdown = funds.sources[0].breakdown if funds.sources else ""
    sources = [one for one in funds.sources if one.breakdown == breakdown]
    budget, spent = which.take(funds.total), funds.total.executed
    return CountedFunds(
        which,
        budget,
        spent,
        None if budget else _add(which.take(one) for one in sources),
        None if spent else _add(one.executed for one in sources),
    )


def _add(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Add up what is printed; None where that comes to nothing."""
    return sum((one for one in amounts if one is not None), Decimal(0)) or None
