"""Projects scored by the real rules, small and only as different from one another as a test says."""

from typing import Any

from generator.model.assessment import Assessment
from generator.model.form import Form, Indicator
from generator.model.organisations import Organisations
from generator.model.project import Place, Project
from generator.score import score_project
from tests.score.samples import make_profile, make_row

ORGANISATIONS = Organisations.model_validate(
    {
        "departments": {"jiaoyu": {"name": "教育局"}, "weisheng": {"name": "卫生局"}},
        "units": {
            "yixiao": {"name": "第一小学", "department": "jiaoyu"},
            "erxiao": {"name": "第二小学", "department": "jiaoyu"},
            "yiyuan": {"name": "医院", "department": "weisheng"},
        },
    }
)


def row(name: str = "图书册数", target: str = "≥100册", actual: str = "100册", **cells: Any) -> Indicator:
    """A row of ninety points that claims what the rules allow."""
    defaults = {"name": name, "level1": "产出指标", "level2": "数量指标", "weight": 90}
    return make_row(target, actual, **defaults | cells)


def assess(
    *rows: Indicator, unit: str = "yixiao", year: int = 2023, slug: str = "tushu", **cells: Any
) -> Assessment:
    """A published project with these rows, and all of its money spent."""
    funds = {"weight": 10, "total": {"adjusted": 100_000, "executed": 100_000}} | cells.pop("funds", {})
    values = {"name": "图书项目", "status": "published", "funds": funds, "indicators": rows or (row(),)}
    project = Project(Place(year, unit, slug), Form.model_validate(values | cells))
    return Assessment(project, score_project(project, make_profile()))
