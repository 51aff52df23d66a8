"""Totals by year, department and unit, for the section pages."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from generator.model.assessment import Assessment
from generator.model.form import Status
from generator.model.organisations import Organisations
from generator.model.summary import Section, Summaries, Summary

Key = Callable[[Assessment], str]


def summarise(assessments: Sequence[Assessment], organisations: Organisations) -> Summaries:
    """Add up all projects by year, department and unit.

    Every department and unit of `organisations` gets a section, also one without a project, so that a link to
    it always leads somewhere. Projects keep their order (year, unit, slug), whatever order they come in.
    """
    ordered = sorted(assessments, key=lambda one: one.project.place)

    def department(one: Assessment) -> str:
        return organisations.department_of(one.project.place.unit)

    years = divide(ordered, year_of, (department, unit_of))
    return Summaries(
        whole=add_up(ordered),
        years=tuple(reversed(years)),
        departments=divide(ordered, department, (unit_of,), organisations.departments),
        units=divide(ordered, unit_of, (year_of,), organisations.units),
    )


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
    counted = [one for one in assessments if one.project.form.status is not Status.WITHDRAWN]
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
