"""The score sheet of a project: what each row claims, what recomputes, and the sum in words."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.form import Status
from generator.model.project import Project
from generator.model.value import Kind, Value


class Outcome(StrEnum):
    """How a row came out against its target."""

    MET = "met"
    SHORT = "short"
    EXCEEDED = "exceeded"  # far over the target, beyond the profile's bound
    JUDGED = "judged"  # words: the unit's own judgement
    NOT_ASSESSED = "not-assessed"  # nothing to go by

    @property
    def word(self) -> str:
        """What it is called in front of people."""
        return _OUTCOME_WORDS[self]


_OUTCOME_WORDS = {
    Outcome.MET: "达成",
    Outcome.SHORT: "未达成",
    Outcome.EXCEEDED: "超额较多",
    Outcome.JUDGED: "定性判断",
    Outcome.NOT_ASSESSED: "未评",
}


@dataclass(frozen=True, slots=True)
class ExecutionScore:
    """Points for budget execution (预算执行率). `rate` is exact (0.905548…), `shown_rate` as the profile prints it.

    `weight` is None where execution bears no points; its rate is told all the same.
    """

    weight: Decimal | None
    rate: Decimal | None
    shown_rate: str
    computed: Decimal | None
    claimed: Decimal | None
    accepted: Decimal | None
    formula: str


@dataclass(frozen=True, slots=True)
class RowScore:
    """Points for one indicator.

    `low` and `high` are what the rule gives: a number gives one result, and both are `computed`; words and a late
    date leave a range, and `computed` is None. Only `high` binds a claim: a unit may take off more than the rule
    does, so `accepted` may lie below `low`.
    """

    key: str
    name: str
    target: Value
    actual: Value
    outcome: Outcome
    weight: Decimal | None
    computed: Decimal | None
    low: Decimal | None
    high: Decimal | None
    claimed: Decimal | None
    accepted: Decimal | None
    formula: str

    @property
    def kind(self) -> Kind:
        """The kind of the target."""
        return self.target.kind


@dataclass(frozen=True, slots=True)
class TotalScore:
    """Execution and rows together, in points.

    `weight` is what all rows carry, `assessed` what the assessed rows carry; where they differ the total is a sum
    over less than the whole form and bears no grade. `computed` takes the rule's own result where there is one
    and the accepted score where the rule leaves a range. `cap` is the bound that a low execution rate sets.
    """

    claimed: Decimal | None
    computed: Decimal | None
    accepted: Decimal | None
    weight: Decimal
    assessed: Decimal
    cap: Decimal | None
    formula: str

    @property
    def is_whole(self) -> bool:
        """Tell whether every row that carries points was assessed."""
        return self.assessed == self.weight

    @property
    def differs(self) -> bool:
        """Tell whether the whole form was assessed and another total is accepted than claimed."""
        if self.claimed is None or self.accepted is None:
            return False
        return self.is_whole and self.accepted != self.claimed


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """A project scored by a profile."""

    profile: str
    execution: ExecutionScore
    rows: tuple[RowScore, ...]
    total: TotalScore
    grade: str | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A project with its score sheet: what rules and pages read."""

    project: Project
    sheet: ScoreSheet

    @property
    def counts(self) -> bool:
        """Tell whether it counts in totals, averages and rankings: a withdrawn form is only told of."""
        return self.project.form.status is not Status.WITHDRAWN
