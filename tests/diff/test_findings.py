"""Findings new, gone and still there, whatever became of their rows."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.diff.findings import anchor_by_path, anchor_by_row, compare_findings, name_rows
from generator.diff.rows import INDICATORS, pair_tables
from generator.model.change import FindingChanges
from generator.model.finding import Finding
from tests.diff.samples import assess, count, find, list_rows

Sided = tuple[Sequence[str], Sequence[Finding]]


def about(rows: Sequence[str], *findings: Finding) -> Sided:
    """A form whose rows bear these names (one character is one), and the findings about it."""
    return rows, findings


def compare(before: Sided, after: Sided) -> FindingChanges:
    tables = pair_tables(*(assess(list_rows(*rows)) for rows, _ in (before, after)))
    old, new = name_rows(next(table.rows for table in tables if table.key == INDICATORS))
    return compare_findings(anchor_by_row(before[1], old), anchor_by_row(after[1], new))


def test_a_finding_follows_its_row() -> None:
    before = about("甲乙", find("indicators[1].score", "第 2 行"))
    assert count(compare(before, about("甲丙乙", find("indicators[2].score", "第 3 行")))) == (0, 0, 1)


def test_a_finding_about_another_row_is_another_finding() -> None:
    before, after = (about("甲乙", find(f"indicators[{row}].score")) for row in (0, 1))
    assert count(compare(before, after)) == (1, 1, 0)


def test_a_finding_is_gone_with_its_row() -> None:
    before = about("甲乙", find("indicators[0].score"))
    assert count(compare(before, about("乙"))) == (0, 1, 0)


def test_a_row_in_the_place_of_another_does_not_inherit_its_finding() -> None:
    before = assess(list_rows("甲", rest=", weight = 1")), assess(list_rows("乙", rest=", weight = 2"))
    old, new = name_rows(pair_tables(*before)[-1].rows)
    assert set(old.values()).isdisjoint(new.values())


def test_another_rule_about_the_same_place_is_another_finding() -> None:
    before, after = (about("甲", find("indicators[0].score", code=code)) for code in ("X001", "X002"))
    assert count(compare(before, after)) == (1, 1, 0)


def test_a_finding_is_still_there_when_only_its_numbers_change() -> None:
    before, after = (about("", find("reported.total", f"相差 {gap} 分")) for gap in (5, 3))
    assert count(compare(before, after)) == (0, 0, 1)


def test_of_two_findings_of_one_rule_in_one_place_the_one_with_the_same_words_stays() -> None:
    changes = compare(about("", find("funds", "一"), find("funds", "二")), about("", find("funds", "二")))
    assert ([one.message for one in changes.gone], count(changes)) == (["一"], (0, 1, 1))


def test_rows_of_other_tables_may_shift() -> None:
    before, after = (about("", find(f"funds.sources[{row}].executed")) for row in (0, 1))
    assert count(compare(before, after)) == (0, 0, 1)


def test_a_key_that_leads_to_no_row_is_no_crash() -> None:
    one = about("", find("indicators[7].x"))
    assert count(compare(one, one)) == (0, 0, 1)


def test_a_finding_that_is_acknowledged_only_now_is_told() -> None:
    finding = find("reported.total")
    changes = compare(about("", finding), about("", replace(finding, waiver="另有批复")))
    assert ([one.waiver for one in changes.waived], count(changes)) == (["另有批复"], (0, 0, 1))


def test_a_finding_that_was_acknowledged_before_is_not() -> None:
    one = about("", replace(find("reported.total"), waiver="另有批复"))
    assert not compare(one, one)


def test_a_number_of_a_person_is_not_quoted() -> None:
    finding = replace(find("indicators[0].name", "“联系13812345678”没有填写。"), waiver="见13812345678")
    (told,) = compare(about(""), about("甲", finding)).new
    assert (told.message, told.waiver) == ("“联系138******78”没有填写。", "见138******78")


def test_findings_about_other_files_keep_to_their_file() -> None:
    before, after = ([find(path=path)] for path in ("profiles/a.toml", "profiles/b.toml"))
    assert count(compare_findings(anchor_by_path(before), anchor_by_path(after))) == (1, 1, 0)


@given(st.permutations(range(8)), st.integers(0, 8), st.sets(st.integers(0, 7)))
def test_no_finding_is_lost_or_new_when_rows_are_put_into_another_order(
    order: list[int], extra: int, faulty: set[int]
) -> None:
    names = [f"指标{number}" for number in range(8)]
    shuffled = [names[number] for number in order]
    shuffled.insert(extra, "新的")
    before = [find(f"indicators[{number}].score") for number in sorted(faulty)]
    after = [find(f"indicators[{shuffled.index(names[number])}].score") for number in sorted(faulty)]
    assert count(compare((names, before), (shuffled, after))) == (0, 0, len(faulty))
