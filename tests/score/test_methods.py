"""Which method an indicator is scored by."""

from typing import Any

import pytest

from generator.score.methods import find_method
from generator.score.points import ZERO
from generator.score.questions import Question
from generator.score.values import read_value
from tests.score.samples import make_profile, make_row


def find(conditions: dict[str, Any], target: str = "≥90%", **cells: Any) -> bool:
    profile = make_profile(methods=({"method": "direct", "basis": "某文件", **conditions},))
    row = make_row(target, "90%", **cells)
    return find_method(Question(row, read_value(target), read_value("90%"), ZERO, profile)) is not None


@pytest.mark.parametrize(
    ("conditions", "fits"),
    [
        ({}, True),
        ({"levels": ["满意度"]}, True),
        ({"levels": ["产出"]}, False),
        ({"names": ["知晓", "满意"]}, True),
        ({"names": ["知晓"]}, False),
        ({"targets": ["≥90%"]}, True),
        ({"targets": ["是"]}, False),
        ({"kinds": ["quantity"]}, True),
        ({"kinds": ["words"]}, False),
        ({"levels": ["满意度"], "kinds": ["words"]}, False),
    ],
)
def test_one_word_of_each_stated_condition_must_fit(conditions: dict[str, Any], fits: bool) -> None:
    assert find(conditions, level1="满意度指标(10分)", name="群众满意率") is fits


def test_the_first_that_fits_is_taken() -> None:
    profile = make_profile("mof-2021")
    row = make_row("≥90%", "85%", level1="满意度指标")
    found = find_method(Question(row, read_value("≥90%"), read_value("85%"), ZERO, profile))
    assert found is profile.methods[0]
