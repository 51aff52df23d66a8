"""The kinds of columns that the tables of open data have."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from generator.model.data_table import CellType, Column
from generator.model.finding import Severity
from generator.model.form import Status
from generator.render.exports.sources import Item


def text(name: str, title: str, meaning: str, read: Callable[[Item], str]) -> Column[Item]:
    """Describe a text, which may be empty."""
    return Column(name, title, CellType.TEXT, meaning, read)


def filled(name: str, title: str, meaning: str, read: Callable[[Item], str]) -> Column[Item]:
    """Describe a text that is never empty."""
    return Column(name, title, CellType.TEXT, meaning, read, required=True)


def reference(name: str, title: str, meaning: str, table: str, read: Callable[[Item], str]) -> Column[Item]:
    """Describe the key of a row of another table."""
    return Column(name, title, CellType.TEXT, meaning, read, refers=table, required=True)


def coded(
    name: str, title: str, meaning: str, words: Mapping[str, str], read: Callable[[Item], str]
) -> Column[Item]:
    """Describe a code of a closed set, each with its word."""
    return Column(name, title, CellType.TEXT, meaning, read, words=words, required=True)


def count(name: str, title: str, meaning: str, read: Callable[[Item], int], unit: str = "") -> Column[Item]:
    """Describe a whole number."""
    return Column(name, title, CellType.INTEGER, meaning, read, unit, required=True)


def number(
    name: str, title: str, meaning: str, unit: str, read: Callable[[Item], Decimal | None]
) -> Column[Item]:
    """Describe an exact number, which may be missing."""
    return Column(name, title, CellType.NUMBER, meaning, read, unit)


def points(name: str, title: str, meaning: str, read: Callable[[Item], Decimal | None]) -> Column[Item]:
    """Describe points."""
    return number(name, title, meaning, "分", read)


def yuan(name: str, title: str, meaning: str, read: Callable[[Item], Decimal | None]) -> Column[Item]:
    """Describe an amount of money."""
    return number(name, title, meaning, "元", read)


def flag(name: str, title: str, meaning: str, read: Callable[[Item], bool]) -> Column[Item]:
    """Describe what holds or does not."""
    return Column(name, title, CellType.BOOLEAN, meaning, read, required=True)


def status(read: Callable[[Item], str]) -> Column[Item]:
    """Describe the status of a form."""
    words = {one.value: one.word for one in Status}
    return coded("status", "状态", "已撤回的项目留作查考，不应计入合计", words, read)


def severity(read: Callable[[Item], str]) -> Column[Item]:
    """Describe the severity of a rule or a finding."""
    return coded("severity", "轻重", "检查结果分三档", {one.value: one.word for one in Severity}, read)


def page(read: Callable[[Item], str]) -> Column[Item]:
    """Describe the address of a page."""
    meaning = "本站上的出处；网站没有写明网址时，是从网站首页算起的相对地址"
    return filled("page", "网页", meaning, read)
