"""Rules about money: what fires, and the near misses that must stay silent."""

import pytest

from generator.rules.funds import ExecutedAboveAdjusted, FundsTotalNotSum, ZeroTotalOverSpentSource
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


def test_each_breakdown_of_the_money_adds_up_by_itself() -> None:
    text = """
    name = "项目"
    [funds]
    total = {{ executed = 100 }}
    sources = [
      {{ name = "财政拨款", executed = 100 }},
      {{ name = "东片", breakdown = "子项目", executed = 60 }},
      {{ name = "西片", breakdown = "子项目", executed = {} }},
    ]
    """
    assert keys_of(FundsTotalNotSum, text.format(40)) == []
    assert keys_of(FundsTotalNotSum, text.format(30)) == ["funds.total.executed"]
