"""The lines that tell what changed in one project."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.change import Cell, CellChange, ChangeKind, Direction, FindingChanges, RowChange
from generator.report import change_lines
from generator.report.change_lines import KINDS, list_changes, list_findings, show_money, show_points
from tests.report.revised import AFTER, BEFORE, CHANGED, ROW, find


def test_everything_that_changed_in_a_project_is_listed() -> None:
    assert list(list_changes(CHANGED)) == [
        "- 状态：草稿 → 已提交",
        "- 年初预算数（元）：829,000 → —",
        "- 新问题：**必须改正** `P001` `有身份证号码。`",
        "- 新问题：数据存疑 `S003` `扣了分没有说明。`",
        "- 新说明的问题：数据存疑 `S003` `扣了分没有说明。`，已说明：`另有批复`",
        "- 消除的问题：建议完善 `I010` `是比率。`，已说明：`按旧口径`",
        "- 执行率 `90.55%` → `90.56%`",
        "- 绩效指标 `体检完成率`：年度指标值 `=100%` → `≥85%`（**降低要求**）；分值 5 → 4.5；核心指标 空 → 是；"
        "**删去偏差原因分析及改进措施**，原为 `因雨停工`",
        "- 原有的问题还有 2 处",
    ]


def test_a_project_that_moved_tells_from_where_to_where() -> None:
    moved = replace(
        CHANGED, after=replace(AFTER, path="projects/2024/unit/x.toml", name="新名", profile="mof-2020")
    )
    assert list(list_changes(moved))[:4] == [
        "- 文件：`projects/2023/unit/project.toml` → `projects/2024/unit/x.toml`",
        "- 项目名称：`党建经费` → `新名`",
        "- 状态：草稿 → 已提交",
        "- 评分办法：`shanghai` → `mof-2020`",
    ]


def test_the_same_standing_is_not_told() -> None:
    assert (
        list(list_changes(replace(CHANGED, after=BEFORE, cells=(), rows=(), findings=FindingChanges()))) == []
    )


@pytest.mark.parametrize(
    ("direction", "said"),
    [(Direction.LOWERED, "（**降低要求**）"), (Direction.RAISED, "（提高要求）"), (Direction.CHANGED, "")],
)
def test_the_direction_of_a_target_is_told(direction: Direction, said: str) -> None:
    row = replace(ROW, cells=ROW.cells[:1], target=direction)
    (line,) = list_changes(replace(CHANGED, after=BEFORE, cells=(), rows=(row,), findings=FindingChanges()))
    assert line == f"- 绩效指标 `体检完成率`：年度指标值 `=100%` → `≥85%`{said}"


@pytest.mark.parametrize(
    ("kind", "before", "after", "line"),
    [
        (ChangeKind.ADDED, None, Decimal(5), "- 新增绩效指标 `满意度`：分值 5"),
        (ChangeKind.REMOVED, Decimal(5), None, "- 删去绩效指标 `满意度`：分值 5"),
    ],
)
def test_a_row_that_came_or_went_tells_what_it_says(
    kind: ChangeKind, before: Cell, after: Cell, line: str
) -> None:
    name = CellChange("name", "三级指标", before and "满意度", after and "满意度")
    row = RowChange(
        "indicators", "绩效指标", kind, "满意度", (name, CellChange("weight", "分值", before, after))
    )
    alone = replace(CHANGED, after=BEFORE, cells=(), rows=(row,), findings=FindingChanges())
    assert list(list_changes(alone)) == [line]


def test_a_row_of_nothing_but_its_name_is_told_by_that() -> None:
    row = RowChange("goals", "年度总体目标", ChangeKind.ADDED, "", ())
    alone = replace(CHANGED, after=BEFORE, cells=(), rows=(row,), findings=FindingChanges())
    assert list(list_changes(alone)) == ["- 新增年度总体目标"]


def test_findings_about_several_files_name_the_file() -> None:
    (line,) = list_findings(FindingChanges(new=(find(path="site.toml"),)), with_path=True)
    assert line == "- 新问题：`site.toml` 数据存疑 `S003` `扣了分没有说明。`"


def test_long_texts_are_cut() -> None:
    long = "长" * 5_000
    row = replace(ROW, name=long, cells=(CellChange("target", "年度指标值", long, long),))
    change = replace(
        CHANGED, cells=(), rows=(row,), findings=FindingChanges(new=(find(message=long, waiver=long),))
    )
    assert max(map(len, list_changes(change))) < 600


def test_numbers_are_shown_as_people_write_them() -> None:
    assert (show_points(Decimal("9.50")), show_points(None)) == ("9.5", "—")
    assert (show_money(Decimal("829000.00")), show_money(None)) == ("829,000", "—")


def test_every_kind_and_direction_has_its_words() -> None:
    assert set(KINDS) == set(ChangeKind)
    assert set(change_lines._DIRECTIONS) == set(Direction)
