"""Which item of one list is which of another: by the strictest key first, then by ever looser ones."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

Key = Callable[[T], Hashable]
"""What two items must have in common; None keeps an item from being paired by this key."""


@dataclass(frozen=True, slots=True)
class Pairing(Generic[T]):
    """Two lists side by side; `pairs` and `added` in the order of the second, `removed` in that of the first."""

    pairs: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


def pair_up(before: Sequence[T], after: Sequence[T], *keys: Key[T]) -> Pairing[T]:
    """Pair items that have a key in common, each at most once; where several do, in their order."""
    left, right = dict(enumerate(before)), dict(enumerate(after))
    partners: dict[int, int] = {}
    for key in keys:
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for index, one in right.items():
            waiting[key(one)].append(index)
        for index, one in list(left.items()):
            shared = key(one)
            if shared is not None and waiting[shared]:
                partner = waiting[shared].popleft()
                partners[partner] = index
                del left[index], right[partner]
    return Pairing(
        pairs=tuple((before[partners[index]], after[index]) for index in sorted(partners)),
        removed=tuple(left.values()),
        added=tuple(right.values()),
    )
