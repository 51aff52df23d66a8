"""What a chart shows, as plain facts: rows of one or two numbers, and the words beside them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """The kinds of charts, by what they measure."""

    MONEY = "money"  # spent sums (first) against budgets (second), as bars
    SCORES = "scores"  # a score (first) and another to hold it against (second), as dots
    COUNTS = "counts"  # how many there are of each (first), as bars


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a chart: its label, two numbers, and the words that stand at its right end, one for each number.

    A number is None where there is none: nothing is drawn then, not even a nought.
    """

    label: str
    first: Decimal | None
    second: Decimal | None
    notes: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: an id that no other chart of its page has, a title, all that it shows in words, and its rows.

    Texts that are `Markup` are taken as they are; any other gets escaped.
    """

    kind: ChartKind
    id: str
    title: str
    description: str
    rows: tuple[ChartRow, ...]
