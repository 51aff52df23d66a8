"""Rows of a form's tables: which is which, and what changed in each; indicators with their targets and points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.diff.cells import compare_cells, is_table
from generator.diff.pairing import Key, Pairing, pair_up
from generator.diff.targets import find_direction
from generator.model.assessment import Assessment, RowScore
from generator.model.cells import Record
from generator.model.change import NAMING_KEYS, CellChange, ChangeKind, Direction, RowChange
from generator.score.values import normalise_text
from generator.text.masking import mask_numbers

INDICATORS = "indicators"


@dataclass(frozen=True, slots=True)
class Row:
    """A row in its table; indicators come with their points."""

    index: int
    record: Record
    score: RowScore | None = None

    @property
    def name(self) -> str:
        """The text by which a reader knows the row; empty where it has none, as goals do."""
        return next((getattr(self.record, key) for key in NAMING_KEYS if hasattr(self.record, key)), "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a form: its key, its official name, and its rows before and after, side by side."""

    key: str
    title: str
    rows: Pairing[Row]


def pair_tables(before: Assessment, after: Assessment) -> tuple[Table, ...]:
    """Put the tables of two forms side by side, those of inner records with them."""
    old, new = _list_tables(before), _list_tables(after)
    return tuple(
        Table(key, title, pair_up(old[key, title], rows, *_KEYS)) for (key, title), rows in new.items()
    )


def compare_rows(table: Table) -> Iterator[RowChange]:
    """Yield the rows that were removed, changed and added."""
    for row in table.rows.removed:
        yield _tell(table, ChangeKind.REMOVED, row, tuple(compare_cells(row.record, None)))
    for before, after in table.rows.pairs:
        cells = (*compare_cells(before.record, after.record), *_compare_accepted(before.score, after.score))
        if cells:
            yield _tell(table, ChangeKind.CHANGED, after, cells, _compare_targets(before, after, cells))
    for row in table.rows.added:
        yield _tell(table, ChangeKind.ADDED, row, tuple(compare_cells(None, row.record)))


def _tell(
    table: Table, kind: ChangeKind, row: Row, cells: tuple[CellChange, ...], target: Direction | None = None
) -> RowChange:
    return RowChange(table.key, table.title, kind, mask_numbers(row.name), cells, target)


def _list_tables(assessment: Assessment) -> dict[tuple[str, str], Sequence[Row]]:
    scores = assessment.sheet.rows
    return {
        (key, title): tuple(
            Row(index, record, scores[index] if key == INDICATORS else None)
            for index, record in enumerate(records)
        )
        for key, title, records in _walk_tables(assessment.project.form)
    }


def _walk_tables(record: Record, prefix: str = "") -> Iterator[tuple[str, str, tuple[Record, ...]]]:
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if is_table(field):
            yield f"{prefix}{name}", field.title or name, value
        elif isinstance(value, Record):
            yield from _walk_tables(value, f"{prefix}{name}.")


def _find_name_in_group(row: Row) -> tuple[str, ...]:
    texts = (getattr(row.record, "level1", ""), getattr(row.record, "level2", ""), row.name)
    return tuple(map(normalise_text, texts))


def _take_name_off(row: Row) -> Record | None:
    """Take the name off a row, so that one which was only renamed is known by the rest."""
    return row.record.model_copy(update={"name": ""}) if hasattr(row.record, "name") else None


_KEYS: Final[tuple[Key[Row], ...]] = (
    lambda row: row.record,
    _find_name_in_group,
    lambda row: normalise_text(row.name),
    _take_name_off,
)
"""A row is known by all that it says, by its name, or by all but its name; where rows have none, by their order."""


def _compare_targets(before: Row, after: Row, cells: Sequence[CellChange]) -> Direction | None:
    if before.score is None or after.score is None or all(cell.key != "target" for cell in cells):
        return None
    return find_direction(before.score.target, after.score.target)


def _compare_accepted(before: RowScore | None, after: RowScore | None) -> Iterator[CellChange]:
    if before and after and before.accepted != after.accepted:
        yield CellChange("accepted", "认定得分", before.accepted, after.accepted)
