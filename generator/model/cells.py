"""What a cell of a content file may hold: exact numbers and texts of bounded length, and tables of such cells."""

import sys
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.web_address import refuse_logins

MAX_TEXT = 20_000
"""Longest text of one cell, in characters; the longest published explanation seen has about 1,500."""


_UNASKED: set[str] = set()


class Record(BaseModel):
    """What every table of a content file has in common: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: Any, /) -> None:
        """Forget which cells were written, which nobody asks: that set takes more memory than the cells themselves."""
        object.__setattr__(self, "__pydantic_fields_set__", _UNASKED)


MOST_DIGITS, FARTHEST_EXPONENT = 40, 20
"""Digits of a number, and powers of ten by which it may be shifted: of nought too, each of them would be printed."""

LARGEST_INTEGER = 10**MOST_DIGITS
"""Integers from here on are refused at once: making a decimal of a million digits takes minutes."""


def refuse_lookalikes(value: object) -> object:
    """Let only TOML integers and decimals of an ordinary length pass as numbers; texts and booleans are no numbers."""
    if type(value) is Decimal:
        is_endless = value.is_finite() and not _is_short(value)  # what is infinite is refused by the bounds
    elif type(value) is int:
        is_endless = abs(value) >= LARGEST_INTEGER
    else:  # also a boolean, which Python takes for an integer
        raise PydanticCustomError("not_a_number", "not a number")  # shown in Chinese by `loading`
    if is_endless:
        raise PydanticCustomError("endless_number", "too many digits")
    return value


def _is_short(value: Decimal) -> bool:
    _, digits, exponent = value.as_tuple()
    return len(digits) <= MOST_DIGITS and -FARTHEST_EXPONENT <= int(exponent) <= FARTHEST_EXPONENT


_STRICT = BeforeValidator(refuse_lookalikes)
_AS_NUMBER = WithJsonSchema({"type": "number"})
# Bounds stand before the validator, so that pydantic's core checks them and no function of Python does.

Number = Annotated[Decimal, Field(lt=Decimal(10_000), decimal_places=6), _STRICT, _AS_NUMBER]
"""An exact number of an ordinary size: a share, a multiple, a step. Each field says how small it may be."""

Money = Annotated[
    Decimal, Field(gt=Decimal("-1e15"), lt=Decimal("1e15"), decimal_places=6), _STRICT, _AS_NUMBER
]
"""An amount in the unit that its table names (元 or 万元), exact."""

Points = Annotated[
    Decimal, Field(gt=Decimal(-10_000), lt=Decimal(10_000), decimal_places=6), _STRICT, _AS_NUMBER
]
"""Points (分): a weight or a score. Negative ones are read too, so that a rule can speak of them."""

Day = Annotated[date, Field(strict=True)]
"""A TOML date; no text, no point in time."""

# Each kind of cell holds a multiple of what the longest one on paper does: what reads them may take its time over each.

Text = Annotated[str, Field(max_length=MAX_TEXT)]
"""A cell of running text (a goal, an explanation), as printed; empty when the cell is."""

Remark = Annotated[str, Field(max_length=2_000)]
"""A few sentences."""

Reference = Annotated[Remark, AfterValidator(refuse_logins)]
"""Where something is found, or somebody: in words, or by an address that anybody may see."""

Phrase = Annotated[str, Field(max_length=1_000), AfterValidator(sys.intern)]
"""A target or what came of it (`≥83个`, `及时`), which many rows have in common, kept in memory once."""

Label = Annotated[str, Field(max_length=200), AfterValidator(sys.intern)]
"""A text of a few words that many rows have in common (`质量指标`), kept in memory once."""

Mark = Annotated[str, Field(max_length=100)]
"""A rate, a grade, an id or a key path."""

Name = Annotated[str, Field(pattern=r"\S", max_length=500)]
"""A text that must be there: blanks alone are none."""

MOST_ROWS = 500
"""Rows that a table of a form may have; on the longest paper there are about 100."""


INTERNAL: Final = "internal"
"""Marks a field that only the internal edition shows: `Annotated[Text, INTERNAL]`."""


def list_internal_fields(record: type[BaseModel]) -> tuple[str, ...]:
    """List the fields of a table that are marked as internal."""
    return tuple(name for name, field in record.model_fields.items() if INTERNAL in field.metadata)


def cell(
    title: str, default: Any = ..., description: str = "", most: int | None = None, **bounds: Any
) -> Any:
    """Describe one cell by its official name on the form, for messages and editors; `most` are the rows of a table."""
    return Field(default, title=title, description=description or None, max_length=most, **bounds)
