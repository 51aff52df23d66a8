"""What several rules ask of budget and spending."""

from decimal import Decimal

import pytest

from generator.check.rules.budgets import BudgetMissing
from generator.check.rules.execution import (
    ExecutionScoreNotRecomputed,
    LowExecutionUnexplained,
    RateNotRecomputed,
)
from generator.check.rules.funds import ExecutedAboveAdjusted
from generator.check.rules.limits import PointsOutrunExecution
from generator.check.rules.money_units import YuanTakenForWan
from generator.check.rules.rule import ProjectRule
from generator.check.rules.spending import bound_rate, is_spending_explained, share_points
from tests.check.rules.near_misses import keys_of
from tests.inline import judge_text

OTHERS: list[type[ProjectRule]] = [
    ExecutedAboveAdjusted,
    RateNotRecomputed,
    ExecutionScoreNotRecomputed,
    LowExecutionUnexplained,
    PointsOutrunExecution,
    BudgetMissing,
]


@pytest.mark.parametrize("executed", ["4589000", "0.0459"])
def test_one_rule_alone_speaks_of_mixed_units(executed: str) -> None:
    text = f"""
        name = "项目"
        indicators = [{{ name = "甲", weight = 90, score = 90 }}]
        reported = {{ rate = "99.76%", execution_score = 9.98 }}
        [funds]
        unit = "万元"
        total = {{ initial = 460, adjusted = 460, executed = {executed} }}
    """
    assert keys_of(YuanTakenForWan, text) == ["funds.total.executed"]
    assert not any(keys_of(rule, text) for rule in OTHERS)


@pytest.mark.parametrize(("score", "rule"), [(90, PointsOutrunExecution), (60, LowExecutionUnexplained)])
def test_money_that_was_left_without_a_word_is_told_once(score: int, rule: type[ProjectRule]) -> None:
    text = f"""
        name = "项目"
        funds.total = {{ initial = 460, adjusted = 460, executed = 200 }}
        indicators = [{{ name = "甲", weight = 90, score = {score} }}]
    """
    both: tuple[type[ProjectRule], ...] = (PointsOutrunExecution, LowExecutionUnexplained)
    found = [one for one in both if keys_of(one, text)]
    assert found == [rule]


def test_rows_that_claim_nothing_do_not_count_in_the_share_of_the_points() -> None:
    text = """
        name = "项目"
        indicators = [
            { name = "甲", weight = 40, score = 30 }, { name = "乙", weight = 50 }, { name = "丙", score = 9 },
        ]
    """
    assert share_points(judge_text(text)) == Decimal("0.75")
    assert share_points(judge_text('name = "项目"\nindicators = [{ name = "乙", weight = 50 }]')) is None


@pytest.mark.parametrize(
    ("funds", "low", "high"),
    [
        ('unit = "万元", total = { adjusted = 10, executed = 5 }', "4.995/10.005", "5.005/9.995"),
        ('unit = "万元", total = { adjusted = 10.0, executed = 5.0 }', "4.95/10.05", "5.05/9.95"),
        ('unit = "万元", total = { adjusted = 10.0, executed = 5.01 }', "5.005/10.005", "5.015/9.995"),
        ('unit = "万元", total = { adjusted = 10, executed = 0 }', "0/10.005", "0.005/9.995"),
        ('unit = "万元", total = { adjusted = 0.004, executed = 0.002 }', "0.0015/0.0045", "0.0025/0.0035"),
        ('unit = "元", total = { adjusted = 10, executed = 5 }', "5/10", "5/10"),
    ],
)
def test_a_rate_lies_where_rounded_amounts_let_it(funds: str, low: str, high: str) -> None:
    found = bound_rate(judge_text(f'name = "项目"\nfunds = {{ {funds} }}'))
    assert found == tuple(divide(one) for one in (low, high))


def divide(quotient: str) -> Decimal:
    number, divisor = map(Decimal, quotient.split("/"))
    return number / divisor


@pytest.mark.parametrize(
    ("row", "explained"),
    [
        ('level1 = "产出指标", score = 8, explanation = "因雨停工"', True),
        ('level1 = "产出指标", score = 10, explanation = "因雨停工"', False),
        ('level1 = "产出指标", score = 8, explanation = "无"', False),
        ('level1 = "效益指标", score = 8, explanation = "因雨停工"', False),
        ('level1 = "产出指标", explanation = "因雨停工"', False),
    ],
)
def test_an_output_that_fell_short_for_a_reason_explains_what_was_left(row: str, explained: bool) -> None:
    text = f'name = "项目"\nindicators = [{{ name = "甲", weight = 10, {row} }}]'
    assert is_spending_explained(judge_text(text)) is explained
