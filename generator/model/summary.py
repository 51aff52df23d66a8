"""Totals over projects, as the section pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.assessment import Assessment, Verifiability


@dataclass(frozen=True, slots=True)
class Summary:
    """Totals over some projects. Money is in yuan; an average is None where nothing was assessed.

    `budget` and `spent` add up the adjusted budgets and the executed sums of the projects that state both;
    `rate` is their exact ratio. `assessed` counts the projects that are whole, and `score` is their mean accepted
    total. `grades` counts them per grade word, the best first. `lowered` counts those of which less is accepted than
    they claim, `raised` those to which the rule gives more; one can be both. `verifiability` adds up the points of all
    projects, whole or not.
    """

    projects: int
    budget: Decimal
    spent: Decimal
    rate: Decimal | None
    score: Decimal | None
    assessed: int
    grades: Mapping[str, int]
    lowered: int
    raised: int
    verifiability: Verifiability


@dataclass(frozen=True, slots=True)
class YearTotals:
    """The totals of one year."""

    year: int
    summary: Summary


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of one year and of the year before, both as exact as they are shown; None is not available, not nought.

    `by` is how much the newer one is greater, None where either is not available.
    """

    now: Decimal | None
    before: Decimal | None

    @property
    def by(self) -> Decimal | None:
        """How much the newer figure is greater."""
        return None if self.now is None or self.before is None else self.now - self.before


@dataclass(frozen=True, slots=True)
class YearChange:
    """The projects that are in a year and in the one before, the years held against each other.

    `projects` counts them. Money is in 万元 and `rate` is a share, over those that state both sums in both years;
    `score` is the mean of those that are whole in both.
    """

    year: int
    projects: int
    budget: Pair
    spent: Pair
    rate: Pair
    score: Pair


@dataclass(frozen=True, slots=True)
class Section:
    """One year, department or unit: its projects, their totals, and the same again for its parts.

    `key` is the year or the id. A year's parts are its departments, and theirs are units; a department's parts
    are its units; a unit's parts are its years. `others` are forms of other kinds, which are in no total. `years` are
    the totals year by year, newest first; of a year, its own and those of the years before. `change` holds the newest
    of them against the one before, where a project is in both.
    """

    key: str
    assessments: tuple[Assessment, ...]
    summary: Summary
    others: tuple[Assessment, ...] = ()
    parts: tuple["Section", ...] = ()
    years: tuple[YearTotals, ...] = ()
    change: YearChange | None = None


@dataclass(frozen=True, slots=True)
class Summaries:
    """All totals. Withdrawn projects are listed but count in no total. Years run newest first, the rest by id."""

    whole: Summary
    years: tuple[Section, ...]
    departments: tuple[Section, ...]
    units: tuple[Section, ...]
