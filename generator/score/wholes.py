"""Shares of a whole that no count can exceed: satisfaction of 290 % is a slip (`≥90%`, misread)."""

import re

from generator.model.form import Indicator
from generator.model.value import Quantity, Value

_OF_A_WHOLE = re.compile(
    r"(?:满意|合格|准确|达标|知晓|及时|优良|完好|差错|变质|正确|好评)(?:率|度|比例)(?:调查|情况)?"
)
"""Names of shares that end at all there is; rates of completion, coverage or use do not."""
_OF_A_CHANGE = re.compile(r"增|升|提高|降|减|幅")


def find_beyond_whole(row: Indicator, target: Value, actual: Value) -> str:
    """Name the cell that holds more than 100 % of what cannot be more; empty where neither does."""
    cells = {"target": target, "actual": actual}
    found = [key for key, value in cells.items() if isinstance(value, Quantity) and _exceeds(value)]
    is_whole = found and _OF_A_WHOLE.search(row.name) and not _OF_A_CHANGE.search(row.name)
    return found[0] if is_whole else ""


def _exceeds(value: Quantity) -> bool:
    return value.is_share and max(value.number, value.upper or value.number) > 1
