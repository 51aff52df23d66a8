"""Where a key path such as `indicators[3].score` stands on a project's page, in words and as an id."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.anchors import FORM, anchor_of_key, part_of_key, row_of_key
from generator.model.form import Indicator


class PagePlace(NamedTuple):
    """A part of a project's page: what it is called, and the id that leads there."""

    name: str
    anchor: str


WHOLE_FORM = PagePlace("整张表", FORM)
_NAMES = {
    "funds": "项目资金",
    "goals": "年度总体目标",
    "indicators": "绩效指标",
    "notes": "文字说明",
    "facts": "表上的其他项目",
    "reported": "表上印出的结果",
    "waivers": "对检查结果的说明",
}


def place_key(key: str, indicators: Sequence[Indicator], ids: Sequence[str]) -> PagePlace:
    """Find the part of the page that a key path means; the whole form where it means none in particular."""
    row, anchor = row_of_key(key), anchor_of_key(key, ids)
    if row is not None and row < len(indicators):
        return PagePlace(indicators[row].name, anchor)
    return PagePlace(_NAMES.get(part_of_key(key), WHOLE_FORM.name), anchor)
