"""Which of the known names somebody meant who wrote another."""

from collections.abc import Collection
from difflib import get_close_matches

from generator.load.quoting import LONGEST

MOST_COMPARED = 300
"""Names that one is compared with, each of which takes a hundred times as long as to look at its beginning."""

_ALIKE = 3
"""Signs by which names begin alike."""


def guess_names(name: str, known: Collection[str], n: int = 1) -> list[str]:
    """Guess at most so many of the known names; of very many, those that begin otherwise are not thought of."""
    wanted = name[:LONGEST].lower()
    if len(known) > MOST_COMPARED:
        known = sorted(one for one in known if one[:_ALIKE].lower() == wanted[:_ALIKE])[:MOST_COMPARED]
    return get_close_matches(wanted, known, n)
