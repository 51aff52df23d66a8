"""Facts about all projects together."""

from datetime import date

import pytest

from generator.model.project import Place
from tests.inline import ORGANISATIONS, gather_files

UNITS = """
[departments.department]
name = "主管部门"
"""


def list_overdue(calls: str, *files: str) -> tuple[tuple[str, str], ...]:
    """List who should have filed by April 2025, of three units that are entered in no order."""
    units = "".join(f'[units.{key}]\nname = "{key}"\ndepartment = "department"\n' for key in "bca")
    forms = {f"projects/{file}.toml": f'name = "{file}"' for file in files}
    found = gather_files({"organisations.toml": UNITS + units + calls, **forms}, today=date(2025, 4, 1))
    return found.collection.overdue


def test_a_call_that_names_units_asks_nobody_else() -> None:
    assert list_overdue('[calls.2023]\nby = 2024-03-31\nunits = ["a", "c"]', "2023/c/x") == (("2023", "a"),)


def test_who_is_overdue_stands_in_order_of_year_and_unit() -> None:
    calls = "[calls.2024]\nby = 2025-03-31\n[calls.2022]\nby = 2023-03-31\n[calls.2023]\nby = 2024-03-31\n"
    assert list_overdue(calls) == tuple((year, unit) for year in ("2022", "2023", "2024") for unit in "abc")


def test_a_unit_with_a_file_of_that_year_is_not_overdue() -> None:
    assert list_overdue("[calls.2023]\nby = 2024-03-31", "2023/a/x", "2022/b/x") == (
        ("2023", "b"),
        ("2023", "c"),
    )


@pytest.mark.parametrize("kind", ["target", "department", "transfer"])
def test_a_form_of_another_kind_is_no_self_evaluation(kind: str) -> None:
    other = f'name = "x"\nkind = "{kind}"'
    files = {"projects/2023/unit/a.toml": 'name = "x"', "projects/2023/unit/b.toml": other}
    assert gather_files(files).collection.names == {(2023, "unit", "x"): (Place(2023, "unit", "a"),)}
    calls = ORGANISATIONS + "[calls.2023]\nby = 2024-03-31\n"
    only = {"organisations.toml": calls, "projects/2023/unit/b.toml": other}
    assert gather_files(only, today=date(2025, 4, 1)).collection.overdue == (("2023", "unit"),)
