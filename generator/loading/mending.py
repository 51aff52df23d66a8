"""What to write instead of a value of the wrong type, guessed from the value that was seen."""

import re
import unicodedata

from generator.loading.problem import Problem
from generator.loading.shown import write_value

_YES = ("是", "yes", "y", "true", "1", "★", "√", "有")
_NO = ("否", "no", "n", "false", "0", "", "无", "×")
_NOTHING = ("", "/", "-", "—", "——", "无", "……", "…")
_NUMBER = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)(?:分|元|万元)?")


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
    seen = unicodedata.normalize("NFKC", problem.value[:100]).replace(",", "").replace(" ", "")
    if seen in _NOTHING or problem.value.strip() in _NOTHING:
        return "原表上这一格空着，就删去这一行。"
    if match := _NUMBER.fullmatch(seen):
        return f"去掉引号，写成 {problem.last} = {_trim_zeros(match[1])}"
    return f"只写数字，不加引号、千位逗号和单位，如 {problem.last} = 10"


def _trim_zeros(number: str) -> str:
    """Drop leading zeros, which TOML does not allow."""
    return re.sub(r"^([+-]?)0+(?=[0-9])", r"\1", number)


def suggest_boolean(problem: Problem) -> str:
    """Suggest true or false for the words and figures that stand for them."""
    seen = str(problem.value).strip().lower()[:10] if isinstance(problem.value, str | int) else "?"
    if seen in _YES:
        return f"写成 {problem.last} = true"
    return (
        f"写成 {problem.last} = false，或者删去这一行"
        if seen in _NO
        else f"写成 {problem.last} = true 或 {problem.last} = false"
    )


def suggest_table(problem: Problem) -> str:
    """Suggest the header that a table or a list of tables needs."""
    if isinstance(problem.value, list):
        return f"用一层方括号，写成 [{problem.header}]"
    if isinstance(problem.value, dict):
        return f"用两层方括号，写成 [[{problem.header}]]，每项一段"
    return f"写成 [{problem.header}]，另起一行写表里的内容"
