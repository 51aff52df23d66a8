"""Numbers of persons in what the public would read: identity numbers, mobile numbers, bank cards, each by its check."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from html import unescape
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.model.anchors import format_step
from generator.model.case import PrivateKind, PrivateNumber
from generator.model.cells import list_internal_fields
from generator.model.corpus import Corpus
from generator.text.masking import MANY_DIGITS, Run, find_runs, mask_number, write_plainly

_SHORTEST = 11
"""Digits of the shortest of these numbers."""
_BIRTH = re.compile("[0-9]{6}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_LOOK_BACK = 16
"""Characters before a number that may say what it is."""
_A_CODE = re.compile(
    "(?:文号|合同号?|项目号|单号|流水号|批次号"
    "|(?<=[\u4e00-\u9fff])(?<![人者员户生证份卡])(?<!证件)(?:编号|编码|代码|序号))(?:为|是)?[:：]? *\\Z"
)
"""A code of some thing. A bare `编号`, and that of a person or a card, may be anything."""
_A_SUM = re.compile("(?:[¥￥$€]|金额|资金|预算|经费|投资|支出|收入|合计|总额|总计)(?:为|是)?[:：]? *\\Z")
_A_UNIT = re.compile(" {0,3}[余多]?[元万亿千个人次吨斤件]")
_A_WORD = re.compile(r"(?<![A-Za-z])([A-Za-z]+)[.-]?\Z")
_CONTACTS = {
    *("tel", "telephone", "phone", "mobile", "mob", "cell", "cellphone", "wechat", "weixin", "wx", "vx"),
    *("dh", "sj", "id", "idcard", "sfz", "card"),
}
"""Words in Latin letters that a number of a person follows; any other begins a code (`HT13800138000`)."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_REGION_AND_YEAR = re.compile(r"[0-9]{6}20[0-4][0-9]")
"""How codes of projects and contracts begin; the codes of some provinces begin as cards do (62, 4x, 51-55)."""
_CARRIED = ("level1", "level2")
_FACTORS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


class PublicText(NamedTuple):
    """A text that a page, the search or the data files would show: its key path in its file, and what it says."""

    key: str
    text: str


def find_private_numbers(record: BaseModel) -> tuple[PrivateNumber, ...]:
    """Find the numbers of persons in all public texts of a form, or of another content file."""
    return tuple(
        PrivateNumber(kind, one.key, mask_number(number))
        for one in list_public_texts(record)
        for kind, number in find_numbers(one.text)
        if not _may_be_code(one.key, kind)
    )


def _may_be_code(key: str, kind: PrivateKind) -> bool:
    """Return whether a number is that of a project: the codes of some provinces begin as cards do."""
    return key == "code" and kind is PrivateKind.BANK_CARD


def find_shared_numbers(corpus: Corpus) -> dict[str, tuple[PrivateNumber, ...]]:
    """Find the numbers of persons in what is public and no form: by file, files without any left out."""
    found = {f"profiles/{one.id}.toml": find_private_numbers(one) for one in corpus.profiles.values()}
    found |= {f"pages/{page.name}.md": _find_in_lines(page.text) for page in corpus.pages}
    found["organisations.toml"] = find_private_numbers(corpus.organisations)
    found["site.toml"] = find_private_numbers(corpus.site) if corpus.site else ()
    return {path: numbers for path, numbers in found.items() if numbers}


def _find_in_lines(text: str) -> tuple[PrivateNumber, ...]:
    """Find them in the lines of a page, as its reader sees these: `&nbsp;` is a blank."""
    return tuple(
        PrivateNumber(kind, "", mask_number(number), line)
        for line, written in enumerate(text.split("\n"), start=1)
        for kind, number in find_numbers(unescape(written))
    )


def list_public_texts(record: BaseModel, key: str = "", above: object = None) -> Iterator[PublicText]:
    """List every text of a content file that would be public and is long enough to hold such a number.

    Levels that a row has from the one `above` are listed with that one alone.
    """
    for name in _list_public_fields(type(record)):
        value = getattr(record, name)
        if name not in _CARRIED or value != getattr(above, name, None):
            yield from _list_texts(value, f"{key}.{name}" if key else name)


@cache
def _list_public_fields(model: type[BaseModel]) -> tuple[str, ...]:
    hidden = list_internal_fields(model)
    return tuple(name for name in model.model_fields if name not in hidden)


def _list_texts(value: Any, key: str) -> Iterator[PublicText]:
    if isinstance(value, str) and not isinstance(value, Enum):
        if len(value) >= _SHORTEST:
            yield PublicText(key, value)
    elif isinstance(value, BaseModel):
        yield from list_public_texts(value, key)
    elif isinstance(value, tuple):
        for n, one in enumerate(value):
            above = value[n - 1] if n else None
            texts = list_public_texts(one, f"{key}[{n}]", above) if isinstance(one, BaseModel) else None
            yield from texts or _list_texts(one, f"{key}[{n}]")
    elif isinstance(value, Mapping):
        for name, one in value.items():
            said = f"{name}：{one}" if isinstance(one, str) else one
            yield from _list_texts(said, f"{key}.{format_step(name)}")


def find_numbers(text: str) -> Iterator[tuple[PrivateKind, str]]:
    """Find the numbers of persons in a text, each in its digits alone.

    Web addresses are left out, and so are sums of money, counts and what is called a code.
    """
    if MANY_DIGITS.search(text):
        for run in find_runs(write_plainly(_ADDRESS.sub("，", text)), lambda run: classify(run) is not None):
            if kind := classify(run):
                yield kind, run.number


def classify(run: Run) -> PrivateKind | None:
    """Tell what kind of number of a person a run of digits is, where it stands; None when it is none."""
    kind = _classify_digits(run)
    if kind is None or run.is_cut_off or _is_a_code(run) or (kind is PrivateKind.MOBILE and _is_a_count(run)):
        return None
    return kind


def _classify_digits(run: Run) -> PrivateKind | None:
    if run.is_identity and is_identity(run.number):
        return PrivateKind.IDENTITY
    if run.is_mobile:
        return PrivateKind.MOBILE
    return PrivateKind.BANK_CARD if run.is_card and is_bank_card(run.number) else None


def _is_a_code(run: Run) -> bool:
    """Tell whether letters belong to it, or the words before it call it the code of some thing."""
    before, after = run.text[max(run.start - _LOOK_BACK, 0) : run.start], run.text[run.end : run.end + 1]
    word = _A_WORD.search(before)
    if word is not None and word[1].lower() not in _CONTACTS:
        return True
    return (after.isascii() and after.isalpha()) or _A_CODE.search(before) is not None


def _is_a_count(run: Run) -> bool:
    """Tell whether it is a sum of money, or a number of things."""
    before = run.text[max(run.start - _LOOK_BACK, 0) : run.start]
    return _A_SUM.search(before) is not None or _A_UNIT.match(run.text, run.end) is not None


def is_identity(number: str) -> bool:
    """Tell whether digits are a citizen identity number: region, day of birth, check digit (GB 11643-1999)."""
    total = sum(int(digit) * factor for digit, factor in zip(number, _FACTORS, strict=False))
    return _BIRTH.match(number) is not None and number[17] == _CHECK_DIGITS[total % 11]


def is_bank_card(number: str) -> bool:
    """Tell whether digits that begin as a card number's do pass Luhn (ISO/IEC 7812)."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number))]
    passes = sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0
    return passes and not _REGION_AND_YEAR.match(number)
