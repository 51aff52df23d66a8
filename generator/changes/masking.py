"""Numbers that may belong to a person, masked before a text is repeated: a comment outlives the mistake it shows."""

import re

_GAP = "[ \u00a0\u3000-]?"
_PERSONAL = re.compile(
    rf"""(?<!\d)(?:
        1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}                                    # mobile
        | [1-8]\d{{5}}{_GAP}\d{{8}}{_GAP}\d{{3}}[\dXx]                        # citizen's identity
        | (?:62|4\d|5[1-5])\d\d(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,3}})?     # bank card
    )(?!\d)""",
    re.VERBOSE | re.ASCII,
)
"""Shapes of numbers. Check digits are not asked for: to mask more than is needed does no harm here."""

_PLAIN_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}


def mask_numbers(text: str) -> str:
    """Keep no more than the first three and the last two signs of every number that has the shape of a person's."""
    plain = text.translate(_PLAIN_DIGITS)
    return (
        _PERSONAL.sub(lambda found: f"{found[0][:3]}***{found[0][-2:]}", plain)
        if _PERSONAL.search(plain)
        else text
    )
