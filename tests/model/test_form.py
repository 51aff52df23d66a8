"""The form, cell by cell: what a printed form may hold is let in."""

from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.load import parse_form
from generator.model.cells import INTERNAL, Record, cell, list_internal_fields, refuse_lookalikes
from generator.model.form import INTERNAL_FIELDS, Form, FormKind, MoneyUnit, Status, carry_levels, is_internal


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


@pytest.mark.parametrize(
    "written", ["0e-9999999", "0e-50000000", "-0e9999999", "0e-21", "0e21", f"1.{'0' * 40}", f"0.{'0' * 41}"]
)
def test_numbers_without_end_are_refused_nought_too(written: str) -> None:
    with pytest.raises(PydanticCustomError, match="too many digits"):
        refuse_lookalikes(Decimal(written))


@pytest.mark.parametrize("written", ["0e-20", "0e20", "0.00", "1e3", "829000.000000", "1e-6"])
def test_a_number_of_an_ordinary_length_passes_as_it_is_written(written: str) -> None:
    assert str(refuse_lookalikes(Decimal(written))) == str(Decimal(written))


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


def read_levels(text: str) -> list[tuple[str, str]]:
    return [(row.level1, row.level2) for row in read(text).indicators]


def write_row(*cells: str) -> str:
    return "\n".join(("[[indicators]]", 'name = "乙"', *cells, ""))


def test_levels_that_are_not_written_are_those_of_the_row_above() -> None:
    text = "".join(
        (
            write_row('level1 = "产出指标"', 'level2 = "数量指标"'),
            write_row(),
            write_row('level2 = "质量指标"'),
            write_row(),
            write_row('level1 = "满意度指标"', 'level2 = "满意度指标"'),
        )
    )
    assert read_levels(text) == [
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
        ("产出指标", "质量指标"),
        ("满意度指标", "满意度指标"),
    ]


def test_a_new_first_level_without_a_second_has_none() -> None:
    text = write_row('level1 = "产出指标"', 'level2 = "数量指标"') + write_row('level1 = "效益指标"')
    assert read_levels(text + write_row()) == [("产出指标", "数量指标"), ("效益指标", ""), ("效益指标", "")]


def test_a_level_in_empty_quotes_is_an_empty_cell() -> None:
    text = write_row('level1 = "产出指标"', 'level2 = "数量指标"') + write_row('level2 = ""')
    assert read_levels(text + write_row()) == [("产出指标", "数量指标"), ("产出指标", ""), ("产出指标", "")]
    assert read_levels(text + write_row('level1 = ""'))[-1] == ("", "")


def test_a_level_that_is_no_text_is_faulty_in_its_own_row_alone() -> None:
    parsed = parse_form('name = "甲"\n' + write_row("level1 = 5") + write_row() + write_row("level2 = 1"))
    assert [one.key for one in parsed.findings] == ["indicators[0].level1", "indicators[2].level2"]


levels = st.sampled_from(["", "产出指标", "数量指标", "满意度指标"])
tables = st.lists(st.tuples(levels, levels), max_size=6)


@given(tables)
def test_levels_written_in_every_row_stay_as_they_are(rows: list[tuple[str, str]]) -> None:
    written = [{"level1": level1, "level2": level2} for level1, level2 in rows]
    assert carry_levels(written) == written


@given(tables)
def test_levels_that_repeat_the_row_above_may_be_left_out(rows: list[tuple[str, str]]) -> None:
    short, above = [], ("", "")
    for level1, level2 in rows:
        row = {} if level1 == above[0] else {"level1": level1}
        if level2 != ("" if row else above[1]):
            row["level2"] = level2
        short.append(row)
        above = level1, level2
    assert [(row["level1"], row["level2"]) for row in carry_levels(short)] == rows


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)
    )
)
def test_carrying_levels_stops_at_nothing(rows: object) -> None:
    carry_levels(rows)


OTHER_LAYOUT = """
kind = "transfer"
code = "51000021T000000000001"
departments = ["市农业农村局", "市水利局"]
period = "2023年1月至12月"
filed = "2024年3月15日"
[facts]
"项目类别" = "1、部门预算项目 ☑ 2、市直专项 □"
[funds]
method = "执行率*该指标分值"
[[funds.sources]]
name = "中央补助"
breakdown = "资金来源"
rate = "100%"
weight = 5
score = 5
[[goals]]
expected = "修好水渠"
weight = 80
score = 78
[[indicators]]
name = "水渠长度"
method = "按比例"
goal = 1
reviewed = 9.5
[[indicators]]
name = "水渠条数"
merged = true
[[notes]]
title = "存在问题"
text = "工期偏紧。"
[reported]
reviewed_total = 97.5
"""


def test_cells_of_other_layouts_are_taken_as_they_are_printed() -> None:
    form = read(OTHER_LAYOUT)
    assert (form.kind, form.departments) == (FormKind.TRANSFER, ("市农业农村局", "市水利局"))
    assert (form.code, form.period, form.filed) == (
        "51000021T000000000001",
        "2023年1月至12月",
        "2024年3月15日",
    )
    assert form.facts == {"项目类别": "1、部门预算项目 ☑ 2、市直专项 □"}
    (source,) = form.funds.sources
    assert (source.breakdown, source.rate) == ("资金来源", "100%")
    assert (source.weight, source.score) == (Decimal(5), Decimal(5))
    assert (form.funds.method, form.indicators[0].method) == ("执行率*该指标分值", "按比例")
    assert (form.goals[0].weight, form.goals[0].score) == (Decimal(80), Decimal(78))
    assert form.indicators[0].goal == 1
    assert (form.indicators[0].reviewed, form.reported.reviewed_total) == (Decimal("9.5"), Decimal("97.5"))
    assert (form.indicators[0].merged, form.indicators[1].merged) == (False, True)
    assert [(one.title, one.text) for one in form.notes] == [("存在问题", "工期偏紧。")]


def test_every_kind_of_form_has_a_name_of_its_own() -> None:
    assert len({kind.word for kind in FormKind}) == len(FormKind)
    assert read("").kind is FormKind.SELF_EVALUATION


def test_what_only_the_internal_edition_shows_is_marked_in_the_model() -> None:
    class Marked(Record):
        shown: str = ""
        hidden: Annotated[str, INTERNAL] = cell("藏", "")

    assert list_internal_fields(Marked) == ("hidden",)
    assert INTERNAL_FIELDS == ("reviews", "internal")


@pytest.mark.parametrize(
    ("key", "internal"),
    [("reviews[0].by", True), ("internal.note", True), ("internal", True), ("", False), ("name", False)],
)
def test_a_key_leads_to_internal_parts_by_its_first_name(key: str, internal: bool) -> None:
    assert is_internal(key) is internal
    assert not is_internal(f"goals[0].{key}")
    assert not is_internal(f"un{key}")
