"""Rules about money: what fires, and the near misses that must stay silent."""

import pytest

from generator.check.rules.funds import ExecutedAboveAdjusted, FundsTotalNotSum, ZeroTotalOverSpentSource
from tests.check.rules.near_misses import keys_of
from tests.inline import judge_text


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
        # parts stand below their source without saying so
        (
            "total = { initial = 3 }\n"
            'sources = [{ name = "财政拨款", initial = 3 }, { name = "一般公共预算", initial = 2 },'
            ' { name = "政府性基金", initial = 1 }, { name = "其他资金", initial = 0 }]',
            [],
        ),
        (
            "total = { initial = 3 }\n"
            'sources = [{ name = "中央资金", initial = 1 }, { name = "地方资金", initial = 2 },'
            ' { name = "省级", initial = 1.5 }, { name = "县级", initial = 0.5 }, { name = "其他", initial = 0 }]',
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
        ('total = {}\nsources = [{ name = "甲", executed = 2 }]', ["funds.total.executed"]),
        ('total = {}\nsources = [{ name = "甲" }]', []),
        ('total = { executed = 2 }\nsources = [{ name = "甲", executed = 2 }]', []),
        # all columns at once
        (
            "total = { initial = 0, adjusted = 0, executed = 0 }\n"
            'sources = [{ name = "甲", initial = 3, adjusted = 2, executed = 2 }]',
            ["funds.total.initial"],
        ),
    ],
)
def test_zero_total(lines: str, expected: list[str]) -> None:
    assert keys_of(ZeroTotalOverSpentSource, funds(lines)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("total = { adjusted = 100, executed = 100.01 }", ["funds.total.executed"]),
        ("total = { adjusted = 100, executed = 100 }", []),
        ('total = { adjusted = 100, executed = 120 }\nexplanation = "年中收到其他资金 20 万元补足。"', []),
        ('total = { adjusted = 100, executed = 120 }\nexplanation = "无"', ["funds.total.executed"]),
        ("total = { adjusted = 0, executed = 5 }", []),
        (
            'total = { adjusted = 100, executed = 100 }\nsources = [{ name = "甲", adjusted = 1, executed = 2 }]',
            ["funds.sources[0].executed"],
        ),
    ],
)
def test_executed_above_adjusted(lines: str, expected: list[str]) -> None:
    assert keys_of(ExecutedAboveAdjusted, funds(lines)) == expected


def test_a_part_that_is_told_alone_counts_only_in_its_source() -> None:
    sources = '{ name = "财政拨款", initial = 3 }, { name = "其中：中央", initial = 2 }'
    assert keys_of(FundsTotalNotSum, funds(f"total = {{ initial = 3 }}\nsources = [{sources}]")) == []


def test_spending_beyond_the_budget_is_told_once_of_total_and_sources() -> None:
    amounts = "adjusted = 100, executed = 120"
    case = judge_text(funds(f'total = {{ {amounts} }}\nsources = [{{ name = "甲", {amounts} }}]'))
    (found,) = ExecutedAboveAdjusted().check(case)
    assert found.key == "funds.total.executed"
    assert "“甲”也是这样。" in found.message


def test_a_missing_total_is_told_in_one_finding_with_the_sums() -> None:
    lines = "total = { initial = 0 }\nsources = [{ name = '甲', initial = 3, executed = 2 }]"
    (found,) = ZeroTotalOverSpentSource().check(judge_text(funds(f'unit = "万元"\n{lines}')))
    assert (
        found.message
        == "年度资金总额的年初预算数、全年执行数是 0，或者没有填，下面各项来源相加分别是 3 万元、2 万元。"
    )


@pytest.mark.parametrize(("amount", "expected"), [("3", []), ("2", ["funds.total.executed"])])
def test_each_way_of_breaking_the_total_down_makes_it_up_by_itself(amount: str, expected: list[str]) -> None:
    sources = f"""sources = [
        {{ name = "财政拨款", initial = 5, executed = 5 }},
        {{ name = "一标段", breakdown = "子项目", executed = 2 }},
        {{ name = "二标段", breakdown = "子项目", executed = {amount} }},
    ]"""
    assert keys_of(FundsTotalNotSum, funds(f"total = {{ initial = 5, executed = 5 }}\n{sources}")) == expected
