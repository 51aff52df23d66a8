"""The SQLite file."""

from decimal import Decimal

import pytest

from generator.model.data_table import DATABASE
from generator.render.exports.cells import Figure
from generator.render.exports.columns import INDICATORS, TABLES
from generator.render.exports.database import spell_exactly
from tests.render.exports.samples import export_small, query

FILE = f"data/{DATABASE}"


@pytest.fixture(scope="module")
def database() -> bytes:
    return export_small()[FILE]


@pytest.mark.parametrize(
    "text", ["0", "-5", "9.06", "829000.00", "0.000001", "999999999999999.999999", "-1234567890123456.7"]
)
def test_a_number_keeps_every_digit(text: str) -> None:
    assert Decimal(str(spell_exactly(Figure(text)))) == Decimal(text)


def test_ordinary_numbers_are_numbers() -> None:
    assert spell_exactly(Figure("829000")) == 829000
    assert spell_exactly(Figure("9.06")) == 9.06


@pytest.mark.parametrize("text", ["9" * 18, "-" + "9" * 17, "9" * 19, "-" + "9" * 19, "9" * 40])
def test_no_whole_number_is_too_large(text: str) -> None:
    kept = spell_exactly(Figure(text))
    assert int(kept) == int(text)
    assert not isinstance(kept, int) or -(2**63) <= kept < 2**63


def test_file_is_whole_and_every_key_leads_somewhere(database: bytes) -> None:
    assert query(database, "PRAGMA integrity_check") == [("ok",)]
    assert query(database, "PRAGMA foreign_key_check") == []
    declared = {row[2] for row in query(database, "PRAGMA foreign_key_list(indicators)")}
    assert declared == {"projects", "units"}


def test_there_is_every_table_with_its_columns(database: bytes) -> None:
    for table in TABLES:
        names = [row[1] for row in query(database, f"PRAGMA table_info({table.name})")]
        assert names == [column.name for column in table.columns]


def test_a_cell_that_must_be_there_cannot_be_left_empty(database: bytes) -> None:
    for table in TABLES:
        bound = {row[1] for row in query(database, f"PRAGMA table_info({table.name})") if row[3]}
        assert bound >= {column.name for column in table.columns if column.required}
        assert bound <= {column.name for column in table.columns if column.required} | {*table.key}


def test_rows_are_found_fast_by_what_people_pick_them_by(database: bytes) -> None:
    written = query(database, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL")
    names = {name for (name,) in written if name.startswith(("indicators_", "units_"))}
    assert names == {"indicators_year", "indicators_unit", "indicators_outcome", "units_department"}


def test_columns_by_which_people_pick_are_indexed(database: bytes) -> None:
    plan = query(database, "EXPLAIN QUERY PLAN SELECT * FROM indicators WHERE outcome = 'short'")
    assert "indicators_outcome" in plan[0][3]
    assert query(database, "SELECT count(*) FROM indicators WHERE year = 2023 AND claimed < weight") == [(4,)]
    assert INDICATORS.key == ("project", "position")


def test_database_tells_where_it_comes_from(database: bytes) -> None:
    about = dict(query(database, "SELECT name, value FROM about"))
    assert about["licence.name"] == "CC BY 4.0"
    assert about["revision"].startswith("0123456789ab")
    assert about["rule_set"] == "1.0"
    assert about["profiles.mof-2020"]
