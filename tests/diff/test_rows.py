"""Rows of a form's tables: which is which, and what changed in each."""

from decimal import Decimal

import pytest

from generator.diff.rows import compare_rows, pair_tables
from generator.model.change import CellChange, ChangeKind, Direction, RowChange
from tests.diff.samples import assess, list_rows

ADDED, REMOVED, CHANGED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED


def compare(before: str, after: str) -> list[RowChange]:
    tables = pair_tables(assess(before), assess(after))
    return [change for table in tables for change in compare_rows(table)]


def outline(before: str, after: str) -> list[tuple[str, str, list[str]]]:
    return [
        (change.kind.value, change.name, [cell.key for cell in change.cells])
        for change in compare(before, after)
    ]


def test_rows_that_only_changed_their_order_did_not_change() -> None:
    assert compare(list_rows("甲", "乙", "丙"), list_rows("丙", "甲", "乙")) == []


def test_a_row_put_in_between_is_added_and_leaves_the_others_alone() -> None:
    assert outline(list_rows("甲", "乙"), list_rows("甲", "丙", "乙")) == [("added", "丙", ["name"])]


def test_a_row_taken_out_is_removed_with_what_it_said() -> None:
    before = list_rows("甲", "乙", rest=', target = "≥5个", weight = 10')
    (change,) = compare(before, list_rows("乙", rest=', target = "≥5个", weight = 10'))
    assert (change.kind, change.name) == (REMOVED, "甲")
    assert CellChange("weight", "分值", Decimal(10), None) in change.cells


def test_a_row_that_was_added_tells_what_it_says() -> None:
    (change,) = compare(list_rows("甲"), list_rows("甲", "乙"))
    assert (change.kind, change.cells) == (ADDED, (CellChange("name", "三级指标", None, "乙"),))


def test_a_row_is_known_by_its_name_whatever_else_it_says() -> None:
    before, after = (
        list_rows("甲", rest=', target = "≥5个"'),
        list_rows("甲 ", rest=', target = "≥4个", weight = 5'),
    )
    assert outline(before, after) == [("changed", "甲 ", ["target", "weight"])]


def test_rows_of_one_name_are_told_apart_by_their_group() -> None:
    row = '{{ name = "甲", level2 = "{}", weight = {} }}'
    before = f'name = "项目"\nindicators = [{row.format("数量指标", 1)}, {row.format("质量指标", 2)}]'
    after = f'name = "项目"\nindicators = [{row.format("质量指标", 3)}, {row.format("数量指标", 4)}]'
    told = [(cell.key, cell.before, cell.after) for change in compare(before, after) for cell in change.cells]
    assert told == [("weight", 2, 3), ("weight", 1, 4)]


def test_of_two_rows_of_one_name_the_one_that_stayed_the_same_is_not_touched() -> None:
    row = '{{ name = "甲", weight = {} }}'
    before = f'name = "项目"\nindicators = [{row.format(1)}, {row.format(2)}]'
    (change,) = compare(before, f'name = "项目"\nindicators = [{row.format(2)}]')
    assert (change.kind, change.cells[1].before) == (REMOVED, 1)


def test_a_row_that_was_only_renamed_is_the_same_row() -> None:
    before, after = (list_rows("甲", name, rest=', target = "≥5个"') for name in ("乙", "丙"))
    (change,) = compare(before, after)
    assert (change.kind, change.cells) == (CHANGED, (CellChange("name", "三级指标", "乙", "丙"),))


def test_a_row_of_another_name_and_other_cells_is_another_row() -> None:
    before, after = list_rows("甲", rest=', target = "≥5个"'), list_rows("乙", rest=', target = "≥4个"')
    assert [change.kind for change in compare(before, after)] == [REMOVED, ADDED]


def test_a_target_tells_its_direction() -> None:
    before, after = (list_rows("甲", rest=f', target = "{target}"') for target in ("≥5个", "≥4个"))
    (change,) = compare(before, after)
    assert change.target is Direction.LOWERED


def test_a_row_whose_target_stayed_tells_no_direction() -> None:
    (change,) = compare(list_rows("甲"), list_rows("甲", rest=", weight = 5"))
    assert change.target is None


def test_accepted_points_are_told_where_they_change_with_the_actual_value() -> None:
    before, after = (
        list_rows("甲", rest=f', target = "≥100个", actual = "{actual}", weight = 10, score = 10')
        for actual in ("100个", "80个")
    )
    (change,) = compare(before, after)
    assert change.cells[-1] == CellChange("accepted", "认定得分", Decimal(10), Decimal(8))


def test_sources_of_money_are_rows_too() -> None:
    text = 'name = "项目"\n[funds]\nsources = [{{ name = "财政拨款", initial = {} }}]'
    (change,) = compare(text.format(1), text.format(2))
    assert (change.table, change.title, change.name) == ("funds.sources", "资金来源明细", "财政拨款")


def test_an_acknowledgement_of_another_rule_is_another_one() -> None:
    text = 'name = "项目"\nwaivers = [{{ rule = "{}", reason = "因故" }}]'
    assert [change.kind for change in compare(text.format("S001"), text.format("S002"))] == [REMOVED, ADDED]


def test_goals_without_a_name_are_known_by_their_place() -> None:
    text = 'name = "项目"\ngoals = [{{ expected = "{}" }}, {{ expected = "丙" }}]'
    (change,) = compare(text.format("甲"), text.format("乙"))
    assert (change.name, change.cells) == ("", (CellChange("expected", "预期目标", "甲", "乙"),))


def test_an_acknowledged_finding_is_known_by_its_rule() -> None:
    text = 'name = "项目"\nwaivers = [{{ rule = "S003", reason = "{}" }}]'
    (change,) = compare('name = "项目"', text.format("因故"))
    assert (change.kind, change.name) == (ADDED, "S003")


def test_a_name_with_a_number_of_a_person_is_masked() -> None:
    (change,) = compare(list_rows(), list_rows("联系13812345678"))
    assert change.name == "联系138******78"


ROWS = {
    "funds": 'funds = {{ sources = [{{ name = "财政"{} }}] }}',
    "goals": 'goals = [{{ expected = "好"{} }}]',
    "indicators": 'goals = [{{}}]\nindicators = [{{ name = "甲" }}, {{ name = "乙"{} }}]',
    "notes": 'notes = [{{ title = "存在问题"{} }}]',
}


@pytest.mark.parametrize(
    ("table", "cell"),
    [
        ("funds", 'breakdown = "子项目"'),
        ("funds", 'rate = "100%"'),
        ("funds", "weight = 5"),
        ("funds", "score = 5"),
        ("goals", "weight = 80"),
        ("goals", "score = 80"),
        ("indicators", "merged = true"),
        ("indicators", "goal = 1"),
        ("indicators", "reviewed = 9"),
        ("indicators", 'method = "按比例"'),
        ("notes", 'text = "工期偏紧。"'),
    ],
)
def test_every_cell_of_a_row_is_told_when_it_changes(table: str, cell: str) -> None:
    before, after = (f'name = "项目"\n{ROWS[table].format(one)}' for one in ("", f", {cell}"))
    (change,) = compare(before, after)
    assert cell.partition(" ")[0] in [one.key for one in change.cells]


def test_a_box_of_text_is_known_by_its_title() -> None:
    before, after = (f'name = "项目"\nnotes = [{{ title = "存在问题", text = "{one}" }}]' for one in "甲乙")
    (change,) = compare(before, after)
    assert (change.table, change.title, change.name) == ("notes", "文字说明", "存在问题")


def test_levels_written_short_are_no_change() -> None:
    row = '[[indicators]]\nname = "{}"\n'
    levels = 'level1 = "产出指标"\nlevel2 = "数量指标"\n'
    long = 'name = "项目"\n' + "".join(row.format(name) + levels for name in "甲乙")
    short = 'name = "项目"\n' + row.format("甲") + levels + row.format("乙")
    assert compare(long, short) == []
