"""Rules about the budget."""

import pytest

from generator.check.rules.budgets import BudgetChangeUnexplained, BudgetMissing
from tests.check.rules.near_misses import keys_of


def funds(lines: str, rest: str = "") -> str:
    return f'name = "项目"\n{rest}\n[funds]\n{lines}\n'


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        ("total = { initial = 5 }", True),
        ("total = { adjusted = 0, executed = 0 }", True),
        ("total = { adjusted = 5 }", False),
        ('total = { initial = 5, adjusted = 0 }\nexplanation = "项目取消，预算全部收回。"', False),
        ('total = { initial = 5, adjusted = 0 }\nexplanation = "无"', True),
        ("total = { initial = 5, executed = 4 }", True),
        # a paper without a column for the adjusted budget
        ('total = { initial = 310.2, executed = 154.74 }\n[reported]\nrate = "50%"', False),
        ('total = { initial = 310.2, executed = 154.74 }\n[reported]\nrate = "70%"', True),
        (
            'total = { initial = 310.2, executed = 154.74 }\nsources = [{ name = "甲", adjusted = 0 }]\n'
            '[reported]\nrate = "50%"',
            True,
        ),
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
        ("total = { initial = 0, adjusted = 1200000 }", "", True),
        ("total = { adjusted = 1200000 }", "", False),  # the paper has no such column, or nobody filled it in
        (
            'total = { initial = 0, adjusted = 5 }\nsources = [{ name = "上年结转资金", adjusted = 5 }]',
            "",
            False,
        ),
        ('total = { initial = 0, adjusted = 5 }\nexplanation = "年中追加，用于设备更新。"', "", False),
        ("total = { initial = 0, adjusted = 0 }", "", False),
        ('total = { initial = 1, adjusted = 2 }\nexplanation = "无"', "", True),
        ("total = { initial = 1, adjusted = 0 }", "", False),  # a zero is told by another rule
        ("total = { initial = 1, adjusted = 2 }", 'goals = [{ actual = "资金全部发放到位。" }]', True),
        ('total = { initial = 1, adjusted = 2 }\nexplanation = "新增两个居委会。"', "", False),
        ("total = { initial = 1, adjusted = 2 }", 'goals = [{ actual = "年中追加预算，增设站点。" }]', False),
    ],
)
def test_budget_change(lines: str, rest: str, fires: bool) -> None:
    assert keys_of(BudgetChangeUnexplained, funds(lines, rest)) == (["funds.total.adjusted"] if fires else [])
