"""Forms and profiles for scoring: small, and only as different from the usual as a test says."""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.load import load
from generator.model.assessment import RowScore, ScoreSheet
from generator.model.corpus import Corpus
from generator.model.form import Form, Indicator
from generator.model.profile import Profile
from generator.model.project import Place, Project
from generator.score import score_project, score_row
from generator.text.numbers import write_number

CONTENT = Path(__file__).parent.parent.parent / "content"
PLACE = Place(2023, "unit", "project")


@lru_cache(maxsize=1)
def load_content() -> Corpus:
    """Load the real content folder, once."""
    return load(CONTENT)


def make_profile(name: str = "mof-2020", **changes: Any) -> Profile:
    """A real profile in which some values are different; each change is laid over its table."""
    table = load_content().profiles[name].model_dump()
    for key, change in changes.items():
        table[key] = table[key] | change if isinstance(change, dict) else change
    return Profile.model_validate(table)


def make_row(target: str = "", actual: str = "", **cells: Any) -> Indicator:
    """An indicator of ten points."""
    return Indicator.model_validate(
        {"name": "指标", "target": target, "actual": actual, "weight": 10} | cells
    )


def score_cells(target: str, actual: str, profile: Profile | None = None, **cells: Any) -> RowScore:
    """Score an indicator of ten points in a form of 2023."""
    return score_row(0, make_row(target, actual, **cells), profile or make_profile(), 2023)


def score_form(profile: Profile | None = None, **cells: Any) -> ScoreSheet:
    """Score a form."""
    form = Form.model_validate({"name": "项目"} | cells)
    return score_project(Project(PLACE, form), profile or make_profile())


def tell(*points: Decimal | None) -> str:
    """Write points in one line, `-` where there are none."""
    return " ".join("-" if one is None else write_number(one) for one in points)


def money(budget: str | None, spent: str | None, weight: int | None = 10) -> dict[str, Any]:
    """A funds table."""
    total = {"adjusted": budget and Decimal(budget), "executed": spent and Decimal(spent)}
    return {"weight": weight, "total": total}
