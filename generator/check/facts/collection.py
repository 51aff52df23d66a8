"""What only all projects together tell: the same explanation in several forms, a name twice, who filed."""

from collections import defaultdict
from collections.abc import Collection as Set
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.check.facts.persons import find_shared_numbers
from generator.model.assessment import Assessment
from generator.model.case import Collection
from generator.model.corpus import Corpus
from generator.model.organisations import Organisations
from generator.model.project import Place
from generator.score.values import normalise_text

SHORTEST_EXPLANATION = 12
"""Characters from which on a repeated explanation is no chance; `项目尚未结束` recurs by itself."""


def collect(corpus: Corpus, assessments: Sequence[Assessment], today: date | None) -> Collection:
    """Gather the facts about all these projects together."""
    places = frozenset(one.project.place for one in assessments) | corpus.places
    apart = frozenset(one.project.place for one in assessments if not one.is_self_evaluation)
    return Collection(
        organisations=corpus.organisations,
        places=places,
        explanations=_group_explanations(assessments),
        names=_group_names(assessments),
        today=today,
        overdue=tuple(_list_overdue(corpus.organisations, places - apart, today)) if today else (),
        private_numbers=find_shared_numbers(corpus),
    )


def fold_explanation(text: str) -> str:
    """Bring an explanation to one spelling for comparison; empty when it is too short for that."""
    folded = normalise_text(text)
    return folded if len(folded) >= SHORTEST_EXPLANATION else ""


def _group_explanations(assessments: Iterable[Assessment]) -> dict[tuple[str, str], tuple[Place, ...]]:
    groups: defaultdict[tuple[str, str], set[Place]] = defaultdict(set)
    for one in assessments:
        form, place = one.project.form, one.project.place
        for text in (form.funds.explanation, *(row.explanation for row in form.indicators)):
            if text and (folded := fold_explanation(text)):
                groups[place.unit, folded].add(place)
    return {key: tuple(sorted(places)) for key, places in groups.items()}


def _group_names(assessments: Iterable[Assessment]) -> dict[tuple[int, str, str], tuple[Place, ...]]:
    groups: defaultdict[tuple[int, str, str], list[Place]] = defaultdict(list)
    for one in (each for each in assessments if each.is_self_evaluation):
        place = one.project.place
        groups[place.year, place.unit, normalise_text(one.project.form.name)].append(place)
    return {key: tuple(places) for key, places in groups.items()}


def _list_overdue(organisations: Organisations, places: Set[Place], today: date) -> Iterator[tuple[str, str]]:
    """List years and units, by the calls for forms: the day is over, and no file of that year is there."""
    filed = {(str(place.year), place.unit) for place in places}
    for year, call in sorted(organisations.calls.items()):
        if call.by is not None and call.by < today:
            expected = call.units or tuple(sorted(organisations.units))
            yield from ((year, unit) for unit in expected if (year, unit) not in filed)
