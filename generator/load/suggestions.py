"""What to write instead of a value of the wrong type, guessed from the value that was seen."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum

from pydantic import BaseModel

from generator.load.keys import find_field
from generator.load.problem import Problem
from generator.load.quoting import LONGEST, shorten, write_value
from generator.model.form import MoneyUnit

_YES = ("是", "yes", "y", "true", "1", "★", "√", "有")
_NO = ("否", "no", "n", "false", "0", "", "无", "×")
_NOTHING = ("", "/", "-", "—", "——", "无", "……", "…")
_NUMBER = re.compile(r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(分|元|万元)?")
_DATE = re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?(?:[T ].*)?")
_OTHER_UNITS = {
    "千元": 1_000,
    "百万元": 1_000_000,
    "千万元": 10_000_000,
    "亿元": 100_000_000,
    "百元": 100,
    "亿": 100_000_000,
}
"""Units of money that a form may print and the format does not have, in 元."""
_QUOTES = ('"""', "'''", *"\"'“”‘’＂")

TEXT = "加引号的文字"
NUMBER = "不加引号的数字"
BOOLEAN = "“true”（是）或“false”（否）"
DATE = "不加引号的日期，如 2024-03-31"
TABLE = "一张表"
LIST = "一个列表"
"""What a value is to be, in words."""


def tell_expected(problem: Problem) -> str:
    """Say what is to be written at a place."""
    if problem.holds_list:
        return LIST
    if problem.holds_table:
        return TABLE
    return {Decimal: NUMBER, bool: BOOLEAN, date: DATE}.get(problem.expected, TEXT)


def suggest_pair(problem: Problem) -> str:
    """Suggest a key with its value anew, where the value is the text behind the sign as it stands in the file."""
    bare = replace(problem, value=_take_off_quotes(problem.value))
    kind = problem.expected
    if problem.holds_list or problem.holds_table:
        return suggest_table(bare)
    if kind in (Decimal, bool, date):
        return {Decimal: suggest_number, bool: suggest_boolean, date: suggest_date}[kind](bare)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return suggest_choice(bare)
    text = bare.value.replace("\\", "\\\\").replace('"', '\\"')
    return f'写成 {problem.last} = "{shorten(text)}"'


def _take_off_quotes(written: str) -> str:
    """Take one mark of quotation off either end, if there is one."""
    opening = next((mark for mark in _QUOTES if written.startswith(mark)), "")
    rest = written.removeprefix(opening)
    closing = next((mark for mark in _QUOTES if rest.endswith(mark)), "")
    return rest.removesuffix(closing)


def suggest_text(problem: Problem) -> str:
    """Suggest quotes: `target = 2021-12-31` becomes `target = "2021-12-31"`."""
    plain = write_value(problem.value)
    if plain is not None:
        return f'加上引号，写成 {problem.last} = "{plain}"'
    return f'写成一段加引号的文字，如 {problem.last} = "……"'


def suggest_number(problem: Problem) -> str:
    """Suggest the number within a text: `"650,000"` becomes `650000`."""
    if not isinstance(problem.value, str):
        return f"照原表填写数字，如 {problem.last} = 10"
    seen = unicodedata.normalize("NFKC", problem.value[: LONGEST + 1]).replace(" ", "")
    if seen in _NOTHING or problem.value.strip() in _NOTHING:
        return f"原表上这一格空着，就删去 {problem.last} 这一项。"
    if len(problem.value) <= LONGEST and (match := _NUMBER.fullmatch(seen)):
        unit = '，并且在 [funds] 下写 unit = "万元"' if match[2] == "万元" else ""
        return f"写成 {problem.last} = {_trim_number(match[1])}{unit}"
    return f"只写数字，不加引号、千位逗号和单位，如 {problem.last} = 10"


def _trim_number(number: str) -> str:
    """Drop separators and leading zeros, which TOML does not allow."""
    return re.sub(r"^([+-]?)0+(?=[0-9])", r"\1", number.replace(",", ""))


def suggest_boolean(problem: Problem) -> str:
    """Suggest true or false for the words and figures that stand for them."""
    seen = problem.value if isinstance(problem.value, str) else write_value(problem.value) or "?"
    word = seen[:LONGEST].strip().lower()
    if word in _YES:
        return f"写成 {problem.last} = true"
    if word in _NO:
        return f"写成 {problem.last} = false，或者删去这一项"
    return f"写成 {problem.last} = true 或 {problem.last} = false"


def suggest_date(problem: Problem) -> str:
    """Suggest the day within a text or a point in time: `"2024年3月31日"` becomes `2024-03-31`."""
    seen = problem.value if isinstance(problem.value, str) else write_value(problem.value) or ""
    match = _DATE.fullmatch(seen[:LONGEST].strip())
    day = f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" if match else "2024-03-31"
    if not _is_day(day):
        return f"日历上没有 {day} 这一天，照原件改正，如 {problem.last} = 2024-03-31"
    return f"写成 {problem.last} = {day}"


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def suggest_choice(problem: Problem) -> str:
    """Suggest the choice that is meant; descriptions pair choices with Chinese words (`published 已公开 · …`)."""
    choices = [member.value for member in problem.expected]
    seen = problem.value[:LONGEST].strip() if isinstance(problem.value, str) else ""
    if problem.expected is MoneyUnit and seen in _OTHER_UNITS:
        return _suggest_conversion(problem, _OTHER_UNITS[seen])
    pairs = (pair.partition(" ") for pair in problem.hint.split(" · "))
    named = [choice for choice, _, word in pairs if word == seen and choice in choices]
    close = named or get_close_matches(seen.lower(), choices, n=1)
    return f'{"写成" if close else "从中选一个，如"} {problem.last} = "{(close or choices)[0]}"'


def _suggest_conversion(problem: Problem, yuan: int) -> str:
    """Say how the amounts are to be converted: another unit beside the same numbers would make them wrong."""
    wan = MoneyUnit.WAN_YUAN.yuan
    to_wan = f"乘以 {yuan / wan:f}" if yuan >= wan else f"除以 {wan / yuan:f}"
    return (
        f'先换算金额：各处金额{to_wan}，写成 {problem.last} = "{MoneyUnit.WAN_YUAN}"；'
        f'或者各处金额乘以 {yuan}，写成 {problem.last} = "{MoneyUnit.YUAN}"'
    )


def suggest_table(problem: Problem) -> str:
    """Suggest how the table, the row or the list is written that is expected."""
    row = find_field(problem.model, (*problem.steps, 0))[0] if problem.holds_list else problem.expected
    if problem.holds_list and not issubclass(row, BaseModel):
        return f'写成 {problem.last} = ["……", "……"]'
    if problem.holds_list or isinstance(problem.steps[-1], int):
        return f"用两层方括号，写成 [[{problem.header}]]，每项一段"
    return f"用一层方括号，写成 [{problem.header}]，另起一行写表里的内容"
