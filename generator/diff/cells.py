"""Cells of two records that say something else, by their official names; spelling and white space do not count."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import get_args

from pydantic.fields import FieldInfo

from generator.model.anchors import format_step
from generator.model.cells import Record
from generator.model.change import Cell, CellChange
from generator.model.form import FormKind
from generator.model.value import Kind
from generator.score.values import normalise_text, read_value
from generator.text.masking import mask_numbers


def compare_cells(
    before: Record | None, after: Record | None, told: Collection[str] = (), prefix: str = ""
) -> Iterator[CellChange]:
    """Yield the cells that differ, those of inner records with them; tables are left to `rows`.

    A record that is not there has empty cells. `told` are keys that are told elsewhere.
    """
    record = after or before
    for name, field in type(record).model_fields.items() if record else ():
        key = f"{prefix}{name}"
        old, new = getattr(before, name, None), getattr(after, name, None)
        if key in told or is_table(field):
            continue
        if isinstance(old, Record) or isinstance(new, Record):
            yield from compare_cells(old, new, told, f"{key}.")
        elif isinstance(old, dict) or isinstance(new, dict):
            yield from _compare_texts(old or {}, new or {}, f"{key}.")
        elif find_meaning(name, old) != find_meaning(name, new):
            yield CellChange(key, field.title or name, show_cell(name, old), show_cell(name, new))


def is_table(field: FieldInfo) -> bool:
    """Tell whether a field of a form holds rows of cells."""
    inner = next(iter(get_args(field.annotation)), None)
    return isinstance(inner, type) and issubclass(inner, Record)


def _compare_texts(before: dict[str, str], after: dict[str, str], prefix: str) -> Iterator[CellChange]:
    """Yield the cells of a table of free names that differ."""
    for title in sorted(before.keys() | after.keys()):
        old, new = before.get(title), after.get(title)
        if find_meaning("", old) != find_meaning("", new):
            key = prefix + mask_numbers(format_step(title))
            yield CellChange(key, mask_numbers(title), show_cell("", old), show_cell("", new))


def find_meaning(name: str, value: object) -> object:
    """Bring a cell to what two spellings of it have in common; None where it says nothing."""
    if isinstance(value, str):
        is_idle = name == "explanation" and read_value(value).kind is Kind.EMPTY
        return None if is_idle else normalise_text(value) or None
    return value or None if isinstance(value, bool | tuple) else value


def show_cell(name: str, value: object) -> Cell:
    """Give a cell as it is repeated to a reader."""
    if find_meaning(name, value) is None:
        return None
    match value:
        case bool() | Decimal():
            return value
        case tuple():
            return mask_numbers("、".join(value))
        case FormKind():
            return value.word
        case date():
            return value.isoformat()
        case _:
            return mask_numbers(str(value))
