"""Departments, units and calls."""

from datetime import date
from pathlib import Path

import pytest

from generator.load.files import Source
from generator.load.organisations import Register, load_organisations
from generator.load.parsed import Parsed
from tests.load.trees import ORGANISATIONS


def load_text(folder: Path, text: str) -> Parsed[Register]:
    file = folder / "organisations.toml"
    file.write_text(text, encoding="utf-8")
    return load_organisations(Source("organisations.toml", str(file)))


def list_found(parsed: Parsed[Register]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.key) for finding in parsed.findings]


def take(parsed: Parsed[Register]) -> Register:
    assert parsed.value is not None
    return parsed.value


def test_departments_units_and_calls_are_read(tmp_path: Path) -> None:
    parsed = load_text(tmp_path, ORGANISATIONS + '[calls.2023]\nby = 2024-03-31\nunits = ["library"]\n')
    organisations = take(parsed).organisations
    assert parsed.findings == ()
    assert organisations.units["library"].name == "图书馆"
    assert organisations.department_of("library") == "culture"
    assert organisations.calls["2023"].by == date(2024, 3, 31)


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ('[units.a]\ndepartment = "culture"\n', ("missing-key", "units.a.name")),
        ('[units.a]\nname = "甲"\ndepartment = "x"\n', ("unknown-department", "units.a.department")),
        ('[units.a]\nname = "甲"\ndepartment = ""\n', ("empty-value", "units.a.department")),
        ('[units.a]\nname = "甲"\ndepartment = 5\n', ("wrong-type", "units.a.department")),
        ('[units."甲"]\nname = "甲"\ndepartment = "culture"\n', ("slug", 'units."甲"')),
        ('[units.index]\nname = "甲"\ndepartment = "culture"\n', ("slug", "units.index")),
        ('[units.LIBRARY]\nname = "甲"\ndepartment = "culture"\n', ("shared-url", "units.LIBRARY")),
        ('[units.a]\nname = "甲"\ndepartment = "culture"\nx = 1\n', ("unknown-key", "units.a.x")),
    ],
)
def test_a_faulty_unit_takes_no_other_with_it(tmp_path: Path, entry: str, found: tuple[str, str]) -> None:
    parsed = load_text(tmp_path, ORGANISATIONS + entry)
    register = take(parsed)
    assert list_found(parsed) == [found]
    assert list(register.organisations.units) == ["library"]
    assert len(register.units.unsound) == 1


def test_units_of_a_faulty_department_cannot_be_used(tmp_path: Path) -> None:
    parsed = load_text(tmp_path, ORGANISATIONS.replace('name = "文化局"', ""))
    register = take(parsed)
    assert list_found(parsed) == [("missing-key", "departments.culture.name")]
    assert (register.organisations.units, list(register.units.unsound)) == ({}, ["library"])


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("[calls.soon]\n", ("unknown-key", "calls.soon")),
        ('[calls.2023]\nunits = ["libary"]\n', ("unknown-unit", "calls.2023.units[0]")),
        ("[calls.2023]\nunits = [5]\n", ("wrong-type", "calls.2023.units[0]")),
        ('[calls.2023]\nby = "2024-03-31"\n', ("wrong-type", "calls.2023.by")),
    ],
)
def test_a_faulty_call_is_told_of(tmp_path: Path, entry: str, found: tuple[str, str]) -> None:
    assert list_found(load_text(tmp_path, ORGANISATIONS + entry)) == [found]


def test_a_call_for_no_year_is_not_kept(tmp_path: Path) -> None:
    parsed = load_text(tmp_path, ORGANISATIONS + "[calls.soon]\n[calls.2024]\n")
    assert list(take(parsed).organisations.calls) == ["2024"]


@pytest.mark.parametrize(
    "text", ["departments = 1\nunits = [1]\ncalls = 'x'\n", "units.a = 1\ncalls.2023 = 1\n"]
)
def test_entries_that_are_no_tables_are_told_of(tmp_path: Path, text: str) -> None:
    parsed = load_text(tmp_path, text)
    assert {finding.rule for finding in parsed.findings} == {"wrong-type"}
    assert take(parsed).organisations.units == {}


@pytest.mark.parametrize(
    "text", ["[units", 'a = "甲\u200b"\n' + ORGANISATIONS, "note = 甲\n" + ORGANISATIONS]
)
def test_a_file_that_cannot_be_read_whole_is_no_register(tmp_path: Path, text: str) -> None:
    assert load_text(tmp_path, text).value is None


def test_what_can_be_read_of_it_is_checked_all_the_same(tmp_path: Path) -> None:
    parsed = load_text(tmp_path, ORGANISATIONS + '[units.a]\nname = 甲\ndepartment = "x"\n')
    assert list_found(parsed) == [
        ("toml-syntax", "units.a.name"),
        ("unknown-department", "units.a.department"),
    ]


def test_a_file_of_nothing_but_faults_is_cut_short_and_lets_none_pass(tmp_path: Path) -> None:
    text = "".join(f'[units."单位{number}"]\nname = "甲"\ndepartment = "x"\n' for number in range(500))
    parsed = load_text(tmp_path, text)
    assert len(parsed.findings) == 101
    assert parsed.findings[-1].rule == "too-many-faults"
    assert take(parsed).organisations.units == {}


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("cultur", "是不是 culture？如果不是，就登记 [departments.cultur]，写明 name。"),
        ("zzz", "改成已有的部门代号，或者登记 [departments.zzz]，写明 name。"),
    ],
)
def test_an_unknown_department_is_told_with_the_nearest_known_one(
    tmp_path: Path, written: str, suggestion: str
) -> None:
    text = f'{ORGANISATIONS}[departments.culture-2]\nname = "乙"\n[units.a]\nname = "甲"\ndepartment = "{written}"\n'
    (finding,) = load_text(tmp_path, text).findings
    assert finding.suggestion == suggestion
