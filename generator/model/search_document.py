"""One page as search sees it: its address, its text, and what it can be filtered and sorted by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

SORTS = ("score", "amount", "rate")
"""By what projects can be sorted: points, the year's budget in yuan, and the execution rate in percent."""

FILTERS = ("year", "department", "unit", "grade")
"""By what pages can be filtered: names as a reader knows them, not ids."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What search knows of one page.

    `address` is relative to the root of the site and ends with a slash (`projects/2023/unit/slug/`).
    `kind` says in Chinese what sort of page it is (`项目`, `实施单位`).
    `facts` are short and shown whole with every result; `blocks` are the rest of the text, one a cell or
    paragraph, of which a result shows what matched. A search never matches across two pieces.
    `filters` has keys of `FILTERS`, `sorts` has keys of `SORTS`.
    """

    address: str
    title: str
    kind: str
    facts: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)
    sorts: Mapping[str, Decimal] = field(default_factory=dict)
