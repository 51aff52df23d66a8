"""The parser's complaints about syntax in Chinese, by kind, with what to write instead."""

import re
from typing import get_origin

import tomli
from pydantic import BaseModel

from generator.loading import faults
from generator.loading.characters import find_hidden_character
from generator.loading.keys import guess_key, list_keys
from generator.loading.lines import count_place
from generator.loading.mending import suggest_pair, tell_expected
from generator.loading.problem import Problem
from generator.loading.shown import shorten
from generator.loading.statements import Statement, find_opening, find_statement, find_table, is_header
from generator.model.finding import Finding
from generator.model.form import Form, FundsSource, Indicator

Words = tuple[str, str]
"""The message and the suggestion."""

_TWICE = (
    "Cannot declare",
    "Cannot overwrite a value",
    "Duplicate inline table key",
    "Cannot mutate immutable namespace",
    "Cannot redefine namespace",
)
"""How the parser's messages begin when something is said twice."""

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("Invalid statement", "这一行不是“键 = 值”的写法。", "每行写一个“键 = 值”，键名用英文；说明文字前加 #。"),
    (
        "Expected newline or end",
        "值的后面还有多余的内容。",
        "文字要整段放在一对英文双引号里；一行只写一个键。",
    ),
    (
        "Expected '=' after a key",
        "键名的后面缺少等号。",
        "写成“键 = 值”，用半角的等号；键名里不能有空格，数字里不写千位逗号。",
    ),
    (
        "Invalid initial character for a key",
        "这里应当是键名。",
        "键名用英文字母，不加引号；检查前面是否多了逗号或点。",
    ),
    (
        "Invalid value",
        "等号后面的值写法不对。",
        "文字要放在一对英文双引号里；数字直接写，不加千位逗号和单位。",
    ),
    ("Unclosed array", "列表没有收尾，或者两项之间缺少逗号。", "每两项之间用半角逗号隔开，最后加上 ]。"),
    (
        "Unclosed inline table",
        "花括号没有收尾，或者两项之间缺少逗号。",
        "每两项之间用半角逗号隔开，最后加上 }。",
    ),
    ("Unterminated string", "文字的引号只有前一半，到文件末尾也没有收尾。", "在文字末尾补上英文双引号。"),
    ("Expected '", "文字的引号只有前一半，没有收尾。", "在文字末尾补上同样的引号。"),
    (
        "Illegal character '\\n'",
        "文字的引号只有前一半，到行末还没有收尾。",
        "在这一行的文字末尾补上英文双引号。",
    ),
    (
        "Found invalid character '\\n'",
        "文字的引号只有前一半，到行末还没有收尾。",
        "在这一行的文字末尾补上同样的引号。",
    ),
    ("Illegal character", "文字里有不能出现的控制字符。", "删去它，把前后的文字重新打一遍。"),
    ("Found invalid character", "这里有不能出现的控制字符。", "删去它，把前后的文字重新打一遍。"),
    ("Unescaped '\\'", "双引号里的反斜杠有特别的含义，不能直接写。", "写成两个反斜杠 \\\\，或者换成斜杠 /。"),
    ("Invalid hex value", "反斜杠后面的字符编号写得不对。", "直接写出这个字，不用编号。"),
    ("Escaped character is not", "反斜杠后面的字符编号没有对应的字。", "直接写出这个字，不用编号。"),
    ("Invalid date or datetime", "这个日期不存在。", "日期照原表抄写，放在英文双引号里。"),
    ("Expected ']' at the end", "表名的方括号没有收尾。", "写成 [表名]，用半角的方括号，单独占一行。"),
    ("Expected ']]' at the end", "表名的两层方括号没有收尾。", "写成 [[表名]]，用半角的方括号，单独占一行。"),
)
"""Beginnings of the parser's messages, what they mean, and what to do."""

_AFTER_QUOTE = "引号收尾以后还有内容，多半是文字里面又用了英文引号。"
_OTHER = ("这里的写法不合规则，读不下去。", "对照其他项目文件的写法改正这一行。")

_FULL_WIDTH = {
    "“": '"',
    "”": '"',
    "＂": '"',
    "‘": "'",
    "’": "'",
    "＝": "=",
    "，": ",",
    "、": ",",
    "．": ".",
    "。": ".",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "｛": "{",
    "｝": "}",
    "＃": "#",
}
"""Full-width signs that are typed for the signs of TOML."""

_ABOUT_KEY = ("Invalid statement", "Invalid initial character for a key")
"""Kinds of faults that are seen at the beginning of a key and are about it."""

_ABOUT_QUOTES = (
    "Unterminated",
    "Illegal character '\\n'",
    "Found invalid character '\\n'",
    "Expected '\"",
    "Expected \"'",
)
"""Kinds of faults that a missing quote leads to."""

_ABOUT_VALUE = ("Invalid value", "Expected newline or end", "Invalid date", "Expected '=' after a key")
"""Kinds of faults that a value without quotes, or a number with separators, leads to."""

_KEY_START = re.compile(r"[ \t]*([^\s=#\[\]{}\"']+)")


def is_behind_key(error: tomli.TOMLDecodeError) -> bool:
    """Tell whether a fault at the beginning of a key is about something above it that was not closed."""
    return not error.msg.startswith(_ABOUT_KEY)


def describe_syntax_error(error: tomli.TOMLDecodeError, path: str, model: type[BaseModel]) -> Finding:
    """Report a fault of syntax at its place, with the key and the value that stand there."""
    if hidden := find_hidden_character(error.doc, error.pos, path):
        return hidden
    if error.msg.startswith(_TWICE):
        return _describe_duplicate(error, path, model)
    statement = find_statement(error.doc, error.pos, behind_key=is_behind_key(error))
    problem = Problem(model, "", statement.steps, statement.value, {}) if statement else None
    message, suggestion = _word_error(error, model, statement, problem)
    return faults.TOML_SYNTAX.at(
        path,
        message,
        key=problem.key if problem else "",
        suggestion=suggestion,
        line=error.lineno,
        column=error.colno,
    )


def _word_error(
    error: tomli.TOMLDecodeError, model: type[BaseModel], statement: Statement | None, problem: Problem | None
) -> Words:
    seen = error.doc[error.pos : error.pos + 1]
    if seen in ("\u3000", "\u00a0"):
        return "这里有一个全角空格，应当用半角空格。", "删去它，改用半角空格。"
    if seen == "\r":
        return "这里换行的写法是旧式的，读不了。", "用记事本打开，另存为 UTF-8 编码的文本文件。"
    if statement and problem and (words := _word_statement(error, statement, problem)):
        return words
    if sign := _FULL_WIDTH.get(seen):
        return f"这里是全角的“{seen}”，应当用半角的 {sign}", f"把“{seen}”改成 {sign}"
    return _word_key(error, model, problem) or _word_unclosed(error) or _word_kind(error.msg)


def _word_statement(error: tomli.TOMLDecodeError, statement: Statement, problem: Problem) -> Words | None:
    """Word a fault between a key and the end of its value; None where it lies elsewhere."""
    kind, value = error.msg, statement.value
    if statement.sign != "=":
        message = f"{problem.name}的后面应当是半角的等号 =，现在是“{statement.sign}”。"
        return message, suggest_pair(problem)
    if value.startswith(("{", "[")) or not kind.startswith((*_ABOUT_VALUE, *_ABOUT_QUOTES)):
        return None
    if not value:
        return f"{problem.name}的等号后面没有内容。", f"补上内容；原表上空着，就删去 {problem.last} 这一项。"
    if value.startswith(('"', "'")):
        message = _AFTER_QUOTE if kind.startswith(_ABOUT_VALUE) else _word_kind(kind)[0]
        return message, suggest_pair(problem)
    return f"{problem.name}应当是{tell_expected(problem)}，现在是 {shorten(value)}。", suggest_pair(problem)


def _word_key(error: tomli.TOMLDecodeError, model: type[BaseModel], problem: Problem | None) -> Words | None:
    """Word a key that is no bare key, most often a Chinese name such as `分值 = 5`."""
    match = _KEY_START.match(error.doc, error.pos)
    if match is None or match[1].isascii() or not error.msg.startswith(_ABOUT_KEY):
        return None
    tables = [problem.table] if problem else []
    tables += [Indicator, FundsSource, Form] if model is Form else [model]
    known = next((guess for table in tables if (guess := guess_key(match[1], table))), None)
    suggestion = (
        f"把“{shorten(match[1])}”改成 {known}" if known else f"这里可以写的键：{list_keys(tables[0])}。"
    )
    return f"键名要用英文，现在是“{shorten(match[1])}”。", suggestion


def _word_unclosed(error: tomli.TOMLDecodeError) -> Words | None:
    """Word a header that was met while a list or a brace above it was still open."""
    if not is_header(error.doc, error.pos) or error.msg.startswith("Expected ']"):
        return None
    return "读到这里，前面的列表或花括号还没有收尾。", "在前面该收尾的地方补上 ] 或 }。"


def _word_kind(message: str) -> Words:
    return next(((text, advice) for start, text, advice in _KINDS if message.startswith(start)), _OTHER)


def _describe_duplicate(error: tomli.TOMLDecodeError, path: str, model: type[BaseModel]) -> Finding:
    """Report what is said twice, at the place where the second one begins."""
    start, end = find_opening(error.doc, error.pos)
    statement = find_statement(error.doc, min(end, error.pos), behind_key=True)
    steps = statement.steps if statement else find_table(error.doc, end)
    line, column = count_place(error.doc, statement.at if statement else start)
    problem = Problem(model, "", steps, None, {})
    if statement:
        message = f"{problem.name}在这张表里已经写过一次，这里又写成 {shorten(statement.value)}。"
    else:
        message = f"[{problem.header}] 已经写过一次，这里又写了一次。"
    suggestion = _suggest_once(problem, is_table=statement is None)
    return faults.DUPLICATE_KEY.at(
        path, message, key=problem.key, suggestion=suggestion, line=line, column=column
    )


def _suggest_once(problem: Problem, *, is_table: bool) -> str:
    if is_table and get_origin(problem.expected) is tuple:
        return f"要写多项，请每项都用两层方括号：[[{problem.header}]]"
    return "删去多余的一处，或者把两处并成一处。"
