"""What a target (年度指标值) or an actual value (实际完成值) means, once its text has been read."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of values that a cell can hold."""

    QUANTITY = "quantity"
    DEADLINE = "deadline"
    COMPOUND = "compound"
    WORDS = "words"
    EMPTY = "empty"


class Sign(StrEnum):
    """The sign before a quantity; most cells repeat it even for the actual value."""

    NONE = ""
    EQUAL = "="
    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"

    @property
    def is_reverse(self) -> bool:
        """Tell whether less is better (反向指标)."""
        return self in (Sign.AT_MOST, Sign.LESS)

    @property
    def has_direction(self) -> bool:
        """Tell whether the sign says which way is better; `=` is printed where people mean nothing by it."""
        return self not in (Sign.NONE, Sign.EQUAL)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: `≥5万元` is 50000, `元`, sign ≥.

    `number` is scaled (万, 亿, % all worked in: `90%` is 0.9 with `is_share`), and `scale` is what it was scaled by;
    `unit` is the unit alone, empty for shares and bare numbers. `figure` and `measure` are number and unit as
    printed (`5` and `万元`). `label` is what the text says before the number (`培训人数`), `noun` what it says after
    the unit (`个站点` → `站点`). `upper` is the upper end of a range (`3-5次`), scaled too; `number` is then the lower.
    """

    number: Decimal
    unit: str
    sign: Sign
    figure: str
    measure: str
    is_share: bool = False
    scale: Decimal = Decimal(1)
    label: str = ""
    noun: str = ""
    upper: Decimal | None = None
    kind: Kind = Kind.QUANTITY

    @property
    def shown(self) -> str:
        """The quantity as a reader knows it (`5万元`, `90%`), without its sign, for formulas."""
        return f"{self.figure}{self.measure}{self.noun}"

    @property
    def name(self) -> str:
        """What is counted, as far as the text says (`党务干部140人` → `党务干部`)."""
        return self.label + self.noun


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, month or period by whose end something is done (`9月前`, `2021年1月-12月`), or a frequency.

    `year`, `month` and `day` say the last day that still counts, as far as the text says it. `before` is True where
    the text means the moment before that (`9月前` is month 9 and ends with August). `since` is the earliest month and
    day that the text can mean (`第四季度` → (10, 1)), None where it leaves that open (`年底前`). `period` is True for a
    stretch of time with a beginning and an end; `since` is then its beginning. `every` is set for frequencies only
    (`按月发放` → `月`), `times` where they say how often (`1次/月` → 1次).
    """

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    before: bool = False
    since: tuple[int, int] | None = None
    period: bool = False
    every: str = ""
    times: Quantity | None = None
    kind: Kind = Kind.DEADLINE


@dataclass(frozen=True, slots=True)
class Compound:
    """Several quantities in one cell (`党务干部140人、信息员65人`)."""

    parts: tuple[Quantity, ...]
    kind: Kind = Kind.COMPOUND


@dataclass(frozen=True, slots=True)
class Words:
    """A state in words (`规范`, `基本完成`)."""

    text: str
    kind: Kind = Kind.WORDS


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing that says anything: an empty cell, `/`, or a placeholder left from the template (`≥**人`)."""

    text: str
    kind: Kind = Kind.EMPTY


Value = Quantity | Deadline | Compound | Words | Empty
