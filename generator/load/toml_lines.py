"""The words around a fault of syntax: the key and the value there as written, and the table that they stand in.

What cannot be parsed is read line by line here, roughly and in linear time.
"""

import re
from dataclasses import dataclass

from generator.load.keys import Steps
from generator.load.lines import find_line

_PAIR = re.compile(r"[ \t]*+([^\s=＝:：\[\]{},#]++)[ \t]*+([=＝:：])[ \t]*+")
"""A key at the beginning of a line, and its sign, also one that was typed for the equals sign."""

_INNER_PAIR = re.compile(r"""(?<![\w"'-])([A-Za-z0-9_-]++)[ \t]*+([=＝])[ \t]*+""")
"""The same between braces."""

_HEADER = re.compile(r"^[ \t]*+(\[\[?+)[ \t]*+([\w.-]++)[ \t]*+\]", re.MULTILINE)
_OPENED_LIST = re.compile(r"^[ \t]*+([\w.-]++)[ \t]*+=[ \t]*+\[[ \t]*+(?:#.*)?$", re.MULTILINE)
_OPENED_ROW = re.compile(r"^[ \t]*+\{", re.MULTILINE)
_ROW = re.compile(r"[ \t]*+\{.*\}[ \t]*+(,?)[ \t]*+(?:#.*)?", re.DOTALL)
_NEXT_PAIR = re.compile(r",[ \t]*+[A-Za-z]|[}\]]")
_BARE_PAIR = re.compile(r"[ \t]*+[A-Za-z0-9_.-]++[ \t]*+=")
_MOST_BROKEN_LINES = 40
"""Lines after which the end of a text is no longer looked for."""
_LETTERS = re.compile(r"[^\n]")
_COMMENT = re.compile(r"[ \t]#")


@dataclass(frozen=True, slots=True)
class Statement:
    """A key with its value, in a line of its own or between braces.

    `at` is the index of the key in the text; `steps` leads to it from the top of the file.
    """

    at: int
    sign: str
    value: str
    steps: Steps


def find_statement(text: str, at: int, *, behind_key: bool) -> Statement | None:
    """Find the last key with a sign before an index in its line; None where there is none.

    `behind_key` tells that a fault at a key is not about that key, but about something above that was not closed.
    """
    start, end = find_line(text, at)
    line = text[start:end]
    outer = _PAIR.match(line)
    body = outer.end() if outer else len(line) - len(line.lstrip(" \t"))
    has_braces = line.startswith(("{", "["), body)
    inner = list(_INNER_PAIR.finditer(line, body, at - start)) if has_braces else []
    pair = inner[-1] if inner else outer
    if pair is None or (behind_key and at - start < pair.end(1)):
        return None
    above = _split(outer[1]) if outer and inner else _find_row(text, start, line)
    value = _cut_value(line[pair.end() :], _NEXT_PAIR if inner else _COMMENT)
    steps = (*find_table(text, start), *above, *_split(pair[1]))
    return Statement(start + pair.start(1), pair[2], value, steps)


def find_end_of_text(text: str, at: int) -> int | None:
    """Find where a text between single quotation marks ends whose lines were broken; None where it does not.

    Its first line breaks at the index. What looks like another statement shows that only a mark is missing.
    """
    quote = find_quote(text, at)
    start, end = find_line(text, at)
    for _ in range(_MOST_BROKEN_LINES):
        if not quote or end >= len(text):
            return None
        start, end = find_line(text, end + 1)
        line = text[start:end].rstrip()
        if _BARE_PAIR.match(line) or _HEADER.match(line):
            return None
        if quote in line:
            return end if line.endswith(quote) and line.count(quote) == 1 else None
    return None


def find_quote(text: str, at: int) -> str:
    """Find the mark with which the value of a line opens; empty where it opens with none."""
    start, end = find_line(text, at)
    pair = _PAIR.match(text[start:end])
    mark = text[start + pair.end() : start + pair.end() + 1] if pair else ""
    return mark if mark in ('"', "'") else ""


def find_opening(text: str, at: int) -> tuple[int, int]:
    """Find the line in which the statement or the header begins that ends at an index, by going up from there."""
    start, end = find_line(text, at)
    while start and not (_PAIR.match(text, start) or _HEADER.match(text, start)):
        start, end = find_line(text, start - 1)
    return start, end


def is_header(text: str, at: int) -> bool:
    """Tell whether the line around an index looks like the header of a table."""
    return _HEADER.match(text, find_line(text, at)[0]) is not None


def begins_pair(text: str, at: int) -> bool:
    """Tell whether the key of a line begins at an index."""
    pair = _PAIR.match(text, find_line(text, at)[0])
    return pair is not None and pair.start(1) == at


def _cut_value(rest: str, end: re.Pattern[str]) -> str:
    """Cut a value off at what ends it; one that begins with a quote reaches as far as the line."""
    match = None if rest.startswith(('"', "'", "“")) else end.search(rest)
    return (rest[: match.start()] if match else rest).strip(" \t")


def find_table(text: str, start: int) -> Steps:
    """Find the table that a line stands in, by the headers above it."""
    headers = [(match[1], match[2]) for match in _HEADER.finditer(text, 0, start)]
    if not headers:
        return ()
    bracket, name = headers[-1]
    row = (headers.count((bracket, name)) - 1,) if bracket == "[[" else ()
    return (*_split(name), *row)


def _find_row(text: str, start: int, line: str) -> Steps:
    """Find the list and the number of a row that is a line of its own, such as those of `sources`."""
    opened = list(_OPENED_LIST.finditer(text, 0, start)) if line.lstrip().startswith("{") else []
    if not opened:
        return ()
    rows = sum(1 for _ in _OPENED_ROW.finditer(text, opened[-1].end(), start))
    return (*_split(opened[-1][1]), rows)


def _split(name: str) -> Steps:
    return [part.strip("\"'") for part in name.split(".")]


def clear_line(text: str, at: int, *, behind_key: bool) -> str | None:
    """Blank the line around an index, in place, so that what follows can be read; None where that is not safe.

    Safe is a line that is one whole statement, or one whole row of a list, and has the fault within; and a text whose
    lines were broken, with all of them.
    """
    start, end = find_line(text, at)
    if last := find_end_of_text(text, at):
        return text[:start] + _LETTERS.sub(" ", text[start:last]) + text[last:]
    line = text[start:end]
    if any(text.count(quotes, 0, start) % 2 for quotes in ('"""', "'''")):
        return None
    if row := _ROW.fullmatch(line):
        is_safe, rest = at > start + line.index("{"), f"{{}}{row[1]}"
    else:
        pair = _PAIR.match(line)
        is_safe, rest = pair is not None and _is_whole(line[pair.end() :].rstrip(" \t")), ""
        is_safe = is_safe and find_statement(text, at, behind_key=behind_key) is not None
    return text[:start] + rest.ljust(len(line)) + text[end:] if is_safe else None


def _is_whole(value: str) -> bool:
    """Tell whether a value ends in its line."""
    if value.startswith(('"""', "'''")):
        return False
    closing = {"{": "}", "[": "]"}.get(value[:1], "")
    return value.endswith(closing)
