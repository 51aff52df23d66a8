"""Where a key path such as `indicators[3].score` stands on a project's page, in words and as an id."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.model.form import Indicator


class PagePlace(NamedTuple):
    """A part of a project's page: what it is called, and the id that leads there."""

    name: str
    anchor: str


WHOLE_FORM = PagePlace("整张表", "form")
_PARTS = {
    "funds": PagePlace("项目资金", "funds"),
    "goals": PagePlace("年度总体目标", "goals"),
    "indicators": PagePlace("绩效指标", "indicators"),
    "reported": PagePlace("表上印出的结果", "form"),
    "waivers": PagePlace("对检查结果的说明", "checks"),
}
_ROW = re.compile(r"indicators\[(\d{1,6})\]")


def place_key(key: str, indicators: Sequence[Indicator], ids: Sequence[str]) -> PagePlace:
    """Find the part of the page that a key path means; the whole form where it means none in particular."""
    row = row_of_key(key)
    if row is not None and row < len(indicators):
        return PagePlace(indicators[row].name, ids[row])
    return _PARTS.get(re.split(r"[.\[]", key, maxsplit=1)[0], WHOLE_FORM)


def row_of_key(key: str) -> int | None:
    """Tell which indicator a key path means."""
    match = _ROW.match(key)
    return int(match[1]) if match else None
