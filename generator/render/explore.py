"""The data of the page `检索`: what a browser filters, sorts and exports, in small files of one year each.

    explore/index.json      where the data comes from, the choices, and the list of parts, the newest year first
    explore/2023-1.json     the first 2,000 projects of 2023, column by column

A part hangs on the projects of its year alone; what changes with every revision stands in the index. Parts are asked
for by their digest, so that no browser's cache mixes two builds.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import groupby
from typing import Any, Final

from generator.model.assessment import Assessment, TotalScore
from generator.model.form import Status
from generator.model.organisations import Organisations
from generator.render.exports import Provenance
from generator.render.exports.cells import Cell, round_rate, write_figure
from generator.render.views.parts import list_grades, name_grade
from generator.summarise.totals import add_up
from generator.text.cleaning import clean_text

FOLDER: Final = "explore"
"""The folder of the page and of its data."""

ROWS: Final = 2000
"""So many projects are in a file at most: about 100 kB when compressed, after which the first rows are shown."""

File = tuple[str, bytes]
"""A file: its path from the root of the site, and its content."""

COLUMNS: Final = (
    *("slug", "name", "unit", "status", "budget", "spent", "rate", "shown_rate"),
    *("claimed", "accepted", "lost", "lowered", "raised", "grade"),
)
"""What is told of a project. Figures are exact decimal text, money is in yuan; `lowered` and `raised` are null where
claimed and accepted total cannot be compared; `grade` is null where the form is withdrawn and so in no ranking; `lost`
is what a whole form lost of its full points."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of projects of one year."""

    year: int
    number: int
    rows: int
    content: bytes

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.year}-{self.number}.json"

    def describe(self) -> dict[str, Any]:
        """Say what is in it, and by what address to ask for it."""
        digest = blake2b(self.content, digest_size=6).hexdigest()
        return {"year": self.year, "rows": self.rows, "file": f"{self.name}?{digest}"}


def explore_files(
    organisations: Organisations, shown: Sequence[Assessment], provenance: Provenance, day: date | None
) -> Iterator[File]:
    """Make every file, of the projects that the edition shows, which come in order of year.

    Forms of other kinds than a project's self-evaluation are none of them. `day` is the one of the revision that the
    data was made from.
    """
    listed = [one for one in shown if one.is_self_evaluation]
    parts = [
        part
        for year, group in groupby(reversed(listed), key=lambda one: one.project.place.year)
        for part in _divide(year, list(group)[::-1])
    ]
    for part in parts:
        yield f"{FOLDER}/{part.name}", part.content
    index = {
        "about": {**provenance.describe(f"{FOLDER}/"), "date": day.isoformat() if day else None},
        "parts": [part.describe() for part in parts],
        **_list_organisations(organisations),
        "grades": [clean_text(grade) for grade in list_grades(add_up(shown))],
        "statuses": [[one.value, one.word] for one in Status if provenance.edition.shows(one)],
    }
    yield f"{FOLDER}/index.json", _write_members(index)


def _divide(year: int, projects: Sequence[Assessment]) -> Iterator[Part]:
    for number, start in enumerate(range(0, len(projects), ROWS), start=1):
        some = projects[start : start + ROWS]
        yield Part(year, number, len(some), _write_members(describe_projects(year, some)))


def describe_projects(year: int, projects: Sequence[Assessment]) -> dict[str, Any]:
    """Describe projects of one year column by column; a unit is named by its place in the list of `units`."""
    units = sorted({one.project.place.unit for one in projects})
    places = {unit: place for place, unit in enumerate(units)}
    columns = zip(*(_describe(one, places) for one in projects), strict=True)
    return {"year": year, "units": units, **dict(zip(COLUMNS, columns, strict=True))}


def _describe(one: Assessment, units: Mapping[str, int]) -> tuple[Cell, ...]:
    form, place, sheet = one.project.form, one.project.place, one.sheet
    money, execution, total = form.funds, sheet.execution, sheet.total
    return (
        place.slug,
        clean_text(form.name),
        units[place.unit],
        form.status.value,
        write_figure(money.unit.to_yuan(money.total.adjusted)),
        write_figure(money.unit.to_yuan(money.total.executed)),
        write_figure(round_rate(execution.rate)),
        execution.shown_rate,
        write_figure(total.claimed),
        write_figure(total.accepted),
        write_figure(None if total.accepted is None else total.full - total.accepted),
        *compare_totals(total),
        find_grade(one),
    )


def find_grade(one: Assessment) -> str | None:
    """Name the grade, or why there is none; None of a withdrawn form."""
    return clean_text(name_grade(one.sheet.total, one.sheet.grade)) if one.counts else None


def compare_totals(total: TotalScore) -> tuple[bool | None, bool | None]:
    """Return whether less is accepted, and whether more is computed, than claimed; None where nobody can compare."""
    if not total.is_whole or total.claimed is None:
        return None, None
    return total.is_lowered, total.is_raised


def _list_organisations(organisations: Organisations) -> dict[str, Any]:
    """List departments and units, by their ids in order, with their names."""
    departments, units = sorted(organisations.departments.items()), sorted(organisations.units.items())
    return {
        "departments": [[key, clean_text(one.name)] for key, one in departments],
        "units": [[key, clean_text(one.name), one.department] for key, one in units],
    }


def _write_members(members: Mapping[str, Any]) -> bytes:
    """Write an object, one member a line."""
    lines = (
        f"{json.dumps(name)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for name, value in members.items()
    )
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()
