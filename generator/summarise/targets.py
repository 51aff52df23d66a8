"""How the targets that were set for one indicator lie: the median and the range of those that are numbers."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from generator.model.overview import Spread
from generator.model.value import Kind, Quantity, Sign, Value


def find_spread(values: Sequence[Value]) -> Spread | None:
    """Find how targets lie that are numbers of one unit; None where less than half of what was set is of one unit.

    Targets that are empty were not set, and ranges (`3-5次`) are no single number.
    """
    stated = sum(value.kind is not Kind.EMPTY for value in values)
    quantities = [one for one in values if isinstance(one, Quantity) and one.upper is None]
    measures = Counter((one.is_share, one.unit) for one in quantities)
    if not measures:
        return None
    (is_share, unit), count = min(measures.items(), key=lambda one: (-one[1], one[0]))
    if count * 2 < stated:
        return None
    same = [one for one in quantities if (one.is_share, one.unit) == (is_share, unit)]
    numbers = [one.number for one in same]
    return Spread(count, _choose_sign(same), unit, is_share, min(numbers), median(numbers), max(numbers))


def _choose_sign(quantities: Sequence[Quantity]) -> Sign:
    signs = Counter(one.sign for one in quantities)
    return min(signs, key=lambda sign: (-signs[sign], sign))
