"""Totals by year, department and unit, for the section pages."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from generator.model.assessment import Assessment
from generator.model.organisations import Organisations
from generator.model.summary import Pair, Section, Summaries, Summary, YearChange, YearTotals

Key = Callable[[Assessment], str]

_WAN: Final = Decimal(10_000)


def summarise(assessments: Sequence[Assessment], organisations: Organisations) -> Summaries:
    """Add up all projects by year, department and unit.

    Every department and unit of `organisations` gets a section, also one without a project, so that a link to
    it always leads somewhere. Projects keep their order (year, unit, slug), whatever order they come in.
    """
    ordered = sorted(assessments, key=lambda one: one.project.place)

    def department(one: Assessment) -> str:
        return organisations.department_of(one.project.place.unit)

    years = tuple(reversed(divide(ordered, year_of, (department, unit_of))))
    departments = divide(ordered, department, (unit_of,), organisations.departments)
    units = divide(ordered, unit_of, (year_of,), organisations.units)
    return Summaries(
        whole=add_up(ordered),
        years=tuple(follow(one, list_years(years[place:])) for place, one in enumerate(years)),
        departments=follow_departments(departments, years),
        units=tuple(follow(one, list_years(reversed(one.parts))) for one in units),
    )


def follow(section: Section, years: tuple[YearTotals, ...]) -> Section:
    """Tell of a section how it has gone from year to year."""
    return replace(section, years=years, change=compare_years(years))


def list_years(sections: Iterable[Section]) -> tuple[YearTotals, ...]:
    """Take the totals out of sections that are years."""
    return tuple(YearTotals(int(one.key), one.summary) for one in sections)


def follow_departments(departments: Iterable[Section], years: Iterable[Section]) -> tuple[Section, ...]:
    """Give every department its totals of each year, out of those of the years."""
    totals: defaultdict[str, list[YearTotals]] = defaultdict(list)
    for year in years:
        for part in year.parts:
            totals[part.key].append(YearTotals(int(year.key), part.summary))
    return tuple(follow(one, tuple(totals[one.key])) for one in departments)


def compare_years(years: Sequence[YearTotals]) -> YearChange | None:
    """Hold the newest of some years against the one before it; None where that is missing or has no project."""
    if len(years) < 2 or years[1].year != years[0].year - 1 or not years[1].summary.projects:
        return None
    now, before = years[0].summary, years[1].summary
    return YearChange(
        year=years[0].year,
        projects=Pair(Decimal(now.projects), Decimal(before.projects)),
        budget=Pair(_state_money(now, now.budget), _state_money(before, before.budget)),
        spent=Pair(_state_money(now, now.spent), _state_money(before, before.spent)),
        rate=Pair(_round(now.rate, "0.0001"), _round(before.rate, "0.0001")),
        score=Pair(_round(now.score, "0.01"), _round(before.score, "0.01")),
    )


def _state_money(summary: Summary, yuan: Decimal) -> Decimal | None:
    """Put a sum into 万元, unless no project states its money."""
    return None if summary.rate is None else _round(yuan / _WAN, "0.01")


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
            assessments=tuple(group),
            summary=add_up(group),
            parts=divide(group, inner[0], inner[1:]) if inner else (),
        )
        for name, group in sorted(groups.items())
    )


def add_up(assessments: Iterable[Assessment]) -> Summary:
    """Add up projects; withdrawn ones count in nothing."""
    counted = [one for one in assessments if one.counts]
    budget, spent = add_money(counted)
    scores = [score for one in counted if (score := whole_score(one)) is not None]
    return Summary(
        projects=len(counted),
        budget=budget,
        spent=spent,
        rate=spent / budget if budget else None,
        score=sum(scores, Decimal(0)) / len(scores) if scores else None,
        assessed=len(scores),
        grades=count_grades(counted),
        differing=sum(one.sheet.total.differs for one in counted),
    )


def add_money(assessments: Iterable[Assessment]) -> tuple[Decimal, Decimal]:
    """Add up budgets and spending in yuan, over the projects that state both."""
    budget = spent = Decimal(0)
    for one in assessments:
        funds = one.project.form.funds
        adjusted, executed = funds.total.adjusted, funds.total.executed
        if adjusted is not None and executed is not None:
            budget += adjusted * funds.unit.yuan
            spent += executed * funds.unit.yuan
    return budget, spent


def whole_score(one: Assessment) -> Decimal | None:
    """Take the accepted total of a project that was assessed whole, else None."""
    total = one.sheet.total
    return total.accepted if total.is_whole else None


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
