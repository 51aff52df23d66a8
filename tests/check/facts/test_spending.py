"""Indicators that repeat the funds table."""

from decimal import Decimal

import pytest

from generator.check.facts.spending import read_spending_row
from generator.model.form import Amounts
from tests.score.samples import make_row, score_cells

TOTAL = Amounts(adjusted=Decimal(200), executed=Decimal(150))


def read(name: str, actual: str, total: Amounts = TOTAL) -> tuple[object, ...] | None:
    found = read_spending_row(make_row("95%", actual, name=name), score_cells("95%", actual), total)
    return found and (found.says, found.step, found.expected, found.is_execution)


def test_what_a_row_says_and_what_the_table_gives() -> None:
    assert read("指标1:预算执行率", "98%") == (Decimal("0.98"), Decimal("0.01"), Decimal("0.75"), True)
    assert read("资金节约率", "15.5%") == (Decimal("0.155"), Decimal("0.001"), Decimal("0.25"), False)
    assert read("设备使用率", "98%") is None


@pytest.mark.parametrize("actual", ["完成", "≥95%", "98", "90%-95%", ""])
def test_what_is_no_single_share_says_none(actual: str) -> None:
    found = read("预算执行率", actual)
    assert found is not None
    assert found[0] is None


def test_where_there_is_no_budget_nothing_is_expected() -> None:
    found = read("预算执行率", "98%", Amounts(executed=Decimal(1)))
    assert found is not None
    assert found[2] is None
