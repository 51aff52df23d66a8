"""Which of the known names somebody meant."""

from collections.abc import Collection
from pathlib import Path

import pytest

from generator.load import guessing
from generator.load.files import Source
from generator.load.guessing import MOST_COMPARED, guess_names
from generator.load.organisations import load_organisations
from generator.load.places import Units, read_place
from generator.load.profiles import report_unknown_profile

MANY = [f"danwei-{number}" for number in range(10 * MOST_COMPARED)]


@pytest.mark.parametrize("known", [["tushuguan", "wenhuaguan"], ["tushuguan", *MANY]])
def test_what_is_nearly_written_so_was_meant(known: list[str]) -> None:
    assert guess_names("Tushugaun", known) == ["tushuguan"]
    assert guess_names("bowuyuan", known) == []


def test_of_very_many_names_few_are_compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Many files of unknown units, and many units, are not held against one another, each against each."""
    compared = []

    def compare(_: str, known: Collection[str], *_args: int) -> list[str]:
        compared.append(len(known))
        return []

    monkeypatch.setattr(guessing, "get_close_matches", compare)
    read_place("projects/2023/danwei-x/a.toml", Units(frozenset(MANY)))
    report_unknown_profile("danwei-x", MANY, "site.toml", "profile")
    register = tmp_path / "organisations.toml"
    register.write_text(
        "".join(f'[departments.{name}]\nname = "甲"\n' for name in MANY)
        + "".join(f'[units.{name}]\nname = "乙"\ndepartment = "bumen"\n' for name in MANY),
        encoding="utf-8",
    )
    load_organisations(Source(register.name, str(register)))
    assert len(compared) >= 100  # the register's findings alone are as many
    assert max(compared) <= MOST_COMPARED
