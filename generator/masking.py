"""Numbers of persons and passwords in addresses, masked before a text is repeated: a report outlives its mistake."""

import re

_GAP = "[ \u00a0\u3000-]?"
_DIGIT = rf"(?:{_GAP}\d)"
_PERSONAL = re.compile(
    rf"(?<!\d)(?:(?:(?:00)?86{_GAP})?1[3-9]{_DIGIT}{{9}}"  # mobile
    rf"|[1-8]{_DIGIT}{{16}}{_GAP}[\dXx]"  # citizen's identity
    rf"|(?:62|4\d|5[1-5]){_DIGIT}{{14,17}})(?!\d)",  # bank card
    re.ASCII,
)
"""Shapes of numbers. Check digits are not asked for: to mask more than is needed does no harm here."""

_LOGIN = re.compile(r"(?<=://)[^\s/?#@\"']+(?=@)")

_PLAIN_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}


def mask_numbers(text: str) -> str:
    """Keep no more than the first three and the last two signs of every number that has the shape of a person's.

    The text keeps its length, so that what is said of a place in it still holds.
    """
    text = _LOGIN.sub(lambda found: "*" * len(found[0]), text)
    plain = text.translate(_PLAIN_DIGITS)
    return _PERSONAL.sub(_mask, plain) if _PERSONAL.search(plain) else text


def _mask(found: re.Match[str]) -> str:
    return f"{found[0][:3]}{'*' * (len(found[0]) - 5)}{found[0][-2:]}"
