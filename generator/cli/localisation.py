"""Other people's words in Chinese: Typer's help pages and complaints.

Typer has no catalogue to translate from, so its finished texts are rewritten. A complaint that is not known
here becomes a general one, so that no English reaches the reader.
"""

import re
from collections.abc import Callable
from typing import Any

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

_HELP = (
    (r"^Usage: ", "用法："),
    (r"^Arguments:$", "参数："),
    (r"^Options:$", "选项："),
    (r"^Commands:$", "命令："),
    (r"COMMAND \[ARGS\]\.\.\.$", "命令 [参数]..."),
    (r"\[OPTIONS\]", "[选项]"),
    (r" <list\[\w+\]>", "..."),
    (r" <str>", ""),
    (r"(?<= )\{(\S+)\}", r"\1"),
    (r"  \[required\]", "  [必填]"),
    (r"\[default: ", "[默认 "),
    (r"Show this message and exit\.", "显示这份说明。"),
)
"""What Typer writes on help pages, as patterns, and what stands there instead."""

_SIDES = {"greater": "小于", "less": "大于"}

_COMPLAINTS: tuple[tuple[str, Callable[..., str]], ...] = (
    (
        r"No such option: (--content)(?: .*)?",
        lambda option: f"选项 {option} 要写在命令的前面，如 jixiao {option} DIR check",
    ),
    (
        r"No such option: (\S+)(?: \(Possible options: (.+)\))?",
        lambda option, close: f"没有选项 {option}{_guess(close)}",
    ),
    (
        r"No such command '(.+?)'\.?(?: Did you mean (.+)\?)?",
        lambda verb, close: f"没有命令 {verb}{_guess(close)}",
    ),
    (r"Option '(.+)' requires an argument\.", lambda option: f"选项 {option} 后面缺少内容"),
    (r"Option '(.+)' does not take a value\.", lambda option: f"选项 {option} 后面不带内容"),
    (r"Missing (?:argument|option) '(.+?)'\.(?:\s.*)?", lambda name: f"还要写上 {name}"),
    (r"Got unexpected extra argument\(s\) \((.+)\)", lambda extra: f"多写了 {extra}"),
    (
        r"Invalid value for '(.+?)': (?:Value error, )?'(.*)' is not one of (.+)\.",
        lambda option, value, known: f"选项 {option} 不能写 {value or '空的内容'}，只能写 {_join(known)}",
    ),
    (
        r"Invalid value for '(.+?)': Input should be a valid integer.*",
        lambda option: f"选项 {option} 要写一个整数",
    ),
    (
        r"Invalid value for '(.+?)': Input should be (greater|less) than or equal to (\S+)",
        lambda option, side, bound: f"选项 {option} 不能{_SIDES[side]} {bound}",
    ),
    (
        r"Invalid value for '(.+?)': dir '(.+)' is a file\.",
        lambda option, path: f"选项 {option} 要写一个文件夹，{path} 是文件",
    ),
    (
        r"Invalid value for '(.+?)': file '(.+)' is a directory\.",
        lambda option, path: f"选项 {option} 要写一个文件，{path} 是文件夹",
    ),
)
"""What Typer complains of, as patterns, and how that is said in Chinese."""


class ChineseCommand(TyperCommand):
    """A verb whose help page is in Chinese."""

    def get_help(self, ctx: Any) -> str:
        """Format the help page."""
        return localise_help(super().get_help(ctx))


class ChineseGroup(TyperGroup):
    """A command with verbs whose help page is in Chinese."""

    def get_help(self, ctx: Any) -> str:
        """Format the help page."""
        return localise_help(super().get_help(ctx))


def localise_help(text: str) -> str:
    """Put Chinese in the place of Typer's own words on a help page."""
    for pattern, chinese in _HELP:
        text = re.sub(pattern, chinese, text, flags=re.MULTILINE)
    return text


def explain_misuse(error: TyperException) -> str:
    """Say in one Chinese sentence what was wrong with the way the command was written."""
    complaint = error.format_message()
    for pattern, explain in _COMPLAINTS:
        if match := re.fullmatch(pattern, complaint, flags=re.DOTALL):
            return f"{explain(*match.groups())}；加上 --help 可以看用法。"
    return "命令的写法不对；加上 --help 可以看用法。"


def _guess(close: str | None) -> str:
    return f"（是不是 {_join(close)}？）" if close else ""


def _join(listed: str) -> str:
    return " 或 ".join(one.strip("'") for one in listed.split(", "))
