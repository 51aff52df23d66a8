"""Lines in a text: where they lie, and how places in them are counted, from 1 and in characters."""


def count_place(text: str, at: int) -> tuple[int, int]:
    """Count line and column of an index."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def find_line(text: str, at: int) -> tuple[int, int]:
    """Find the indices at which the line around an index begins and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end
