"""Rules about claimed scores, each by itself."""

import pytest

from generator.rules.claims import ClaimAboveWeight, ClaimNegative, ClaimTooFine
from generator.rules.rule import ProjectRule
from tests.rules.near_misses import keys_of


@pytest.mark.parametrize(
    ("rule", "row", "fires"),
    [
        (ClaimAboveWeight, "weight = 10, score = 10.01", True),
        (ClaimAboveWeight, "weight = 10, score = 10", False),
        (ClaimAboveWeight, "score = 10", False),
        (ClaimNegative, "weight = 10, score = -0.5", True),
        (ClaimNegative, "weight = 10, score = 0", False),
        (ClaimTooFine, "weight = 10, score = 8.333", True),
        (ClaimTooFine, "weight = 10, score = 8.33", False),
        (ClaimTooFine, "weight = 10, score = 8.330", False),
        (ClaimTooFine, "weight = 10, score = 8.333, of_which = true", False),
    ],
)
def test_score_of_a_row(rule: type[ProjectRule], row: str, fires: bool) -> None:
    text = f'name = "项目"\nindicators = [{{ name = "甲", {row} }}]'
    assert keys_of(rule, text) == (["indicators[0].score"] if fires else [])


@pytest.mark.parametrize(
    ("rule", "score"), [(ClaimAboveWeight, "11"), (ClaimNegative, "-1"), (ClaimTooFine, "9.055")]
)
def test_score_of_execution(rule: type[ProjectRule], score: str) -> None:
    text = f'name = "项目"\nfunds = {{ weight = 10 }}\nreported = {{ execution_score = {score} }}'
    assert keys_of(rule, text) == ["reported.execution_score"]
