"""TOML text into a table, or into findings that say in Chinese what is wrong at which place."""

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import tomli
from pydantic import BaseModel

from generator.load import faults
from generator.load.lines import count_place
from generator.load.parsed import Parsed
from generator.load.syntax_fault import SyntaxFault
from generator.load.syntax_messages import describe_syntax_fault
from generator.model.cells import LARGEST_INTEGER
from generator.model.finding import Finding

DEEPEST = 32
"""Tables and lists that may lie within one another, and parts that a key may have; a form needs four."""

_NESTING = (dict, list)

_MOST_DOTS = 100
"""Dots that a form may have before its keys are looked at for depth; a form of 15 indicators has about 50."""

_PART = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_DEEP_KEY = re.compile(rf"(?:^|[\[{{,])[ \t]*+((?:{_PART}){{{DEEPEST}}})", re.MULTILINE)
"""A key of too many parts. The parser takes quadratic time over such keys, minutes for 1 MB of them."""

_MOST_FAULTS = 50
"""Faults of syntax that are told at once."""

_LONGEST_TO_CLEAR = 100_000
"""Characters of a file in which lines are cleared and the rest is read again; that is done for each fault."""

_LONG_INTEGER = re.compile(r"(?<![\w.+-])[+-]?[0-9_]{600,}+(?!\.[0-9]|[eE][+-]?[0-9])")
_ENDLESS = Decimal(LARGEST_INTEGER)
"""Stands for a number that no decimal can hold, and is refused like one that is merely too large."""


@dataclass(slots=True)
class Reading:
    """What came of reading a text: the table, None where there is none; what was wrong; and the text without it."""

    text: str
    table: dict[str, Any] | None = None
    faults: list[SyntaxFault] = field(default_factory=list)
    is_deep: bool = False


def parse_toml(text: str, path: str, model: type[BaseModel]) -> Parsed[dict[str, Any]]:
    """Parse TOML with exact decimals; what cannot be read has line and column.

    A line that cannot be read is left out where that is safe, so that all such lines are told at once, and the rest
    is there beside the findings. `model` is what the file is meant to be: it knows what belongs into such a line.
    """
    if match := _find_deep_key(text):
        return Parsed(None, (_refuse_depth(path, text, match.start(1)),))
    reading = _read(text)
    findings = [describe_syntax_fault(fault, path, model) for fault in reading.faults]
    if len(findings) == _MOST_FAULTS:
        findings.append(_report_more(path))
    if reading.is_deep:
        findings.append(_refuse_depth(path, text, _find_deepest(text)))
    return Parsed(reading.table, tuple(findings), is_partial=bool(findings))


def clear_faults(text: str) -> str:
    """Blank the lines that `parse_toml` leaves out, so that keys can be placed in what is left."""
    return text if _find_deep_key(text) else _read(text).text


def _find_deep_key(text: str) -> re.Match[str] | None:
    return _DEEP_KEY.search(text) if text.count(".") > _MOST_DOTS else None


def _read(text: str) -> Reading:
    """Read a text, and what is left of it after each line that cannot be read."""
    reading = Reading(text)
    rest: str | None = text
    while rest is not None and len(reading.faults) < _MOST_FAULTS:
        reading.text = rest
        try:
            table = _read_table(rest)
        except tomli.TOMLDecodeError as error:
            fault = SyntaxFault.of(error)
            reading.faults.append(fault)
            rest = fault.clear() if len(text) <= _LONGEST_TO_CLEAR else None
        except RecursionError:
            reading.is_deep = True
            return reading
        else:
            reading.is_deep = _is_deep(table)
            reading.table = None if reading.is_deep else table
            return reading
    return reading


def _read_table(text: str) -> dict[str, Any]:
    """Read a table. Python converts no decimal integer of over 4,300 digits, but hexadecimal ones of any length."""
    try:
        return tomli.loads(text, parse_float=_read_decimal)
    except tomli.TOMLDecodeError:
        raise
    except ValueError:
        shown = _LONG_INTEGER.sub(lambda match: "0x" + "f" * (len(match.group()) - 2), text)
        return tomli.loads(shown, parse_float=_read_decimal)


def _read_decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return _ENDLESS


def _report_more(path: str) -> Finding:
    message = f"这个文件里读不下去的地方超过 {_MOST_FAULTS} 处，其余的没有列出。"
    return faults.TOO_MANY_FAULTS.at(path, message, suggestion="先改好已列出的，再检查一次。")


def _is_deep(table: dict[str, Any]) -> bool:
    """Tell whether a table is nested too deep; whatever comes later may walk one that is not."""
    level: list[Any] = [table]
    depth = 0
    while level and depth < DEEPEST:
        inner = (value for node in level for value in (node.values() if isinstance(node, dict) else node))
        level = [value for value in inner if isinstance(value, _NESTING)]
        depth += 1
    return bool(level)


def _refuse_depth(path: str, text: str, at: int) -> Finding:
    line, column = count_place(text, at)
    message = "这里的括号（或用点连起来的键）套得太深，读不下去。"
    return faults.NESTED_TOO_DEEP.at(
        path, message, suggestion="去掉多余的括号；自评表最多用到三层。", line=line, column=column
    )


def _find_deepest(text: str) -> int:
    """Find where most brackets are open at once, roughly: brackets in texts count too."""
    depth = deepest = place = 0
    for match in re.finditer(r"[\[{\]}]", text):
        depth = max(0, depth + (1 if match.group() in "[{" else -1))
        if depth > deepest:
            deepest, place = depth, match.start()
    return place
