"""What rules judge: the facts about one project and about the whole collection, gathered once by `facts`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.model.assessment import Assessment, RowScore
from generator.model.form import Amounts, Form, Indicator
from generator.model.organisations import Organisations
from generator.model.profile import Group, Profile
from generator.model.project import Place, Project


class Reason(StrEnum):
    """What a cell of reasons (偏差原因分析及改进措施) says."""

    MISSING = "missing"  # nothing is written
    EMPTY = "empty"  # something that says nothing: 无, 0, /
    GIVEN = "given"


class PrivateKind(StrEnum):
    """Numbers that belong to a person and are never published."""

    IDENTITY = "identity"  # 公民身份号码
    MOBILE = "mobile"  # 手机号码
    BANK_CARD = "bank-card"  # 银行卡号


@dataclass(frozen=True, slots=True)
class PrivateNumber:
    """A number of a person in a public text. `masked` may be shown; the number itself is kept nowhere.

    Of a page there is no key, but a line.
    """

    kind: PrivateKind
    key: str
    masked: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money named in a text: `shown` as written (`82.9万元`), and in yuan."""

    key: str
    shown: str
    yuan: Decimal


@dataclass(frozen=True, slots=True)
class ClaimedRate:
    """The execution rate that the form prints: `rate` is a share (0.9056), `step` its last place in percent (0.01)."""

    shown: str
    rate: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class GivenAway:
    """A number that the explanation of a row gives away where the actual value has only words.

    `shown` is the number as written (`85.8%`); `score` is the row as it would be scored by that number.
    """

    shown: str
    score: RowScore


class ColumnSum(NamedTuple):
    """A column of the funds table: its total as printed, and what its sources may add up to, the plain sum first.

    `breakdown` names the way of breaking the total down, where the paper has several.
    """

    column: str
    total: Decimal | None
    breakdown: str
    sums: tuple[Decimal, ...]


class SpendingRow(NamedTuple):
    """An indicator that repeats the funds table (预算执行率, 资金节约率): what it says, and what the table gives.

    `says` and `expected` are shares, None where there is none; `step` is the last place printed, as a share.
    `is_execution` tells it from a row that says what was saved.
    """

    says: Decimal | None
    step: Decimal
    expected: Decimal | None
    is_execution: bool


class GoalSum(NamedTuple):
    """A sum that a goal names (`共90万元，其中`) with the parts that it lists, which do not make it up; in yuan."""

    key: str
    whole: Amount
    parts: tuple[Amount, ...]


class PrintedPoints(NamedTuple):
    """Points printed at the head of a group (`产出指标(50分)`), and what its rows carry; `key` is its first row's."""

    key: str
    name: str
    printed: Decimal
    carried: Decimal


class OtherYear(NamedTuple):
    """A cell that names another year than the form's."""

    key: str
    text: str
    year: int


class Claim(NamedTuple):
    """A claimed score, of execution or of a row, with the points that it is out of."""

    key: str
    name: str
    score: Decimal
    weight: Decimal | None


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """An indicator in the form of the year before."""

    row: Indicator
    score: RowScore


@dataclass(frozen=True, slots=True)
class RowFacts:
    """One indicator with everything that rules ask of it.

    - `group`: the profile's group that `level1` names, None where the profile knows none of that name
    - `lost`: how many points the unit took off (分值 less 得分), None where either is not stated
    - `given_away`: a number that the explanation gives away where the actual value has only words
    - `units_differ`: both values are numbers with units, and of different things
    - `beyond_whole`: the key of a value above 100 % of what cannot be more (`满意度`), else empty
    - `says_undone`: the explanation speaks of something not done
    - `stated`: the share (`85.8%`) that the explanation gives where the actual value is another
    - `copies`: the other projects of the unit that explain something word for word the same
    - `is_template`: the row was left over from the template
    - `is_told_elsewhere`: its values stand in another row, with which it is merged or which are its parts
    - `is_fixed`: a row of 决策 or 管理 whose target the paper prints as a dash for everybody
    - `is_blank`: a row of the printed form that nobody uses: no cell but the name of its group
    - `is_instruction`: its cell of reasons still holds what the blank form prints there
    - `says_none`: the key of a cell that says that there is no such thing (`无经济效益`), else empty
    - `lacks_sign`: a cost without a sign, of which nobody can tell whether more was to be spent or less
    - `is_below_range`: less was reached than the lower end of a range (`6-9`) where more is better
    - `times`: what was reached divided by the target, where that is more than the profile's bound
    - `spending`: what it repeats of the funds table
    - `names_scale`: the key of a value that names a scale (`好坏`), else empty
    - `only_direction`: the actual value repeats a target that is no more than a direction (`提高`)
    - `earlier`: the row of the same name in the same project's form of the year before
    - `target_share`: this year's target divided by what was reached then
    """

    key: str
    row: Indicator
    score: RowScore
    group: Group | None
    lost: Decimal | None
    reason: Reason
    given_away: GivenAway | None
    units_differ: bool
    beyond_whole: str
    says_undone: bool
    stated: str
    copies: tuple[Place, ...]
    is_template: bool
    is_told_elsewhere: bool
    is_fixed: bool
    is_blank: bool
    is_instruction: bool
    says_none: str
    lacks_sign: bool
    is_below_range: bool
    times: Decimal | None
    spending: SpendingRow | None
    names_scale: str
    only_direction: bool
    earlier: EarlierRow | None
    target_share: Decimal | None


@dataclass(frozen=True, slots=True)
class Collection:
    """Facts about all projects together.

    `explanations` tells for every explanation of some length, by unit and brought to one spelling, which places give
    it; `names` tells for (year, unit, name) which places bear that name. `today` is the day for which the collection is
    judged, None where nobody said; `overdue` are the years and units for which a form should be there by then and is
    not. `private_numbers` are those of persons in what is public and no form, by file.
    """

    organisations: Organisations
    places: frozenset[Place]
    explanations: Mapping[tuple[str, str], tuple[Place, ...]]
    names: Mapping[tuple[int, str, str], tuple[Place, ...]]
    today: date | None = None
    overdue: tuple[tuple[str, str], ...] = ()
    private_numbers: Mapping[str, tuple[PrivateNumber, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """The facts about one project that rules judge: computed once, never again by a rule.

    - `claims`: every claimed score, that of execution first
    - `funds_copies`: the other projects of the unit that explain how their money was spent word for word the same, by a
      cause of their own
    - `reason`: what the form says of how its money was spent, in the funds table or elsewhere, weighed
    - `reasons_below`: a box of text below the tables says why something fell short
    - `total`: the total row of the funds table; what is 0 or empty there over filled sources is their sum
    - `column_sums`: what the sources of each column add up to
    - `claimed_rate`: the printed execution rate
    - `amounts`: the sums of money that expected goals name
    - `goal_sums`: sums that goals name and whose parts do not make them up
    - `empty_goals`: cells of goals that hold no more than a number or the project's name, by their keys
    - `instructions`: cells of goals that still hold what the blank form prints there, by their keys
    - `printed_points`: points printed at the heads of groups
    - `other_years`: cells that name another year than the form's
    - `private_numbers`: numbers of persons in public texts
    - `earlier`: the same project in the year before, where it was filed
    - `is_renamed`: its name was another one then
    - `vanished`: rows of the earlier form whose names stand here no more
    - `namesake`: another file of the year before that bears this name and has no successor
    - `budget_share`: the budget divided by the earlier one, at most 1
    - `folded_name`: the project's name in one spelling
    """

    assessment: Assessment
    profile: Profile
    rows: tuple[RowFacts, ...]
    claims: tuple[Claim, ...]
    reason: Reason
    reasons_below: bool
    funds_copies: tuple[Place, ...]
    total: Amounts
    column_sums: tuple[ColumnSum, ...]
    claimed_rate: ClaimedRate | None
    amounts: tuple[Amount, ...]
    goal_sums: tuple[GoalSum, ...]
    empty_goals: tuple[tuple[str, str], ...]
    instructions: tuple[tuple[str, str], ...]
    printed_points: tuple[PrintedPoints, ...]
    other_years: tuple[OtherYear, ...]
    private_numbers: tuple[PrivateNumber, ...]
    earlier: Project | None
    is_renamed: bool
    vanished: tuple[EarlierRow, ...]
    namesake: Place | None
    budget_share: Decimal
    folded_name: str
    collection: Collection

    @property
    def form(self) -> Form:
        """The form as filed."""
        return self.assessment.project.form

    @property
    def place(self) -> Place:
        """Where the form lies."""
        return self.assessment.project.place
