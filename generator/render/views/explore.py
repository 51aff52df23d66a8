"""The view of the page on which a reader filters, sorts and exports the projects; a script fills in the rest."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.render import addresses
from generator.render.views.parts import DATA, DEPARTMENTS, HOME, UNITS, YEARS, Link

SORTS: Final = (
    ("budget", "全年预算数", "从多到少", "从少到多"),
    ("spent", "全年执行数", "从多到少", "从少到多"),
    ("rate", "执行率", "从高到低", "从低到高"),
    ("claimed", "自评得分", "从高到低", "从低到高"),
    ("accepted", "认定得分", "从高到低", "从低到高"),
    ("lost", "失分", "从多到少", "从少到多"),
)
"""What projects can be sorted by: the name in the address, the column, and what its two orders are called."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A column by which projects can be sorted, and what the choices of its two orders read."""

    key: str
    column: str
    falling: str
    rising: str


@dataclass(frozen=True, slots=True)
class ExploreView:
    """The page; `tables` are the pages that tell the same without a script."""

    root: Markup
    crumbs: tuple[Link, ...]
    sorts: tuple[Sort, ...]
    tables: tuple[Link, ...]
    data: Link


def view_explore() -> ExploreView:
    """The page, which is the same whatever projects there are."""
    return ExploreView(
        root=addresses.root_from(addresses.EXPLORE),
        crumbs=(HOME,),
        sorts=tuple(
            Sort(key, column, f"{column}{falling}", f"{column}{rising}")
            for key, column, falling, rising in SORTS
        ),
        tables=(YEARS, DEPARTMENTS, UNITS),
        data=DATA,
    )
