"""Projects that now lie elsewhere: known by their name and indicators, not by git, so that new files count too."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.diff.pairing import Pairing, pair_up
from generator.model.assessment import Assessment
from generator.model.project import Place
from generator.score.values import normalise_text

ALIKE_BY_NAME = 0.5
"""Share of indicators, by name, that two forms of one name have in common when they are one project."""

ALIKE_BY_ROWS = 0.8
"""Share of indicators, by name and target, that two forms of different names must have in common."""

LEAST_ROWS = 3
"""Indicators that a form must have to be known by them alone."""

MOST_PAIRS = 40_000
"""Pairs of forms that are held against each other; where there would be more, forms must agree in all names."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a project is known by: its name, the names of its indicators, and these with their targets."""

    assessment: Assessment
    name: str
    names: frozenset[str]
    rows: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, assessment: Assessment) -> "Traits":
        """Take the traits of a project."""
        form = assessment.project.form
        rows = frozenset((normalise_text(row.name), normalise_text(row.target)) for row in form.indicators)
        return cls(assessment, normalise_text(form.name), frozenset(name for name, _ in rows), rows)

    @property
    def place(self) -> Place:
        """Where the project lies."""
        return self.assessment.project.place


def follow_moves(removed: Sequence[Assessment], added: Sequence[Assessment]) -> Pairing[Assessment]:
    """Find those that were not removed and added but moved: the same in name and indicators, or most alike."""
    exact = pair_up(
        _list_traits(removed),
        _list_traits(added),
        lambda one: (one.name, one.names, one.place.year, one.place.slug),
        lambda one: (one.name, one.names, one.place.unit, one.place.slug),
        lambda one: (one.name, one.names, one.place.year, one.place.unit),
        _find_fingerprint,
    )
    alike = _pair_alike(exact.removed, exact.added)
    gone, come = {old.place for old, _ in alike}, {new.place for _, new in alike}
    return Pairing(
        pairs=tuple((old.assessment, new.assessment) for old, new in (*exact.pairs, *alike)),
        removed=tuple(one.assessment for one in exact.removed if one.place not in gone),
        added=tuple(one.assessment for one in exact.added if one.place not in come),
    )


def _list_traits(assessments: Iterable[Assessment]) -> list[Traits]:
    return [Traits.of(one) for one in sorted(assessments, key=lambda one: one.project.place)]


def _find_fingerprint(one: Traits) -> Hashable:
    """Know a project wherever it lies; one without indicators might be any of its name."""
    return (one.name, one.names) if one.names else None


def _pair_alike(removed: Sequence[Traits], added: Sequence[Traits]) -> list[tuple[Traits, Traits]]:
    """Pair what is alike enough, the most alike first; of those that are equally so, the nearest."""
    found = [
        (likeness, old, new) for old, new in _list_candidates(removed, added) if (likeness := weigh(old, new))
    ]
    found.sort(key=lambda one: (-one[0], *_measure_distance(one[1].place, one[2].place)))
    pairs: list[tuple[Traits, Traits]] = []
    taken: set[tuple[str, Place]] = set()
    for _, old, new in found:
        sides = {("before", old.place), ("after", new.place)}
        if taken.isdisjoint(sides):
            taken |= sides
            pairs.append((old, new))
    return pairs


def _list_candidates(removed: Sequence[Traits], added: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """List the pairs to be weighed: all where these are few, else those of one name, where those are few."""
    if len(removed) * len(added) <= MOST_PAIRS:
        yield from ((old, new) for old in removed for new in added)
        return
    groups: defaultdict[str, tuple[list[Traits], list[Traits]]] = defaultdict(lambda: ([], []))
    for old in removed:
        groups[old.name][0].append(old)
    for new in added:
        groups[new.name][1].append(new)
    for before, after in groups.values():
        if len(before) * len(after) <= MOST_PAIRS:
            yield from ((old, new) for old in before for new in after)


def weigh(old: Traits, new: Traits) -> float:
    """Tell how alike two projects are, from 0 to 1; 0 where they are not alike enough to be one."""
    if old.name == new.name:
        share = _find_share(old.names, new.names)
        return share if share >= ALIKE_BY_NAME else 0
    if min(len(old.rows), len(new.rows)) < LEAST_ROWS:
        return 0
    share = _find_share(old.rows, new.rows)
    return share if share >= ALIKE_BY_ROWS else 0


def _find_share(old: frozenset[Hashable], new: frozenset[Hashable]) -> float:
    return 2 * len(old & new) / (len(old) + len(new)) if old or new else 0


def _measure_distance(old: Place, new: Place) -> tuple[bool, bool, bool, Place, Place]:
    return old.year != new.year, old.unit != new.unit, old.slug != new.slug, old, new
