"""Cells of two records that say something else, by their official names; spelling and white space do not count."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from generator.masking import mask_numbers
from generator.model.change import Cell, CellChange
from generator.model.form import Record
from generator.model.value import Kind
from generator.values import normalise_text, read_value


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
        if key in told or isinstance(old, tuple) or isinstance(new, tuple):
            continue
        if isinstance(old, Record) or isinstance(new, Record):
            yield from compare_cells(old, new, told, f"{key}.")
        elif find_meaning(name, old) != find_meaning(name, new):
            yield CellChange(key, field.title or name, show_cell(name, old), show_cell(name, new))


def find_meaning(name: str, value: object) -> object:
    """Bring a cell to what two spellings of it have in common; None where it says nothing."""
    if isinstance(value, str):
        is_idle = name == "explanation" and read_value(value).kind is Kind.EMPTY
        return None if is_idle else normalise_text(value) or None
    return value or None if isinstance(value, bool | dict) else value


def show_cell(name: str, value: object) -> Cell:
    """Give a cell as it is repeated to a reader."""
    if find_meaning(name, value) is None:
        return None
    match value:
        case bool() | Decimal():
            return value
        case dict():
            return mask_numbers("；".join(f"{key}：{value[key]}" for key in sorted(value)))
        case date():
            return value.isoformat()
        case _:
            return mask_numbers(str(value))
