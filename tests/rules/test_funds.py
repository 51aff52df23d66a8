"""Rules about money: what fires, and the near misses that must stay silent."""

import pytest

from generator.rules.funds import (
    BudgetChangeUnexplained,
    BudgetMissing,
    ExecutedAboveAdjusted,
    ExecutionScoreNotRecomputed,
    FundsTotalNotSum,
    LowExecutionUnexplained,
    RateNotRecomputed,
    ZeroTotalOverSpentSource,
)
from tests.rules.near_misses import keys_of


def funds(lines: str, rest: str = "") -> str:
    return f'name = "项目"\n{rest}\n[funds]\n{lines}\n'


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('total = { initial = 3 }\nsources = [{ name = "甲", initial = 1 }]', ["funds.total.initial"]),
        ('total = { initial = 3 }\nsources = [{ name = "甲", initial = 3 }, { name = "乙" }]', []),
        ("total = { initial = 3 }", []),
        # the blank cell of a source that has money may hold the rest
        (
            'total = { executed = 3 }\nsources = [{ name = "甲", executed = 1 }, { name = "乙", initial = 5 }]',
            [],
        ),
        # levels of government are parts of the source above them
        (
            "total = { initial = 3 }\n"
            'sources = [{ name = "财政拨款", initial = 3 }, { name = "其中：中央", initial = 2 },'
            ' { name = "市级", initial = 1 }]',
            [],
        ),
        # sources in 万元 are rounded each by itself
        ('unit = "万元"\ntotal = { initial = 3 }\nsources = [{ name = "甲", initial = 2.99 }]', []),
        (
            'unit = "万元"\ntotal = { initial = 3 }\nsources = [{ name = "甲", initial = 2.9 }]',
            ["funds.total.initial"],
        ),
        # a zero above money is another rule's
        ('total = { initial = 0 }\nsources = [{ name = "甲", initial = 2 }]', []),
    ],
)
def test_total_and_sources(lines: str, expected: list[str]) -> None:
    assert keys_of(FundsTotalNotSum, funds(lines)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('total = { executed = 0 }\nsources = [{ name = "甲", executed = 2 }]', ["funds.total.executed"]),
        ('total = { executed = 0 }\nsources = [{ name = "甲", executed = 0 }]', []),
        ('total = {}\nsources = [{ name = "甲", executed = 2 }]', []),
    ],
)
def test_zero_total(lines: str, expected: list[str]) -> None:
    assert keys_of(ZeroTotalOverSpentSource, funds(lines)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("total = { adjusted = 100, executed = 100.01 }", ["funds.total.executed"]),
        ("total = { adjusted = 100, executed = 100 }", []),
        ("total = { adjusted = 0, executed = 5 }", []),
        (
            'total = { adjusted = 100, executed = 100 }\nsources = [{ name = "甲", adjusted = 1, executed = 2 }]',
            ["funds.sources[0].executed"],
        ),
    ],
)
def test_executed_above_adjusted(lines: str, expected: list[str]) -> None:
    assert keys_of(ExecutedAboveAdjusted, funds(lines)) == expected


RATE = 'name = "项目"\nfunds.total = {{ adjusted = 829000, executed = {executed} }}\nreported.rate = "{rate}"'


@pytest.mark.parametrize(
    ("executed", "rate", "profile", "fires"),
    [
        ("750700", "90.56%", "shanghai", False),
        ("750700", "90.55%", "shanghai", True),
        ("750700", "90.55%", "mof-2020", False),
        ("750700", "90.56%", "mof-2020", True),
        ("750700", "90.6%", "mof-2020", False),
        ("750700", "91%", "mof-2020", False),
        ("750700", "90.56", "shanghai", False),
        ("750700", "0.9056", "shanghai", False),
        ("750700", "９０．５６％", "shanghai", False),
        ("750700", "较高", "shanghai", False),
        ("912000", "100.00%", "shanghai", False),
        ("912000", "110.02%", "shanghai", False),
    ],
)
def test_rate(executed: str, rate: str, profile: str, fires: bool) -> None:
    keys = keys_of(RateNotRecomputed, RATE.format(executed=executed, rate=rate), profile)
    assert keys == (["reported.rate"] if fires else [])


SCORE = """
name = "项目"
funds.total = {{ adjusted = 829000, executed = 750700 }}
reported = {{ rate = "{rate}", execution_score = {score} }}
"""


@pytest.mark.parametrize(
    ("rate", "score", "fires"),
    [
        ("90.56%", "9.06", False),
        ("90.56%", "9.056", True),
        ("95%", "9.5", False),  # follows from a rate that another rule speaks of
        ("90.56%", "10", True),
        ("90.56%", "9", True),
    ],
)
def test_execution_score(rate: str, score: str, fires: bool) -> None:
    keys = keys_of(ExecutionScoreNotRecomputed, SCORE.format(rate=rate, score=score))
    assert keys == (["reported.execution_score"] if fires else [])


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        ("total = { initial = 5 }", True),
        ("total = { adjusted = 0, executed = 0 }", True),
        ("total = { adjusted = 5 }", False),
        # a zero above a source with a budget is told by another rule
        ('total = { adjusted = 0 }\nsources = [{ name = "甲", adjusted = 5 }]', False),
    ],
)
def test_budget_missing(lines: str, fires: bool) -> None:
    assert keys_of(BudgetMissing, funds(lines)) == (["funds.total.adjusted"] if fires else [])


@pytest.mark.parametrize(
    ("lines", "rest", "fires"),
    [
        ("total = { initial = 1200000, adjusted = 1500000 }", "", True),
        ("total = { initial = 1500000, adjusted = 1150000 }", "", True),
        ("total = { initial = 1000000, adjusted = 1200000 }", "", False),
        ("total = { initial = 0, adjusted = 1200000 }", "", False),
        ('total = { initial = 1, adjusted = 2 }\nexplanation = "无"', "", True),
        ('total = { initial = 1, adjusted = 2 }\nexplanation = "新增两个居委会。"', "", False),
        ("total = { initial = 1, adjusted = 2 }", 'goals = [{ actual = "年中追加预算，增设站点。" }]', False),
    ],
)
def test_budget_change(lines: str, rest: str, fires: bool) -> None:
    assert keys_of(BudgetChangeUnexplained, funds(lines, rest)) == (["funds.total.adjusted"] if fires else [])


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        ("total = { adjusted = 100, executed = 79.99 }", True),
        ("total = { adjusted = 100, executed = 80 }", False),
        ('total = { adjusted = 100, executed = 10 }\nexplanation = "项目推迟到次年。"', False),
        ("total = { adjusted = 0, executed = 0 }", False),
    ],
)
def test_low_execution(lines: str, fires: bool) -> None:
    assert keys_of(LowExecutionUnexplained, funds(lines)) == (["funds.total.executed"] if fires else [])
