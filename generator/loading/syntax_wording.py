"""The parser's complaints about syntax in Chinese, by kind, with what to write instead."""

import re

import tomli

from generator.loading import faults
from generator.loading.keys import guess_key, is_number_key
from generator.loading.shown import shorten
from generator.model.finding import Finding
from generator.model.form import Form, Indicator

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
    ("Expected '=' after a key", "键名的后面缺少等号。", "写成“键 = 值”，用半角的等号。"),
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

_ASSIGNMENT = re.compile(r"""\s*([\w."'-]+)[ \t]*=[ \t]*(.*?)[ \t]*$""")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")
_KEY_START = re.compile(r"[ \t]*([^\s=#\[\]{}\"']+)")


def describe_syntax_error(error: tomli.TOMLDecodeError, path: str) -> Finding:
    """Report a fault of syntax at its place."""
    if error.msg.startswith(_TWICE):
        return _describe_duplicate(error, path)
    line = _line_of(error)
    message, suggestion = _word_kind(error.msg)
    seen = error.doc[error.pos : error.pos + 1]
    if sign := _FULL_WIDTH.get(seen):
        message, suggestion = f"这里是全角的“{seen}”，应当用半角的 {sign}", f"把“{seen}”改成 {sign}"
    elif seen in ("\u3000", "\u00a0"):
        message, suggestion = "这里有一个全角空格，应当用半角空格。", "删去它，改用半角空格。"
    elif error.msg.startswith(("Invalid value", "Expected newline", "Invalid date", "Expected '=' after")):
        suggestion = _suggest_value(line) or suggestion
    elif error.msg.startswith(("Invalid statement", "Invalid initial character")):
        message, suggestion = _word_key(error) or (message, suggestion)
    return faults.TOML_SYNTAX.at(path, message, suggestion=suggestion, line=error.lineno, column=error.colno)


def _word_kind(message: str) -> tuple[str, str]:
    return next(((text, advice) for start, text, advice in _KINDS if message.startswith(start)), _OTHER)


def _line_of(error: tomli.TOMLDecodeError) -> str:
    return error.doc.split("\n")[error.lineno - 1]


def _suggest_value(line: str) -> str | None:
    """Suggest the line anew for a value without quotes (`target = ≥83个`) or with separators (`650,000`)."""
    match = _ASSIGNMENT.fullmatch(line)
    if match is None or match[2][:1] in ("", '"', "'", "[", "{"):
        return _suggest_no_separators(line)
    key, value = match[1], match[2]
    if is_number_key(key.rpartition(".")[2]):
        number = _NUMBER.match(value)
        return f"写成 {key} = {number.group().replace(',', '')}" if number else None
    quoted = value.rstrip("”’\"'").replace("\\", "\\\\").replace('"', '\\"')
    return f'写成 {key} = "{shorten(quoted)}"'


def _suggest_no_separators(line: str) -> str | None:
    number = re.search(r"=\s*([0-9]{1,3}(?:,[0-9]{3})+)(?![0-9])", line)
    return f"数字里不写千位逗号：写成 {number[1].replace(',', '')}" if number else None


def _word_key(error: tomli.TOMLDecodeError) -> tuple[str, str] | None:
    """Word a line whose key is no bare key, most often a Chinese name such as `分值 = 5`."""
    match = _KEY_START.match(error.doc, error.pos)
    if match is None or match[1].isascii():
        return None
    known = guess_key(match[1], Indicator) or guess_key(match[1], Form)
    suggestion = f"把“{shorten(match[1])}”改成 {known}" if known else "把键名改成对应的英文键名。"
    return f"键名要用英文，这里是“{shorten(match[1])}”。", suggestion


def _describe_duplicate(error: tomli.TOMLDecodeError, path: str) -> Finding:
    """Report what is said twice, at the line where the second one begins."""
    lines = error.doc[: error.pos].split("\n")
    number = next(
        (n for n in range(len(lines), 0, -1) if _ASSIGNMENT.match(lines[n - 1]) or "[" in lines[n - 1]), 1
    )
    line = lines[number - 1]
    match = _ASSIGNMENT.match(line)
    name = match[1] if match else line.strip(" \t[]")
    column = len(line) - len(line.lstrip()) + 1
    return faults.DUPLICATE_KEY.at(
        path,
        f"“{shorten(name)}”在这张表里已经写过一次，这里又写了一次。",
        suggestion=_suggest_once(line),
        line=number,
        column=column,
    )


def _suggest_once(line: str) -> str:
    header = re.fullmatch(r"\s*\[\s*(\w+)\s*\].*", line)
    if header and header[1] in ("indicators", "goals", "reviews"):
        return f"要写多行，请每行都用两层方括号：[[{header[1]}]]"
    return "删去多余的一处，或者把两处并成一处。"
