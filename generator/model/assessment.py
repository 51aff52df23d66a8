"""The score sheet of a project: what each row claims, what recomputes, and the sum in words."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.form import FormKind, Status
from generator.model.project import Project
from generator.model.value import Kind, Value

ZERO = Decimal(0)


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
    does, so `accepted` may lie below `low`. The points of a `placed` row stand elsewhere, see `GoalScore`.
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
    placed: bool = False

    @property
    def kind(self) -> Kind:
        """The kind of the target."""
        return self.target.kind


@dataclass(frozen=True, slots=True)
class GoalScore:
    """Points that stand at a goal (`goals[0]`) or at all indicators together (`indicators`), where rows have none.

    The claims of `rows` (their places, from 0) are accepted within them as the unit's own judgement; `computed` is
    always None.
    """

    key: str
    name: str
    weight: Decimal
    claimed: Decimal | None
    accepted: Decimal | None
    formula: str
    rows: tuple[int, ...]
    computed: Decimal | None = None


class Gap(StrEnum):
    """Why a form is not whole (未评全): what keeps its points from being added up to a total."""

    UNSCORED = "not-scored"  # such forms bear no points at all, by their profile
    NO_POINTS = "no-points"  # the paper has no column of points (分值)
    LACKING = "points-lacking"  # its rows carry less than the full points
    BEYOND = "points-beyond"  # they carry more
    UNASSESSED = "row-not-assessed"  # a row that carries points could not be judged
    UNPLACED = "claim-without-points"  # a row claims points and carries none


@dataclass(frozen=True, slots=True)
class Verifiability:
    """How much is known of a form's points (可核实程度): its full points, or what its rows carry where that is more.

    - `agreeing`: computed, and claimed just so
    - `differing`: computed, and claimed otherwise
    - `unclaimed`: computed, and not claimed
    - `judged`: only the unit can judge them, and its claim stands, or as much of it as the rule lets pass
    - `unassessed`: nothing to go by, or carried by no row
    """

    agreeing: Decimal = ZERO
    differing: Decimal = ZERO
    unclaimed: Decimal = ZERO
    judged: Decimal = ZERO
    unassessed: Decimal = ZERO

    def __add__(self, other: "Verifiability") -> "Verifiability":
        """Add up the points of several forms."""
        return Verifiability(
            self.agreeing + other.agreeing,
            self.differing + other.differing,
            self.unclaimed + other.unclaimed,
            self.judged + other.judged,
            self.unassessed + other.unassessed,
        )

    @property
    def computed(self) -> Decimal:
        """The points that were computed, whatever was claimed."""
        return self.agreeing + self.differing + self.unclaimed

    @property
    def points(self) -> Decimal:
        """All points."""
        return self.computed + self.judged + self.unassessed


@dataclass(frozen=True, slots=True)
class TotalScore:
    """Execution and rows together, in points.

    A form is whole (评全) when its rows carry the profile's full points, each of them was judged, and none claims
    points without carrying any; `gaps` says what is missing to that. Only then are there a `computed` and an `accepted`
    total. `computed` takes the rule's own result where there is one and the accepted score where the rule leaves a
    range. `weight` is what all rows carry, `assessed` what the assessed rows carry. `cap` is the bound that a low
    execution rate sets.
    """

    claimed: Decimal | None
    computed: Decimal | None
    accepted: Decimal | None
    full: Decimal
    weight: Decimal
    assessed: Decimal
    verifiability: Verifiability
    gaps: tuple[Gap, ...]
    cap: Decimal | None
    formula: str

    @property
    def is_whole(self) -> bool:
        """Return whether the form was assessed whole (评全)."""
        return not self.gaps

    @property
    def is_lowered(self) -> bool:
        """Return whether less is accepted than the form claims (认定低于自评)."""
        return self.claimed is not None and self.accepted is not None and self.accepted < self.claimed

    @property
    def is_raised(self) -> bool:
        """Return whether the rule gives more than the form claims (复算高于自评)."""
        return self.claimed is not None and self.computed is not None and self.computed > self.claimed


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """A project scored by a profile, which people are told of as `rules`.

    `goals` bear the points of rows that have none of their own.
    """

    profile: str
    execution: ExecutionScore
    rows: tuple[RowScore, ...]
    total: TotalScore
    grade: str | None
    goals: tuple[GoalScore, ...] = ()
    rules: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A project with its score sheet: what rules and pages read."""

    project: Project
    sheet: ScoreSheet

    @property
    def counts(self) -> bool:
        """Tell whether it counts in totals, averages and rankings.

        A withdrawn form is only told of, and one of another kind than a project's self-evaluation is listed by itself.
        """
        return self.is_self_evaluation and self.project.form.status is not Status.WITHDRAWN

    @property
    def is_self_evaluation(self) -> bool:
        """Tell whether it is the self-evaluation of a project, the only kind that is ever added up."""
        return self.project.form.kind is FormKind.SELF_EVALUATION
