"""Characters that nobody sees: controls, zero-width ones, and those that turn the direction of text."""

import re
from collections.abc import Iterator
from typing import Any

from generator.load.faults import HIDDEN_CHARACTER
from generator.load.keys import format_key
from generator.load.lines import count_place
from generator.model.finding import Finding

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\u3164\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e0fff]"
)
"""Line breaks, tabs and the joiners of emoji are left alone. The last range is of invisible tags."""

_HIDDEN_IN_VALUE = re.compile(rf"\r|{_HIDDEN.pattern}")
"""A lone carriage return within a value can only come from an escape."""

_HIDDEN_OUTSIDE = re.compile(rf"[\u200c\u200d]|{_HIDDEN.pattern}")
"""Joiners mean something within a text only."""

_ADVICE = "删去这个字符，把前后的文字重新打一遍（不要粘贴）。"
_LOST = "\ufffd"


def find_hidden_characters(text: str, path: str) -> Iterator[Finding]:
    """Report characters in a file's own text that nobody sees, the first of each line."""
    if _HIDDEN.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _HIDDEN.search(line):
            yield _report(match, path, line=number, column=match.start() + 1)


def find_hidden_character(text: str, at: int, path: str) -> Finding | None:
    """Report the character at an index of a file's own text, outside of a value, if it is such a one."""
    match = _HIDDEN_OUTSIDE.match(text, at)
    line, column = count_place(text, at)
    return _report(match, path, line=line, column=column) if match else None


def find_escaped_characters(data: dict[str, Any], path: str) -> Iterator[Finding]:
    """Report keys and values that hold such characters by way of an escape, which the text itself does not show."""
    pending: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    while pending:
        steps, value = pending.pop()
        if isinstance(value, str) and (match := _HIDDEN_IN_VALUE.search(value)):
            yield _report(match, path, key=format_key(steps))
        elif isinstance(value, dict):
            for match in filter(None, map(_HIDDEN_IN_VALUE.search, value)):
                yield _report(match, path, key=format_key((*steps, match.string)))
            pending += [((*steps, key), value[key]) for key in reversed(value)]
        elif isinstance(value, list):
            pending += [((*steps, index), value[index]) for index in reversed(range(len(value)))]


def _report(
    match: re.Match[str], path: str, *, key: str = "", line: int | None = None, column: int | None = None
) -> Finding:
    if match.group() == _LOST:
        message = "这里有一个乱码字符“�”，原来的字已经丢失。"
    else:
        message = f"这里有一个看不见的字符（编号 U+{ord(match.group()):04X}）。"
    return HIDDEN_CHARACTER.at(path, message, key=key, suggestion=_ADVICE, line=line, column=column)
