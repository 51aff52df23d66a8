"""Tell cells that say nothing: empty ones, `/`, `……`, and what is left of a template (`≥**人`, `20XX年XX月`).

Works on texts out of `normalise_text`.
"""

import re

from generator.score.values.units import CANONICAL, SHARES, match_any

MARKS = "-—–./\\…。·、,;:*?×_|~^#()[]=≥≤<>%‰'\"“”□○"
"""Characters that say nothing when they stand alone."""

_UNITS = match_any([*CANONICAL, *SHARES])
_BLANK = r"[xX×*_□○?…]"
_PLACEHOLDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[<>=≥≤]+{_BLANK}*(?:[万亿]?(?:{_UNITS})|[万亿])?",
        rf"{_BLANK}{{2,}}",
        rf"[\u4e00-\u9fff]{{0,12}}[<>=≥≤]*{_BLANK}+[万亿]?(?:{_UNITS})(?:/(?>(?:{_UNITS})(?=/|\Z)))*+",
        rf"(?=.*{_BLANK})(?:20)?(?:(?:{_BLANK}*+年)?(?:{_BLANK}++月)?(?:{_BLANK}++日)?|{_BLANK}++)(?:底?前(?:完成)?)?",
        r"(?:年月日?|月日)(?:底?前(?:完成)?)?",
        r"#(?:N/A|REF!?|VALUE!?|DIV/0!?|NAME\??|NUM!?|NULL!?)|(?i:N/?A|NULL|NAN|NONE)",
    )
)


def says_nothing(text: str) -> bool:
    """Tell whether a text is empty, only marks, or a placeholder that nobody has filled in."""
    if not text.strip(MARKS):
        return True
    return any(pattern.fullmatch(text) for pattern in _PLACEHOLDERS)
