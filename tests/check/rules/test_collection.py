"""Rules about all projects together."""

from datetime import date

import pytest

from generator.check.rules.collection import ProjectFiledTwice, UnitNotSubmitted
from tests.check.rules.near_misses import keys_among
from tests.inline import ORGANISATIONS, gather_files


@pytest.mark.parametrize(
    ("path", "name", "fires"),
    [
        ("projects/2023/unit/b.toml", "项目", True),
        ("projects/2023/unit/b.toml", "项 目", True),
        ("projects/2023/unit/b.toml", "项目二期", False),
        ("projects/2024/unit/b.toml", "项目", False),
    ],
)
def test_a_name_filed_twice(path: str, name: str, fires: bool) -> None:
    files = {"projects/2023/unit/a.toml": 'name = "项目"', path: f'name = "{name}"'}
    assert keys_among(ProjectFiledTwice, files) == (["name"] if fires else [])


@pytest.mark.parametrize(
    ("call", "today", "files", "expected"),
    [
        ("by = 2024-03-31", date(2024, 4, 1), {}, ["calls.2023"]),
        ("by = 2024-03-31", date(2024, 3, 31), {}, []),
        ("by = 2024-03-31", None, {}, []),
        ("", date(2024, 4, 1), {}, []),
        ('by = 2024-03-31\nunits = ["unit"]', date(2024, 4, 1), {}, ["calls.2023"]),
        ("by = 2024-03-31", date(2024, 4, 1), {"projects/2023/unit/a.toml": 'name = "项目"'}, []),
        ("by = 2024-03-31", date(2024, 4, 1), {"projects/2022/unit/a.toml": 'name = "项目"'}, ["calls.2023"]),
    ],
)
def test_a_unit_that_has_not_submitted(
    call: str, today: date | None, files: dict[str, str], expected: list[str]
) -> None:
    organisations = f"{ORGANISATIONS}\n[calls.2023]\n{call}\n"
    facts = gather_files({"organisations.toml": organisations, **files}, today=today)
    assert [finding.key for finding in UnitNotSubmitted().check(facts.collection)] == expected
