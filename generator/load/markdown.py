"""Hand-written pages: the comments in them are taken out, and what Markdown takes for ever over is told at its line."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.load import faults
from generator.load.comments import OpenCommentError, take_out_comments
from generator.load.lines import count_place
from generator.load.parsed import Parsed
from generator.load.quoting import show_seen
from generator.model.finding import Finding
from generator.model.web_address import LOGIN_IN_TEXT, find_fault

LONGEST_PAGE, LONGEST_BLOCK = 100_000, 10_000
"""Characters of a page, and of a paragraph, list or table in it without an empty line: times grow with its square."""

MOST_LINES, MOST_HEADINGS, MOST_CELLS = 500, 500, 20_000
"""Lines of such a block, headings of a page, and cells of all its tables."""

MOST_OPEN, MOST_MARKS = 20, 1_000
"""Brackets that are open at once in a block, and signs of emphasis, twice as many of which exhaust the stack."""

MOST_LEVELS, DEEPEST_INDENT, MOST_TICKS = 10, 80, 20
"""Lists and quotes within one another on a line, columns before its words, and backticks in a row."""

_MARKER: Final = re.compile(r"(?:>|(?:[-+*]|(?<!\d)\d++[.)])(?=[ \t]|$))")
_PREFIX: Final = re.compile(rf"(?:[ \t]*+{_MARKER.pattern})*+[ \t]*+")
_HEADING: Final = re.compile(r"[ \t>]*+(?:#|=+[ ]*$|-+[ ]*$)")
_BRACKET: Final = re.compile(r"[\[\]]")
_WEB_LINK: Final = re.compile(r"\]\((https?:[^()\s]*)")


class Block(NamedTuple):
    """Lines with no empty one among them, and the number of the first."""

    number: int
    lines: list[str]


class Tally(NamedTuple):
    """What a block has held so far: lines, signs, signs of emphasis, and brackets that are open."""

    lines: int = 0
    size: int = 0
    marks: int = 0
    depth: int = 0

    def add(self, line: str) -> "Tally":
        """Count a line in; brackets only for as long as not too many of them are open."""
        depth = self.depth
        for sign in _BRACKET.findall(line):
            depth += 1 if sign == "[" else -(depth > 0)
            if depth > MOST_OPEN:
                break
        marks = line.count("*") + line.count("_")
        return Tally(self.lines + 1, self.size + len(line), self.marks + marks, depth)


def parse_page(text: str, path: str) -> Parsed[str]:
    """Take the comments out of a page, and report at its line whatever is wrong with the rest."""
    if len(text) > LONGEST_PAGE:
        says = f"这一页有 {len(text)} 个字，最多 {LONGEST_PAGE} 个字"
        return Parsed(None, (_report(path, 1, says, "分成几页来写。"),))
    try:
        rest = take_out_comments(text)
    except OpenCommentError as error:
        return Parsed(None, (_report_comment(path, text, error.at),))
    return Parsed(rest, (*_find_excesses(rest, path), *_find_addresses(rest, path)))


def _find_excesses(text: str, path: str) -> Iterator[Finding]:
    """Report what Markdown would take for ever over."""
    headings = cells = 0
    for block in _list_blocks(text):
        yield from _check_block(block, path)
        headings += sum(_HEADING.match(line) is not None for line in block.lines)
        cells += len(block.lines) * max(line.count("|") for line in block.lines)
        if headings > MOST_HEADINGS:
            yield _report(path, block.number, f"到这里，标题已经超过 {MOST_HEADINGS} 个", "分成几页来写。")
            return
        if cells > MOST_CELLS:
            yield _report(path, block.number, f"到这里，表格已经超过 {MOST_CELLS} 格", "表格大的，另作附件。")
            return


def _find_addresses(text: str, path: str) -> Iterator[Finding]:
    """Report links whose address is none, which the page shows as they are written; and passwords in addresses."""
    for number, line in enumerate(text.split("\n"), start=1):
        if match := LOGIN_IN_TEXT.search(line):
            yield _report_login(path, number, match.start())
        for match in _WEB_LINK.finditer(line):
            fault = find_fault(match[1])
            if fault == "address_login" and not LOGIN_IN_TEXT.match(match[1]):
                yield _report_login(path, number, match.start(1))
            elif fault and fault != "address_login":
                yield _report_address(path, number, match)


def _report_login(path: str, line: int, at: int) -> Finding:
    message = "这里的网址带有用户名或密码（@ 的前面），会随网站公开。"
    advice = "删去 @ 和它前面的用户名、密码；写过的密码或令牌要马上作废。"
    return faults.LOGIN_IN_ADDRESS.at(path, message, suggestion=advice, line=line, column=at + 1)


def _report_address(path: str, line: int, link: re.Match[str]) -> Finding:
    message = f"链接里的网址不完整，或者有不能用的字符：{show_seen(link[1]).strip()}。"
    advice = "打开要链接的网页，从浏览器的地址栏里重新复制。"
    return faults.NOT_AN_ADDRESS.at(path, message, suggestion=advice, line=line, column=link.start(1) + 1)


def _list_blocks(text: str) -> Iterator[Block]:
    lines: list[str] = []
    number = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip(" \t\r"):
            lines.append(line)
        elif lines:
            yield Block(number - len(lines), lines)
            lines = []
    if lines:
        yield Block(number - len(lines) + 1, lines)


def _check_block(block: Block, path: str) -> Iterator[Finding]:
    """Report the first line of a block from which on it is too much for a page."""
    tally = Tally()
    for number, line in enumerate(block.lines, start=block.number):
        tally = tally.add(line)
        if said := _judge_prefix(line) or _judge_ticks(line) or _judge_tally(tally):
            yield _report(path, number, *said)
            return


def _judge_prefix(line: str) -> tuple[str, str] | None:
    """Say what is too much before the words of a line; None where nothing is."""
    prefix = _PREFIX.match(line)[0]  # type: ignore[index]  # which fits any line
    levels = len(_MARKER.findall(prefix))
    if levels > MOST_LEVELS:
        return f"引用和列表套了 {levels} 层，最多 {MOST_LEVELS} 层", "去掉多余的 > 和列表符号。"
    if len(prefix.expandtabs(4)) > DEEPEST_INDENT:
        return f"这一行前面空了 {DEEPEST_INDENT} 格以上", "删去行首多余的空格。"
    return None


def _judge_ticks(line: str) -> tuple[str, str] | None:
    """Say what is too much of the signs around code in a line; None where nothing is."""
    if "`" * (MOST_TICKS + 1) not in line:
        return None
    return f"这一行有 {MOST_TICKS} 个以上连着的反引号 `", "代码的前后各写一个或三个。"


def _judge_tally(tally: Tally) -> tuple[str, str] | None:
    """Say what is too much in a block as far as it was counted; None where nothing is."""
    if tally.depth > MOST_OPEN:
        return f"到这里，有 {MOST_OPEN} 个以上的方括号没有收尾", "补上 ]，或者删去多余的 [。"
    if tally.marks > MOST_MARKS:
        return f"到这里，这一段的 * 和 _ 超过了 {MOST_MARKS} 个", "删去多余的，或者用空行分成几段。"
    if tally.lines > MOST_LINES or tally.size > LONGEST_BLOCK:
        return f"这一段超过了 {MOST_LINES} 行或 {LONGEST_BLOCK} 个字", "用空行分成几段。"
    return None


def _report_comment(path: str, text: str, at: int) -> Finding:
    line, column = count_place(text, at)
    message = "这里开始的注释没有收尾，它和后面的内容都不会公开。"
    return faults.OPEN_COMMENT.at(
        path, message, suggestion="在注释的末尾补上 -->。", line=line, column=column
    )


def _report(path: str, line: int, says: str, advice: str) -> Finding:
    return faults.COMPLEX_PAGE.at(path, f"{says}。", suggestion=advice, line=line, column=1)
