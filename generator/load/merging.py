"""One table laid over another: tables merge, everything else replaces."""

from typing import Any


def merge_tables(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Lay `over` on `base` at every depth; neither is changed. Lists replace, for their rows have no names."""
    merged = dict(base)
    for key, value in over.items():
        below = base.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            merged[key] = merge_tables(below, value)
        else:
            merged[key] = value
    return merged
