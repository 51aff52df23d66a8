"""Read deadlines, periods and frequencies: `9月前`, `2021年1月-12月`, `第四季度`, `按月发放`, `1次/月`.

Works on texts out of `normalise_text`.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.model.value import Deadline, Quantity, Sign
from generator.values.numerals import parse_chinese

MAX_LENGTH = 40
"""Longer texts are sentences with a date in them, no deadlines."""

_NOT_LATER = re.compile(r"不晚于|不迟于|最迟|最晚|截至|截止到?|计划于?|预计|应?在|于|到")
_VERBS = (
    r"(?:已|全部|全面|按时|及时|足额|正式|基本)*"
    r"(?:完成|完工|竣工|到位|完毕|结束|开展|实施|支付|拨付|发放|下达|下拨|验收|启动|投入使用|上线|交付|缴纳|结算|建成)*"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MOMENTS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_YEAR}[-./](?P<month>\d{{1,2}})[-./](?P<day>\d{{1,2}})[日号]?",
        rf"{_YEAR}[-/](?P<month>\d{{1,2}})月?",
        rf"(?:{_YEAR}年)?(?P<month>\d{{1,2}}|十[一二]?|[一二三四五六七八九])月份?(?:(?P<day>\d{{1,2}})[日号]|(?P<of_month>上旬|中旬|下旬|底|末|初|中)?)",
        rf"(?:{_YEAR}年度?|今年|当年|本年度?)?第?(?P<quarter>[1-4一二三四])季度?(?P<quarter_end>末|底|内)?",
        rf"(?:{_YEAR}年度?|今年|当年|本年度?)?(?P<half>[上下])半年(?:末|底|内)?",
        rf"(?:{_YEAR}年|今年|当年|本)?年度?(?P<year_end>底|末|终|内)",
        rf"{_YEAR}年度?(?P<year_end>底|末|终|内)?",
    )
)
_END = re.compile(
    rf"(?P<before>底前|末前|之前|以前|前)?(?:(?P<verbs>{_VERBS})|(?<=前)[\u4e00-\u9fff]{{0,8}})"
)
_DENIAL = re.compile(r"[未不没无延推]")
_RANGE_MARK = re.compile(r"至|到|~|-")
_RANGE_START = re.compile(
    r"(?:(?:19|20)\d\d(?:年|[-./]))?\d{1,2}(?:月份?|[-./])?(?:\d{1,2}[日号]?)?|(?:19|20)\d\d年?", re.ASCII
)
_DOTTED = re.compile(r"(?P<year>(?:19|20)\d\d)\.(?P<month>\d{1,2})", re.ASCII)
_LAST_OF = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}

_PERIODS = {
    "月": "月 个月 月度",
    "季": "季 季度 个季度",
    "半年": "半年",
    "年": "年 年度",
    "周": "周 星期 礼拜",
    "天": "天 日",
    "学期": "学期",
}
PERIOD_NAMES = {name: period for period, names in _PERIODS.items() for name in names.split()}
_PERIOD = "|".join(sorted(PERIOD_NAMES, key=lambda name: (-len(name), name)))
_REGULAR_VERBS = r"(?:及时|足额|按时|准时|定期|逐?一?)(?:发放|拨付|支付|缴纳|结算|下拨|报送|开展|进行|支出|发|付|检查|巡查|完成|更新|执行|考核)?"
_TIMES = r"(?P<sign>[≥≤<>=]|不少于|不低于|至少|不超过)?(?P<times>\d{1,6}|[一二两三四五六七八九十]{1,3})(?:次|回)(?:及?以上)?"
_FREQUENCIES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?:按|逐|每)(?P<every>{_PERIOD}){_REGULAR_VERBS}",
        rf"每(?P<every>{_PERIOD})(?P<day>\d{{1,2}})[日号]之?前?{_REGULAR_VERBS}",
        rf"(?:每|[一1])(?P<every>{_PERIOD}){_VERBS}{_TIMES}",
        rf"{_TIMES}(?:/|每)[一1]?(?P<every>{_PERIOD})",
    )
)
_SIGNS = {"不少于": Sign.AT_LEAST, "不低于": Sign.AT_LEAST, "至少": Sign.AT_LEAST, "不超过": Sign.AT_MOST}


class _Moment(NamedTuple):
    """The last day that a text can mean and the first one, as far as it says."""

    year: int | None
    month: int | None
    day: int | None
    since: tuple[int, int] | None


def read_deadline(text: str) -> Deadline | None:
    """Read a text that is a deadline, a period or a frequency as a whole; None when it is not."""
    if len(text) > MAX_LENGTH:
        return None
    return _read_frequency(text) or _read_range(text) or _read_single(text)


def _read_frequency(text: str) -> Deadline | None:
    for pattern in _FREQUENCIES:
        if match := pattern.fullmatch(text):
            found = match.groupdict()
            day = int(found["day"]) if found.get("day") else None
            return Deadline(text, day=day, every=PERIOD_NAMES[found["every"]], times=_read_times(found))
    return None


def _read_times(found: dict[str, str | None]) -> Quantity | None:
    digits = found.get("times")
    if not digits:
        return None
    number = Decimal(digits) if digits.isdigit() else parse_chinese(digits)
    sign = found["sign"] or ""
    return number and Quantity(number, "次", _SIGNS.get(sign) or Sign(sign), f"{digits}次")


def _read_single(text: str) -> Deadline | None:
    body = _NOT_LATER.sub("", text, count=1) if _NOT_LATER.match(text) else text.lstrip("=≤")
    strict = body.startswith("<")
    body = body.removeprefix("<")
    for pattern in _MOMENTS:
        if (match := pattern.match(body)) and (end := _END.fullmatch(body, match.end())):
            moment = _take_moment(match.groupdict())
            if moment and not _DENIAL.search(body, match.end()):
                return _make_deadline(text, moment, strict, end["before"] or "", match[0])
    return None


def _make_deadline(text: str, moment: _Moment, strict: bool, before: str, printed: str) -> Deadline:
    """Build a deadline: `底前` and `31日前` let the last day count, `9月前` means before the month begins."""
    at_end = before in ("底前", "末前") or printed.endswith(("底", "末", "终", "内", "日", "号", "旬"))
    is_before = strict or (bool(before) and not at_end and moment.day is None)
    since = None if before or strict else moment.since
    return Deadline(text, moment.year, moment.month, moment.day, is_before, since)


def _take_moment(found: dict[str, str | None]) -> _Moment | None:
    """Turn the named pieces of a date into its last and first day; None when there is no such month or day."""
    year = int(found["year"]) if found.get("year") else None
    if quarter := found.get("quarter"):
        number = _QUARTERS[quarter]
        return _Moment(year, number * 3, None, (number * 3 - 2, 1))
    if half := found.get("half"):
        return _Moment(year, 6, None, (1, 1)) if half == "上" else _Moment(year, 12, None, (7, 1))
    if "month" not in found:
        return _Moment(year, 12, None, None if found.get("year_end") else (1, 1))
    month = _read_month(found["month"] or "")
    day = int(found["day"]) if found.get("day") else _LAST_OF.get(found.get("of_month") or "")
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return _Moment(year, month, day, (month, day if day and found.get("day") else 1))


def _read_month(text: str) -> int:
    number = Decimal(text) if text.isdigit() else parse_chinese(text)
    return int(number or 0)


def _read_range(text: str) -> Deadline | None:
    """Read `2021年1月-12月` and `2020.1.1-2020.12.31`: the end is what counts."""
    for mark in _RANGE_MARK.finditer(text):
        start, end = text[: mark.start()], text[mark.end() :]
        if _RANGE_START.fullmatch(start) and (moment := _read_range_end(start, end)):
            year = moment.year or _find_year(start)
            return Deadline(text, year, moment.month, moment.day)
    return None


def _read_range_end(start: str, end: str) -> _Moment | None:
    for pattern in (*_MOMENTS, _DOTTED):
        if match := pattern.fullmatch(end):
            if pattern is _DOTTED and not start.startswith(("19", "20")):
                return None
            return _take_moment(match.groupdict())
    return None


def _find_year(start: str) -> int | None:
    match = re.match(_YEAR, start, re.ASCII)
    return int(match["year"]) if match else None
