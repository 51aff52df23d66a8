"""Numbers of persons in what the public would read: identity numbers, mobile numbers, bank cards, each by its check."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.anchors import format_step
from generator.model.case import PrivateKind, PrivateNumber
from generator.model.form import Form, Record

_SHORTEST = 11
"""Digits of the shortest of these numbers."""
_DIGITS = re.compile(r"(?<![0-9A-Za-z.])[0-9](?:[ \u00a0\u3000-]?[0-9]){10,18}[Xx]?(?![0-9A-Za-z.%])")
_MANY_DIGITS = re.compile("[0-9０-９](?:[ \u00a0\u3000-]?[0-9０-９]){10}")
"""What each of these numbers holds, full-width or not: seldom there, and quickly looked for."""
_IDENTITY = re.compile(
    r"[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]"
)
_BANK_CARD = re.compile(r"62[0-9]{14,17}|4[0-9]{15}|5[1-5][0-9]{14}")
_A_CODE = re.compile(r"(?:编号|编码|代码|文号|合同号?|项目号|单号|流水号|批次号|序号)(?:为|是)?[:：]?\s*$")
_A_UNIT = re.compile(r"\s*(?:余|多)?[元万亿千个人次吨斤件]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_REGION_AND_YEAR = re.compile(r"[0-9]{6}20[0-4][0-9]")
"""How codes of projects and contracts begin; the codes of some provinces begin as cards do (62, 4x, 51-55)."""
_PLAIN_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_ROW_TEXTS = ("name", "target", "actual", "measured", "method", "explanation")
_FACTORS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


class PublicText(NamedTuple):
    """A text of the form that its page, the search or the data files would show: its key path, and what it says."""

    key: str
    text: str


def find_private_numbers(form: Form) -> tuple[PrivateNumber, ...]:
    """Find the numbers of persons in all public texts of a form."""
    return tuple(
        PrivateNumber(kind, one.key, mask(number))
        for one in list_public_texts(form)
        if _MANY_DIGITS.search(one.text)
        for number in list_digits(one.text)
        if (kind := classify(number)) is not None and not _may_be_code(one.key, kind)
    )


def _may_be_code(key: str, kind: PrivateKind) -> bool:
    """Tell whether a number is that of a project: the codes of some provinces begin as cards do."""
    return key == "code" and kind is PrivateKind.BANK_CARD


def list_public_texts(form: Form) -> Iterator[PublicText]:
    """List every text of a form that would be public and is long enough to hold such a number."""
    return (one for one in _list_texts(form) if len(one.text) >= _SHORTEST)


def _list_texts(form: Form) -> Iterator[PublicText]:
    for key, record, names in _list_records(form):
        yield from (PublicText(key + name, getattr(record, name)) for name in names)
    for index, department in enumerate(form.departments):
        yield PublicText(f"departments[{index}]", department)
    for title, text in form.facts.items():
        yield PublicText(f"facts.{format_step(title)}", f"{title}：{text}")
    level1 = level2 = ""
    for index, row in enumerate(form.indicators):
        if row.level1 != level1:
            yield PublicText(f"indicators[{index}].level1", row.level1)
        if row.level2 != level2:
            yield PublicText(f"indicators[{index}].level2", row.level2)
        level1, level2 = row.level1, row.level2


def _list_records(form: Form) -> Iterator[tuple[str, Record, tuple[str, ...]]]:
    """List the tables of a form: the beginning of their keys, and which of their cells are public texts."""
    yield "", form, ("name", "code", "period", "filed", "source", "withdrawal")
    yield "funds.", form.funds, ("method", "explanation")
    for index, source in enumerate(form.funds.sources):
        yield f"funds.sources[{index}].", source, ("name", "breakdown", "rate")
    for index, goal in enumerate(form.goals):
        yield f"goals[{index}].", goal, ("expected", "actual")
    for index, row in enumerate(form.indicators):
        yield f"indicators[{index}].", row, _ROW_TEXTS
    for index, note in enumerate(form.notes):
        yield f"notes[{index}].", note, ("title", "text")
    yield "reported.", form.reported, ("rate", "grade")
    for index, waiver in enumerate(form.waivers):
        yield f"waivers[{index}].", waiver, ("reason",)


def list_digits(text: str) -> Iterator[str]:
    """List runs of 11 to 19 digits, with spaces and hyphens between them taken away.

    Web addresses are left out, and so are sums of money, counts and what is called a code.
    """
    plain = _ADDRESS.sub("，", text.translate(_PLAIN_DIGITS))
    for match in _DIGITS.finditer(plain):
        if not _A_UNIT.match(plain, match.end()) and not _A_CODE.search(plain, 0, match.start()):
            yield re.sub(r"[^0-9Xx]", "", match[0]).upper()


def classify(number: str) -> PrivateKind | None:
    """Tell what kind of number of a person a run of digits is; None when it fits none."""
    if is_identity(number):
        return PrivateKind.IDENTITY
    if re.fullmatch(r"(?:00)?(?:86)?1[3-9][0-9]{9}", number):
        return PrivateKind.MOBILE
    return PrivateKind.BANK_CARD if is_bank_card(number) else None


def is_identity(number: str) -> bool:
    """Tell whether a text is a citizen identity number: region, day of birth, check digit (GB 11643-1999)."""
    if not _IDENTITY.fullmatch(number):
        return False
    total = sum(int(digit) * factor for digit, factor in zip(number, _FACTORS, strict=False))
    return number[17] == _CHECK_DIGITS[total % 11]


def is_bank_card(number: str) -> bool:
    """Tell whether a text is a card number: begins as cards do, and passes Luhn (ISO/IEC 7812)."""
    if not _BANK_CARD.fullmatch(number) or _REGION_AND_YEAR.match(number):
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number))]
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def mask(number: str) -> str:
    """Show only the first three and the last two digits."""
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}"
