"""Quantities that a sentence mentions: `体检完成率85.8%，比上年提高2个百分点` mentions 85.8%."""

import re
from collections.abc import Iterator

from generator.model.value import Quantity
from generator.score.values.normalising import normalise_text
from generator.score.values.numerals import NUMBER
from generator.score.values.quantities import read_quantity
from generator.score.values.units import CANONICAL, SHARES, match_any

_MENTION = re.compile(
    rf"(?<![0-9A-Za-z.第])(?:{NUMBER.pattern})(?:[百千]?[万亿])?(?:{match_any([*CANONICAL, *SHARES])})"
)
_RELATIVE = re.compile(
    r"(?:同比|环比|比|较|上年|去年|往年|上涨|下降|下调|上调|增长|增加|减少|提高|降低|提升|节约|结余|剩余|相差|偏差|偏离|低于|高于"
    r"|超过?|不足|少于?|多于?|差|扣|扣分|缺口|缺|每|人均|户均|标准|单价)[^，。,;；、!！]{0,6}$"
)
"""What comes before a number that is a difference or a rate and not the value itself."""
_RATE = re.compile(r"/|每|一(?:人|户|天|次)")


def find_mentions(text: str) -> Iterator[Quantity]:
    """Find the quantities with a known unit that a sentence states, in order, but no differences or rates."""
    plain = normalise_text(text)
    for match in _MENTION.finditer(plain):
        if _RELATIVE.search(plain, max(0, match.start() - 10), match.start()) or _RATE.match(
            plain, match.end()
        ):
            continue
        quantity = read_quantity(match[0])
        if quantity is not None and not quantity.label:
            yield quantity
