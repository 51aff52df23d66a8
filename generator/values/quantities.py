"""Read one quantity with what stands around it: `≥83个`, `不超过3天`, `完成1部宣传片`, `530元/人·月`.

Works on texts out of `normalise_text`. A piece of text is cut at its first number into head, number and tail;
the head gives label and sign, the tail gives scale, unit and what is counted.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.model.value import Quantity, Sign
from generator.values.numerals import CHINESE, NUMBER, parse_chinese, parse_number
from generator.values.units import CANONICAL, SHARES, is_duration

_HEAD_SIGNS = {
    "不少于 不低于 不小于 不得少于 不得低于 不应低于 至少 最少 最低 大于等于 大于或等于 高于等于 ≥": Sign.AT_LEAST,
    "不超过 不高于 不大于 不多于 不得超过 不得高于 不应超过 不超 至多 最多 最高 小于等于 小于或等于 低于等于 控制在 ≤": Sign.AT_MOST,
    "大于 高于 多于 超过 超 >": Sign.MORE,
    "小于 低于 少于 不足 不到 不满 <": Sign.LESS,
    "等于 =": Sign.EQUAL,
}
_TAIL_SIGNS = {
    "及以上 以上 及其以上 含以上": Sign.AT_LEAST,
    "及以下 以下 以内 之内 及其以下 含以下": Sign.AT_MOST,
    "左右 上下": Sign.NONE,
}


def _longest_first(table: dict[str, Sign]) -> tuple[tuple[str, Sign], ...]:
    """Spell a table of words out, so that `不低于` is tried before `低于`."""
    pairs = [(word, sign) for words, sign in table.items() for word in words.split()]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


_HEADS = _longest_first(_HEAD_SIGNS)
_TAILS = _longest_first(_TAIL_SIGNS)

_DONE = re.compile(
    r"(?:已经?|全年|全部|实际|目前|累计|共计?|合计|总计|约|大约|近|为|完成|实现|达到?|达成|可?达|开展|举办|组织|召开|发放|建成|新增"
    r"|覆盖|安排|采购|购置|培训|服务|控制|:)*"
)
"""Words before a number that say only that it was done; anything else before a number is a label."""

_DONE_AFTER_SHARE = re.compile(r"(?:全部)?(?:完成|覆盖|到位|达标|合格|达成)?")

_PARENTHESIS = re.compile(r"\((?:含|其中|详见)[^()]*\)$|\(含\)")

_SCALE = re.compile(r"(?:余|多|来)?([百千]?[万亿]|千(?![克米瓦伏字卡赫帕]))?(?:余|多)?")
_SCALES = {
    "": Decimal(1),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "百亿": Decimal(10_000_000_000),
    "千亿": Decimal(100_000_000_000),
}
_RANGE = re.compile(rf"([%‰]?)(?:[-~至到]|——)({NUMBER.pattern})")


def _any_of(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_KNOWN = _any_of([*CANONICAL, *SHARES])
_PER = rf"(?:{_any_of(list(CANONICAL))}|[\u4e00-\u9fff]{{1,4}})"
_UNIT = re.compile(rf"(?:(?P<name>{_KNOWN})(?:/{_PER}(?:[/*·×、]{_PER})*)?|/{_PER}(?:[/*·×、]{_PER})*)")
_RATE = re.compile(rf"((?:每(?:{_any_of(list(CANONICAL))}))+)(.*)", re.DOTALL)
_NOUN = re.compile(r"[\u4e00-\u9fffA-Za-z“”\"《》()·]{0,16}")
_UNKNOWN_UNIT = re.compile(r"[\u4e00-\u9fff]{1,4}")
_DENIAL = re.compile(r"[未不没无非缺欠延滞拖误退撤停取差剩尚待需应]")
_UNLIKE_UNIT = re.compile(r"[完成达到是为好优良差合等以内前后年月日号第的已均]")
_HUNDREDTHS = re.compile(rf"百分之({CHINESE.pattern})(?:点([零〇一二三四五六七八九]+))?")
_TENTHS = re.compile(r"([一二三四五六七八九])成")
_DIGIT_OF = str.maketrans("零〇一二三四五六七八九", "00123456789")


class Piece(NamedTuple):
    """A quantity with its label: what stands before the number, and after its unit."""

    label: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Tail:
    """What stands behind a number, taken apart."""

    sign: Sign
    scale: Decimal
    unit: str
    noun: str
    shown: str


def read_piece(text: str) -> Piece | None:
    """Read a text that holds one quantity; None when it is anything else."""
    text = _PARENTHESIS.sub("", text)
    match = NUMBER.search(text)
    if match is None:
        return _read_chinese(text)
    number = parse_number(match[0])
    split = _split_head(text[: match.start()])
    if number is None or split is None:
        return None
    label, sign, negative, per = split
    number_text, upper, rest = match[0], None, text[match.end() :]
    if bounds := _RANGE.match(rest):
        if bounds[1] and not rest[bounds.end() :].startswith(bounds[1]):
            return None
        upper, rest = parse_number(bounds[2]), rest[bounds.end() :]
        number_text = f"{number_text}{bounds[0]}"
        if negative or upper is None or upper < number:
            return None
    tail = _read_tail(rest, per)
    if tail is None:
        return None
    if negative:
        number, number_text = -number, f"-{number_text}"
    return Piece(label, _make_quantity(number, upper, number_text, sign or tail.sign, tail))


def _make_quantity(number: Decimal, upper: Decimal | None, text: str, sign: Sign, tail: _Tail) -> Quantity:
    is_share = tail.unit in SHARES
    return Quantity(
        number=number * tail.scale,
        unit="" if is_share else tail.unit,
        sign=sign,
        shown=text + tail.shown,
        is_share=is_share,
        scale=tail.scale,
        noun=tail.noun,
        upper=None if upper is None else upper * tail.scale,
    )


def _split_head(head: str) -> tuple[str, Sign, bool, str] | None:
    """Split what stands before a number into label, sign, minus and rate (`每人每月` is `/人/月`)."""
    negative = head.endswith("-")
    label, sign = _take_sign(head.removesuffix("-"))
    label = label.removesuffix(":").removesuffix("(")
    if negative and label and not sign:
        return None
    if not sign and label[:1] in ("≥", "≤", "<", ">", "="):
        sign, label = Sign(label[0]), label[1:]
    if _DONE.fullmatch(label):
        return "", sign, negative, ""
    if rate := _RATE.fullmatch(label):
        return ("", sign, negative, rate[1].replace("每", "/")) if _DONE.fullmatch(rate[2]) else None
    return (label, sign, negative, "") if _is_label(label) else None


def _take_sign(head: str) -> tuple[str, Sign]:
    for word, sign in _HEADS:
        if head.endswith(word):
            return head.removesuffix(word), sign
    return head, Sign.NONE


def _is_label(text: str) -> bool:
    """Tell whether a text may name what is counted: no ordinals, no signs, nothing that denies the number."""
    return bool(_NOUN.fullmatch(text)) and not _DENIAL.search(text) and not text.endswith(("第", "/", "每"))


def _read_tail(text: str, per: str = "") -> _Tail | None:
    """Take apart what stands behind a number; None when it is no unit."""
    text, sign = _take_tail_sign(text)
    scale_match = _SCALE.match(text)
    scale_name = (scale_match[1] or "") if scale_match else ""
    scale = _SCALES.get(scale_name)
    rest = text[scale_match.end() :] if scale_match else text
    found = _read_unit(rest)
    if scale is None or found is None:
        return None
    unit, noun = found
    if unit not in SHARES and sign is Sign.NONE and noun == "内" and is_duration(unit):
        noun, sign = "", Sign.AT_MOST
    if unit in SHARES and per:
        return None
    shown = f"{scale_name}{unit}{noun}"
    return _Tail(sign, scale * SHARES.get(unit, Decimal(1)), unit + per, noun, shown + per)


def _take_tail_sign(text: str) -> tuple[str, Sign]:
    for word, sign in _TAILS:
        if text.endswith(word):
            return text.removesuffix(word), sign
    return text, Sign.NONE


def _read_unit(text: str) -> tuple[str, str] | None:
    """Split unit and noun: `个站点` is `个` and `站点`."""
    if not text:
        return "", ""
    match = _UNIT.match(text)
    if match is None:
        plausible = (
            _UNKNOWN_UNIT.fullmatch(text) and not _DENIAL.search(text) and not _UNLIKE_UNIT.search(text)
        )
        return (text, "") if plausible else None
    unit, noun = match[0], text[match.end() :]
    if unit in SHARES:
        return (unit, "") if _DONE_AFTER_SHARE.fullmatch(noun) else None
    if not _NOUN.fullmatch(noun) or _DENIAL.search(noun) or CHINESE.search(noun):
        return None
    return unit, noun


def _read_chinese(text: str) -> Piece | None:
    """Read `两次`, `不少于三个`, `百分之九十五以上`: Chinese numerals count only with a known unit and no label."""
    text, tail_sign = _take_tail_sign(text)
    if share := _read_chinese_share(text, tail_sign):
        return share
    match = CHINESE.search(text)
    if match is None:
        return None
    number, (label, sign) = parse_chinese(match[0]), _take_sign(text[: match.start()])
    unit = text[match.end() :]
    if (
        number is None
        or unit not in CANONICAL
        or (unit in ("级", "星", "分", "成", "名", "位", "回", "本")
        and not sign)
    ):
        return None
    if not _DONE.fullmatch(label):
        return None
    tail = _Tail(Sign.NONE, Decimal(1), unit, "", unit)
    return Piece("", _make_quantity(number, None, match[0], sign or tail_sign, tail))


def _read_chinese_share(text: str, tail_sign: Sign) -> Piece | None:
    """Read `百分之九十五` and `九成`."""
    match = _HUNDREDTHS.search(text) or _TENTHS.search(text)
    if match is None or match.end() != len(text):
        return None
    number = Decimal(100) if match[1] == "百" else parse_chinese(match[1])
    label, sign = _take_sign(text[: match.start()])
    if number is None or not _DONE.fullmatch(label):
        return None
    if match.re is _TENTHS:
        number *= 10
    elif match[2] and len(match[2]) < 10:
        number += Decimal(f"0.{match[2].translate(_DIGIT_OF)}")
    tail = _Tail(Sign.NONE, SHARES["%"], "%", "", "%")
    return Piece("", _make_quantity(number, None, f"{number:f}", sign or tail_sign, tail))
