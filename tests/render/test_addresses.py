"""Addresses lead from any page to any other, and nothing in them has to be escaped."""

import re
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.project import Place
from generator.render import addresses

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


def test_pages_lie_where_their_files_do() -> None:
    assert addresses.project_address(Place(2023, "dangqun", "dangjian")) == "projects/2023/dangqun/dangjian/"
    assert addresses.year_address(2023) == "years/2023/"
    assert addresses.department_address("jiedao") == "departments/jiedao/"
    assert addresses.unit_address("dangqun") == "units/dangqun/"
    assert addresses.profile_address("shanghai") == "profiles/shanghai/"
    assert addresses.rule_address("S001") == "rules/S001/"
    assert addresses.text_address("filling") == "pages/filling/"


def test_a_choice_of_projects_is_a_question_to_the_page_that_explores_them() -> None:
    assert addresses.explore_address("unit", "dang qun&") == "explore/?unit=dang%20qun%26"


def test_the_data_of_a_page_lies_below_the_api_where_the_page_lies_on_the_site() -> None:
    place = Place(2023, "dangqun", "dangjian")
    assert addresses.project_data_address(place) == "api/v1/projects/2023/dangqun/dangjian.json"
    assert addresses.project_data_address(place, "csv") == "api/v1/projects/2023/dangqun/dangjian.csv"
    assert addresses.data_address(addresses.unit_address("dangqun")) == "api/v1/units/dangqun.json"
    assert addresses.data_address(addresses.year_address(2023)) == "api/v1/years/2023.json"


@pytest.mark.parametrize(
    ("page", "way_up"),
    [
        (addresses.HOME, addresses.FROM_HOME),
        (addresses.YEARS, addresses.FROM_LIST),
        (addresses.unit_address("dangqun"), addresses.FROM_SECTION),
        (addresses.text_address("filling"), addresses.FROM_SECTION),
        (addresses.project_address(Place(2023, "dangqun", "dangjian")), addresses.FROM_PROJECT),
    ],
)
def test_every_way_up_ends_at_the_root(page: str, way_up: str) -> None:
    for root in ("https://example.org/", "https://example.org/below/"):
        assert urljoin(root + page, way_up + addresses.text_address("glossary")) == f"{root}glossary/"


@given(NAMES)
def test_a_name_is_one_segment_whatever_it_is(name: str) -> None:
    address = addresses.unit_address(name)
    assert address.count("/") == 2
    assert unquote(address) == f"units/{name}/"


@given(NAMES)
def test_nothing_in_an_address_means_anything_to_html(name: str) -> None:
    address = addresses.project_address(Place(2023, name, name))
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", address)
