"""Bring texts that people typed to one spelling: half-width forms, one sign for ≥, no white space."""

import re
import unicodedata
from functools import lru_cache

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
"""Kangxi radicals look like plain characters and come out of many PDF files in their place."""

_SAME = {
    "<": "‹〈﹤",
    ">": "›〉﹥",
    "≥": "≧⩾",
    "≤": "≦⩽",
    "=": "═﹦",
    "%": "﹪٪",
    "-": "–—―‐‑‒−─",
    "~": "〜∼∽",
    "/": "∕⁄",
    "·": "•・",
    ",": "﹐",
    ":": "∶︰",
    "¥": "￥",
    "*": "×✕✖",
}
_DROPPED = " \t\n\r\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00"
_TABLE: dict[int, int | str | None] = {
    **_FULL_WIDTH,
    **_RADICALS,
    **{ord(variant): plain for plain, variants in _SAME.items() for variant in variants},
    **dict.fromkeys(map(ord, _DROPPED)),
    **dict.fromkeys(range(0x2000, 0x200B)),
}

_SIGNS = (
    (re.compile(r">=|=>|≥=|≥>|>≥"), "≥"),
    (re.compile(r"<=|=<|≤=|≤<|<≤"), "≤"),
    (re.compile(r"={2,}"), "="),
    (re.compile(r"≥{2,}"), "≥"),
    (re.compile(r"≤{2,}"), "≤"),
)

_CLOSING = "。.,;、!"


@lru_cache(maxsize=16_384)
def normalise_text(text: str) -> str:
    """Bring a text to one spelling, so that two cells that say the same compare equal.

    White space goes, since the cells of a form wrap anywhere (`2.38 万元`); so does a full stop at the end.
    """
    plain = text.translate(_TABLE)
    if "=" in plain or "≥" in plain or "≤" in plain:
        for pattern, sign in _SIGNS:
            plain = pattern.sub(sign, plain)
    return plain.rstrip(_CLOSING)
