"""Any number of made-up projects for the explore page: scored without a real form, with names hard to compress."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.vocabulary import MARK
from generator.model.assessment import Assessment, ExecutionScore, ScoreSheet, TotalScore, Verifiability
from generator.model.form import Form
from generator.model.organisations import Organisations
from generator.model.project import Place, Project
from generator.model.site import Edition, Site
from generator.render.explore import explore_files
from generator.render.exports import Provenance

YEARS: Final = range(2019, 2024)
PROJECTS_OF_UNIT: Final = 20
UNITS_OF_DEPARTMENT: Final = 12
FIRST, SIGNS, LENGTH = 0x4E00, 3000, 14
"""Names are drawn from so many signs as if by dice, which no real names are: they cannot be compressed as well."""

SITE: Final = Site.model_validate(
    {"title": "合成数据", "publisher": "合成", "profile": "mof-2020", "licence": {"name": "CC BY 4.0"}}
)


def write_crowd(site: Path, count: int, years: range = YEARS) -> None:
    """Put the data of so many projects into a built site, in the place of its own."""
    organisations = make_organisations(count)
    projects = sorted(make_projects(count, years), key=lambda one: one.project.place)
    provenance = Provenance.of(SITE, Edition.PUBLIC, None, "1.0", {})
    for file in (site / "explore").glob("*.json"):
        file.unlink()
    for path, content in explore_files(organisations, projects, provenance, date(2024, 5, 1)):
        (site / path).write_bytes(content)


def make_organisations(count: int) -> Organisations:
    """Make as many units as so many projects come from."""
    units = -(-count // PROJECTS_OF_UNIT)
    dice = Random(units)  # noqa: S311 (nothing is kept secret)
    departments = {name_department(unit) for unit in range(units)}
    return Organisations.model_validate(
        {
            "departments": {key: {"name": f"{MARK}{draw_name(dice)}"} for key in sorted(departments)},
            "units": {
                name_unit(unit): {"name": f"{MARK}{draw_name(dice)}", "department": name_department(unit)}
                for unit in range(units)
            },
        }
    )


def name_unit(unit: int) -> str:
    """Name a unit."""
    return f"hecheng-{unit:04}"


def name_department(unit: int) -> str:
    """Name the department of a unit."""
    return f"hecheng-{unit // UNITS_OF_DEPARTMENT:03}"


def make_projects(count: int, years: range = YEARS) -> Iterator[Assessment]:
    """Make projects, spread evenly over the years."""
    dice = Random(count)  # noqa: S311 (nothing is kept secret)
    for number in range(count):
        place = Place(
            years[number % len(years)], name_unit(number // PROJECTS_OF_UNIT), f"xiangmu-{number:05}"
        )
        yield make_project(place, dice)


def make_project(place: Place, dice: Random) -> Assessment:
    """Make a project whose figures are as varied as its name."""
    budget = Decimal(dice.randrange(1_000_000, 5_000_000_000)) / 100
    spent = budget * dice.randrange(5000, 10_001) // 10_000
    lost = Decimal(dice.randrange(2000)) / 100
    accepted, claimed = 100 - lost, 100 - lost + dice.choice((0, 0, 0, 1, 2))
    money = {"initial": budget, "adjusted": budget, "executed": spent}
    form = Form.model_validate(
        {"name": f"{MARK}{draw_name(dice)}", "status": "published", "funds": {"total": money}}
    )
    rate = spent / budget
    execution = ExecutionScore(Decimal(10), rate, f"{rate:.2%}", None, claimed, None, "")
    hundred = Decimal(100)
    known = Verifiability(judged=hundred)
    total = TotalScore(claimed, accepted, accepted, hundred, hundred, hundred, known, (), None, "")
    grade = "优" if accepted >= 90 else "良"
    return Assessment(Project(place, form), ScoreSheet("mof-2020", execution, (), total, grade))


def draw_name(dice: Random) -> str:
    """Draw a name."""
    return "".join(chr(FIRST + dice.randrange(SIGNS)) for _ in range(LENGTH))
