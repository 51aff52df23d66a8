"""What the public would read of a form; the sums of money that goals name; numbers of persons."""

import re
from collections.abc import Iterable, Iterator

from generator.model.case import Amount, CellText, PrivateKind, PrivateNumber, Reason
from generator.model.form import Form
from generator.values import normalise_text
from generator.values.mentions import find_mentions

_SAYS_NOTHING = re.compile(
    r"(?:无|没有|暂无|无偏差|无差异|不适用|已完成|完成|正常|同上|见上|[0-9.%]*|[-/\\—…·.、*]*)"
)
"""Reasons that give no reason, after `normalise_text`."""

_DIGITS = re.compile(r"(?<![0-9A-Za-z.])[0-9](?:[ \u00a0\u3000-]?[0-9]){10,18}[Xx]?(?![0-9A-Za-z.%])")
_IDENTITY = re.compile(
    r"[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]"
)
_BANK_CARD = re.compile(r"62[0-9]{14,17}|4[0-9]{15}|5[1-5][0-9]{14}")
_PLAIN_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_FACTORS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def list_public_texts(form: Form) -> tuple[CellText, ...]:
    """List every text of a form that its public page, the search or the data files would show."""
    return tuple(CellText(key, text) for key, text in _walk_texts(form) if text)


def _walk_texts(form: Form) -> Iterator[tuple[str, str]]:
    yield "name", form.name
    yield "source", form.source
    yield "funds.explanation", form.funds.explanation
    for index, source in enumerate(form.funds.sources):
        yield f"funds.sources[{index}].name", source.name
    for index, goal in enumerate(form.goals):
        yield f"goals[{index}].expected", goal.expected
        yield f"goals[{index}].actual", goal.actual
    for index, row in enumerate(form.indicators):
        for name in ("level1", "level2", "name", "target", "actual", "measured", "explanation"):
            yield f"indicators[{index}].{name}", getattr(row, name)
    yield "reported.rate", form.reported.rate
    yield "reported.grade", form.reported.grade
    for index, waiver in enumerate(form.waivers):
        yield f"waivers[{index}].reason", waiver.reason


def weigh_reason(text: str) -> Reason:
    """Tell whether a cell of reasons says anything."""
    plain = normalise_text(text)
    if not plain.strip():
        return Reason.MISSING if not text.strip() else Reason.EMPTY
    return Reason.EMPTY if _SAYS_NOTHING.fullmatch(plain) else Reason.GIVEN


def find_amounts(form: Form) -> tuple[Amount, ...]:
    """Find the sums of money that the expected goals name."""
    return tuple(
        Amount(f"goals[{index}].expected", one.shown, one.number)
        for index, goal in enumerate(form.goals)
        for one in find_mentions(goal.expected)
        if one.unit == "元"
    )


def find_private_numbers(texts: Iterable[CellText]) -> tuple[PrivateNumber, ...]:
    """Find identity numbers, mobile numbers and bank card numbers in texts, each by its own check."""
    return tuple(
        PrivateNumber(kind, cell.key, mask(number))
        for cell in texts
        for number in _list_digits(cell.text)
        if (kind := classify(number)) is not None
    )


def _list_digits(text: str) -> Iterator[str]:
    """List runs of 11 to 19 digits, with spaces and hyphens between them taken away."""
    if sum(map(str.isdigit, text)) >= 11:
        for match in _DIGITS.finditer(text.translate(_PLAIN_DIGITS)):
            yield re.sub(r"[^0-9Xx]", "", match[0]).upper()


def classify(number: str) -> PrivateKind | None:
    """Tell what kind of number of a person a run of digits is; None when it fits none."""
    if is_identity(number):
        return PrivateKind.IDENTITY
    if re.fullmatch(r"1[3-9][0-9]{9}", number):
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
    if not _BANK_CARD.fullmatch(number):
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number))]
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def mask(number: str) -> str:
    """Show only the first three and the last two digits."""
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}"
