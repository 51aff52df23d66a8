"""Spreading text so that a word index can find every part of it.

Pagefind splits text at white space, and Chinese has none: 党建工作专项经费 would be one word, found whole or
not at all. So every CJK character becomes a word of its own, and a search for 工作专项 becomes a search for
the exact phrase `工 作 专 项`. Numbers and Latin words stay whole. `processTerm` in `search-text.js` splits
queries the same way; the two have to agree, and a browser test holds them against each other.
"""

import re
from functools import lru_cache

CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The characters that are words of their own, as ranges of a character class."""

_WORD = re.compile(rf"([{CJK}]+)|([^\W{CJK}]+(?:(?<=\d)[.,]\d+)*)")
_FULL_WIDTH = re.compile("[\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_SPACE_BEFORE_MARK = re.compile(r"\s+(?=[^\w\s])")


@lru_cache(maxsize=65_536)  # most cells of most forms say what others said: 规范, 及时, 建立健全
def spread_text(text: str) -> str:
    """Put a space before every CJK character, number and Latin word.

    `2023年度≥83个` becomes ` 2023 年 度≥ 83 个`. A point or comma inside a number stays inside; full-width
    digits and letters become plain ones. Other marks stick to the word before them and so take no place
    among the words: a name is found with its marks (干部、信息员) and without.
    """
    if _FULL_WIDTH.search(text):
        text = _FULL_WIDTH.sub(_narrow, text)
    return _WORD.sub(_set_apart, _SPACE_BEFORE_MARK.sub("", text))


def _narrow(match: re.Match[str]) -> str:
    return chr(ord(match[0]) - 0xFEE0)


def _set_apart(match: re.Match[str]) -> str:
    characters: str | None = match[1]
    return f" {' '.join(characters) if characters else match[2]}"
