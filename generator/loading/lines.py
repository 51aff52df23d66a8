"""Lines and columns in a text, both from 1, columns in characters."""


def count_place(text: str, at: int) -> tuple[int, int]:
    """Count line and column of an index."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
