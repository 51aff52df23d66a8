"""Faults of structure in Chinese: what was seen, what was expected, what to write instead.

pydantic names each fault by a type (`string_type`, `missing`); `WORDINGS` says which fault of ours that is
and how it reads. A type that is not listed still gets a Chinese sentence, never the library's own.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_origin

from generator.load import faults, suggestions
from generator.load.fault import Fault
from generator.load.keys import find_homes, guess_key, is_told_by_place, list_fields, list_keys
from generator.load.problem import Problem
from generator.load.quoting import shorten, show_seen, show_value, write_value
from generator.model.finding import Finding
from generator.model.form import Form

Wording = tuple[Fault, str, str]
"""The fault, the message and the suggestion."""

_HUGE = Decimal(10_000)
"""Bounds from here on only keep nonsense out; smaller ones mean something."""

_LARGEST = Decimal("1e15")
"""Numbers from here on are nonsense, however many decimals they have."""


def describe_problem(problem: Problem, path: str) -> Finding:
    """Report one fault of structure."""
    fault, message, suggestion = WORDINGS.get(problem.reason, _word_other)(problem)
    return fault.at(path, message, key=problem.key, suggestion=suggestion)


def _word_other(problem: Problem) -> Wording:
    return faults.WRONG_TYPE, f"{problem.name}的值不合要求：{show_value(problem.value)}。", problem.hint


def _word_text(problem: Problem) -> Wording:
    return _word_type(problem, suggestions.TEXT, suggestions.suggest_text(problem))


def _word_number(problem: Problem) -> Wording:
    return _word_type(problem, suggestions.NUMBER, suggestions.suggest_number(problem))


def _word_integer(problem: Problem) -> Wording:
    return _word_type(problem, "不加引号的整数", f"写成 {problem.last} = 1 这样的整数（{problem.hint}）")


def _word_boolean(problem: Problem) -> Wording:
    return _word_type(problem, suggestions.BOOLEAN, suggestions.suggest_boolean(problem))


def _word_date(problem: Problem) -> Wording:
    return _word_type(problem, suggestions.DATE, suggestions.suggest_date(problem))


def _word_table(problem: Problem) -> Wording:
    return _word_type(problem, suggestions.TABLE, suggestions.suggest_table(problem))


def _word_list(problem: Problem) -> Wording:
    return _word_type(problem, suggestions.LIST, suggestions.suggest_table(problem))


def _word_type(problem: Problem, expected: str, suggestion: str) -> Wording:
    message = f"{problem.name}应当是{expected}，现在是{show_seen(problem.value)}。"
    return faults.WRONG_TYPE, message, suggestion


def _word_missing(problem: Problem) -> Wording:
    hint = f"（{problem.hint}）" if problem.hint else ""
    return (
        faults.MISSING_KEY,
        f"缺少 {problem.name.rstrip()}，这一项必须填写。",
        f"补上 {_show_example(problem)}{hint}",
    )


def _show_example(problem: Problem) -> str:
    expected = problem.expected
    if expected is Decimal:
        return f"{problem.last} = 10"
    if isinstance(expected, type) and issubclass(expected, StrEnum):
        return f'{problem.last} = "{next(iter(expected)).value}"'
    if expected is str:
        return f'{problem.last} = "……"'
    return (
        f"[[{problem.header}]] 和它的内容"
        if get_origin(expected) is tuple
        else f"[{problem.header}] 和它的内容"
    )


def _word_unknown(problem: Problem) -> Wording:
    key = str(problem.steps[-1])
    where = (
        f"[{Problem(problem.model, '', problem.steps[:-1], None, {}).header}] 里"
        if len(problem.steps) > 1
        else "这里"
    )
    return faults.UNKNOWN_KEY, f"{where}没有“{shorten(key)}”这个键。", _suggest_key(problem, key)


def _suggest_key(problem: Problem, key: str) -> str:
    if problem.model is Form and len(problem.steps) == 1 and is_told_by_place(key):
        return "删去这一行：年度、单位和代号由文件所在的文件夹和文件名决定，不在文件里重复。"
    known = guess_key(key, problem.table)
    if known and isinstance(problem.value, list | dict):
        meant = Problem(problem.model, "", (*problem.steps[:-1], known), problem.value, {})
        if meant.holds_list or isinstance(
            meant.expected, type
        ):  # `[[funds.source]]` is no `source` of the whole form
            return f"是不是 {_show_header(meant)}？"
    homes = find_homes(key) if problem.model is Form else []
    if homes and known != key:
        where = "、".join(f"{home} 之下" if home else "文件开头（第一个方括号之前）" for home in homes)
        return f"{key} 要写在{' ' if homes[0] else ''}{where}。"
    if known:
        title = list_fields(problem.table)[known].title
        return f"是不是 {known}{f'（{title}）' if title else ''}？"
    return f"这里可以写的键：{list_keys(problem.table)}。"


def _show_header(problem: Problem) -> str:
    """Write the header that opens a table or a row of a list, with its title."""
    title = problem.name.removeprefix(problem.last).strip()
    return f"[[{problem.header}]]{title}" if problem.holds_list else f"[{problem.header}]{title}"


def _word_choice(problem: Problem) -> Wording:
    choices = [member.value for member in problem.expected]
    message = f"{problem.name}只能是 {'、'.join(choices)} 之一，现在是{show_seen(problem.value)}。"
    return faults.UNKNOWN_CHOICE, message, suggestions.suggest_choice(problem)


def _word_empty(problem: Problem) -> Wording:
    return faults.EMPTY_VALUE, f"{problem.name}是空的，这一项必须填写。", f'写成 {problem.last} = "……"'


def _word_address(says: str, advice: str) -> Callable[[Problem], Wording]:
    """Word what keeps a text from being an address."""

    def word(problem: Problem) -> Wording:
        message = f"{problem.name}应当是完整的网址，现在是{show_seen(problem.value)}{says}。"
        return faults.NOT_AN_ADDRESS, message, f'{advice}；没有网址，就写 {problem.last} = ""'

    return word


def _word_login(problem: Problem) -> Wording:
    """Word an address with a password in it, which is not repeated."""
    message = f"{problem.name}的网址里、@ 的前面带有用户名或密码，会随网站公开。"
    return faults.LOGIN_IN_ADDRESS, message, "删去 @ 和它前面的用户名、密码；写过的密码或令牌要马上作废。"


def _word_empty_list(problem: Problem) -> Wording:
    return (
        faults.EMPTY_VALUE,
        f"{problem.name}是空的，至少要有一项。",
        f"补上 [[{problem.header}]] 和它的内容。",
    )


def _word_long(problem: Problem) -> Wording:
    most = problem.bounds.get("max_length", 0)
    message = f"{problem.name}有 {len(problem.value)} 个字，最多 {most} 个字。"
    return faults.TEXT_TOO_LONG, message, "只留要点，或者检查是不是粘贴了别处的内容。"


def _word_many(problem: Problem) -> Wording:
    most = problem.bounds.get("max_length", 0)
    message = f"{problem.name}有 {len(problem.value)} 项，最多 {most} 项。"
    return faults.TOO_MANY_ROWS, message, "一个文件只写一张表；检查是不是把同样的内容粘贴了多次。"


def _word_endless(problem: Problem) -> Wording:
    message = f"{problem.name}应当是一个确定的数字，现在是{show_seen(problem.value)}。"
    return faults.NOT_FINITE, message, f"原表上没有这个数，就删去 {problem.last} 这一项。"


def _word_decimals(problem: Problem) -> Wording:
    if write_value(problem.value) is None or abs(problem.value) >= _LARGEST:
        return _word_large(problem)
    most = problem.bounds.get("decimal_places", 6)
    message = f"{problem.name}最多写 {most} 位小数，现在是{show_seen(problem.value)}。"
    rounded = round(problem.value, most).normalize()
    return faults.TOO_MANY_DECIMALS, message, f"写成 {problem.last} = {rounded:f}"


def _word_large(problem: Problem) -> Wording:
    message = f"{problem.name}的数字太大或太长：{show_value(problem.value)}。"
    return faults.NUMBER_TOO_LARGE, message, "对照原表改正；是不是多打了几位？"


def _word_bound(phrase: str, name: str) -> Callable[[Problem], Wording]:
    """Word a bound; pydantic tells it as text such as `Decimal('1E+15')`."""

    def word(problem: Problem) -> Wording:
        bound = _read_bound(problem.bounds.get(name))
        if abs(bound) >= _HUGE or write_value(problem.value) is None:
            return _word_large(problem)
        message = f"{problem.name}应当{phrase} {bound:f}，现在是{show_seen(problem.value)}。"
        return faults.OUT_OF_RANGE, message, f"改成{phrase} {bound:f} 的数。"

    return word


def _read_bound(bound: Any) -> Decimal:
    match = re.search(r"[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?", str(bound))
    return Decimal(match.group()) if match else Decimal(0)


WORDINGS: Mapping[str, Callable[[Problem], Wording]] = {
    "missing": _word_missing,
    "extra_forbidden": _word_unknown,
    "string_type": _word_text,
    "string_pattern_mismatch": _word_empty,
    "address_beginning": _word_address("", "以 https:// 或 http:// 开头"),
    "address_sign": _word_address("，里面有空格、引号、括号一类的字符", "从浏览器的地址栏里重新复制"),
    "address_domain": _word_address("，域名或端口不对", "检查 // 后面的域名有没有写全、写错"),
    "address_root": _word_address("，不能带 ?、#、& 和连着的斜杠", "只写到网站或仓库的首页"),
    "address_login": _word_login,
    "string_too_long": _word_long,
    "not_a_number": _word_number,
    "int_type": _word_integer,
    "endless_number": _word_large,
    "finite_number": _word_endless,
    "decimal_max_places": _word_decimals,
    "greater_than": _word_bound("大于", "gt"),
    "greater_than_equal": _word_bound("不小于", "ge"),
    "less_than": _word_bound("小于", "lt"),
    "less_than_equal": _word_bound("不大于", "le"),
    "bool_type": _word_boolean,
    "bool_parsing": _word_boolean,
    "date_type": _word_date,
    "date_parsing": _word_date,
    "date_from_datetime_parsing": _word_date,
    "date_from_datetime_inexact": _word_date,
    "enum": _word_choice,
    "model_type": _word_table,
    "dict_type": _word_table,
    "tuple_type": _word_list,
    "too_short": _word_empty_list,
    "too_long": _word_many,
}
"""Every type of fault that the models can meet."""
