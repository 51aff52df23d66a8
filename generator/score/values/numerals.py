"""Numbers as people write them: `650,000`, `两`, `一百二十`, `百分之九十五`."""

import re
from decimal import Decimal

MAX_DIGITS = 24
"""More digits than that are no figure of a form; sums stay exact within 28."""

NUMBER = re.compile(
    rf"[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,{MAX_DIGITS // 3}}}(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
)
"""A number in digits, with or without thousands separators; one that goes on has too many digits already."""

CHINESE = re.compile(r"[零〇一二三四五六七八九十百千万两]+")
"""A number in Chinese numerals, without a fraction."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def parse_number(text: str) -> Decimal | None:
    """Read a match of `NUMBER`; None when it has too many digits to be meant."""
    digits = text.replace(",", "")
    return Decimal(digits) if len(digits) <= MAX_DIGITS else None


def parse_chinese(text: str) -> Decimal | None:
    """Read a whole number below a hundred million in Chinese numerals; None when it is not well formed."""
    ten_thousands, separator, rest = text.rpartition("万")
    if not separator:
        low = _parse_below_ten_thousand(rest)
        return None if low is None else Decimal(low)
    high = _parse_below_ten_thousand(ten_thousands)
    low = _parse_below_ten_thousand(rest) if rest else 0
    return None if high is None or low is None else Decimal(high * 10_000 + low)


def _parse_below_ten_thousand(text: str) -> int | None:
    """Read numerals without 万, place by place, the places falling from left to right."""
    total, digit, place = 0, None, 10_000
    for char in text:
        if char in _TENS:
            if _TENS[char] >= place:
                return None
            place = _TENS[char]
            total += place * (1 if digit is None else digit)
            digit = None
        elif digit in (None, 0) and char in _DIGITS:
            digit = _DIGITS[char]
        else:
            return None
    return total + (digit or 0) if text else None
