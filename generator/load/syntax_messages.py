"""The parser's complaints about syntax in Chinese, by kind, with what to write instead."""

import re
from typing import get_origin

from pydantic import BaseModel

from generator.load import faults
from generator.load.characters import find_hidden_character
from generator.load.keys import guess_key, list_keys
from generator.load.lines import count_place
from generator.load.problem import Problem
from generator.load.quoting import shorten
from generator.load.suggestions import suggest_pair, tell_expected
from generator.load.syntax_fault import ABOUT_KEY, ABOUT_QUOTES, ABOUT_VALUE, TWICE, SyntaxFault
from generator.load.toml_lines import begins_pair, find_opening, find_statement, find_table, is_header
from generator.model.finding import Finding
from generator.model.form import Form, FundsSource, Indicator

Words = tuple[str, str]
"""The message and the suggestion."""

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
    ("Unterminated string", "文字的引号只有前一半，没有收尾。", "在文字末尾补上同样的引号。"),
    ("Expected \"'", "文字的引号只有前一半，没有收尾。", "在文字末尾补上同样的引号。"),
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
_LINES_BROKEN = "文字在引号里面换了行，一对引号里的文字要写在一行里。"
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

_KEY_START = re.compile(r"[ \t]*([^\s=#\[\]{}\"']+)")


def describe_syntax_fault(fault: SyntaxFault, path: str, model: type[BaseModel]) -> Finding:
    """Report a fault of syntax at its place, with the key and the value that stand there."""
    if hidden := find_hidden_character(fault.text, fault.at, path):
        return hidden
    if fault.is_(*TWICE):
        return _describe_duplicate(fault, path, model)
    statement = fault.statement
    problem = Problem(model, "", statement.steps, statement.value, {}) if statement else None
    words = _word_character(fault) or (problem and _word_value(fault, problem)) or _word_sign(fault)
    message, suggestion = (
        words or _word_key(fault, model, problem) or _word_unclosed(fault) or _word_kind(fault)
    )
    line, column = count_place(fault.text, fault.at)
    key = problem.key if problem else ""
    return faults.TOML_SYNTAX.at(path, message, key=key, suggestion=suggestion, line=line, column=column)


def _word_character(fault: SyntaxFault) -> Words | None:
    """Word a character between the words of a file that looks like nothing."""
    if fault.seen in ("\u3000", "\u00a0"):
        return "这里有一个全角空格，应当用半角空格。", "删去它，改用半角空格。"
    if fault.seen == "\r":
        return "这里换行的写法是旧式的，读不了。", "用记事本打开，另存为 UTF-8 编码的文本文件。"
    return None


def _word_value(fault: SyntaxFault, problem: Problem) -> Words | None:
    """Word a fault between a key and the end of its value; None where it lies elsewhere."""
    value = problem.value
    if fault.statement and fault.statement.sign != "=":
        message = f"{problem.name}的后面应当是半角的等号 =，现在是“{fault.statement.sign}”。"
        return message, suggest_pair(problem)
    if value.startswith(("{", "[")) or not fault.is_(*ABOUT_VALUE, *ABOUT_QUOTES):
        return None
    if not value:
        return f"{problem.name}的等号后面没有内容。", f"补上内容；原表上空着，就删去 {problem.last} 这一项。"
    if fault.breaks_lines:
        return _LINES_BROKEN, _suggest_one_line(problem)
    if value.startswith(('"', "'")):
        return _AFTER_QUOTE if fault.is_(*ABOUT_VALUE) else _word_kind(fault)[0], suggest_pair(problem)
    return f"{problem.name}应当是{tell_expected(problem)}，现在是 {shorten(value)}。", suggest_pair(problem)


def _suggest_one_line(problem: Problem) -> str:
    return f'并成一行；要保留换行的，前后各用三个双引号，写成 {problem.last} = """……"""'


def _word_sign(fault: SyntaxFault) -> Words | None:
    """Word a full-width sign that was typed for one of TOML's."""
    if sign := _FULL_WIDTH.get(fault.seen):
        return f"这里是全角的“{fault.seen}”，应当用半角的“{sign}”。", f"把“{fault.seen}”改成“{sign}”。"
    return None


def _word_key(fault: SyntaxFault, model: type[BaseModel], problem: Problem | None) -> Words | None:
    """Word a key that is no bare key, most often a Chinese name such as `分值 = 5`; prose is no key."""
    match = _KEY_START.match(fault.text, fault.at)
    if match is None or match[1].isascii() or not fault.is_(*ABOUT_KEY) or not problem:
        return None
    tables = [problem.table, *((Indicator, FundsSource, Form) if model is Form else ())]
    known = next((guess for table in tables if (guess := guess_key(match[1], table))), None)
    name = shorten(match[1])
    suggestion = f"把“{name}”改成 {known}" if known else f"这里可以写的键：{list_keys(problem.table)}。"
    return f"键名要用英文，现在是“{name}”。", suggestion


def _word_unclosed(fault: SyntaxFault) -> Words | None:
    """Word a header or a key that was met while a list or a brace above it was still open."""
    is_header_met = is_header(fault.text, fault.at) and not fault.is_("Expected ']")
    if not is_header_met and not (fault.is_("Invalid value") and begins_pair(fault.text, fault.at)):
        return None
    return "读到这里，前面的列表或花括号还没有收尾。", "在前面该收尾的地方补上 ] 或 }。"


def _word_kind(fault: SyntaxFault) -> Words:
    return next(((message, advice) for kind, message, advice in _KINDS if fault.is_(kind)), _OTHER)


def _describe_duplicate(fault: SyntaxFault, path: str, model: type[BaseModel]) -> Finding:
    """Report what is said twice, at the place where the second one begins."""
    start, end = find_opening(fault.text, fault.at)
    statement = find_statement(fault.text, min(end, fault.at), behind_key=True)
    steps = statement.steps if statement else find_table(fault.text, end)
    line, column = count_place(fault.text, statement.at if statement else start)
    problem = Problem(model, "", steps, None, {})
    if statement:
        value = "" if statement.value.startswith(("{", "[")) else f"，值是 {shorten(statement.value)}"
        message = f"{problem.name}在这张表里已经写过一次，这里又写了一次{value}。"
    else:
        message = f"[{problem.header}] 已经写过一次，这里又写了一次。"
    suggestion = _suggest_once(problem, is_table=statement is None)
    return faults.DUPLICATE_KEY.at(
        path, message, key=problem.key, suggestion=suggestion, line=line, column=column
    )


def _suggest_once(problem: Problem, *, is_table: bool) -> str:
    if is_table and isinstance(problem.steps[-1], int):  # a header of one bracket, and then one of two
        return f"要写多项，请每项都用两层方括号：[[{problem.header}]]"
    if is_table and get_origin(problem.expected) is tuple:
        return f"要写多项，请每项都用两层方括号：[[{problem.header}]]"
    return "删去多余的一处，或者把两处并成一处。"
