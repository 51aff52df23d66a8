"""Faults of structure in words."""

from decimal import Decimal
from typing import Any

import pytest

from generator.load.problem import Problem
from generator.load.structure import build_model
from generator.load.structure_messages import describe_problem
from generator.model.finding import Finding
from generator.model.form import Form
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.site import Site


def find_one(data: dict[str, Any], model: type[Any] = Form) -> Finding:
    data = {"name": "甲", **data} if model is Form else data
    (finding,) = build_model(model, data, "a.toml").findings
    return finding


def see_row(**cells: object) -> Finding:
    return find_one({"indicators": [{"name": "一"}, {"name": "二", **cells}]})


def test_key_value_and_expectation_are_named() -> None:
    finding = see_row(target=83)
    assert (finding.rule, finding.key) == ("wrong-type", "indicators[1].target")
    assert finding.message == "target（年度指标值）应当是加引号的文字，现在是 83。"
    assert finding.suggestion == '加上引号，写成 target = "83"'


@pytest.mark.parametrize(
    ("data", "message", "suggestion"),
    [
        ({"scroe": 1}, "这里没有“scroe”这个键。", "这里可以写的键：name"),
        ({"statsu": ""}, "这里没有“statsu”这个键。", "是不是 status（状态）？"),
        ({"weight": 1}, "这里没有“weight”这个键。", "weight 要写在 [funds] 之下、"),
        ({"year": 1}, "这里没有“year”这个键。", "删去这一行"),
        ({"分值": 1}, "这里没有“分值”这个键。", "这里可以写的键"),
        ({"funds": {"staus": 1}}, "[funds] 里没有“staus”这个键。", "这里可以写的键：unit"),
        ({"funds": {"status": 1}}, "[funds] 里没有“status”这个键。", "status 要写在文件开头"),
        ({"funds": {"total": {"excuted": 1}}}, "[funds.total] 里没有", "是不是 executed（全年执行数）？"),
        ({"x" * 200: 1}, "…", "这里可以写的键"),
    ],
)
def test_an_unknown_key_is_told_the_one_that_was_meant(
    data: dict[str, Any], message: str, suggestion: str
) -> None:
    finding = find_one(data)
    assert finding.rule == "unknown-key"
    assert message in finding.message
    assert suggestion in finding.suggestion


def test_a_row_is_named_by_its_number() -> None:
    finding = find_one({"indicators": [{"name": "一"}, 5]})
    assert finding.message == "indicators（绩效指标）的第 2 项应当是一张表，现在是 5。"


@pytest.mark.parametrize("value", [True, "十", [], {}])
def test_what_is_no_number_is_told_what_is_one(value: object) -> None:
    assert see_row(score=value).message.startswith("score（得分）应当是不加引号的数字，现在是")


def test_other_files_are_told_their_own_keys() -> None:
    finding = find_one({"unit": {}}, Organisations)
    assert finding.suggestion == "是不是 units（实施单位）？"


@pytest.mark.parametrize(
    ("key", "example"),
    [
        ("document", "[document] 和它的内容"),
        ("groups", "[[groups]] 和它的内容"),
        ("total.points", "points = 10"),
        ("total.basis", 'basis = "……"'),
        ("rate_rounding.mode", 'mode = "half-up"'),
    ],
)
def test_a_missing_key_is_shown_as_it_would_be_written(key: str, example: str) -> None:
    findings = build_model(Profile, {"id": "a", "total": {}, "rate_rounding": {}}, "").findings
    (finding,) = [one for one in findings if one.key == key]
    assert finding.rule == "missing-key"
    assert finding.suggestion == f"补上 {example}"


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("score", "nan", "wrong-type"),
        ("score", 10_000, "number-too-large"),
        ("score", -10_000, "number-too-large"),
        ("score", 10**40, "number-too-large"),
        ("core", "是", "wrong-type"),
        ("name", " ", "empty-value"),
        ("name", "长" * 501, "text-too-long"),
        ("explanation", "长" * 20_001, "text-too-long"),
    ],
)
def test_each_kind_of_value_has_its_fault(field: str, value: object, rule: str) -> None:
    assert see_row(**{field: value}).rule == rule


@pytest.mark.parametrize(
    "address", ["example.org", "ftp://example.org", "https://", "https://a b", "javascript:x"]
)
def test_an_address_is_whole_or_none(address: str) -> None:
    site = {"title": "甲", "publisher": "乙", "profile": "丙", "licence": {"name": "丁"}}
    finding = find_one({**site, "url": address}, Site)
    assert (finding.rule, finding.key) == ("not-an-address", "url")


@pytest.mark.parametrize("address", ["", "https://example.org/a?b=c", "http://例子.中国/"])
def test_addresses_are_let_pass(address: str) -> None:
    site = {"title": "甲", "publisher": "乙", "profile": "丙", "licence": {"name": "丁", "url": address}}
    assert build_model(Site, site, "").findings == ()


def test_a_kind_of_fault_that_nobody_thought_of_is_told_in_chinese() -> None:
    problem = Problem(Form, "a_kind_to_come", ("funds", "weight"), 5, {"reason": "in English"})
    finding = describe_problem(problem, "a.toml")
    assert finding.message == "weight（预算执行率分值）的值不合要求：5。"
    assert finding.key == "funds.weight"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"indicators": [{"name": "甲"}] * 501}, "indicators（绩效指标）有 501 项，最多 500 项。"),
        ({"goals": [{}] * 9000}, "goals（年度总体目标）有 9000 项，最多 500 项。"),
        ({"funds": {"sources": [{"name": "甲"}] * 501}}, "sources（资金来源明细）有 501 项，最多 500 项。"),
        ({"waivers": [{"rule": "S003", "reason": "是"}] * 501}, "waivers（对检查结果的说明）有 501 项"),
        ({"reviews": [{"by": "丙"}] * 501}, "reviews（审核意见）有 501 项，最多 500 项。"),
        ({"internal": {f"k{n}": "" for n in range(501)}}, "internal（内部信息）有 501 项，最多 500 项。"),
    ],
)
def test_a_table_of_more_rows_than_any_paper_has_is_refused(data: dict[str, Any], message: str) -> None:
    finding = find_one(data)
    assert finding.rule == "too-many-rows"
    assert message in finding.message


@pytest.mark.parametrize(
    ("data", "most"),
    [
        ({"indicators": [{"name": "甲", "level1": "长" * 201}]}, 200),
        ({"indicators": [{"name": "甲", "level2": "长" * 201}]}, 200),
        ({"indicators": [{"name": "长" * 501}]}, 500),
        ({"indicators": [{"name": "甲", "target": "长" * 1001}]}, 1000),
        ({"indicators": [{"name": "甲", "actual": "长" * 1001}]}, 1000),
        ({"indicators": [{"name": "甲", "measured": "长" * 1001}]}, 1000),
        ({"indicators": [{"name": "甲", "explanation": "长" * 20_001}]}, 20_000),
        ({"goals": [{"expected": "长" * 20_001}]}, 20_000),
        ({"reported": {"rate": "长" * 101}}, 100),
        ({"reported": {"grade": "长" * 101}}, 100),
        ({"profile": "a" * 101}, 100),
        ({"previous": "a" * 2001}, 2000),
        ({"source": "长" * 2001}, 2000),
        ({"withdrawal": "长" * 2001}, 2000),
        ({"internal": {"k" * 101: ""}}, 100),
    ],
)
def test_a_cell_holds_no_more_than_its_kind_needs(data: dict[str, Any], most: int) -> None:
    finding = find_one(data)
    assert finding.rule == "text-too-long"
    assert f"最多 {most} 个字" in finding.message
    assert "[key]" not in finding.key + finding.message


@pytest.mark.parametrize(
    ("data", "suggestion"),
    [
        ({"funds": {"source": [{"name": "财政拨款"}]}}, "是不是 [[funds.sources]]（资金来源明细）？"),
        ({"funds": {"source": {"name": "财政拨款"}}}, "是不是 [[funds.sources]]（资金来源明细）？"),
        ({"goal": [{"expected": "好"}]}, "是不是 [[goals]]（年度总体目标）？"),
        ({"fund": {"weight": 10}}, "是不是 [funds]（项目资金）？"),
        ({"funds": {"source": "https://example.com"}}, "source 要写在文件开头（第一个方括号之前）。"),
        ({"indicators": {"name": "乙"}}, "用两层方括号，写成 [[indicators]]，每项一段"),
    ],
)
def test_a_table_is_told_the_table_that_was_meant(data: dict[str, Any], suggestion: str) -> None:
    assert find_one(data).suggestion == suggestion


@pytest.mark.parametrize(
    ("unit", "says", "never"),
    [
        (
            "千元",
            '各处金额除以 10，写成 unit = "万元"；或者各处金额乘以 1000，写成 unit = "元"',
            '写成 unit = "元"',
        ),
        (
            "亿元",
            '各处金额乘以 10000，写成 unit = "万元"；或者各处金额乘以 100000000，写成 unit = "元"',
            '写成 unit = "元"',
        ),
        ("万", '写成 unit = "万元"', "金额乘以"),
    ],
)
def test_another_unit_of_money_is_converted_and_never_only_renamed(unit: str, says: str, never: str) -> None:
    suggestion = find_one({"funds": {"unit": unit}}).suggestion
    assert suggestion.endswith(says)
    assert not suggestion.startswith(never)


@pytest.mark.parametrize("goal", ["1", Decimal("1.5"), True])
def test_the_number_of_a_goal_is_an_integer(goal: object) -> None:
    finding = see_row(goal=goal)
    assert (finding.rule, finding.key) == ("wrong-type", "indicators[1].goal")
    assert "不加引号的整数" in finding.message
    assert finding.suggestion.startswith("写成 goal = 1")
