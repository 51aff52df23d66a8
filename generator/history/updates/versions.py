"""A form as it was at some time: its status and its cells, read from its old text as far as it can be.

Old texts are never shown. They may hold what was taken out since, because it had no business in public.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import tomli

from generator.model.form import Status

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Version:
    """A form at some time; `cells` are its TOML as it was written."""

    status: Status
    cells: Mapping[str, Any]


def read_version(text: bytes) -> Version | None:
    """Read an old text; None where it was no form, which then had no page either."""
    try:
        cells = tomli.loads(text.decode("utf-8").removeprefix(_MARK), parse_float=Decimal)
        status = Status(cells.get("status", Status.DRAFT))
    except (ValueError, ArithmeticError, RecursionError):
        return None
    return Version(status, cells)
