"""Read a quantity between two bounds that bear signs, or are bare: `≥100万元且≤120万元`, `80%≤X≤90%`, `6-9`.

Works on texts out of `normalise_text`.
"""

import re
from dataclasses import replace
from decimal import Decimal

from generator.model.value import Quantity, Sign
from generator.score.values.quantities import read_quantity

_AROUND = re.compile(r"([^≤]{1,20})≤[A-Za-z\u4e00-\u9fff]{1,6}≤([^≤]{1,20})")
_BARE = re.compile(r"([1-9][0-9]{0,5})[-~至到]{1,2}([1-9][0-9]{0,5})")
"""A range without a unit, as forms with a column of its own for 度量单位 print it (`6-9` beside 处)."""
_YEARS = range(1900, 2100)
_HALVES = re.compile(r"(.{2,20}?)(?:且|并且|(?=≤))(.{2,20})")


def read_between(text: str) -> Quantity | None:
    """Read a text that sets a lower and an upper bound in one unit as a range; None when it is anything else."""
    if bare := _BARE.fullmatch(text):
        return _read_bare(text, int(bare[1]), int(bare[2]))
    match = _AROUND.fullmatch(text) or _HALVES.fullmatch(text)
    if match is None:
        return None
    is_around = match.re is _AROUND
    low, high = (
        read_quantity(sign + half)
        for sign, half in zip("≥≤" if is_around else ("", ""), match.groups(), strict=True)
    )
    if low is None or high is None or (low.sign, high.sign) != (Sign.AT_LEAST, Sign.AT_MOST):
        return None
    return _join(low, high)


def _read_bare(text: str, low: int, high: int) -> Quantity | None:
    """Read a range without a unit; years are none, nor is one whose ends stand the wrong way (`2-1`)."""
    if low >= high or low in _YEARS:
        return None
    return Quantity(Decimal(low), "", Sign.NONE, text, "", upper=Decimal(high))


def _join(low: Quantity, high: Quantity) -> Quantity | None:
    """Join both bounds; a lower one that is bare takes the unit of the upper one."""
    number = low.number if low.measure else low.number * high.scale
    is_of_one_kind = not low.measure or (low.unit, low.is_share) == (high.unit, high.is_share)
    if not is_of_one_kind or low.name != high.name or low.upper or high.upper or number > high.number:
        return None
    measure = low.measure if low.measure != high.measure else ""
    figure = f"{low.figure}{measure}-{high.figure}"
    return replace(high, number=number, upper=high.number, sign=Sign.NONE, figure=figure)
