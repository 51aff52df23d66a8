"""The tables themselves."""

from typing import Any

from generator.model.assessment import Outcome
from generator.model.data_table import Column
from generator.render.exports.columns import DATA_SET, TABLES


def find(table: str, name: str) -> Column[Any]:
    return next(one for t in TABLES if t.name == table for one in t.columns if one.name == name)


def test_names_are_fit_for_any_program_and_stand_once_in_a_table() -> None:
    for table in TABLES:
        names = [column.name for column in (*table.columns, *DATA_SET.ending)]
        assert len(set(names)) == len(names)
        assert all(name.isidentifier() and name.isascii() and name.islower() for name in names)
        assert set(table.key) <= set(names)


def test_a_table_comes_after_those_that_it_refers_to() -> None:
    known: set[str] = set()
    for table in TABLES:
        assert {column.refers for column in table.columns} - {""} <= known
        known.add(table.name)


def test_every_outcome_has_a_word() -> None:
    assert set(find("indicators", "outcome").words) == {outcome.value for outcome in Outcome}
