"""What a profile's values must be among themselves."""

from pathlib import Path

import pytest

from tests.load.test_profiles import ON_BASE, list_found

CITY = "profiles/city.toml"


@pytest.mark.parametrize(
    ("text", "rule", "key"),
    [
        ('[document]\nissuer = ""\n', "missing-key", "document.issuer"),
        ("[validity]\nfrom = 2022\nto = 2020\n", "out-of-range", "validity.from"),
        ("[validity]\nfrom = 20\n", "out-of-range", "validity.from"),
        ('[execution]\nmethod = "steps"\n', "missing-key", "execution.steps"),
        (
            '[execution]\nmethod = "steps"\nsteps = [{ least = 0.6, share = 0.5 }, { least = 0.9, share = 1 }]\n',
            "out-of-range",
            "execution.steps[1].least",
        ),
        ('[[methods]]\nmethod = "interval"\nbasis = "无"\n', "missing-key", "methods[0].steps"),
        (
            '[[alternatives]]\nwithout = "成本指标"\nadds = { "产出指标" = 10 }\nbasis = "无"\n',
            "unknown-choice",
            "alternatives[0].without",
        ),
        (
            '[[alternatives]]\nwithout = "产出指标"\nadds = { "成本指标" = 10 }\nbasis = "无"\n',
            "unknown-choice",
            "alternatives[0].adds",
        ),
    ],
)
def test_what_contradicts_itself_is_told_of(tmp_path: Path, text: str, rule: str, key: str) -> None:
    assert list_found(tmp_path, {"city": ON_BASE + text}) == [(CITY, rule, key)]


@pytest.mark.parametrize(
    "text",
    [
        '[document]\nissuer = ""\ninferred = true\n',
        "[validity]\nfrom = 2022\nto = 2022\n",
        '[execution]\nmethod = "steps"\nsteps = [{ least = 0.9, share = 1 }]\n',
        '[[alternatives]]\nwithout = "满意度指标"\nadds = { "效益指标" = 10 }\nbasis = "无"\n',
    ],
)
def test_what_makes_sense_is_left_alone(tmp_path: Path, text: str) -> None:
    assert list_found(tmp_path, {"city": ON_BASE + text}) == []
