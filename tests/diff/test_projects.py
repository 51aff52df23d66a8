"""What became of every project, and of files that cannot be read."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.diff.projects import compare_projects, take_standing
from generator.model.change import ChangeKind, ProjectChange, Snapshot
from generator.model.finding import Severity
from generator.model.form import Status
from tests.diff.samples import PATH, assess, count, find, list_rows, refuse, snap

OTHER = "projects/2023/unit/other.toml"
FORM = list_rows("甲", "乙", "丙", rest=', target = "≥5个", actual = "5个", weight = 30, score = 30')


def outline(before: Snapshot, after: Snapshot) -> list[tuple[str, str]]:
    return [(change.kind.value, change.path) for change in compare_projects(before, after)]


def only(before: Snapshot, after: Snapshot) -> ProjectChange:
    (change,) = compare_projects(before, after)
    return change


def test_nothing_changed_in_the_same_form() -> None:
    assert outline(snap({PATH: FORM}), snap({PATH: FORM})) == []


def test_comments_and_layout_are_no_change() -> None:
    assert outline(snap({PATH: FORM}), snap({PATH: f"# 注\n\n{FORM}\n"})) == []


def test_a_project_is_added_with_its_findings() -> None:
    change = only(snap({}), snap({PATH: FORM}, [find()]))
    assert (change.kind, change.before, count(change.findings)) == (ChangeKind.ADDED, None, (1, 0, 0))
    assert change.after is not None
    assert change.after.name == "项目"


def test_a_project_is_removed_with_its_findings() -> None:
    change = only(snap({PATH: FORM}, [find()]), snap({}))
    assert (change.kind, change.after, count(change.findings)) == (ChangeKind.REMOVED, None, (0, 1, 0))


def test_a_project_that_moved_is_compared_with_itself() -> None:
    before, after = snap({PATH: FORM}, [find()]), snap({OTHER: FORM}, [find(path=OTHER)])
    change = only(before, after)
    assert (change.kind, change.path, count(change.findings)) == (ChangeKind.MOVED, OTHER, (0, 0, 1))
    assert (change.before and change.before.path, change.rows, change.cells) == (PATH, (), ())


def test_a_project_in_its_place_is_the_same_project_whatever_it_says() -> None:
    assert outline(snap({PATH: FORM}), snap({PATH: 'name = "别的"'})) == [("changed", PATH)]


def test_a_row_that_shifts_keeps_its_findings_whatever_rows_other_tables_have() -> None:
    funds = "\n[funds]\nsources = [{ name = '当年财政拨款' }, { name = '其他资金' }]"
    before = snap({PATH: list_rows("甲", "乙") + funds}, [find("indicators[1].score")])
    after = snap({PATH: list_rows("新", "甲", "乙") + funds}, [find("indicators[2].score")])
    assert count(only(before, after).findings) == (0, 0, 1)


def test_a_finding_alone_is_a_change() -> None:
    change = only(snap({PATH: FORM}), snap({PATH: FORM}, [find()]))
    assert (change.kind, count(change.findings)) == (ChangeKind.CHANGED, (1, 0, 0))


def test_another_result_of_the_same_form_is_a_change() -> None:
    after = snap({PATH: FORM})
    sheet = after.assessments[0].sheet
    other = replace(after.assessments[0], sheet=replace(sheet, grade="另定"))
    change = only(snap({PATH: FORM}), replace(after, assessments=(other,)))
    assert (change.after and change.after.grade, change.cells) == ("另定", ())


def test_what_the_standing_tells_is_not_told_again() -> None:
    text = """
        name = "{}"
        status = "{}"
        [funds]
        total = {{ initial = {}, adjusted = 1, executed = 1 }}
        [reported]
        total = {}
        rate = "{}"
    """
    before, after = text.format("甲", "draft", 1, 90, "90%"), text.format("乙", "submitted", 2, 91, "91%")
    assert [cell.key for cell in only(snap({PATH: before}), snap({PATH: after})).cells] == ["reported.rate"]


def test_targets_and_reasons_are_counted() -> None:
    row = 'indicators = [{{ name = "甲", target = "{}", explanation = "{}" }}]'
    before, after = (f'name = "项目"\n{row.format(*cells)}' for cells in (("≥5个", "因雨"), ("≥4个", "")))
    change = only(
        snap({PATH: f"{before}\n[funds]\nexplanation = '因雪'"}),
        snap({PATH: f"{after}\n[funds]\nexplanation = '/'"}),
    )
    assert change.count_targets(change.rows[0].target or pytest.fail("no direction")) == 1
    assert change.reasons_taken_away == 2


def test_a_file_that_cannot_be_read_any_more_is_not_removed() -> None:
    change = only(snap({PATH: FORM}, [find()]), snap({}, loading=[refuse()]))
    assert (change.kind, change.after, count(change.findings)) == (ChangeKind.BROKEN, None, (1, 0, 0))


def test_a_file_that_can_be_read_again_is_not_added() -> None:
    change = only(snap({}, loading=[refuse()]), snap({PATH: FORM}))
    assert (change.kind, change.before, count(change.findings)) == (ChangeKind.MENDED, None, (0, 1, 0))


def test_a_new_file_that_cannot_be_read_is_not_added() -> None:
    assert outline(snap({}), snap({}, loading=[refuse()])) == [("unreadable", PATH)]


def test_a_file_that_could_not_be_read_and_is_gone_is_not_removed() -> None:
    assert outline(snap({}, loading=[refuse()]), snap({})) == [("dropped", PATH)]


def test_a_file_that_can_be_read_on_neither_side_is_told_when_its_faults_changed() -> None:
    before, other = snap({}, loading=[refuse()]), snap({}, loading=[replace(refuse(), code="L002")])
    assert outline(before, before) == []
    assert outline(before, other) == [("unreadable", PATH)]


def test_a_file_that_was_left_out_without_a_finding_of_its_own_is_not_removed() -> None:
    before, after = snap({PATH: FORM}), snap({})
    after = replace(after, corpus=replace(after.corpus, places=before.corpus.places))
    assert outline(before, after) == [("broken", PATH)]


def test_a_new_file_that_was_left_out_without_a_finding_of_its_own_is_told_once() -> None:
    nothing, placed = snap({}), snap({})
    placed = replace(placed, corpus=replace(placed.corpus, places=snap({PATH: FORM}).corpus.places))
    assert outline(nothing, placed) == [("unreadable", PATH)]
    assert outline(placed, placed) == []


def test_a_broken_file_is_no_place_that_a_project_has_left() -> None:
    before = snap({PATH: FORM})
    after = snap({OTHER: FORM}, loading=[refuse()])
    assert outline(before, after) == [("added", OTHER), ("broken", PATH)]


def test_an_error_of_a_rule_does_not_make_a_file_unreadable() -> None:
    gone = snap({}, [find(severity=Severity.ERROR)])
    assert outline(snap({PATH: FORM}), gone) == [("removed", PATH)]


def test_changes_come_in_order_of_path() -> None:
    paths = [f"projects/2023/unit/{name}.toml" for name in "cab"]
    after = snap({path: f'name = "{path}"' for path in paths})
    assert [path for _, path in outline(snap({}), after)] == sorted(paths)


def test_money_is_in_yuan() -> None:
    standing = take_standing(
        assess('name = "甲"\n[funds]\nunit = "万元"\ntotal = { initial = 82.9, executed = 75.07 }', PATH)
    )
    assert (standing.initial, standing.adjusted, standing.executed) == (
        Decimal(829_000),
        None,
        Decimal(750_700),
    )
    assert standing.status is Status.DRAFT
