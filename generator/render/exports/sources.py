"""What rows are read from: a project, a line of its form, or what has a page of its own beside the projects."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Generic, NamedTuple, TypeVar

from generator.model import anchors
from generator.model.assessment import (
    ExecutionScore,
    Outcome,
    RowScore,
    ScoreSheet,
    TotalScore,
    Verifiability,
)
from generator.model.finding import Finding
from generator.model.form import Form, FundsSource, Indicator
from generator.model.organisations import Department, Unit
from generator.model.profile import Profile
from generator.model.project import Place
from generator.score.values import read_value

Item = TypeVar("Item")

_WHOLE_BUDGET: Final = "100%"
"""The target of the execution of the budget, which no form prints."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """A department, a unit, a profile or a rule by its key, and where its page is."""

    key: str
    item: Item
    page: str


class VersionedProfile(NamedTuple):
    """A profile, and the version that is told of it."""

    profile: Profile
    version: str


@dataclass(frozen=True, slots=True)
class ProjectSource:
    """A project, who answers for it, how many findings are told of it, and where its page is."""

    place: Place
    form: Form
    sheet: ScoreSheet
    unit: Unit
    department: Department
    findings: int
    page: str

    @property
    def execution(self) -> ExecutionScore:
        """The points for the execution of the budget."""
        return self.sheet.execution

    @property
    def total(self) -> TotalScore:
        """The points of the whole form."""
        return self.sheet.total

    @property
    def known(self) -> Verifiability:
        """How much is known of the points."""
        return self.sheet.total.verifiability

    def yuan(self, amount: Decimal | None) -> Decimal | None:
        """Turn an amount of the form into yuan."""
        return self.form.funds.unit.to_yuan(amount)


@dataclass(frozen=True, slots=True)
class Line(Generic[Item]):
    """A line below a project: its number, the place on the project's page, and what it says."""

    project: ProjectSource
    position: int
    anchor: str
    item: Item

    @property
    def url(self) -> str:
        """The address of the place on the page."""
        return f"{self.project.page}#{self.anchor}"


class ScoredRow(NamedTuple):
    """An indicator as filed, and as scored."""

    row: Indicator
    score: RowScore


class NamedFinding(NamedTuple):
    """A finding, and the title of its rule."""

    finding: Finding
    rule: str


class Box(NamedTuple):
    """What stands beside the tables of a form: a `fact` above them, or a `note` below."""

    part: str
    title: str
    text: str


def list_funds(project: ProjectSource) -> Iterator[Line[FundsSource]]:
    """List the lines of money; the total, with what is printed for it elsewhere, is line 0."""
    funds, reported = project.form.funds, project.form.reported
    total = FundsSource.model_construct(
        **dict(funds.total),
        name="年度资金总额",
        rate=reported.rate,
        weight=funds.weight,
        score=reported.execution_score,
    )
    for position, source in enumerate((total, *funds.sources)):
        yield Line(project, position, anchors.FUNDS, source)


def list_indicators(project: ProjectSource) -> Iterator[Line[ScoredRow]]:
    """List the indicators."""
    rows, ids = project.form.indicators, anchors.row_ids(project.form.indicators)
    pairs = map(ScoredRow, rows, project.sheet.rows)
    for position, (anchor, pair) in enumerate(zip(ids, pairs, strict=True), start=1):
        yield Line(project, position, anchor, pair)


def list_notes(project: ProjectSource) -> Iterator[Line[Box]]:
    """List what stands beside the tables."""
    form = project.form
    boxes = (
        *((anchors.FORM, Box("fact", title, text)) for title, text in form.facts.items()),
        *((anchors.NOTES, Box("note", note.title, note.text)) for note in form.notes),
    )
    for position, (anchor, box) in enumerate(boxes, start=1):
        yield Line(project, position, anchor, box)


def tell_execution(project: ProjectSource) -> Line[ScoredRow]:
    """Tell the execution of the budget as if it were an indicator, in the place before the first."""
    form, execution = project.form, project.sheet.execution
    row = Indicator.model_construct(
        name="预算执行率",
        target=_WHOLE_BUDGET,
        actual=form.reported.rate or execution.shown_rate,
        measured=execution.shown_rate,
        weight=execution.weight,
        score=execution.claimed,
        method=form.funds.method,
        explanation=form.funds.explanation,
    )
    score = RowScore(
        key="funds",
        name=row.name,
        target=read_value(row.target),
        actual=read_value(row.actual),
        outcome=_judge_rate(execution.rate),
        weight=execution.weight,
        computed=execution.computed,
        low=execution.computed,
        high=execution.computed,
        claimed=execution.claimed,
        accepted=execution.accepted,
        formula=execution.formula,
    )
    return Line(project, 0, anchors.FUNDS, ScoredRow(row, score))


def _judge_rate(rate: Decimal | None) -> Outcome:
    if rate is None:
        return Outcome.NOT_ASSESSED
    return Outcome.MET if rate >= 1 else Outcome.SHORT
