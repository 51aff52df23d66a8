"""What all projects together tell: indicators in use, lost points and their end, who filed, what is disclosed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.model.assessment import Assessment, Outcome
from generator.model.project import Place
from generator.model.value import Sign


@dataclass(frozen=True, slots=True)
class Spread:
    """The targets of an indicator that are numbers of one unit: how many there are, and how they lie.

    `sign` and `unit` are the most common ones; a share (90 % is 0.9) has no unit.
    """

    count: int
    sign: Sign
    unit: str
    is_share: bool
    low: Decimal
    median: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class IndicatorUse:
    """An indicator (三级指标) by its name: in how many projects, how its rows came out, what targets were set.

    `rows` counts every row, also several of one project. `common` are the most frequent targets as printed, each with
    the number of its rows; `spread` is None where less than half of the targets are numbers of one unit. `newest` is
    the last project that bears it, and `anchor` the id of its row there.
    """

    name: str
    projects: int
    rows: int
    outcomes: Mapping[Outcome, int]
    common: tuple[tuple[str, int], ...]
    spread: Spread | None
    newest: Place
    anchor: str


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """A second-level group (二级指标) with its most frequent indicators; `left_out` of them are only counted.

    `key` depends on both names alone, so that the group's address lasts.
    """

    key: str
    level1: str
    level2: str
    names: int
    rows: int
    outcomes: Mapping[Outcome, int]
    uses: tuple[IndicatorUse, ...]

    @property
    def left_out(self) -> int:
        """How many names are not listed."""
        return self.names - len(self.uses)


@dataclass(frozen=True, slots=True)
class Indicators:
    """All groups in use, in the order of forms; `left_out` rare groups with `rows_left_out` rows are only counted."""

    groups: tuple[IndicatorGroup, ...]
    left_out: int
    rows_left_out: int


class FollowUp(StrEnum):
    """What the next year's form says of something that fell short."""

    MET = "met"
    SHORT = "short"
    VANISHED = "vanished"  # the form has no such indicator any more
    DISCONTINUED = "discontinued"  # the unit filed that year, but not for this project
    UNKNOWN = "unknown"  # not assessed, or several rows bear the name
    NOT_FILED = "not-filed"  # the unit has filed nothing for that year

    @property
    def word(self) -> str:
        """What people call it, under the heading 下一年的结果."""
        return _FOLLOW_UP_WORDS[self]


_FOLLOW_UP_WORDS = {
    FollowUp.MET: "已达成",
    FollowUp.SHORT: "仍未达成",
    FollowUp.VANISHED: "不再设置这项指标",
    FollowUp.DISCONTINUED: "没有这个项目的表",
    FollowUp.UNKNOWN: "未评或无法对应",
    FollowUp.NOT_FILED: "尚未报送",
}


@dataclass(frozen=True, slots=True)
class LaterResult:
    """What became of a lost point: `assessment` and `row` say where the next form tells it, None where it does not.

    `row` counts the indicators from 0; it is None for the execution of the budget.
    """

    outcome: FollowUp
    assessment: Assessment | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Deviation:
    """A row that lost points. `row` counts the indicators from 0; it is None for the execution of the budget.

    `reason` is the cell 偏差原因分析及改进措施 as printed, `says_why` whether it says anything.
    """

    assessment: Assessment
    row: int | None
    name: str
    target: str
    actual: str
    lost: Decimal
    reason: str
    says_why: bool
    later: LaterResult


@dataclass(frozen=True, slots=True)
class Lost:
    """Deviations counted: in how many projects, how many points, how many say why, and what became of them."""

    projects: int
    rows: int
    points: Decimal
    with_reason: int
    later: Mapping[FollowUp, int]


@dataclass(frozen=True, slots=True)
class DeviationNode:
    """The deviations of a year, a department or a unit: the sum, the parts below it, and for a unit its rows."""

    key: str
    lost: Lost
    parts: tuple["DeviationNode", ...] = ()
    deviations: tuple[Deviation, ...] = ()


class Filing(StrEnum):
    """Where a unit stands with its forms of a year."""

    FILED = "filed"
    UNASKED = "unasked"  # filed without having been called to
    MISSING = "missing"
    LATE = "late"  # missing after the day by which it was due

    @property
    def word(self) -> str:
        """What people call it."""
        return _FILING_WORDS[self]


_FILING_WORDS = {
    Filing.FILED: "已报送",
    Filing.UNASKED: "已报送（不在通知的范围里）",
    Filing.MISSING: "未见报送",
    Filing.LATE: "逾期未见报送",
}


@dataclass(frozen=True, slots=True)
class UnitFiling:
    """A unit and its forms of a year; `withdrawn` ones are not among the `forms`."""

    unit: str
    filing: Filing
    forms: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class CoverageYear:
    """Who was to file for a year and who did, units by id. `called` is False where no call names the year."""

    year: str
    called: bool
    by: date | None
    expected: int
    filed: int
    forms: int
    filings: tuple[UnitFiling, ...]

    @property
    def missing(self) -> int:
        """How many of the units that were expected have filed nothing."""
        return self.expected - self.filed

    @property
    def late(self) -> int:
        """How many of them are late."""
        return sum(one.filing is Filing.LATE for one in self.filings)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The paragraphs on self-evaluation that the final accounts (部门决算) of one year carry."""

    year: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisclosureSeries:
    """The disclosures of a unit or a department, the newest year first."""

    key: str
    name: str
    years: tuple[Disclosure, ...]


@dataclass(frozen=True, slots=True)
class SharedReason:
    """A reason that forms of several units give word for word: as the first of them prints it, and where it stands."""

    text: str
    units: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Overviews:
    """Everything that pages across all projects show; years run newest first, the rest by id.

    `largest` are the deviations of the newest year that lost most points.
    """

    indicators: Indicators
    deviations: tuple[DeviationNode, ...]
    largest: tuple[Deviation, ...]
    shared_reasons: tuple[SharedReason, ...]
    coverage: tuple[CoverageYear, ...]
    departments: tuple[DisclosureSeries, ...]
    units: tuple[DisclosureSeries, ...]
