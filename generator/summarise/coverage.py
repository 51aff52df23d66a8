"""Who was to file for which year, who did, and who is late, without asking a clock.

That a day is over is known only from what was published: the form of a year comes after that year's end.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model.assessment import Assessment
from generator.model.form import Status
from generator.model.organisations import Call, Organisations
from generator.model.overview import CoverageYear, Filing, UnitFiling


def cover_years(assessments: Sequence[Assessment], organisations: Organisations) -> tuple[CoverageYear, ...]:
    """Tell of every year that has a call or a form who filed, the newest first.

    A withdrawn form is told of, but has not been filed, and neither has a draft. Where no call names a year, whoever
    has filed for any year is expected, and nobody is late.
    """
    forms: Counter[tuple[str, str]] = Counter()
    withdrawn: Counter[tuple[str, str]] = Counter()
    for one in assessments:
        place = one.project.place
        if one.project.form.status is Status.DRAFT:
            continue
        counter = forms if one.counts else withdrawn
        counter[str(place.year), place.unit] += 1
    filers = {unit for _, unit in (*forms, *withdrawn)}
    years = {year for year, _ in (*forms, *withdrawn)} | organisations.calls.keys()
    reached = find_reached(assessments)
    covered = []
    for year in sorted(years, reverse=True):
        call = organisations.calls.get(year)
        expected = _list_expected(call, organisations, filers)
        late = call is not None and call.by is not None and call.by.year <= reached
        units = sorted({*expected, *(unit for one, unit in forms if one == year)})
        filings = tuple(
            UnitFiling(
                unit,
                judge_filing(forms[year, unit], is_expected=unit in expected, is_late=late),
                forms[year, unit],
                withdrawn[year, unit],
            )
            for unit in units
        )
        covered.append(_sum_up(year, call, filings))
    return tuple(covered)


def _list_expected(call: Call | None, organisations: Organisations, filers: Iterable[str]) -> frozenset[str]:
    """List who is expected: whom the call names, everybody where it names none, and whoever ever filed without one."""
    if call is None:
        return frozenset(filers)
    return frozenset(call.units or organisations.units) & organisations.units.keys()


def find_reached(assessments: Iterable[Assessment]) -> int:
    """Find the last year that is over for certain: a form that is published tells of a whole year."""
    published = (one for one in assessments if one.project.form.status is Status.PUBLISHED)
    return max((one.project.place.year for one in published), default=0)


def judge_filing(forms: int, *, is_expected: bool, is_late: bool) -> Filing:
    """Tell where a unit stands."""
    if forms:
        return Filing.FILED if is_expected else Filing.UNASKED
    return Filing.LATE if is_late else Filing.MISSING


def _sum_up(year: str, call: Call | None, filings: tuple[UnitFiling, ...]) -> CoverageYear:
    counts = Counter(one.filing for one in filings)
    return CoverageYear(
        year=year,
        called=call is not None,
        by=call.by if call else None,
        expected=len(filings) - counts[Filing.UNASKED],
        filed=counts[Filing.FILED],
        forms=sum(one.forms for one in filings),
        filings=filings,
    )
