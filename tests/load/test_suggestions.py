"""What to write instead."""

import pytest

from generator.load.keys import Steps
from generator.load.problem import Problem
from generator.load.suggestions import (
    suggest_boolean,
    suggest_choice,
    suggest_date,
    suggest_number,
    suggest_pair,
    suggest_table,
    suggest_text,
)
from generator.load.syntax import parse_toml
from generator.model.form import Form

SCORE = ("indicators", 0, "score")
TARGET = ("indicators", 0, "target")
CORE = ("indicators", 0, "core")
DAY = ("reviews", 0, "on")


def see(value: object, steps: Steps) -> Problem:
    return Problem(Form, "", steps, value, {})


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("10", "10"),
        ("650,000.00", "650000.00"),
        ("６５０，０００", "650000"),
        ("-1 000", "-1000"),
        ("05", "5"),
        ("0", "0"),
        ("0.50", "0.50"),
        ("9.5分", "9.5"),
        ("750700元", "750700"),
    ],
)
def test_the_number_within_a_text_is_suggested(written: str, number: str) -> None:
    assert suggest_number(see(written, SCORE)) == f"写成 score = {number}"


@pytest.mark.parametrize("written", ["4,5", "1,00,000", "十", "10%", "10分左右", "9" * 200, "1e5", "."])
def test_no_number_is_made_up(written: str) -> None:
    assert suggest_number(see(written, SCORE)) == "只写数字，不加引号、千位逗号和单位，如 score = 10"


@pytest.mark.parametrize("written", ["", " ", "/", "—", "——", "－", "无", "……"])
def test_a_cell_that_is_blank_is_left_out(written: str) -> None:
    assert suggest_number(see(written, SCORE)) == "原表上这一格空着，就删去 score 这一项。"


def test_an_amount_in_another_unit_is_not_taken_for_yuan() -> None:
    assert 'unit = "万元"' in suggest_number(see("82.9万元", ("funds", "total", "initial")))


@pytest.mark.parametrize(
    ("written", "value"),
    [("是", "true"), ("★", "true"), (1, "true"), ("否", "false"), (0, "false"), ("TRUE", "true")],
)
def test_words_for_yes_and_no_are_understood(written: object, value: str) -> None:
    assert suggest_boolean(see(written, CORE)).startswith(f"写成 core = {value}")


@pytest.mark.parametrize("written", ["也许", 2, [], pytest.param(10**6000, id="endless")])
def test_neither_is_chosen_where_nothing_is_said(written: object) -> None:
    assert suggest_boolean(see(written, CORE)) == "写成 core = true 或 core = false"


@pytest.mark.parametrize(
    "written", ["2024-03-01", "2024/3/1", "2024.3.1", "2024年3月1日", "2024-03-01T08:00:00"]
)
def test_a_day_is_understood(written: str) -> None:
    assert suggest_date(see(written, DAY)) == "写成 on = 2024-03-01"


@pytest.mark.parametrize("written", ["三月", "", pytest.param(10**6000, id="endless"), []])
def test_an_example_of_a_day_is_given_where_none_is_understood(written: object) -> None:
    assert suggest_date(see(written, DAY)) == "写成 on = 2024-03-31"


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("已公开", '写成 status = "published"'),
        ("Published ", '写成 status = "published"'),
        ("好", '从中选一个，如 status = "draft"'),
        (1, '从中选一个，如 status = "draft"'),
    ],
)
def test_the_choice_that_was_meant_is_suggested(written: object, suggestion: str) -> None:
    assert suggest_choice(see(written, ("status",))) == suggestion


@pytest.mark.parametrize(
    ("steps", "written", "suggestion"),
    [
        (TARGET, "≥83个", 'target = "≥83个"'),
        (TARGET, "“≥83个”", 'target = "≥83个"'),
        (TARGET, '"他说"好""', 'target = "他说\\"好\\""'),
        (TARGET, "C:\\一", 'target = "C:\\\\一"'),
        (SCORE, '"9.5', "score = 9.5"),
        (CORE, "是", "core = true"),
        (DAY, "2024年3月1日", "on = 2024-03-01"),
        (("status",), "已公开", 'status = "published"'),
        (("nothing",), "一", 'nothing = "一"'),
    ],
)
def test_a_pair_is_suggested_as_its_key_wants_it(steps: Steps, written: str, suggestion: str) -> None:
    assert suggest_pair(see(written, steps)).removeprefix("写成 ") == suggestion


@pytest.mark.parametrize("written", ["≥83个", 'a"b"c', "back\\slash", "“一”"])
def test_a_suggested_pair_can_be_read(written: str) -> None:
    line = suggest_pair(see(written, ("name",))).removeprefix("写成 ")
    assert parse_toml(line, "", Form).findings == ()


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [(100, '加上引号，写成 target = "100"'), ([], '写成一段加引号的文字，如 target = "……"')],
)
def test_quotes_are_suggested(value: object, suggestion: str) -> None:
    assert suggest_text(see(value, TARGET)) == suggestion


@pytest.mark.parametrize(
    ("steps", "suggestion"),
    [
        (("funds",), "用一层方括号，写成 [funds]，另起一行写表里的内容"),
        (("funds", "total"), "用一层方括号，写成 [funds.total]，另起一行写表里的内容"),
        (("goals",), "用两层方括号，写成 [[goals]]，每项一段"),
        (("goals", 0), "用两层方括号，写成 [[goals]]，每项一段"),
        (("funds", "sources", 1), "用两层方括号，写成 [[funds.sources]]，每项一段"),
    ],
)
def test_the_header_that_is_wanted_is_suggested(steps: Steps, suggestion: str) -> None:
    assert suggest_table(see(1, steps)) == suggestion
