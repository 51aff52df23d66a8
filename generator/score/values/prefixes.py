"""What stands before a number: a sign in symbols or words, what is counted, or a rate (`每人每月`)."""

import re
from typing import NamedTuple

from generator.model.value import Sign
from generator.score.values.units import CANONICAL, match_any

_SIGN_WORDS = {
    "不少于 不低于 不小于 不得少于 不得低于 不应低于 至少 最少 最低": Sign.AT_LEAST,
    "大于等于 大于或等于 高于等于 达到或超过 等于或大于 等于或高于 ≥": Sign.AT_LEAST,
    "不超过 不高于 不大于 不多于 不得超过 不得高于 不应超过 不超 至多 最多 最高 控制在": Sign.AT_MOST,
    "小于等于 小于或等于 低于等于 ≤": Sign.AT_MOST,
    "大于 高于 多于 超过 超 >": Sign.MORE,
    "小于 低于 少于 不足 不到 不满 <": Sign.LESS,
    "等于 =": Sign.EQUAL,
}
_SIGNS = sorted(
    ((word, sign) for words, sign in _SIGN_WORDS.items() for word in words.split()),
    key=lambda pair: (-len(pair[0]), pair[0]),
)
"""The longest first, so that `不低于` is tried before `低于`."""
_SPELLINGS = tuple(word for word, _ in _SIGNS)

_DONE_WORDS = (
    "已 已经 全年 全部 实际 目前 累计 共 共计 合计 总计 为 完成 实现 达 达到 达成 可达 开展 举办 组织 召开 "
    "发放 建成 新增 覆盖 安排 采购 购置 培训 服务 控制 按时 按期 按计划 :"
)
_DONE = re.compile(f"(?:{match_any(_DONE_WORDS.split())})*")
"""Words before a number that say only that it was done; anything else before a number is a label."""

_VERB_AFTER_LABEL = re.compile(r"(?<=.)(?:达到|达|为|是|完成)$")
_APPROXIMATE = re.compile(r"^(?:大约|约|将近|接近|大概)|(?:(?<!节)约|近|大概)$")
_LABEL = re.compile(r"[\u4e00-\u9fffA-Za-z“”\"《》()·]{1,16}")
AS_IT_SHOULD = re.compile(r"应(.)尽\1")
DENIAL = re.compile(r"[未不没无非缺欠延滞拖误退撤停取差剩尚待需]|(?<![响供反适对])应(?!急)")
"""Characters by which a text around a number may turn it into something else: `未完成90%`, `尚缺3个`."""

_BEYOND = re.compile(r"超额?$|^超额|提前|推迟|每$|[第前]$|/$")
_RATE = re.compile(rf"((?:每(?:{match_any(CANONICAL)}))+)(.*)", re.DOTALL)


class Head(NamedTuple):
    """What stands before a number, taken apart. `per` is a rate as it would stand behind a unit (`/人/月`)."""

    label: str
    sign: Sign
    negative: bool = False
    money: bool = False
    per: str = ""


def read_head(text: str) -> Head | None:
    """Take apart what stands before a number; None when it makes the number something else."""
    money, text = text.endswith("¥"), text.removesuffix("¥")
    negative, is_marked = text.endswith("-"), text.endswith(("-", "+"))
    label, sign = _take_sign(text[:-1] if is_marked else text)
    label = label.removesuffix(":").removesuffix("(")
    if _APPROXIMATE.search(label) or (is_marked and label):
        return None
    if (label, sign) in _SIGNS:  # said twice: `不超过≤5%`
        label = ""
    if is_done(label):
        return Head("", sign, negative, money)
    if rate := _RATE.fullmatch(label):
        return Head("", sign, negative, money, rate[1].replace("每", "/")) if is_done(rate[2]) else None
    label = _VERB_AFTER_LABEL.sub("", label)
    return Head(label, sign, negative, money) if _is_label(label) else None


def is_done(text: str) -> bool:
    """Tell whether a text says no more than that something was done (`已完成`); an empty one does too."""
    return bool(_DONE.fullmatch(text))


def _take_sign(text: str) -> tuple[str, Sign]:
    """Take a sign off: next to the number, else at the beginning (`至少全年完成2次`)."""
    if text.endswith(_SPELLINGS):
        word, sign = next(pair for pair in _SIGNS if text.endswith(pair[0]))
        return text.removesuffix(word), sign
    if text.startswith(_SPELLINGS):
        for word, sign in _SIGNS:
            if text.startswith(word) and is_done(text.removeprefix(word)):
                return text.removeprefix(word), sign
    return text, Sign.NONE


def _is_label(text: str) -> bool:
    """Tell whether a text may name what is counted: no ordinals, no signs, nothing that denies the number."""
    plain = AS_IT_SHOULD.sub("", text)
    return bool(_LABEL.fullmatch(text)) and not DENIAL.search(plain) and not _BEYOND.search(text)
