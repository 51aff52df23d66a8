"""What differs between two versions of a form, in words: which cells, in how many rows, and the total printed on it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from generator.history.updates.versions import Version
from generator.model.form import INTERNAL_FIELDS, Form, Indicator
from generator.model.site import Edition
from generator.text.numbers import write_number

_WELL_KNOWN: Final = ("status", "withdrawal")
"""What the kind of an update tells already."""

_LARGEST: Final = 10_000


def describe_differences(before: Version, after: Version, edition: Edition) -> tuple[str, ...]:
    """Say what differs between two versions, as far as the edition shows it; nothing where nothing does."""
    hidden = () if edition is Edition.INTERNAL else INTERNAL_FIELDS
    parts = tuple(
        part
        for key, field in Form.model_fields.items()
        if key not in (*hidden, *_WELL_KNOWN) and before.cells.get(key) != after.cells.get(key)
        for part in _name_parts(key, field.title or key, before.cells.get(key), after.cells.get(key))
    )
    changed = (f"改了{'、'.join(parts)}",) if parts else ()
    return (*_describe_status(before, after, edition), *changed, *_describe_total(before, after))


def _describe_status(before: Version, after: Version, edition: Edition) -> Iterator[str]:
    if edition is Edition.INTERNAL and before.status is not after.status:
        yield f"状态由“{before.status.word}”改为“{after.status.word}”"


def _name_parts(key: str, title: str, before: object, after: object) -> Iterator[str]:
    """Name the part of a form that differs; of indicators the columns, with the number of rows."""
    rows, later = _list_rows(before), _list_rows(after)
    if key != "indicators" or not (rows and later):
        yield title
    elif len(rows) != len(later):
        yield f"指标（由 {len(rows)} 行改为 {len(later)} 行）"
    else:
        yield from _name_columns(rows, later)


def _name_columns(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    titles = {key: field.title or key for key, field in Indicator.model_fields.items()}
    for key, title in titles.items():
        count = sum(old.get(key) != new.get(key) for old, new in zip(before, after, strict=True))
        if count:
            yield f"{title}（{count} 行）"


def _list_rows(value: object) -> list[Mapping[str, Any]]:
    """List the rows of a table; a text or number that somebody wrote in its place has none."""
    rows = value if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, dict)]


def _describe_total(before: Version, after: Version) -> Iterator[str]:
    old, new = _find_total(before), _find_total(after)
    if old is not None and new is not None and old != new:
        yield f"表上的总分由 {write_number(old)} 改为 {write_number(new)}"


def _find_total(version: Version) -> Decimal | None:
    """Find the printed total, where it is a number of points."""
    reported = version.cells.get("reported")
    total = reported.get("total") if isinstance(reported, dict) else None
    if isinstance(total, bool) or not isinstance(total, int | Decimal):
        return None
    points = Decimal(total)
    return points if points.is_finite() and abs(points) < _LARGEST else None
