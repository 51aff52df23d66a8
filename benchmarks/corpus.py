"""A synthetic content folder of any size, the same one each time.

Every name bears a mark that says so, and nothing of this ever lies in `content/`. A larger corpus has more units
and departments, not fuller ones: so many projects a unit, a fifth of them in each of five years.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks import vocabulary as words
from benchmarks.forms import make_form

YEARS = (2019, 2020, 2021, 2022, 2023)
PROJECTS_PER_UNIT = 20
UNITS_PER_DEPARTMENT = 12
_PROFILES = Path(__file__).parent.parent / "content" / "profiles"
_GOAL = 'expected = "'


def make_corpus(folder: Path, projects: int) -> None:
    """Write a content folder with so many projects in place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    units = max(1, projects // PROJECTS_PER_UNIT)
    shutil.copytree(_PROFILES, folder / "profiles")
    _write(folder / "site.toml", _make_site())
    _write(folder / "organisations.toml", _make_organisations(units))
    _write(folder / "pages" / "about.md", f"# 关于本站\n\n{words.SOURCE}。\n")
    _write(folder / "pages" / "glossary.md", "# 名词解释\n\n## 执行率\n\n全年执行数除以全年预算数。\n")
    for number in range(projects):
        _write(folder / place_project(number, units), make_form(number))


def place_project(number: int, units: int) -> str:
    """Place a project: years and units take turns, so that all of them fill evenly."""
    year = YEARS[number % len(YEARS)]
    return f"projects/{year}/hecheng-{number // len(YEARS) % units:04}/xiangmu-{number:05}.toml"


def change_projects(folder: Path, count: int, years: str = "*") -> Sequence[Path]:
    """Correct a goal in so many forms, evenly taken from the years that match a pattern."""
    files = sorted((folder / "projects").glob(f"{years}/*/*.toml"))
    chosen = [files[position * len(files) // count] for position in range(count)]
    for file in chosen:
        _write(file, file.read_text(encoding="utf-8").replace(_GOAL, f"{_GOAL}（更正）", 1))
    return chosen


def _make_site() -> str:
    return (
        f'title = "{words.MARK}测速用的网站"\npublisher = "{words.MARK}测速程序"\n'
        f'description = "{words.SOURCE}。"\nprofile = "shanghai"\n\n[licence]\nname = "CC0 1.0"\n'
    )


def _make_organisations(units: int) -> str:
    departments = -(-units // UNITS_PER_DEPARTMENT)
    entries = [
        *(f'[departments.bumen-{n:03}]\nname = "{_name(n, words.OFFICES)}"\n' for n in range(departments)),
        *(
            f'[units.hecheng-{n:04}]\nname = "{_name(n, words.BODIES)}"\n'
            f'department = "bumen-{n // UNITS_PER_DEPARTMENT:03}"\n'
            for n in range(units)
        ),
    ]
    return "\n".join(entries)


def _name(number: int, kinds: Sequence[str]) -> str:
    place = words.PLACES[number % len(words.PLACES)]
    return f"{words.MARK}{place}{kinds[number // 3 % len(kinds)]}（{number + 1}）"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
