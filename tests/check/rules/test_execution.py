"""Rules about budget execution."""

import pytest

from generator.check.rules.execution import (
    ExecutionCellEmpty,
    ExecutionScoreNotRecomputed,
    LowExecutionUnexplained,
    RateNotRecomputed,
)
from tests.check.rules.near_misses import keys_of
from tests.inline import PATH, gather_files

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


@pytest.mark.parametrize(
    ("unit", "rate", "score", "fires"),
    [
        ("万元", "87.46%", "8.75", False),  # 10.4953 ÷ 12.0004, each printed to 0.01
        ("万元", "87.70%", "8.77", True),
        ("元", "87.46%", "8.75", True),
    ],
)
def test_amounts_that_were_rounded_before_they_were_printed(
    unit: str, rate: str, score: str, fires: bool
) -> None:
    funds = f'funds = {{ unit = "{unit}", total = {{ adjusted = 12.00, executed = 10.50 }} }}'
    text = f'name = "项目"\n{funds}\nreported.rate = "{rate}"'
    assert bool(keys_of(RateNotRecomputed, text, "mof-2020")) is fires
    alone = f'name = "项目"\n{funds}\nreported.execution_score = {score}'
    assert bool(keys_of(ExecutionScoreNotRecomputed, alone, "mof-2020")) is (score == "8.77")


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
        ("90.56%", "9.1", False),  # to the tenth of a point
        ("90.56%", "9.0", True),
        ("95%", "9.5", False),  # follows from a rate that another rule speaks of
        ("90.56%", "10", True),
        ("90.56%", "9", True),
    ],
)
def test_execution_score(rate: str, score: str, fires: bool) -> None:
    keys = keys_of(ExecutionScoreNotRecomputed, SCORE.format(rate=rate, score=score))
    assert keys == (["reported.execution_score"] if fires else [])


LOW = "total = { adjusted = 100, executed = 60 }"
OUTPUT = '''[[indicators]]
name = "甲"
level1 = "{level1}"
weight = 10
score = 8
explanation = "{reason}"'''


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        ("total = { adjusted = 100, executed = 79.99 }", True),
        ("total = { adjusted = 100, executed = 80 }", False),
        ('total = { adjusted = 100, executed = 10 }\nexplanation = "项目推迟到次年。"', False),
        ("total = { adjusted = 0, executed = 0 }", False),
        (f"{LOW}\n{OUTPUT.format(level1='产出指标', reason='两期培训因疫情取消')}", False),
        (f"{LOW}\n{OUTPUT.format(level1='产出指标', reason='无')}", True),
        (f"{LOW}\n{OUTPUT.format(level1='满意度指标', reason='两期培训因疫情取消')}", True),
    ],
)
def test_low_execution(lines: str, fires: bool) -> None:
    assert keys_of(LowExecutionUnexplained, f'name = "项目"\n[funds]\n{lines}') == (
        ["funds.total.executed"] if fires else []
    )


@pytest.mark.parametrize(
    ("funds", "reported", "expected"),
    [
        (
            "weight = 10, total = { adjusted = 9, executed = 9 }",
            'rate = "100%"',
            ["reported.execution_score"],
        ),
        ("weight = 10, total = { adjusted = 9, executed = 9 }", "execution_score = 10", ["reported.rate"]),
        ("weight = 10, total = { adjusted = 9, executed = 9 }", "", ["reported.rate"]),
        ("weight = 10, total = { initial = 9, executed = 9 }", 'rate = "100%"', ["reported.execution_score"]),
        ("weight = 10, total = { adjusted = 9, executed = 9 }", 'rate = "100%", execution_score = 10', []),
        ("weight = 10, total = { adjusted = 9 }", 'rate = "100%"', []),  # the row is not filled
        ("total = { adjusted = 9, executed = 9 }", 'rate = "100%"', []),  # the paper prints no points here
    ],
)
def test_an_empty_cell_beside_a_filled_row(funds: str, reported: str, expected: list[str]) -> None:
    rows = 'indicators = [{ name = "甲", weight = 90, score = 90 }]'
    text = f'name = "项目"\nfunds = {{ {funds} }}\nreported = {{ {reported} }}\n{rows}'
    assert keys_of(ExecutionCellEmpty, text) == expected


def test_a_form_that_was_not_scored_yet_may_leave_execution_empty() -> None:
    funds = "funds = { weight = 10, total = { adjusted = 9, executed = 9 } }"
    assert keys_of(ExecutionCellEmpty, f'name = "项目"\n{funds}\nindicators = [{{ name = "甲" }}]') == []


@pytest.mark.parametrize(("rate", "fires"), [("0", True), ("90%", False)])
def test_the_rate_is_that_of_the_sources_where_the_total_is_nought(rate: str, fires: bool) -> None:
    sources = 'sources = [{ name = "财政拨款", adjusted = 100, executed = 90 }]'
    text = f'name = "项目"\nfunds = {{ total = {{ adjusted = 0, executed = 0 }}, {sources} }}\nreported.rate = "{rate}"'
    assert keys_of(RateNotRecomputed, text) == (["reported.rate"] if fires else [])


def test_a_low_rate_of_the_sources_is_to_be_explained_too() -> None:
    sources = 'sources = [{ name = "财政拨款", adjusted = 100, executed = 40 }]'
    assert keys_of(LowExecutionUnexplained, f'name = "项目"\nfunds = {{ {sources} }}') == [
        "funds.total.executed"
    ]


INITIAL = """
name = "项目"
profile = "beijing-2016"
funds = {{ weight = 10, total = {{ initial = 310.2, adjusted = 400, executed = 154.74 }} }}
reported = {{ rate = "{rate}", execution_score = {score} }}
"""


@pytest.mark.parametrize(
    ("rate", "score", "found"),
    [
        ("50%", "5", []),
        ("49.88%", "5", []),
        ("38.69%", "5", ["reported.rate"]),
        ("49.88%", "4.99", []),  # not everybody rounds before the points are found
        ("50%", "4.5", ["reported.execution_score"]),
    ],
)
def test_the_budget_that_the_profile_counts_is_held_against(rate: str, score: str, found: list[str]) -> None:
    old = {PATH.replace("2023", "2016"): INITIAL.format(rate=rate, score=score)}
    case = gather_files(old).cases[0]
    rules = (RateNotRecomputed(), ExecutionScoreNotRecomputed())
    assert [one.key for rule in rules for one in rule.check(case)] == found
