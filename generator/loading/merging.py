"""One table laid over another: tables merge, everything else replaces."""

from typing import Any


def merge_tables(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Lay `over` on `base` at every depth; neither is changed. Lists replace, for their rows have no names.

    Works without recursion, so that no depth of nesting stops it.
    """
    merged = dict(base)
    pending = [(merged, over)]
    while pending:
        target, source = pending.pop()
        for key, value in source.items():
            below = target.get(key)
            if isinstance(below, dict) and isinstance(value, dict):
                target[key] = dict(below)
                pending.append((target[key], value))
            else:
                target[key] = value
    return merged
