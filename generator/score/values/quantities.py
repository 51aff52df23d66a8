"""Read one quantity with what stands around it: `≥83个`, `不超过3天`, `完成1部宣传片`, `530元/人·月`.

Works on texts out of `normalise_text`. A text is cut at its first number into head, number and tail.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.model.value import Quantity
from generator.score.values.chinese_numbers import read_spelled
from generator.score.values.numerals import NUMBER, parse_number
from generator.score.values.prefixes import Head, read_head
from generator.score.values.suffixes import Tail, read_tail
from generator.score.values.units import SHARE_OF, SHARES

_RANGE = re.compile(rf"([%‰]?)(?:[-~至到]|——)({NUMBER.pattern})")
_PARENTHESIS = re.compile(r"\((?:含|其中|详见)(?![^()]*(?:[未没尚]|在建))[^()]*\)(?=(?:以[上下内]|之内)?$)")
_PARTS_OF = re.compile(rf"([百千万])分之({NUMBER.pattern})")
_MONTH = re.compile(r"(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])", re.ASCII)


class _Figure(NamedTuple):
    """A number or a range as printed: the lower end, the upper end of a range, and where the text goes on."""

    number: Decimal
    upper: Decimal | None
    printed: str
    end: int


def read_quantity(text: str) -> Quantity | None:
    """Read a text that holds one quantity and nothing else; None when it is anything else."""
    text = _PARTS_OF.sub(_write_share, _PARENTHESIS.sub("", text))
    match = NUMBER.search(text)
    if match is None:
        return read_spelled(text)
    head, figure = read_head(text[: match.start()]), _read_figure(text, match)
    tail = head and figure and read_tail(text[figure.end :], head.per)
    if not head or not figure or not tail or _is_something_else(head, figure, tail):
        return None
    return _make_quantity(head, figure, tail)


def _write_share(match: re.Match[str]) -> str:
    """Write `百分之95` as `95%`."""
    return match[2] + SHARE_OF[match[1]]


def _read_figure(text: str, match: re.Match[str]) -> _Figure | None:
    number = parse_number(match[0])
    if number is None:
        return None
    bounds = _RANGE.match(text, match.end())
    if bounds is None:
        return _Figure(number, None, match[0], match.end())
    upper = parse_number(bounds[2])
    if upper is None or upper < number or (bounds[1] and not text.startswith(bounds[1], bounds.end())):
        return None
    return _Figure(number, upper, match[0] + bounds[0], bounds.end())


def _is_something_else(head: Head, figure: _Figure, tail: Tail) -> bool:
    """Tell whether the number is rather a year (`≥2023年`), a month (`2023.12`) or a pair of numbers (`1-2`)."""
    if tail.unit == "年" and 1900 <= figure.number < 2100:
        return True
    if figure.upper is not None:
        return head.negative or not tail.measure
    return not tail.measure and not head.money and bool(_MONTH.fullmatch(figure.printed))


def _make_quantity(head: Head, figure: _Figure, tail: Tail) -> Quantity:
    is_share = tail.unit in SHARES
    scale = SHARES[tail.unit] if is_share else tail.scale
    unit = "元" if head.money and not tail.unit else tail.unit
    return Quantity(
        number=(-figure.number if head.negative else figure.number) * scale,
        unit="" if is_share else unit,
        sign=head.sign or tail.sign,
        figure=f"-{figure.printed}" if head.negative else figure.printed,
        measure=tail.measure + ("元" if unit != tail.unit else ""),
        is_share=is_share,
        scale=scale,
        label=head.label,
        noun=tail.noun,
        upper=None if figure.upper is None else figure.upper * scale,
    )
