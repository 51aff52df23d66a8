"""TOML text into a table, or into a finding that says in Chinese what is wrong at which place."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

import tomli

from generator.loading import faults
from generator.loading.lines import count_place
from generator.loading.parsed import Parsed
from generator.loading.syntax_wording import describe_syntax_error
from generator.model.finding import Finding

_MOST_DOTS = 500
"""Dots that a form may have before its keys are looked at for depth; a form of 15 indicators has about 50."""

_DEEP_KEY = re.compile(r"""(?<![\w.-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){32}""")
"""A key of more than 32 parts. The parser takes quadratic time over such keys, minutes for 1 MB of them."""

_LONG_NUMBER = re.compile(r"[0-9_]{100,}|[eE][+-]?[0-9_]{6,}")


def parse_toml(text: str, path: str) -> Parsed[dict[str, Any]]:
    """Parse TOML with exact decimals. Only the first fault of syntax is known; it has line and column."""
    if text.count(".") > _MOST_DOTS and (match := _DEEP_KEY.search(text)):
        return Parsed(None, (_refuse_depth(path, text, match.start()),))
    try:
        return Parsed(tomli.loads(text, parse_float=Decimal))
    except tomli.TOMLDecodeError as error:
        return Parsed(None, (describe_syntax_error(error, path),))
    except RecursionError:
        return Parsed(None, (_refuse_depth(path, text, _find_deepest(text)),))
    except (ValueError, InvalidOperation):
        return Parsed(None, (_refuse_number(path, text),))


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


def _refuse_number(path: str, text: str) -> Finding:
    """Report the number that Python would not convert: over 4,300 digits, or a huge exponent."""
    match = _LONG_NUMBER.search(text)
    line, column = count_place(text, match.start()) if match else (None, None)
    message = "这里有一个长得读不下去的数字。"
    return faults.NUMBER_TOO_LARGE.at(
        path, message, suggestion="对照原表改正这个数字。", line=line, column=column
    )
