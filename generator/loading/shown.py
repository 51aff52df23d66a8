"""Values, keys and paths as a submitter sees them in a message: short, on one line, nothing invisible."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

LONGEST = 40
"""Characters of a value that a message quotes."""


def show_value(value: object) -> str:  # noqa: PLR0911 (one line a type)
    """Describe a value that was seen in a file: `“83个”`, `83`, `一个列表`."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return _show_integer(value)
        case Decimal():
            return _show_decimal(value)
        case datetime() | date() | time():
            return f"{'时间' if isinstance(value, time) else '日期'} {value.isoformat()}"
        case str():
            return f"“{shorten(value)}”" if value else "空的文字"
        case Mapping():
            return "一张表"
        case _:
            return "一个列表"


def write_value(value: object) -> str | None:
    """Write a plain value as the file has it, to be quoted; None for tables, lists and endless numbers."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() if value.bit_length() > 128:
            return None
        case Decimal() if not value.is_finite() or len(value.as_tuple().digits) > LONGEST:
            return None
        case int() | Decimal():
            return str(value)
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return None


def shorten(text: str) -> str:
    """Cut a text for quoting and mark what cannot be seen in it."""
    cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return "".join(char if char.isprintable() or char == "\u3000" else "�" for char in cut)


def show_path(path: str) -> str:
    """Make a file's path safe to print: no bytes that are no text, no control characters."""
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() or char == "\u3000" else "�" for char in text)


def _show_integer(value: int) -> str:
    if value.bit_length() <= 128:
        return str(value)
    return f"一个约 {int(value.bit_length() * 0.30103) + 1} 位的数"


def _show_decimal(value: Decimal) -> str:
    if not value.is_finite():
        return str(value).lower().replace("infinity", "inf")
    digits = len(value.as_tuple().digits)
    return str(value) if digits <= LONGEST else f"一个 {digits} 位的数"
