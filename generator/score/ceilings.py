"""Costs that are meant as a bound where their name says so: `总成本 20万元` is `≤20万元`."""

import re
from dataclasses import replace

from generator.model.form import Indicator
from generator.model.value import Quantity, Sign, Value
from generator.score.values import normalise_text, read_value

_CEILING = re.compile(
    r"(?:总成本|成本总额|成本控制[数额]|成本控制金额|单位成本|单项成本上限|成本上限|控制[数额价]|最高限价|限额)(?:[(].*[)])?$"
)
"""Names that say that no more may be spent; a bare `成本` may also be what is planned to be spent."""


def read_target(row: Indicator) -> Value:
    """Read a target; a sum without a sign is an upper bound where the name of the row says so."""
    target = read_value(row.target)
    if not isinstance(target, Quantity) or target.sign.has_direction or target.upper is not None:
        return target
    if target.is_share or target.number <= 0 or not _CEILING.search(normalise_text(row.name)):
        return target
    return replace(target, sign=Sign.AT_MOST)
