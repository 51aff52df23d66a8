"""What a permanent link to a part of a project's page ends with: the ids of the form, its tables and its rows."""

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from generator.model.form import Indicator

FORM: Final = "form"
FUNDS: Final = "funds"
GOALS: Final = "goals"
INDICATORS: Final = "indicators"
NOTES: Final = "notes"
CHECKS: Final = "checks"

_OF_PARTS: Final = {part: part for part in (FUNDS, GOALS, INDICATORS, NOTES)} | {"waivers": CHECKS}
_ROW: Final = re.compile(r"indicators\[(\d{1,6})\]")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_END_OF_PART: Final = re.compile(r"[.\[]")


def row_ids(indicators: Sequence[Indicator]) -> tuple[str, ...]:
    """Give each indicator an id that depends on its names and not on its place, for permanent links.

    Only where two rows of a form bear the same three names are the later ones numbered.
    """
    seen: dict[str, int] = {}
    ids = []
    for indicator in indicators:
        base = first_id(indicator)
        seen[base] = seen.get(base, 0) + 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return tuple(ids)


def first_id(indicator: Indicator) -> str:
    """Give an indicator the id that it bears where it is the first one of its names on the form."""
    return _digest_names(f"{indicator.level1}\0{indicator.level2}\0{indicator.name}")


@lru_cache(maxsize=16_384)
def _digest_names(names: str) -> str:
    return "zb-" + blake2b(names.encode("utf-8", "replace"), digest_size=5).hexdigest()


def format_step(key: str) -> str:
    """Write one key of a key path as TOML does: bare where it may be, else in double quotes."""
    if _BARE.fullmatch(key):
        return key
    return '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'


def row_of_key(key: str) -> int | None:
    """Tell which indicator a key path such as `indicators[3].score` means."""
    match = _ROW.match(key)
    return int(match[1]) if match else None


def part_of_key(key: str) -> str:
    """Tell which part of a file a key path means: `funds` of `funds.total`."""
    return _END_OF_PART.split(key, maxsplit=1)[0]


def anchor_of_key(key: str, ids: Sequence[str]) -> str:
    """Find the id that a key path leads to; the whole form where it means no part in particular."""
    row = row_of_key(key)
    if row is not None and row < len(ids):
        return ids[row]
    return _OF_PARTS.get(part_of_key(key), FORM)
