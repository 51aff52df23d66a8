"""Rows: each cell in the column that bears its name."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.model.anchors import row_ids
from generator.model.assessment import Assessment
from generator.model.data_table import CellType, DataTable
from generator.render.exports.columns import (
    FINDINGS,
    FUNDS,
    GOALS,
    INDICATORS,
    NOTES,
    PROFILES,
    PROJECTS,
    TABLES,
)
from generator.render.exports.rows import ProjectRows, RowMaker, read_rows
from generator.render.exports.sources import ProjectSource, list_indicators
from tests.render.exports.samples import export_small, make_provenance, read_json
from tests.render.samples import CATALOGUE, ORGANISATIONS, PROFILE, assess, make_corpus, make_form

ID = "2023/dangqun/dangjian"


def pick(table: DataTable[Any], **wanted: object) -> dict[str, object]:
    """Find the one row of the sample project that has these cells."""
    rows = read_json(export_small()[f"data/{table.file('json')}"])["rows"]
    (row,) = [
        row
        for row in rows
        if ID in (row.get("id"), row.get("project"))
        and all(row[name] == value for name, value in wanted.items())
    ]
    return dict(row)


def holds(row: dict[str, object], **cells: object) -> bool:
    return {name: row[name] for name in cells} == cells


def test_a_project_is_told_cell_by_cell() -> None:
    row = pick(PROJECTS)
    assert holds(row, id=ID, year=2023, unit="dangqun", unit_name="社区党群服务中心")
    assert holds(row, department="xianghuaqiao", department_name="香花桥街道办事处")
    assert holds(row, name="党建工作专项经费", status="published", money_unit="元")
    assert holds(row, initial=829000, adjusted=829000, executed=750700)
    assert holds(row, rate=Decimal("0.905548"), claimed_rate="90.56%")
    assert holds(row, execution_weight=10, execution_claimed=Decimal("9.06"))
    assert holds(row, weight=100, assessed=100, claimed=Decimal("96.06"), accepted=Decimal("92.80"))
    assert holds(row, whole=True, lowered=True, raised=False, agreeing=10, differing=30, unclaimed=0)
    assert holds(row, judged=60, unassessed=0, claimed_grade="", grade="优", profile="mof-2020")
    assert holds(row, indicators=4, findings=1, source="2023 年度自评表", file=f"content/projects/{ID}.toml")


def test_an_indicator_is_told_cell_by_cell() -> None:
    row = pick(INDICATORS, position=3)
    assert holds(row, level1="产出指标", level2="质量指标", name="体检完成率", core=False, of_which=False)
    assert holds(row, target="=100%", actual="基本完成", measured="85.8%", kind="words", outcome="short")
    assert holds(row, weight=30, claimed=29, computed=Decimal("25.74"), low=24, high=30)
    assert holds(row, accepted=Decimal("25.74"), formula="85.8% ÷ 100% × 30 = 25.74")
    assert holds(row, explanation="部分党员自行体检。\n明年提前安排。")
    assert row["url"] == f"projects/{ID}/#{row_ids(make_form().indicators)[2]}"
    assert pick(INDICATORS, position=1)["core"] is True
    assert pick(INDICATORS, position=2)["of_which"] is True


def test_funds_goals_and_findings_are_told_cell_by_cell() -> None:
    assert holds(pick(FUNDS, position=0), name="年度资金总额", initial=829000, executed=750700)
    assert holds(pick(FUNDS, position=2), name="其他资金", initial=0, adjusted=None, executed=None)
    assert holds(pick(GOALS, position=1), expected="提升党务干部素质。", actual="基本完成预期目标")
    assert pick(FUNDS, position=2)["url"] == f"projects/{ID}/#funds"
    assert pick(GOALS, position=1)["url"] == f"projects/{ID}/#goals"
    finding = pick(FINDINGS, position=1)
    assert finding["url"] == pick(INDICATORS, position=3)["url"]
    assert holds(finding, code="J102", rule_title="自评总分不等于各项得分之和", severity="warning")
    assert holds(finding, key="indicators[2].score", message="自评 29 分，按办法最多 25.74 分。", waiver="")


def list_cells(table: DataTable[Any], **cells: object) -> list[dict[str, object]]:
    """List the rows of a form with these cells in a table, each by its columns."""
    names = [column.name for column in table.columns]
    rows = describe(assess(make_form(**cells))).rows[table.name]
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_cells_of_other_layouts_stand_at_the_end_of_their_tables() -> None:
    (project,) = list_cells(
        PROJECTS,
        kind="transfer",
        code="5100",
        departments=("市农业农村局", "市水利局"),
        period="一年",
        filed="2024年3月",
        funds={"method": "执行率乘以分值"},
        reported={"reviewed_total": 97},
    )
    assert holds(project, form_kind="transfer", code="5100", printed_departments="市农业农村局、市水利局")
    assert holds(project, period="一年", filed="2024年3月", reviewed_total="97")
    assert project["execution_method"] == "执行率乘以分值"
    source = {"name": "中央补助", "breakdown": "资金来源", "rate": "100%", "weight": 5, "score": 4}
    total, first = list_cells(FUNDS, funds={"weight": 10, "sources": (source,)}, reported={"rate": "99%"})
    assert holds(total, breakdown="", claimed_rate="99%", weight="10", claimed=None)
    assert holds(first, breakdown="资金来源", claimed_rate="100%", weight="5", claimed="4")
    (goal,) = list_cells(GOALS, goals=({"weight": 80, "score": 78},))
    assert holds(goal, weight="80", claimed="78")
    rows = ({"name": "一", "goal": 1, "method": "按比例", "reviewed": 9}, {"name": "二", "merged": True})
    first, second = list_cells(INDICATORS, indicators=rows)
    assert holds(first, goal="1", merged=False, method="按比例", reviewed="9")
    assert holds(second, goal=None, merged=True, method="", reviewed=None)


def test_boxes_and_small_facts_are_told_with_where_they_stand() -> None:
    fact, note = list_cells(
        NOTES, facts={"项目类别": "部门预算项目"}, notes=({"title": "存在问题", "text": "工期\n偏紧。"},)
    )
    assert holds(fact, position=1, part="fact", title="项目类别", text="部门预算项目")
    assert holds(note, position=2, part="note", title="存在问题", text="工期\n偏紧。")
    assert (fact["url"], note["url"]) == (f"projects/{ID}/#form", f"projects/{ID}/#notes")


@pytest.mark.parametrize("table", [PROJECTS, INDICATORS], ids=lambda table: table.name)
def test_a_cell_follows_its_column_wherever_that_stands(table: DataTable[Any]) -> None:
    one = assess(make_form())
    unit = ORGANISATIONS.units["dangqun"]
    department = ORGANISATIONS.departments[unit.department]
    project = ProjectSource(one.project.place, one.project.form, one.sheet, unit, department, 0, "p/")
    sources = [project] if table is PROJECTS else list(list_indicators(project))
    straight = read_rows(table.columns, sources)
    assert straight
    assert read_rows(table.columns[::-1], sources) == [row[::-1] for row in straight]


def describe(assessment: Assessment) -> ProjectRows:
    corpus = make_corpus(assessment)
    return RowMaker(corpus, CATALOGUE, make_provenance(corpus)).describe(assessment, ())


def tell_execution(assessment: Assessment) -> dict[str, object]:
    """Tell the execution of the budget by the columns of indicators."""
    names = [column.name for column in INDICATORS.columns]
    return dict(zip(names, describe(assessment).execution, strict=True))


def spend(assessment: Assessment, rate: Decimal | None) -> Assessment:
    """Spend another share of the budget."""
    execution = replace(assessment.sheet.execution, rate=rate)
    return replace(assessment, sheet=replace(assessment.sheet, execution=execution))


def test_the_execution_of_the_budget_is_told_as_an_indicator_is() -> None:
    row = tell_execution(assess(make_form(reported={"rate": "91%"})))
    assert holds(row, position=0, name="预算执行率", kind="quantity", target="100%", outcome="short")
    assert holds(row, actual="91%", measured="90.56%", accepted="9.06", url=f"projects/{ID}/#funds")


def test_a_form_that_prints_no_rate_is_told_with_the_one_that_recomputes() -> None:
    assert holds(tell_execution(assess(make_form(reported={}))), actual="90.56%", measured="90.56%")


@pytest.mark.parametrize(
    ("rate", "outcome"),
    [(Decimal(1), "met"), (Decimal("1.2"), "met"), (Decimal("0.99"), "short"), (None, "not-assessed")],
)
def test_the_whole_budget_is_the_target_of_its_execution(rate: Decimal | None, outcome: str) -> None:
    assert tell_execution(spend(assess(make_form()), rate))["outcome"] == outcome


def test_a_project_without_a_grade_has_an_empty_cell_for_it() -> None:
    graded = assess(make_form())
    (row,) = describe(replace(graded, sheet=replace(graded.sheet, grade=None))).rows[PROJECTS.name]
    names = [column.name for column in PROJECTS.columns]
    assert row[names.index("grade")] == ""


def test_profiles_come_in_the_order_of_their_names() -> None:
    corpus = replace(make_corpus(), profiles=dict.fromkeys(("shanghai", "mof-2020"), PROFILE))
    shared = RowMaker(corpus, CATALOGUE, make_provenance(corpus)).list_shared()
    assert [row[0] for row in shared[PROFILES.name]] == ["mof-2020", "shanghai"]


def test_every_cell_is_of_its_columns_type() -> None:
    kinds: dict[CellType, type | tuple[type, ...]] = {
        CellType.TEXT: str,
        CellType.INTEGER: int,
        CellType.BOOLEAN: bool,
        CellType.NUMBER: (int, Decimal, type(None)),
    }
    files = export_small()
    for table in TABLES:
        for row in read_json(files[f"data/{table.file('json')}"])["rows"]:
            for column in table.columns:
                assert isinstance(row[column.name], kinds[column.type]), (table.name, column.name)
                assert not column.words or row[column.name] in column.words
