"""Where every page lies, in the docs folder and on the site, and how one page links to another.

Links inside HTML blocks are not rewritten by MkDocs, so they are written as the finished, relative addresses.
Ids are quoted for URLs, which leaves nothing in an address that would have to be escaped: hence `Markup`.
"""

from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from generator.model.project import Place

HOME = Markup("")
YEARS = Markup("years/")
DEPARTMENTS = Markup("departments/")
UNITS = Markup("units/")
PROFILES = Markup("profiles/")
RULES = Markup("rules/")

FIXED_TEXTS = {"guide": "提交指南", "glossary": "名词解释", "about": "关于本站"}
"""The hand-written pages that the navigation always holds, with the title of an empty one."""

FROM_HOME = Markup("./")
FROM_LIST = Markup("../")
FROM_SECTION = Markup("../../")
FROM_PROJECT = Markup("../../../../")
"""The ways from a page up to the root of the site: `projects/2023/unit/slug.md` is published four folders deep."""


def project_address(place: Place) -> Markup:
    """Address of a project's page from the root of the site: `projects/2023/unit/slug/`."""
    return Markup(f"projects/{place.year}/{_segment(place.unit)}/{_segment(place.slug)}/")


def year_address(year: int | str) -> Markup:
    """Address of a year's page."""
    return Markup(f"{YEARS}{year}/")


def department_address(department: str) -> Markup:
    """Address of a department's page."""
    return Markup(f"{DEPARTMENTS}{_segment(department)}/")


def unit_address(unit: str) -> Markup:
    """Address of a unit's page."""
    return Markup(f"{UNITS}{_segment(unit)}/")


def profile_address(profile: str) -> Markup:
    """Address of a profile's page."""
    return Markup(f"{PROFILES}{_segment(profile)}/")


def rule_address(code: str) -> Markup:
    """Address of a rule's page."""
    return Markup(f"{RULES}{_segment(code)}/")


def text_address(name: str) -> Markup:
    """Address of a hand-written page."""
    folder = "" if name in FIXED_TEXTS else "pages/"
    return Markup(f"{folder}{_segment(name)}/")


@lru_cache(maxsize=4096)
def _segment(name: str) -> str:
    return quote(name, safe="")
