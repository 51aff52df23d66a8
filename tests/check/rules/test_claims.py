"""Rules about claimed scores, each by itself."""

import pytest

from generator.check.rules.claims import (
    ClaimAboveWeight,
    ClaimNegative,
    ClaimTooFine,
    NothingThereEarnsPoints,
)
from generator.check.rules.rule import ProjectRule
from tests.check.rules.near_misses import keys_of


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


@pytest.mark.parametrize(
    ("name", "target", "actual", "score", "fires"),
    [
        ("经济效益", "无经济效益", "无", "10", True),
        ("经济效益", "显著", "不涉及", "10", True),
        ("经济效益", "显著", "本项目不涉及经济效益", "10", True),
        ("无生态效益", "", "", "5", True),
        ("查档便利度", "无明显效益", "无", "5", True),
        ("隐患", "无明显隐患", "无", "5", False),
        ("经济效益", "不适用", "不适用", "5", True),
        ("经济效益", "无", "无", "5", True),
        ("经济效益", "无经济效益", "无", "0", False),
        ("安全事故", "无", "无", "5", False),
        ("有责投诉", "0起", "无", "5", False),
        ("生态环境", "无负面影响", "无负面影响", "5", False),
        ("生态环境", "无环境影响", "无环境影响", "5", False),
        ("综合效益", "显著", "没有产生经济和社会效益", "5", True),
        ("社会效益", "无不良社会影响", "无不良社会影响", "5", False),
        ("经济效益", "无经济效益下降", "无", "5", False),
        ("信息公开", "不涉及的不公开", "已公开", "5", False),
    ],
)
def test_nothing_that_earns_points(name: str, target: str, actual: str, score: str, fires: bool) -> None:
    row = f'{{ name = "{name}", target = "{target}", actual = "{actual}", weight = 10, score = {score} }}'
    keys = keys_of(NothingThereEarnsPoints, f'name = "项目"\nindicators = [{row}]')
    assert keys == (["indicators[0].score"] if fires else [])


def test_claims_of_a_goals_rows_above_its_points() -> None:
    form = """
name = "项目"
profile = "hubei"
funds = {{ weight = 20 }}
goals = [{{ expected = "养护绿地", weight = 80 }}]
indicators = [
  {{ name = "甲", target = "通过", actual = "通过", score = 50 }},
  {{ name = "乙", target = "通过", actual = "通过", score = {second} }},
]
"""
    assert keys_of(ClaimAboveWeight, form.format(second=40)) == ["goals[0]"]
    assert not keys_of(ClaimAboveWeight, form.format(second=30))
