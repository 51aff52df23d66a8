"""Values, keys and paths as a submitter sees them in a message: short, on one line, nothing invisible."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from generator.model.cells import LARGEST_INTEGER

LONGEST = 40
"""Characters of a value that a message quotes."""


def show_value(value: object) -> str:
    """Describe a value that was seen in a file: `“83个”`, `83`, `一个列表`."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            return _show_number(value)
        case datetime() | date() | time():
            return f"{'时间' if isinstance(value, time) else '日期'} {value.isoformat()}"
        case str():
            return f"“{shorten(value)}”" if value else "空的文字"
        case Mapping():
            return "一张表"
        case _:
            return "一个列表"


def show_seen(value: object) -> str:
    """Describe a value as `show_value` does, to follow Chinese words: with a blank where one is set between them."""
    shown = show_value(value)
    return f" {shown}" if shown.isascii() else shown


def write_value(value: object) -> str | None:
    """Write a plain value as the file has it, to be quoted; None for tables, lists and endless numbers."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            return _write_number(value)
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return None


def shorten(text: str) -> str:
    """Cut a text for quoting and mark what cannot be seen in it."""
    return _mark_unseen(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def show_path(path: str) -> str:
    """Make a file's path safe to print: no bytes that are no text, no control characters."""
    return _mark_unseen(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _mark_unseen(text: str) -> str:
    """Put � in the place of what cannot be seen; the wide space of Chinese texts can, by the gap that it leaves."""
    return "".join(char if char.isprintable() or char == "\u3000" else "�" for char in text)


def _show_number(value: int | Decimal) -> str:
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value).lower().replace("infinity", "inf")
    return _write_number(value) or f"一个超过 {LONGEST} 位的数"


def _write_number(value: int | Decimal) -> str | None:
    if isinstance(value, int):
        return str(value) if abs(value) < LARGEST_INTEGER else None
    is_short = value.is_finite() and max(len(value.as_tuple().digits), abs(value.adjusted())) <= LONGEST
    return str(value) if is_short else None
