"""Totals by year, department and unit, for the section pages."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from generator.check.facts.series import find_earlier
from generator.model.assessment import Assessment, Verifiability
from generator.model.organisations import Organisations
from generator.model.project import Place
from generator.model.summary import Pair, Section, Summaries, Summary, YearChange, YearTotals

Key = Callable[[Assessment], str]
Earlier = Mapping[Place, Assessment]
"""The form of the year before, by the place of a project."""

_WAN: Final = Decimal(10_000)


def summarise(assessments: Sequence[Assessment], organisations: Organisations) -> Summaries:
    """Add up all projects by year, department and unit.

    Every department and unit of `organisations` gets a section, also one without a project, so that a link to
    it always leads somewhere. Projects keep their order (year, unit, slug), whatever order they come in.
    """
    ordered = sorted(assessments, key=lambda one: one.project.place)
    earlier = pair_years(ordered)

    def department(one: Assessment) -> str:
        return organisations.department_of(one.project.place.unit)

    years = tuple(reversed(divide(ordered, year_of, (department, unit_of))))
    departments = divide(ordered, department, (unit_of,), organisations.departments)
    units = divide(ordered, unit_of, (year_of,), organisations.units)
    return Summaries(
        whole=add_up(ordered),
        years=tuple(follow(one, list_years(years[place:]), earlier) for place, one in enumerate(years)),
        departments=follow_departments(departments, years, earlier),
        units=tuple(follow(one, list_years(reversed(one.parts)), earlier) for one in units),
    )


def pair_years(assessments: Sequence[Assessment]) -> Earlier:
    """Find for every project that counts the form of the year before, where that counts too."""
    by_place = {one.project.place: one for one in assessments if one.counts}
    found = ((place, find_earlier(one.project, by_place)) for place, one in by_place.items())
    return {place: one for place, one in found if one and one.project.place.year == place.year - 1}


def follow(section: Section, years: tuple[YearTotals, ...], earlier: Earlier) -> Section:
    """Return a section with its totals of each year, and its newest year held against the one before."""
    newest = (one for one in section.assessments if years and one.project.place.year == years[0].year)
    pairs = [(now, before) for now in newest if (before := earlier.get(now.project.place))]
    return replace(section, years=years, change=compare_years(pairs))


def list_years(sections: Iterable[Section]) -> tuple[YearTotals, ...]:
    """Take the totals out of sections that are years."""
    return tuple(YearTotals(int(one.key), one.summary) for one in sections if one.assessments)


def follow_departments(
    departments: Iterable[Section], years: Iterable[Section], earlier: Earlier
) -> tuple[Section, ...]:
    """Give every department its totals of each year, out of those of the years."""
    totals: defaultdict[str, list[YearTotals]] = defaultdict(list)
    for year in years:
        for part in (one for one in year.parts if one.assessments):
            totals[part.key].append(YearTotals(int(year.key), part.summary))
    return tuple(follow(one, tuple(totals[one.key]), earlier) for one in departments)


def compare_years(pairs: Sequence[tuple[Assessment, Assessment]]) -> YearChange | None:
    """Compare forms with those of the same projects a year before; None where there are none."""
    if not pairs:
        return None
    money = _add_up_sides(pair for pair in pairs if all(map(states_money, pair)))
    marks = _add_up_sides(pair for pair in pairs if all(one.sheet.total.is_whole for one in pair))
    return YearChange(
        year=pairs[0][0].project.place.year,
        projects=len(pairs),
        budget=Pair(*(_state_money(one, one.budget) for one in money)),
        spent=Pair(*(_state_money(one, one.spent) for one in money)),
        rate=Pair(*(_round(one.rate, "0.0001") for one in money)),
        score=Pair(*(_round(one.score, "0.01") for one in marks)),
    )


def _add_up_sides(pairs: Iterable[tuple[Assessment, Assessment]]) -> tuple[Summary, Summary]:
    """Add up the forms of this year, and those of the year before."""
    both = list(pairs)
    return add_up(now for now, _ in both), add_up(before for _, before in both)


def _state_money(summary: Summary, yuan: Decimal) -> Decimal | None:
    """Put a sum into 万元, unless no project states its money."""
    return None if summary.rate is None else _round(yuan / _WAN, "0.01")


def states_money(one: Assessment) -> bool:
    """Return whether a form states both what was budgeted and what was spent."""
    total = one.project.form.funds.total
    return total.adjusted is not None and total.executed is not None


def _round(number: Decimal | None, step: str) -> Decimal | None:
    return None if number is None else number.quantize(Decimal(step), ROUND_HALF_UP)


def year_of(one: Assessment) -> str:
    """Name the year of a project."""
    return str(one.project.place.year)


def unit_of(one: Assessment) -> str:
    """Name the unit of a project."""
    return one.project.place.unit


def divide(
    assessments: Sequence[Assessment], key: Key, inner: tuple[Key, ...], known: Iterable[str] = ()
) -> tuple[Section, ...]:
    """Divide projects into sections by a key, and each section by the inner keys in turn; sorted by key."""
    groups: dict[str, list[Assessment]] = {name: [] for name in known}
    for one in assessments:
        groups.setdefault(key(one), []).append(one)
    return tuple(
        Section(
            key=name,
            assessments=tuple(one for one in group if one.is_self_evaluation),
            others=tuple(one for one in group if not one.is_self_evaluation),
            summary=add_up(group),
            parts=divide(group, inner[0], inner[1:]) if inner else (),
        )
        for name, group in sorted(groups.items())
    )


def add_up(assessments: Iterable[Assessment]) -> Summary:
    """Add up projects; withdrawn ones count in nothing."""
    counted = [one for one in assessments if one.counts]
    budget, spent = add_money(counted)
    scores = [score for one in counted if (score := one.sheet.total.accepted) is not None]
    return Summary(
        projects=len(counted),
        budget=budget,
        spent=spent,
        rate=spent / budget if budget else None,
        score=sum(scores, Decimal(0)) / len(scores) if scores else None,
        assessed=len(scores),
        grades=count_grades(counted),
        lowered=sum(one.sheet.total.is_lowered for one in counted),
        raised=sum(one.sheet.total.is_raised for one in counted),
        verifiability=sum((one.sheet.total.verifiability for one in counted), Verifiability()),
    )


def add_money(assessments: Iterable[Assessment]) -> tuple[Decimal, Decimal]:
    """Add up budgets and spending in yuan, over the projects that state both."""
    budget = spent = Decimal(0)
    for one in filter(states_money, assessments):
        funds = one.project.form.funds
        budget += (funds.total.adjusted or 0) * funds.unit.yuan
        spent += (funds.total.executed or 0) * funds.unit.yuan
    return budget, spent


def count_grades(assessments: Iterable[Assessment]) -> dict[str, int]:
    """Count projects per grade word, the grade with the highest score first."""
    counts: dict[str, int] = {}
    best: dict[str, Decimal] = {}
    for one in assessments:
        grade, score = one.sheet.grade, one.sheet.total.accepted
        if grade is None or score is None:
            continue
        counts[grade] = counts.get(grade, 0) + 1
        best[grade] = max(score, best.get(grade, score))
    return {grade: counts[grade] for grade in sorted(counts, key=lambda word: (-best[word], word))}
