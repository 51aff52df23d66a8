"""Projects through their years: earlier and later forms of the same project, and their rows by name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from generator.check.facts.series import find_earlier
from generator.model.assessment import Assessment
from generator.model.form import Form
from generator.model.project import Place
from generator.model.timeline import Timeline
from generator.score.values import normalise_text

MOST_EARLIER = 3
MOST_LATER = 1
"""How many years are put beside one; from the oldest of them the reader goes on to those before it."""


class Timelines:
    """Knows which forms are those of one project, among the given ones and no others."""

    def __init__(self, assessments: Iterable[Assessment] = ()) -> None:
        """Find the form of the year before for every project, once."""
        by_place = {one.project.place: one for one in assessments}
        self._earlier: dict[Place, Assessment] = {}
        followers: defaultdict[Place, list[Assessment]] = defaultdict(list)
        for place, one in by_place.items():
            earlier = find_earlier(one.project, by_place)
            if earlier is not None:
                self._earlier[place] = earlier
                followers[earlier.project.place].append(one)
        self._later = {place: these[0] for place, these in followers.items() if len(these) == 1}

    def trace(self, assessment: Assessment) -> Timeline | None:
        """Trace a project through its years; None where there is only this one.

        A form that two later ones call theirs has no later year: nothing tells which of them is the same project.
        """
        earlier = _follow(assessment, self._earlier, MOST_EARLIER)
        later = _follow(assessment, self._later, MOST_LATER)
        if not earlier and not later:
            return None
        years = (*reversed(earlier), assessment, *later)
        return Timeline(years, _match_rows(assessment.project.form, [one.project.form for one in years]))


def _follow(start: Assessment, ways: Mapping[Place, Assessment], most: int) -> list[Assessment]:
    found: list[Assessment] = []
    here: Assessment | None = ways.get(start.project.place)
    while here is not None and len(found) < most:
        found.append(here)
        here = ways.get(here.project.place)
    return found


def _match_rows(form: Form, forms: Iterable[Form]) -> tuple[tuple[int | None, ...], ...]:
    places = [_place_names(one) for one in forms]
    own = _place_names(form)
    names = [normalise_text(row.name) for row in form.indicators]
    return tuple(tuple(one.get(name) for one in places) if name in own else () for name in names)


def _place_names(form: Form) -> dict[str, int]:
    """Tell where each name stands that no other row of the form bears."""
    names = [normalise_text(row.name) for row in form.indicators]
    counts = Counter(names)
    return {name: position for position, name in enumerate(names) if counts[name] == 1}
