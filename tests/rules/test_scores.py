"""Rules about points, case by case."""

from decimal import Decimal

import pytest

from generator.rules.rule import ProjectRule
from generator.rules.scores import ClaimedTotalNotSum, LostPointsUnexplained, WeightsNotHundred, plain
from tests.inline import judge_text


def keys_of(rule: type[ProjectRule], text: str) -> list[str]:
    return [finding.key for finding in rule().check(judge_text(text))]


def test_weights_of_which_rows_do_not_count() -> None:
    text = """
        name = "项目"
        funds = { weight = 10 }
        [[indicators]]
        name = "总数"
        weight = 90
        [[indicators]]
        name = "其中：一项"
        of_which = true
    """
    assert keys_of(WeightsNotHundred, text) == []


def test_weights_use_the_profile_where_the_form_prints_none_for_execution() -> None:
    assert keys_of(WeightsNotHundred, 'name = "项目"\nindicators = [{ name = "甲", weight = 90 }]') == []


def test_a_form_without_indicators_has_no_weights_to_add() -> None:
    assert keys_of(WeightsNotHundred, 'name = "项目"') == []


TOTAL = """
name = "项目"
funds = {{ weight = 10 }}
indicators = [{{ name = "甲", weight = 90, {score} }}]
reported = {{ execution_score = 9.06, total = {total} }}
"""


@pytest.mark.parametrize(
    ("score", "total", "expected"),
    [
        ("score = 80", "89.06", []),
        ("score = 80", "89.07", ["reported.total"]),
        ("score = 80.004", "89.06", []),
        ("", "89.06", []),
    ],
)
def test_claimed_total(score: str, total: str, expected: list[str]) -> None:
    assert keys_of(ClaimedTotalNotSum, TOTAL.format(score=score, total=total)) == expected


ROW = 'name = "项目"\nindicators = [{{ name = "甲", weight = 10, {rest} }}]'


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("score = 9", ["indicators[0].score"]),
        ('score = 9, explanation = "  "', ["indicators[0].score"]),
        ('score = 9, explanation = "大雨停工三日"', []),
        ("score = 10", []),
        ("score = 11", []),
    ],
)
def test_lost_points(rest: str, expected: list[str]) -> None:
    assert keys_of(LostPointsUnexplained, ROW.format(rest=rest)) == expected


def test_points_are_written_without_exponent_or_trailing_zeros() -> None:
    assert [plain(Decimal(text)) for text in ("100", "1E+2", "95.50", "0.00")] == ["100", "100", "95.5", "0"]
