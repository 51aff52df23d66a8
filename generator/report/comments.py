"""How much a comment on a request to merge may hold, and how what is too long for it is cut off between two pieces."""

from collections.abc import Iterable, Iterator

LONGEST = 60_000
"""Characters of the whole; GitHub takes 65,536 of a comment, and a workflow adds a little of its own."""


def measure(text: str) -> int:
    """Measure a text as code hosts do, in UTF-16 units, with what joins it to the next."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + 1


def take(texts: Iterable[str], room: int) -> Iterator[str]:
    """Take texts for as long as there is room for the next one."""
    for text in texts:
        room -= measure(text)
        if room < 0:
            return
        yield text
