"""Where every page lies, in the docs folder and on the site, and how one page links to another.

Links inside HTML blocks are not rewritten by MkDocs, so they are written as the finished, relative addresses.
Ids are quoted for URLs, which leaves nothing in an address that would have to be escaped: hence `Markup`.
"""

from datetime import date
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from generator.model.data_table import API
from generator.model.project import Place

HOME = Markup("")
YEARS = Markup("years/")
DEPARTMENTS = Markup("departments/")
UNITS = Markup("units/")
PROFILES = Markup("profiles/")
RULES = Markup("rules/")
DATA = Markup("data/")
DICTIONARY = Markup("data/dictionary/")
EXPLORE = Markup("explore/")
INDICATORS = Markup("indicators/")
DEVIATIONS = Markup("deviations/")
COVERAGE = Markup("coverage/")
DISCLOSURE = Markup("disclosure/")
UPDATES = Markup("updates/")
FEED = Markup("updates/feed.xml")

WAYS_IN = {
    EXPLORE: ("检索", "按年度、部门、单位、等级挑出项目，排序，导出"),
    INDICATORS: ("指标", "各单位设过哪些指标，做到了几次"),
    DEVIATIONS: ("偏差与整改", "哪里失了分，为什么，后来做到没有"),
    COVERAGE: ("报送情况", "谁报送了自评表，谁还没有"),
    DISCLOSURE: ("公开说明", "部门决算里可以直接用的文字"),
    UPDATES: ("更新", "哪些自评表新公开了，哪些有更正，哪些已撤回"),
    DATA: ("数据", "下载全部数据：CSV、JSON、XLSX、SQLite"),
    DICTIONARY: ("数据字典", "每一栏的名称、类型、单位和含义"),
}
"""Pages of what all projects together tell, with title and a sentence, for whoever searches for them by name."""

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


def project_data_address(place: Place, ending: str = "json") -> Markup:
    """Address of a project's data: the whole as `json`, the rows that carry points as `csv`."""
    return data_address(project_address(place), ending)


def data_address(page: Markup, ending: str = "json") -> Markup:
    """Address of the data of a page of a project, a unit, a department or a year."""
    return Markup(f"{API}/{page.rstrip('/')}.{ending}")


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


def indicator_group_address(key: str) -> Markup:
    """Address of the page of a group of indicators."""
    return Markup(f"{INDICATORS}{_segment(key)}/")


def deviations_address(*keys: str) -> Markup:
    """Address of the lost points of a year, of a department in it, or of a unit in that."""
    return Markup(f"{DEVIATIONS}{'/'.join(map(_segment, keys))}/")


def explore_address(choice: str, value: str) -> Markup:
    """Address of the projects of one year, department or unit, ready to be filtered and sorted."""
    return Markup(f"{EXPLORE}?{choice}={_segment(value)}")


def coverage_address(year: str) -> Markup:
    """Address of the page that tells who filed for a year."""
    return Markup(f"{COVERAGE}{year}/")


def department_disclosure_address(department: str) -> Markup:
    """Address of a department's disclosure texts."""
    return Markup(f"{DISCLOSURE}departments/{_segment(department)}/")


def unit_disclosure_address(unit: str) -> Markup:
    """Address of a unit's disclosure texts."""
    return Markup(f"{DISCLOSURE}units/{_segment(unit)}/")


def update_id(day: date | None, key: str) -> Markup:
    """Id of an update on the page of updates; with a day it never changes, and names the update outside too."""
    return Markup(f"{day or 'undated'}/{quote(key, safe='/')}")


def root_from(address: Markup) -> Markup:
    """The way from a page up to the root of the site."""
    return Markup("../" * address.count("/"))


@lru_cache(maxsize=4096)
def _segment(name: str) -> str:
    return quote(name, safe="")
