"""The rule about 元 taken for 万元."""

import pytest

from generator.check.rules.money_units import YuanTakenForWan
from tests.check.rules.near_misses import keys_among, keys_of


@pytest.mark.parametrize(
    ("funds", "expected"),
    [
        ("{ initial = 82.9, adjusted = 829000 }", ["funds.total.initial"]),
        ("{ initial = 829000, adjusted = 829000, executed = 82.5 }", ["funds.total.executed"]),
        ("{ initial = 829000, adjusted = 829000, executed = 60 }", ["funds.total.executed"]),
        ("{ initial = 829000, adjusted = 829000, executed = 20 }", []),
        ("{ initial = 82, adjusted = 929000 }", ["funds.total.initial"]),
        ("{ initial = 20, adjusted = 829000 }", []),
        ("{ initial = 0, adjusted = 829000 }", []),
    ],
)
def test_amounts_of_one_form(funds: str, expected: list[str]) -> None:
    assert keys_of(YuanTakenForWan, f'name = "项目"\nfunds.total = {funds}') == expected


@pytest.mark.parametrize(
    ("amount", "fires"),
    [("82.9元", False), ("82.9万元", False), ("3万元", False), ("82.9亿元", True), ("829000万元", True)],
)
def test_amount_in_the_goal(amount: str, fires: bool) -> None:
    text = (
        f'name = "项目"\nfunds.total.adjusted = 829000\ngoals = [{{ expected = "投入{amount}，建成站点。" }}]'
    )
    assert keys_of(YuanTakenForWan, text) == (["goals[0].expected"] if fires else [])


def test_amount_in_the_goal_beside_what_was_budgeted_at_first() -> None:
    text = (
        'name = "项目"\ngoals = [{ expected = "安排186万元。" }]\n'
        '[funds]\nunit = "万元"\ntotal = { initial = 1860000, adjusted = 1674000 }'
    )
    assert keys_of(YuanTakenForWan, text) == ["goals[0].expected"]


@pytest.mark.parametrize(
    ("source", "expected"), [("829000", ["funds.sources[0].adjusted"]), ("82", []), ("0.0083", [])]
)
def test_source_and_total(source: str, expected: list[str]) -> None:
    text = (
        f'name = "项目"\n[funds]\ntotal.adjusted = 82.9\nsources = [{{ name = "甲", adjusted = {source} }}]'
    )
    assert keys_of(YuanTakenForWan, text) == expected


@pytest.mark.parametrize(
    ("before", "fires"), [("70", True), ("70000", False), ('70\nfunds.unit = "万元"', False)]
)
def test_amounts_of_two_years(before: str, fires: bool) -> None:
    files = {
        "projects/2022/unit/project.toml": f'name = "项目"\nfunds.total.adjusted = {before}',
        "projects/2023/unit/project.toml": 'name = "项目"\nfunds.total.adjusted = 829000',
    }
    assert keys_among(YuanTakenForWan, files) == (["funds.total.adjusted"] if fires else [])
