"""Rules about indicators that repeat the funds table."""

import pytest

from generator.check.rules.rates import ExecutionCountedTwice, SpendingRowDiffers
from tests.check.rules.near_misses import keys_of

FUNDS = '[funds]\nunit = "万元"\ntotal = { initial = 2960, adjusted = 2960, executed = 2798.3 }'


@pytest.mark.parametrize(
    ("name", "actual", "fires"),
    [
        ("预算执行率", "=98%", True),
        ("指标1：项目预算执行率", "98%", True),
        ("预算执行率", "94.54%", False),
        ("预算执行率", "94.53%", False),  # cut off where it was to be rounded
        ("预算执行率", "95%", False),
        ("预算执行率", "94.5%", False),
        ("预算执行率", "94.1%", True),
        ("预算执行率", "≥95%", False),  # a bound
        ("预算执行率", "完成", False),
        ("资金使用率", "100%", True),
        ("资金节约率", "15%", True),
        ("资金节约率", "5.46%", False),
        ("资金节约率", "5%", False),
        ("资金到位率", "100%", False),
        ("资金使用合规率", "100%", False),
        ("设备使用率", "100%", False),
    ],
)
def test_a_row_that_says_otherwise_than_the_funds_table(name: str, actual: str, fires: bool) -> None:
    row = f'{{ name = "{name}", target = "95%", actual = "{actual}" }}'
    keys = keys_of(SpendingRowDiffers, f'name = "项目"\nindicators = [{row}]\n{FUNDS}')
    assert keys == (["indicators[0].actual"] if fires else [])


def test_a_row_of_execution_beyond_the_budget_may_say_all_of_it() -> None:
    funds = "[funds]\ntotal = { adjusted = 100, executed = 110 }"
    row = '{ name = "预算执行率", target = "100%", actual = "100%" }'
    assert keys_of(SpendingRowDiffers, f'name = "项目"\nindicators = [{row}]\n{funds}') == []


@pytest.mark.parametrize(
    ("funds", "row", "fires"),
    [
        ("funds.weight = 10", 'name = "预算执行率", weight = 10', True),
        ("reported.execution_score = 10", 'name = "资金支出率", weight = 10', True),
        ("", 'name = "预算执行率", weight = 10', False),  # the paper counts it here alone
        ("funds.weight = 0", 'name = "预算执行率", weight = 10', False),
        ("funds.weight = 10", 'name = "预算执行率"', False),
        ("funds.weight = 10", 'name = "资金节约率", weight = 10', False),
        ("funds.weight = 10", 'name = "预算执行率提高幅度", weight = 10', False),
    ],
)
def test_execution_counted_twice(funds: str, row: str, fires: bool) -> None:
    text = f'name = "项目"\nindicators = [{{ {row} }}, {{ name = "甲", weight = 80 }}]\n{funds}'
    assert keys_of(ExecutionCountedTwice, text) == (["indicators[0].weight"] if fires else [])
