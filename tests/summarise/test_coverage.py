"""Who was to file, who did, and who is late by what the forms themselves show."""

from datetime import date
from typing import Any

from generator.model.assessment import Assessment
from generator.model.organisations import Call
from generator.model.overview import CoverageYear, Filing
from generator.summarise.coverage import cover_years
from tests.summarise.samples import ORGANISATIONS, assess


def cover(*assessments: Assessment, **calls: Any) -> dict[str, CoverageYear]:
    """Cover the years, with calls such as `y2023={...}`."""
    known = {year.removeprefix("y"): Call.model_validate(call) for year, call in calls.items()}
    organisations = ORGANISATIONS.model_copy(update={"calls": known})
    return {one.year: one for one in cover_years(assessments, organisations)}


def filings(year: CoverageYear) -> dict[str, Filing]:
    return {one.unit: one.filing for one in year.filings}


def test_without_a_call_whoever_ever_filed_is_expected_and_nobody_is_late() -> None:
    years = cover(assess(year=2022), assess(unit="yiyuan", year=2023))
    assert filings(years["2022"]) == {"yixiao": Filing.FILED, "yiyuan": Filing.MISSING}
    assert filings(years["2023"]) == {"yixiao": Filing.MISSING, "yiyuan": Filing.FILED}
    assert not years["2023"].called


def test_a_call_without_names_expects_every_unit() -> None:
    year = cover(assess(), y2023={})["2023"]
    assert (year.called, year.expected, year.filed, year.missing) == (True, 3, 1, 2)


def test_a_unit_that_files_unasked_is_told_apart() -> None:
    year = cover(assess(), y2023={"units": ("yiyuan",)})["2023"]
    assert filings(year) == {"yixiao": Filing.UNASKED, "yiyuan": Filing.MISSING}
    assert (year.expected, year.filed, year.missing, year.forms) == (1, 0, 1, 1)


def test_nobody_is_late_before_the_forms_show_that_the_day_is_over() -> None:
    call = {"by": date(2024, 3, 31), "units": ("yiyuan",)}
    assert filings(cover(assess(), y2023=call)["2023"])["yiyuan"] is Filing.MISSING
    later = assess(year=2024)
    assert filings(cover(assess(), later, y2023=call)["2023"])["yiyuan"] is Filing.LATE


def test_a_draft_of_a_later_year_shows_nothing() -> None:
    call = {"by": date(2024, 3, 31), "units": ("yiyuan",)}
    draft = assess(year=2024, status="draft")
    assert filings(cover(assess(), draft, y2023=call)["2023"])["yiyuan"] is Filing.MISSING


def test_a_call_without_a_day_makes_nobody_late() -> None:
    years = cover(assess(year=2024), y2020={"units": ("yiyuan",)})
    assert filings(years["2020"]) == {"yiyuan": Filing.MISSING}


def test_a_withdrawn_form_has_not_been_filed_but_is_told_of() -> None:
    (one,) = cover(assess(status="withdrawn"))["2023"].filings
    assert (one.filing, one.forms, one.withdrawn) == (Filing.MISSING, 0, 1)


def test_a_draft_has_not_been_filed() -> None:
    (one,) = cover(assess(status="draft"), y2023={"units": ["yixiao"]})["2023"].filings
    assert (one.filing, one.forms, one.withdrawn) == (Filing.MISSING, 0, 0)


def test_years_run_newest_first_also_those_with_a_call_alone() -> None:
    calls: dict[str, Any] = {f"y{year}": {} for year in (2019, 2024, 2021, 2023, 2020)}
    assert list(cover(assess(year=2022), **calls)) == [str(year) for year in range(2024, 2018, -1)]


def test_units_stand_in_the_order_of_their_ids() -> None:
    units = [f"u{number}" for number in (5, 3, 9, 1, 7, 2, 8, 4)]
    year = cover(*(assess(unit=unit) for unit in units))["2023"]
    assert list(filings(year)) == sorted(units)
