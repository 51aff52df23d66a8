"""Spreading text so that a word index can find every part of it.

Pagefind splits text at white space, and Chinese has none: 党建工作专项经费 would be one word, found whole or
not at all. So every CJK character becomes a word of its own, and a search for 工作专项 becomes a search for
the exact phrase `工 作 专 项`. Numbers and Latin words stay whole. `search-text.js` of the theme splits queries
the same way; the two have to agree, and a browser test holds them against each other.
"""

import re
import unicodedata
from functools import lru_cache

SINGLE = (
    "\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # 々 〇 〡 kana
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
    "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215f\u2189"  # m² ½
    "\u2460-\u249b\u24b6-\u24ff\u2776-\u2793\u3192-\u3195\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
)
"""The signs that are words of their own, as ranges of a character class: CJK characters, and the like of ①, ㈠, ²."""

GAP = "\u2060"
"""Stands where the text had white space: a mark that shows nothing, so that the text can be put together again."""

_NUMBER = "[0-9]+(?:[.,][0-9]+)*"
_LETTERS = rf"[^\W0-9_{SINGLE}]+"
_WORDS = re.compile(f"([{SINGLE}]+)|{_NUMBER}|{_LETTERS}|[_\u203f\u2040\u2054]+")
_LOOKALIKE = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"  # many PDF files hold these in the place of plain characters
    "\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff3f\ufe33\ufe34\ufe4d-\ufe4f]"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")


@lru_cache(maxsize=65_536)  # most cells of most forms say what others said: 规范, 及时, 建立健全
def spread_text(text: str) -> str:
    """Put a space before every CJK character, number and Latin word, and a `GAP` where there was one.

    `2023年度≥83个` becomes ` 2023 年 度≥ 83 个`. A point or comma inside a number stays inside; full-width
    digits and letters and look-alikes of characters become plain ones. Marks stick to the word before them and
    so take no place among the words: a name is found with its marks (干部、信息员) and without. Signs that show
    nothing, which would part a word unseen, are left out.
    """
    if _LOOKALIKE.search(text):
        text = _LOOKALIKE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = GAP.join(_INVISIBLE.sub("", text).split())
    return _WORDS.sub(_set_apart, text)


def _set_apart(match: re.Match[str]) -> str:
    return f" {' '.join(match[0]) if match[1] else match[0]}"
