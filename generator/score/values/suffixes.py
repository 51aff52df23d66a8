"""What stands behind a number: 万 or 亿, the unit, what is counted, and a sign in words (`以上`)."""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.model.value import Sign
from generator.score.values.numerals import CHINESE
from generator.score.values.prefixes import AS_IT_SHOULD, DENIAL
from generator.score.values.units import CANONICAL, SHARES, match_any

_SIGN_WORDS = {
    "及其以上": Sign.AT_LEAST,
    "及以上": Sign.AT_LEAST,
    "含以上": Sign.AT_LEAST,
    "以上": Sign.AT_LEAST,
    "及其以下": Sign.AT_MOST,
    "及以下": Sign.AT_MOST,
    "含以下": Sign.AT_MOST,
    "以下": Sign.AT_MOST,
    "以内": Sign.AT_MOST,
    "之内": Sign.AT_MOST,
}
_APPROXIMATE = ("左右", "上下")

_SCALE = re.compile(r"(余|多)?([百千]?[万亿]|千(?![克米瓦伏字卡赫帕])|百(?!分))?(余|多)?")
_SCALES = {
    "": Decimal(1),
    "百": Decimal("1E2"),
    "千": Decimal("1E3"),
    "万": Decimal("1E4"),
    "百万": Decimal("1E6"),
    "千万": Decimal("1E7"),
    "亿": Decimal("1E8"),
    "百亿": Decimal("1E10"),
    "千亿": Decimal("1E11"),
}
"""Powers of ten with one digit, so that scaling never costs a digit of the number."""


_COUNTED = match_any(CANONICAL)
_KNOWN = match_any([*CANONICAL, *SHARES])


def _match_divisors(end: str = "") -> str:
    """Write a pattern for `/人·月`, where `end` stands behind each divisor.

    A divisor is read in one way only, for `/人/次` is one unit and two, and each unit in Chinese is a word too.
    """
    divisor = rf"(?>(?:{_COUNTED}|[\u4e00-\u9fff]{{1,4}}){end})"
    return rf"/{divisor}(?:[/*·×、]{divisor})*+"


_UNIT = re.compile(
    rf"(?:(?:{_COUNTED})\((?:{_COUNTED})\)|{_KNOWN})(?:{_match_divisors()})?|{_match_divisors()}"
)
_WRAPPED = re.compile(rf"\(((?:{_KNOWN})(?:{_match_divisors('(?=[/*·×、)])')})?)\)")
_RATE = re.compile(rf"(?:每(?:{_COUNTED}))+")
_UNKNOWN = re.compile(r"[\u4e00-\u9fff]{1,4}")
_UNLIKE_UNIT = re.compile(r"[完成达到是为好优良差合等以内前后年月日号第的已均来约近]")
_NOUN = re.compile(r"[\u4e00-\u9fffA-Za-z“”\"《》()·]{0,16}")
_REMARK = re.compile(r"\([\u4e00-\u9fff]{1,12}\)")
_DOUBT = re.compile(r"在建|正在|筹备|预[计期]|计划|目标|[上去往]年|[估拟约]")
"""Words behind a number by which it is not what was reached: `5个(预计)`, `1个在建`."""
_MOMENT = re.compile(r"[前后起底初末止]")
_CALENDAR = frozenset({"年", "年度", "月", "日", "季度", "季"})
_WITHIN = re.compile(r"[以之]?内")
_DONE = re.compile(r"(?:已|全部|均)?(?:完成|覆盖|到位|达标|合格|达成)?")


class Tail(NamedTuple):
    """What stands behind a number, taken apart. `measure` is scale and unit as printed."""

    sign: Sign
    scale: Decimal
    unit: str
    noun: str
    measure: str


def read_tail(text: str, per: str = "") -> Tail | None:
    """Take apart what stands behind a number; None when it is no unit. `per` is a rate that stood before it."""
    if text.endswith(_APPROXIMATE):
        return None
    body, sign = take_sign(text)
    scaled = _SCALE.match(body)
    is_more = bool(scaled and (scaled[1] or scaled[3]))
    found = scaled and _read_unit(body[scaled.end() :], known_only=is_more)
    if not scaled or not found or (per and found[0] in SHARES):
        return None
    unit, noun = found
    if _RATE.fullmatch(noun):
        per, noun = noun.replace("每", "/"), ""
    if sign is Sign.NONE and (within := _WITHIN.match(noun)):
        sign, noun = Sign.AT_MOST, noun[within.end() :]
        noun = "" if _DONE.fullmatch(noun) else noun
    if sign is Sign.NONE and is_more:
        sign = Sign.MORE
    return Tail(sign, _SCALES[scaled[2] or ""], unit + per, noun, f"{scaled[0]}{unit}{per}")


def take_sign(text: str) -> tuple[str, Sign]:
    """Take a sign in words off the end of a text."""
    for word, sign in _SIGN_WORDS.items():
        if text.endswith(word):
            return text.removesuffix(word), sign
    return text, Sign.NONE


def _read_unit(text: str, known_only: bool) -> tuple[str, str] | None:
    """Split unit and noun: `个站点` is `个` and `站点`; a number may also stand alone."""
    if not text:
        return "", ""
    if wrapped := _WRAPPED.fullmatch(text):
        text = wrapped[1]
    match = _UNIT.match(text)
    if match is None:
        return None if known_only or not _may_be_unit(text) else (text, "")
    unit, noun = match[0], text[match.end() :]
    if _DONE.fullmatch(noun):
        return unit, ""
    return (unit, noun) if _WITHIN.fullmatch(noun) or _may_be_noun(unit, noun) else None


def _may_be_unit(text: str) -> bool:
    """Tell whether an unknown word behind a number may be what it counts (`0投诉`)."""
    return bool(_UNKNOWN.fullmatch(text)) and not DENIAL.search(text) and not _UNLIKE_UNIT.search(text)


def _may_be_noun(unit: str, noun: str) -> bool:
    """Tell whether a text behind a unit may name what is counted, and leaves the number what it is."""
    if unit in _CALENDAR or _MOMENT.match(noun) or (unit in SHARES and not _REMARK.fullmatch(noun)):
        return False
    if DENIAL.search(AS_IT_SHOULD.sub("", noun)) or CHINESE.search(noun) or _DOUBT.search(noun):
        return False
    return bool(_NOUN.fullmatch(noun))
