"""Read quantities without digits: `两次`, `不少于三个`, `九成`, `百分之九十五以上`."""

import re
from dataclasses import replace
from decimal import Decimal

from generator.model.value import Quantity, Sign
from generator.score.values.numerals import CHINESE, parse_chinese
from generator.score.values.prefixes import read_head
from generator.score.values.suffixes import take_sign
from generator.score.values.units import CANONICAL, RANKS, SHARE_OF, SHARES
from generator.text.numbers import write_number

_PARTS_OF = re.compile(rf"([百千万])分之({CHINESE.pattern})(?:点([零〇一二三四五六七八九]{{1,9}}))?$")
_TENTHS = re.compile(r"([一二三四五六七八九])成$")
_DIGIT_OF = str.maketrans("零〇一二三四五六七八九", "00123456789")

_AMBIGUOUS = frozenset("级星分名位回本点片面线路口段首团对方度")
"""Units that make other words with a numeral before them (`一级`, `十分`, `一片`): only a sign makes them count."""


def read_spelled(text: str) -> Quantity | None:
    """Read a text whose number is spelled out; None when it is anything else. Here no label is read."""
    body, sign = take_sign(text)
    if not sign and body.endswith("内"):
        body, sign = body.removesuffix("内"), Sign.AT_MOST
    quantity = _read_share(body) or _read_count(body, signed=bool(sign))
    if quantity is None or not sign:
        return quantity
    return None if quantity.sign else replace(quantity, sign=sign)


def _read_share(text: str) -> Quantity | None:
    """Read `百分之九十五`, `千分之三` and `九成`."""
    if match := _TENTHS.search(text):
        number, unit = parse_chinese(match[1]), "%"
        number = number and number * 10
    elif match := _PARTS_OF.search(text):
        number = Decimal(100) if match[2] == "百" else parse_chinese(match[2])
        unit = SHARE_OF[match[1]]
        if number is not None and match[3]:
            number += Decimal(f"0.{match[3].translate(_DIGIT_OF)}")
    else:
        return None
    return _make_quantity(text[: match.start()], number, write_number(number or Decimal(0)), unit)


def _read_count(text: str, signed: bool) -> Quantity | None:
    """Read a whole number with a known unit."""
    match = CHINESE.search(text)
    if match is None:
        return None
    head, unit = text[: match.start()], text[match.end() :]
    if unit not in CANONICAL or unit in RANKS or (unit in _AMBIGUOUS and not signed and not head):
        return None
    return _make_quantity(head, parse_chinese(match[0]), match[0], unit)


def _make_quantity(before: str, number: Decimal | None, printed: str, unit: str) -> Quantity | None:
    head = read_head(before)
    if head is None or number is None or head.label or head.negative or head.per:
        return None
    scale = SHARES.get(unit, Decimal(1))
    return Quantity(
        number=number * scale,
        unit="" if unit in SHARES else unit,
        sign=head.sign,
        figure=printed,
        measure=unit,
        is_share=unit in SHARES,
        scale=scale,
    )
