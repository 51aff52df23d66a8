"""Read deadlines and periods: `9月前`, `2021年底`, `第四季度`, `2021年1月-12月`.

Works on texts out of `normalise_text`.
"""

import re
from typing import NamedTuple

from generator.model.value import Deadline
from generator.score.values.frequencies import read_frequency
from generator.score.values.numerals import parse_chinese

MAX_LENGTH = 40
"""Longer texts are sentences with a date in them, no deadlines."""

_NOT_LATER = re.compile(r"不晚于|不迟于|最迟|最晚|截至|截止到?|计划于?|预计|应?在|于|到")
_VERBS = (
    r"(?:已|全部|全面|按时|及时|足额|正式|基本)*"
    r"(?:完成|完工|竣工|到位|完毕|结束|开展|实施|支付|拨付|发放|下达|下拨|验收|启动|投入使用|上线|交付|缴纳|结算|建成)*"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_THIS_YEAR = rf"(?:{_YEAR}年度?|今年|当年|本年度?)?"
_MOMENTS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])",
        rf"{_YEAR}[-./](?P<month>\d{{1,2}})[-./](?P<day>\d{{1,2}})[日号]?",
        rf"{_YEAR}[-/](?P<month>\d{{1,2}})月?",
        rf"{_THIS_YEAR}(?P<month>\d{{1,2}}|十[一二]?|[一二三四五六七八九])月份?"
        rf"(?:(?P<day>\d{{1,2}})[日号]|(?P<third>上旬|中旬|下旬|底|末|初|中)?)",
        rf"{_THIS_YEAR}第?(?P<quarter>[1-4一二三四])季度?(?P<at_end>末|底)?内?",
        rf"{_THIS_YEAR}(?P<half>[上下])半年(?P<at_end>末|底)?内?",
        rf"(?:{_YEAR}年|今年|当年|本)?年度?(?P<at_end>底|末|终)",
        r"(?:今年|当年|本)?年度?内",
        rf"{_YEAR}年度?(?:(?P<at_end>底|末|终)|内)?",
    )
)
_END = re.compile(rf"(?P<before>之前|以前|前)?(?:(?P<verbs>{_VERBS})|(?<=前)[\u4e00-\u9fff]{{0,8}})")
_DENIAL = re.compile(r"[未不没无延推]")
_DASHES = re.compile(r"(?<=[0-9月日号年])-{2,}(?=[0-9])")
"""A dash typed twice between dates, or within one: `2021年1月--12月`, `2021--06-30`."""
_RANGE_MARK = re.compile(r"至|到|~|-")
_RANGE_START = re.compile(
    rf"(?:{_YEAR}(?:年度?|[-./]))?(?P<month>\d{{1,2}})(?:月份?|[-./])?(?:(?P<day>\d{{1,2}})[日号]?)?",
    re.ASCII,
)
_START_YEAR = re.compile(rf"{_YEAR}年?", re.ASCII)
_DOTTED = re.compile(rf"{_YEAR}\.(?P<month>\d{{1,2}})", re.ASCII)
_THIRDS: dict[str, tuple[int, int | None]] = {
    "上旬": (1, 10),
    "初": (1, 10),
    "中旬": (11, 20),
    "中": (11, 20),
    "下旬": (21, None),
    "底": (21, None),
    "末": (21, None),
}
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}


class _Moment(NamedTuple):
    """The last day that a text can mean, as far as it says, and the first month and day."""

    year: int | None
    month: int
    day: int | None
    since: tuple[int, int]


def read_deadline(text: str) -> Deadline | None:
    """Read a text that is a deadline, a period or a frequency as a whole; None when it is not."""
    text = _DASHES.sub("-", text)
    if len(text) > MAX_LENGTH:
        return None
    return read_frequency(text) or _read_period(text) or _read_single(text)


def _read_single(text: str) -> Deadline | None:
    body = _NOT_LATER.sub("", text, count=1) if _NOT_LATER.match(text) else text.lstrip("=≤")
    is_strict = body.startswith("<")
    body = body.removeprefix("<")
    for pattern in _MOMENTS:
        if (match := pattern.match(body)) and (end := _END.fullmatch(body, match.end())):
            moment = _take_moment(match.groupdict())
            if moment and not _DENIAL.search(body, match.end()):
                is_before = is_strict or bool(end["before"])
                return _make_deadline(text, moment, match.groupdict(), is_before, is_strict)
    return None


def _make_deadline(
    text: str, moment: _Moment, found: dict[str, str | None], is_before: bool, is_strict: bool
) -> Deadline | None:
    """Build a deadline: `12月底前` and `31日前` let the last day count, `9月前` ends before September begins.

    What `第三季度前` means nobody knows.
    """
    year, month, day, since = moment
    if not is_before:
        return Deadline(text, year, month, day, since=since)
    if day or found.get("third") or found.get("at_end"):
        return Deadline(text, year, month, day, before=is_strict)
    is_plain = "month" in found or ("year" in found and "quarter" not in found and "half" not in found)
    return Deadline(text, year, since[0], before=True) if is_plain else None


def _take_moment(found: dict[str, str | None]) -> _Moment | None:
    """Turn the named pieces of a date into its last and first day; None when there is no such month or day."""
    printed = found.get("year")
    year = int(printed) if printed else None
    if "month" in found:
        return _take_month(year, found)
    first, last = 1, 12
    if quarter := found.get("quarter"):
        last = _QUARTERS[quarter] * 3
        first = last - 2
    elif half := found.get("half"):
        first, last = (1, 6) if half == "上" else (7, 12)
    return _Moment(year, last, None, (last if found.get("at_end") else first, 1))


def _take_month(year: int | None, found: dict[str, str | None]) -> _Moment | None:
    month = _read_month(found["month"] or "")
    first, day = _THIRDS.get(found.get("third") or "", (1, None))
    if printed := found.get("day"):
        first = day = int(printed)
    if not 1 <= month <= 12 or not 1 <= (day or 1) <= 31:
        return None
    return _Moment(year, month, day, (month, first))


def _read_month(text: str) -> int:
    return int(text) if text.isdigit() else int(parse_chinese(text) or 0)


def _read_period(text: str) -> Deadline | None:
    """Read `2021年1月-12月` and `2020.1.1-2020.12.31`; where the years differ, the beginning is left open."""
    for mark in _RANGE_MARK.finditer(text):
        begin, end = text[: mark.start()], text[mark.end() :]
        start = _read_start(begin)
        moment = start and _read_end(begin, end)
        if start and moment:
            year = moment.year or start.year
            since = start.since if start.year in (None, year) else None
            return Deadline(text, year, moment.month, moment.day, since=since, period=True)
    return None


def _read_start(begin: str) -> _Moment | None:
    match = _START_YEAR.fullmatch(begin) or _RANGE_START.fullmatch(begin)
    return match and _take_moment(match.groupdict())


def _read_end(begin: str, end: str) -> _Moment | None:
    for pattern in (*_MOMENTS, _DOTTED):
        if match := pattern.fullmatch(end):
            if pattern is _DOTTED and not begin.startswith(("19", "20")):
                return None
            return _take_moment(match.groupdict())
    return None
