"""Whether an actual value meets its target; what cannot be compared is said to be so, never guessed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.model.value import Compound, Deadline, Quantity, Sign, Value
from generator.score.values.conversion import align
from generator.score.values.deadline_comparison import (
    keeps_rhythm,
    meets_deadline,
    pair_frequencies,
    pair_with_count,
    put_on_last_day,
)
from generator.score.values.quantity_comparison import Pair, counts_the_same, pair_quantities


@dataclass(frozen=True, slots=True)
class Comparison:
    """How an actual value stands to its target, with the quantities that were held against each other.

    There is one pair for a quantity, one a part for a compound, and none for a date.
    """

    met: bool
    pairs: tuple[Pair, ...] = ()


def compare(
    target: Value, actual: Value, year: int | None = None, either_way: bool = False
) -> Comparison | None:
    """Compare an actual value with its target; None when they cannot be compared.

    `year` is the year of the form, for dates that name none. `either_way` says that a number without a sign may be
    better higher or lower, as costs are.
    """
    if isinstance(target, Compound) and isinstance(actual, Compound):
        return _compare_compounds(target, actual, either_way)
    if isinstance(target, Deadline) and isinstance(actual, Deadline):
        return _compare_deadlines(target, actual, year)
    if isinstance(target, Quantity) and isinstance(actual, Quantity):
        return _conclude(pair_quantities(target, actual, either_way))
    if isinstance(target, Quantity) and isinstance(actual, Compound):
        return _conclude(_pair_with_part(target, actual, either_way))
    if isinstance(target, Deadline | Quantity) and isinstance(actual, Deadline | Quantity):
        return _conclude(pair_with_count(target, actual))
    return None


def divide(one: Value, other: Value) -> Fraction | None:
    """Divide one quantity by another, whatever their signs; None where they count different things."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return None
    aligned = align(other, one) if counts_the_same(other, one) else None
    if aligned is None or aligned[0].number <= 0 or aligned[0].upper or aligned[1].upper:
        return None
    return Fraction(aligned[1].number) / Fraction(aligned[0].number)


def as_if_reached(target: Value) -> Value:
    """Take a target as if it were what was reached: numbers without their signs, and on the last day."""
    if isinstance(target, Quantity):
        return replace(target, sign=Sign.NONE)
    if isinstance(target, Compound):
        return replace(target, parts=tuple(replace(part, sign=Sign.NONE) for part in target.parts))
    return put_on_last_day(target) if isinstance(target, Deadline) else target


def _conclude(*pairs: Pair | None) -> Comparison | None:
    """Conclude from all pairs; one that cannot be compared leaves the whole open."""
    known = tuple(pair for pair in pairs if pair is not None)
    return Comparison(all(pair.met for pair in known), known) if len(known) == len(pairs) else None


def _compare_deadlines(target: Deadline, actual: Deadline, year: int | None) -> Comparison | None:
    if pair := pair_frequencies(target, actual):
        return _conclude(pair)
    is_frequency = bool(target.every or actual.every)
    met = keeps_rhythm(target, actual) if is_frequency else meets_deadline(target, actual, year)
    return None if met is None else Comparison(met)


def _compare_compounds(target: Compound, actual: Compound, either_way: bool) -> Comparison | None:
    matched = _match_parts(target.parts, actual.parts)
    if matched is None:
        return None
    return _conclude(*(pair_quantities(one, other, either_way) for one, other in matched))


def _pair_with_part(target: Quantity, actual: Compound, either_way: bool) -> Pair | None:
    """Hold a quantity against the only part that counts the same (`≥3次` and `3次，共120人`).

    A part may not be all, so that only what is enough is certain.
    """
    parts = [part for part in actual.parts if counts_the_same(target, part) and align(target, part)]
    pair = pair_quantities(target, parts[0], either_way) if len(parts) == 1 else None
    return pair if pair and pair.met and not pair.reverse else None


def _match_parts(
    wanted: Sequence[Quantity], reached: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]] | None:
    """Match parts by what they count, several of one name in their order (`二等奖10家…二等奖20名`).

    Where one side names nothing, both must have the same number of parts, in the same order.
    """
    if not all(any(part.name for part in parts) for parts in (wanted, reached)):
        nameless = [[replace(part, label="", noun="") for part in parts] for parts in (wanted, reached)]
        return list(zip(*nameless, strict=True)) if len(wanted) == len(reached) else None
    by_name: defaultdict[str, list[Quantity]] = defaultdict(list)
    for part in reached:
        by_name[part.name].append(part)
    matched = [(part, by_name[part.name].pop(0)) for part in wanted if by_name[part.name]]
    left_over = any(by_name[part.name] for part in wanted)
    return matched if len(matched) == len(wanted) and not left_over else None
