"""Indicators in use by group: how often each came out how, and which targets were set for it.

Names are brought to one spelling before they are counted, and shown as most forms print them. However many names
people invent, what is listed stays bounded; the rest is counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import blake2b
from typing import TypeVar

from generator.model.anchors import first_id
from generator.model.assessment import Assessment, RowScore
from generator.model.form import Indicator
from generator.model.overview import IndicatorGroup, Indicators, IndicatorUse
from generator.model.profile import Profile
from generator.model.project import Place
from generator.score.values import normalise_text
from generator.summarise.targets import find_spread

MOST_GROUPS = 60
MOST_NAMES = 200
MOST_TARGETS = 3

Heading = tuple[str, str]
"""Both levels of a group."""

T = TypeVar("T", str, Heading)


@dataclass(slots=True)
class Tally:
    """The rows of one name while they are gathered, project by project in the order of their places."""

    newest: Place
    projects: int = 1
    rows: list[tuple[Indicator, RowScore]] = field(default_factory=list)


@dataclass(slots=True)
class GroupTally:
    """The rows of one group while they are gathered; `seats` adds up the seats that its rows have on forms."""

    heading: Heading
    rows: int = 0
    seats: int = 0
    printed: Counter[Heading] = field(default_factory=Counter)
    tallies: dict[str, Tally] = field(default_factory=dict)

    @property
    def seat(self) -> Fraction:
        """Where rows of this group stand on forms, on the average."""
        return Fraction(self.seats, self.rows)


class Ledger:
    """The rows of all groups while they are gathered."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        """Know what forms call first-level groups, and what the profiles call them."""
        self.groups: dict[Heading, GroupTally] = {}
        self._by_print: dict[Heading, GroupTally] = {}
        self._official = {
            normalise_text(alias): group.name
            for profile in profiles
            for group in profile.groups
            for alias in group.aliases
        }

    def enter(self, assessment: Assessment) -> None:
        """Enter the rows of a form, without those "of which", which belong to the row above them."""
        place = assessment.project.place
        pairs = zip(assessment.project.form.indicators, assessment.sheet.rows, strict=True)
        for seat, (row, score) in enumerate(pairs):
            if row.of_which:
                continue
            group = self._find_group((row.level1, row.level2))
            group.rows += 1
            group.seats += seat
            name = normalise_text(row.name)
            tally = group.tallies.get(name)
            if tally is None:
                tally = group.tallies[name] = Tally(place)
            elif tally.newest is not place:
                tally.newest = place
                tally.projects += 1
            tally.rows.append((row, score))

    def _find_group(self, printed: Heading) -> GroupTally:
        group = self._by_print.get(printed)
        if group is None:
            level1 = normalise_text(printed[0])
            heading = self._official.get(level1, level1), normalise_text(printed[1]).removesuffix("指标")
            group = self.groups.setdefault(heading, GroupTally(heading))
            self._by_print[printed] = group
        group.printed[printed] += 1
        return group


def gather_indicators(assessments: Iterable[Assessment], profiles: Iterable[Profile]) -> Indicators:
    """Gather the indicators of projects, which come in the order of their places."""
    ledger = Ledger(profiles)
    for one in assessments:
        ledger.enter(one)
    frequent = sorted(ledger.groups.values(), key=lambda group: (-group.rows, group.heading))
    kept, rare = frequent[:MOST_GROUPS], frequent[MOST_GROUPS:]
    return Indicators(
        groups=tuple(
            _conclude_group(group) for group in sorted(kept, key=lambda group: (group.seat, group.heading))
        ),
        left_out=len(rare),
        rows_left_out=sum(group.rows for group in rare),
    )


def _conclude_group(group: GroupTally) -> IndicatorGroup:
    tallies = sorted(group.tallies.items(), key=lambda one: (-one[1].projects, one[0]))
    level1, level2 = choose_commonest(group.printed)
    return IndicatorGroup(
        key=blake2b("\0".join(group.heading).encode("utf-8", "replace"), digest_size=5).hexdigest(),
        level1=level1,
        level2=level2,
        names=len(tallies),
        rows=group.rows,
        outcomes=Counter(score.outcome for _, tally in tallies for _, score in tally.rows),
        uses=tuple(_conclude(tally) for _, tally in tallies[:MOST_NAMES]),
    )


def _conclude(tally: Tally) -> IndicatorUse:
    return IndicatorUse(
        name=choose_commonest(Counter(row.name for row, _ in tally.rows)),
        projects=tally.projects,
        rows=len(tally.rows),
        outcomes=Counter(score.outcome for _, score in tally.rows),
        common=tuple(rank(Counter(row.target for row, _ in tally.rows))[:MOST_TARGETS]),
        spread=find_spread([score.target for _, score in tally.rows]),
        newest=tally.newest,
        anchor=first_id(tally.rows[-1][0]),
    )


def rank(counts: Counter[T]) -> Sequence[tuple[T, int]]:
    """Rank texts by how often they occur; where that is the same, by themselves."""
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def choose_commonest(counts: Counter[T]) -> T:
    """Choose the most frequent of some texts."""
    return rank(counts)[0][0]
