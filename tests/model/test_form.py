"""The form, cell by cell: what a printed form may hold is let in."""

from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from generator.loading import parse_form
from generator.model.form import Form, MoneyUnit, Status, refuse_lookalikes


def read(text: str) -> Form:
    parsed = parse_form('name = "甲"\n' + text)
    assert parsed.value is not None, parsed.findings
    return parsed.value


def test_every_status_has_a_word_of_its_own() -> None:
    assert len({status.word for status in Status}) == len(Status)


def test_money_in_wan_becomes_yuan() -> None:
    assert MoneyUnit.WAN_YUAN.to_yuan(Decimal("82.9")) == 829_000
    assert MoneyUnit.YUAN.to_yuan(Decimal("82.9")) == Decimal("82.9")
    assert MoneyUnit.WAN_YUAN.to_yuan(None) is None


def test_a_name_is_enough_for_a_draft() -> None:
    form = read("")
    assert (form.status, form.funds.unit, form.indicators) == (Status.DRAFT, MoneyUnit.YUAN, ())


@pytest.mark.parametrize("written", ["0", "-750.5", "829000.00", "82.905512", "999_999_999_999_999"])
def test_money_is_taken_as_it_is_printed(written: str) -> None:
    form = read(f"[funds]\ntotal = {{ executed = {written} }}\n")
    assert form.funds.total.executed == Decimal(written)
    assert (form.funds.total.initial, form.funds.total.adjusted) == (None, None)


@pytest.mark.parametrize("written", ["0", "-1", "9.064", "9.055489", "110", "9999.99"])
def test_points_are_taken_as_they_are_printed(written: str) -> None:
    (row,) = read(f'[[indicators]]\nname = "乙"\nscore = {written}\nweight = {written}\n').indicators
    assert row.score == row.weight == Decimal(written)


@pytest.mark.parametrize(
    "written", ["", "/", "—", "≥**人", "……", "=90%", "83", "党务干部140人、信息员65人", "第一行\\n第二行"]
)
def test_values_are_taken_as_they_are_printed(written: str) -> None:
    (row,) = read(f'[[indicators]]\nname = "乙"\ntarget = "{written}"\nactual = "{written}"\n').indicators
    assert row.target == row.actual == written.replace("\\n", "\n")


def test_rows_may_lack_everything_but_a_name() -> None:
    (row,) = read('[[indicators]]\nname = "乙"\n').indicators
    assert (row.level1, row.target, row.weight, row.score, row.core, row.of_which) == (
        "",
        "",
        None,
        None,
        False,
        False,
    )


def test_rows_may_be_written_in_either_way() -> None:
    inline = read('goals = [{ expected = "好" }]\nindicators = [{ name = "乙", weight = 5 }]\n')
    headed = read('[[goals]]\nexpected = "好"\n[[indicators]]\nname = "乙"\nweight = 5\n')
    assert inline == headed


def test_amounts_in_ten_thousands_tell_how_many_yuan_they_are() -> None:
    assert read('[funds]\nunit = "万元"\n').funds.unit.yuan == Decimal(10_000)
    assert MoneyUnit.YUAN.yuan == Decimal(1)


@pytest.mark.parametrize("number", [10**40, -(10**40), 16**100_000], ids=range(3))
def test_integers_without_end_are_refused_before_they_are_made_decimals(number: int) -> None:
    with pytest.raises(PydanticCustomError, match="too many digits"):
        refuse_lookalikes(number)


def test_a_form_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read("").name = "乙"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ('actual = "基本完成", measured = "85.8%"', "85.8%"),
        ('actual = "基本完成", measured = " "', "基本完成"),
        ('actual = "基本完成", measured = "\u3000"', "基本完成"),
        ('actual = "基本完成"', "基本完成"),
        ('measured = "85.8%"', "85.8%"),
    ],
)
def test_the_actual_value_is_what_was_measured_where_that_says_something(cells: str, expected: str) -> None:
    row = read(f'indicators = [{{ name = "完好率", {cells} }}]\n').indicators[0]
    assert row.actual_value == expected
