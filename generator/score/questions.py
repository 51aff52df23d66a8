"""The question that one indicator puts, and the answers that all ways of judging have in common."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.assessment import Outcome
from generator.model.form import Indicator
from generator.model.profile import Profile
from generator.model.value import Value
from generator.score.points import ZERO
from generator.score.values import normalise_text
from generator.text.numbers import write_number


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator to be judged: its row, its two cells as they were read, and by which rules."""

    row: Indicator
    target: Value
    actual: Value
    weight: Decimal
    profile: Profile

    @property
    def says_the_same(self) -> bool:
        """Tell whether both cells say the same, but for their spelling."""
        return normalise_text(self.row.target) == self.said

    @property
    def said(self) -> str:
        """The actual value in plain spelling."""
        return normalise_text(self.row.actual_value)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rule gives, and the sum in words without its full stop.

    `low` and `high` bound what the rule allows. Where it gives a number both are that number, `computed`; where it
    gives a range (words, a late date) `computed` is None. A claim below `low` stands all the same, since a unit may
    take off more than the rule does; one above `high` does not.
    """

    outcome: Outcome
    formula: str
    computed: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def leave_open(question: Question, outcome: Outcome, reason: str) -> Judgement:
    """Leave all points to the unit's own judgement."""
    formula = f"{reason}，由单位在 0 至 {write_number(question.weight)} 分之间自评"
    return Judgement(outcome, formula, low=ZERO, high=question.weight)


def give_all(question: Question, reason: str) -> Judgement:
    """Give all points to what meets its target."""
    formula = f"{reason}，得满分 {write_number(question.weight)} 分"
    return give(Outcome.MET, formula, question.weight)


def give(outcome: Outcome, formula: str, points: Decimal) -> Judgement:
    """Give just so many points."""
    return Judgement(outcome, formula, computed=points, low=points, high=points)


def show(value: Value) -> str:
    """Write a date, words or a quantity as they were read."""
    return getattr(value, "text", "") or getattr(value, "shown", "")
