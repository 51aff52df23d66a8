"""Points printed at the heads of groups (`产出指标(50分)`), with what the rows below carry."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from generator.model.case import PrintedPoints
from generator.model.form import Form, Indicator
from generator.score.values import normalise_text

_POINTS = re.compile(r"(?<![0-9.])([0-9]{1,3}(?:\.[0-9]+)?)分\)?$")
"""Points at the end of a name; a number without 分 may only count the heads (`产出指标1`)."""


def add_up_printed_points(form: Form) -> Iterator[PrintedPoints]:
    """Add up what the rows of each head carry that prints points; none where a row's points are not known.

    The rows of a head stand together; a row that is part of another, or merged with it, carries none of its own.
    """
    numbered = list(enumerate(form.indicators))
    for level in ("level1", "level2"):
        for _, group in groupby(numbered, key=lambda one: (one[1].level1, getattr(one[1], level))):
            rows = list(group)
            name = getattr(rows[0][1], level)
            printed = _POINTS.search(normalise_text(name))
            carried = _add_up([row for _, row in rows])
            if printed and carried is not None:
                key = f"indicators[{rows[0][0]}].{level}"
                yield PrintedPoints(key, name.strip(), Decimal(printed[1]), carried)


def _add_up(rows: Sequence[Indicator]) -> Decimal | None:
    """Add up the points of rows; None where one that claims some prints none, or where none prints any."""
    own = [row for row in rows if not row.of_which and not row.merged]
    if any(row.weight is None and row.score is not None for row in own):
        return None
    weights = [row.weight for row in own if row.weight is not None]
    return sum(weights, Decimal(0)) if weights else None
