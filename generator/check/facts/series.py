"""The same project a year before: by the path that the form names, else by the same unit and file name."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.load.places import read_previous
from generator.model.assessment import Assessment
from generator.model.case import Collection, EarlierRow
from generator.model.form import Form
from generator.model.project import Place, Project
from generator.score.values import normalise_text

_YEAR = re.compile(r"20[0-9]{2}(?:-20[0-9]{2})?(?:年度?)?")


def find_earlier(project: Project, by_place: Mapping[Place, Assessment]) -> Assessment | None:
    """Find the same project in the year before; None where there is none, or where `previous` leads nowhere.

    A form of another kind is none of the same project.
    """
    found = _find_place(project, by_place)
    return found if found and found.project.form.kind is project.form.kind else None


def _find_place(project: Project, by_place: Mapping[Place, Assessment]) -> Assessment | None:
    place = project.place
    named = read_previous(project.form.previous)
    if project.form.previous:
        return by_place.get(named) if named is not None and named.year < place.year else None
    return by_place.get(Place(place.year - 1, place.unit, place.slug))


def list_rows(earlier: Assessment | None) -> tuple[EarlierRow, ...]:
    """List the rows of the earlier form; none where there is no such form."""
    if earlier is None:
        return ()
    pairs = zip(earlier.project.form.indicators, earlier.sheet.rows, strict=True)
    return tuple(EarlierRow(row, score) for row, score in pairs)


def index_rows(rows: Sequence[EarlierRow]) -> dict[str, EarlierRow]:
    """Find each row by its name; of those that bear one name, nothing tells which is meant."""
    names = [normalise_text(one.row.name) for one in rows]
    counts = Counter(names)
    return {name: one for name, one in zip(names, rows, strict=True) if counts[name] == 1}


def find_vanished(form: Form, rows: Sequence[EarlierRow]) -> tuple[EarlierRow, ...]:
    """Find the rows of the earlier form whose names stand here no more."""
    names = {normalise_text(row.name) for row in form.indicators} if rows else set()
    return tuple(one for one in rows if normalise_text(one.row.name) not in names)


def leave_out_year(name: str) -> str:
    """Leave out the year that a name bears: `2022年科普活动` and `2023年科普活动` are one project."""
    return _YEAR.sub("", normalise_text(name))


def find_namesake(place: Place, name: str, collection: Collection) -> Place | None:
    """Find the one file of the year before that bears this name under another path and has no successor there."""
    if Place(place.year - 1, place.unit, place.slug) in collection.places:
        return None
    last_name = name.replace(str(place.year), str(place.year - 1))
    before = {
        one
        for each in (name, last_name)
        for one in collection.names.get((place.year - 1, place.unit, each), ())
    }
    free = [one for one in before if Place(place.year, one.unit, one.slug) not in collection.places]
    return free[0] if len(free) == 1 else None


def divide_budgets(form: Form, earlier: Form) -> Decimal:
    """Divide a budget by the earlier one, at most 1; 1 where either is not stated."""
    now, before = form.funds.total.adjusted, earlier.funds.total.adjusted
    if not now or not before or now < 0 or before < 0:
        return Decimal(1)
    return min(Decimal(1), now * form.funds.unit.yuan / (before * earlier.funds.unit.yuan))
