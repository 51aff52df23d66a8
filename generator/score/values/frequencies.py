"""Read how often something is done: `按月发放`, `每季度1次`, `≥4次/年`, `每月10日前`.

Works on texts out of `normalise_text`.
"""

import re
from decimal import Decimal

from generator.model.value import Deadline, Quantity, Sign
from generator.score.values.numerals import parse_chinese
from generator.score.values.units import match_any

_PERIOD_NAMES = {
    "月": "月 个月 月度",
    "季": "季 季度 个季度",
    "半年": "半年 半年度",
    "年": "年 年度",
    "周": "周 星期 礼拜",
    "天": "天 日",
    "学期": "学期",
}
PERIODS = {name: period for period, names in _PERIOD_NAMES.items() for name in names.split()}
"""Every period by each of its names."""

_PERIOD = match_any(PERIODS)
_REGULARLY = (
    r"(?:及时|足额|按时|准时|定期|逐一)*"
    r"(?:发放|拨付|支付|缴纳|结算|下拨|报送|开展|进行|支出|发|付|检查|巡查|完成|更新|执行|考核|培训|举办|组织)*"
)
_SIGNS = {
    "不少于": Sign.AT_LEAST,
    "不低于": Sign.AT_LEAST,
    "至少": Sign.AT_LEAST,
    "不超过": Sign.AT_MOST,
    "以上": Sign.AT_LEAST,
    "及以上": Sign.AT_LEAST,
}
_TIMES = (
    r"(?P<sign>[≥≤<>=]|不少于|不低于|至少|不超过)?"
    r"(?P<times>\d{1,6}|[一二两三四五六七八九十]{1,3})(?:次|回)(?P<above>及?以上)?"
)
_PATTERNS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?:按|逐|每)(?P<every>{_PERIOD}){_REGULARLY}",
        rf"每(?P<every>{_PERIOD})(?P<day>\d{{1,2}})[日号]之?前?{_REGULARLY}",
        rf"(?:每|[一1])(?P<every>{_PERIOD}){_REGULARLY}{_TIMES}",
        rf"{_TIMES}(?:/|每|/每)[一1]?(?P<every>{_PERIOD})",
    )
)


def read_frequency(text: str) -> Deadline | None:
    """Read a text that says how often, as a whole; None when it does not."""
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            found = match.groupdict()
            day = int(found["day"]) if found.get("day") else None
            return Deadline(text, day=day, every=PERIODS[found["every"]], times=_read_times(found))
    return None


def _read_times(found: dict[str, str | None]) -> Quantity | None:
    digits = found.get("times")
    if not digits:
        return None
    number = Decimal(digits) if digits.isdigit() else parse_chinese(digits)
    sign = found["sign"] or found["above"] or ""
    if number is None:
        return None
    return Quantity(number, "次", _SIGNS.get(sign) or Sign(sign), digits, "次")
