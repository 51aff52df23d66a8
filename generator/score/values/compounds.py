"""Read several quantities in one cell: `党务干部140人、信息员65人`, `完成1部宣传片,2套方案`.

Works on texts out of `normalise_text`.
"""

import re

from generator.model.value import Compound
from generator.score.values.quantities import read_quantity

_OF_A_CALENDAR = frozenset({"月", "日"})
"""`3月、9月` are dates, and none is better for being more."""

_CUTS = re.compile(r"[;；、。+\n]|(?<![0-9]),|,(?![0-9]{3}(?![0-9]))")
"""Where one part ends: at any comma but one between thousands."""


def read_compound(text: str) -> Compound | None:
    """Read a text of at least two parts; None unless each holds a quantity and says of what."""
    texts = [text for text in _CUTS.split(text) if text]
    if len(texts) < 2:
        return None
    parts = []
    for one in texts:
        quantity = read_quantity(one)
        if quantity is None or quantity.unit in _OF_A_CALENDAR or not (quantity.measure or quantity.label):
            return None
        parts.append(quantity)
    return Compound(tuple(parts))
