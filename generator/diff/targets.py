"""Where a target went: whether the new one asks for less than the old, for more, or cannot be held against it."""

from generator.model.change import Direction
from generator.model.value import Value
from generator.score.values.comparing import as_if_reached, compare


def find_direction(before: Value, after: Value) -> Direction:
    """Hold two targets against each other, each as if it were what was reached of the other.

    A new target that would meet the old one, but not the other way round, asks for more.
    """
    ahead, back = compare(before, as_if_reached(after)), compare(after, as_if_reached(before))
    if ahead is None or back is None or ahead.met == back.met:
        return Direction.CHANGED
    return Direction.RAISED if ahead.met else Direction.LOWERED
