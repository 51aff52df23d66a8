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


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: `≥5万元` is 50000, `元`, sign ≥.

    `number` is scaled (万, 亿, % all worked in: `90%` is 0.9 with `is_share`), and `scale` is what it was scaled by.
    `shown` is the number with its unit as a reader knows it (`5万元`, `90%`), without the sign, for formulas.
    `noun` is what is counted, where the text names it after the unit (`83个站点` → `站点`). `upper` is the upper end
    of a range (`3-5次`), scaled too; `number` is then the lower end.
    """

    number: Decimal
    unit: str
    sign: Sign
    shown: str
    is_share: bool = False
    scale: Decimal = Decimal(1)
    noun: str = ""
    upper: Decimal | None = None
    kind: Kind = Kind.QUANTITY


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, month or period by whose end something is done (`9月前`, `2021年1月-12月`), or a frequency.

    `year`, `month` and `day` say the last day that still counts, as far as the text says it: `9月前` is month 9,
    `before` True where the text means the moment before it begins. `since` is the earliest month and day that the
    text can mean (`第四季度` → (10, 1)), None where it leaves that open (`年底前`). `every` is set for frequencies only
    (`按月发放` → `月`), `times` where they say how often (`1次/月` → 1次).
    """

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    before: bool = False
    since: tuple[int, int] | None = None
    every: str = ""
    times: Quantity | None = None
    kind: Kind = Kind.DEADLINE


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a compound: what is counted, and how much (`党务干部140人`)."""

    label: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Compound:
    """Several quantities in one cell (`党务干部140人、信息员65人`)."""

    parts: tuple[Part, ...]
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
