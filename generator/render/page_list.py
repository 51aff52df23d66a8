"""Which pages lie below the lists of what all projects together tell, with their titles: for the search index.

Search is made while pages are, so that it cannot wait for them. What decides which page is there, and what it is
called, is the same as for the pages themselves.
"""

from collections.abc import Iterator, Sequence

from generator.model.listed_page import ListedPage
from generator.model.organisations import Organisations
from generator.model.overview import DeviationNode, Overviews
from generator.render import addresses
from generator.render.views.coverage import COVERAGE, title_year
from generator.render.views.deviations import DEVIATIONS, is_divided, title_page
from generator.render.views.disclosure import DISCLOSURE, title_texts
from generator.render.views.indicators import INDICATORS, title_group
from generator.text.cleaning import join_line


def list_pages(overviews: Overviews, organisations: Organisations) -> Iterator[ListedPage]:
    """List the pages of groups of indicators, of lost points, of who filed, and of disclosure texts."""
    for group in overviews.indicators.groups:
        address = addresses.indicator_group_address(group.key)
        yield ListedPage(address, title_group(group), INDICATORS.text)
    yield from _list_deviations(overviews.deviations, organisations)
    for year in overviews.coverage:
        yield ListedPage(addresses.coverage_address(year.year), title_year(year), COVERAGE.text, year.year)
    for one in overviews.departments:
        address = addresses.department_disclosure_address(one.key)
        yield ListedPage(address, title_texts(one), DISCLOSURE.text, department=one.key)
    for one in overviews.units:
        address, department = addresses.unit_disclosure_address(one.key), organisations.department_of(one.key)
        yield ListedPage(address, title_texts(one), DISCLOSURE.text, department=department, unit=one.key)


def _list_deviations(years: Sequence[DeviationNode], organisations: Organisations) -> Iterator[ListedPage]:
    """List a page a year, and for big years a page a department, or even a unit."""
    kind = DEVIATIONS.text
    for year in years:
        key = year.key
        yield ListedPage(addresses.deviations_address(key), title_page(key), kind, key)
        for department in year.parts if is_divided(year) else ():
            name = join_line(organisations.departments[department.key].name)
            address = addresses.deviations_address(key, department.key)
            yield ListedPage(address, title_page(key, name), kind, key, department.key)
            for unit in department.parts if is_divided(department) else ():
                name = join_line(organisations.units[unit.key].name)
                address = addresses.deviations_address(key, department.key, unit.key)
                yield ListedPage(address, title_page(key, name), kind, key, department.key, unit.key)
