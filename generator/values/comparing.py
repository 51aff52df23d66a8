"""Whether an actual value meets its target; what cannot be compared is said to be so, never guessed."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.value import Compound, Deadline, Quantity, Sign, Value
from generator.values.units import measure_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """How an actual value stands to its target. `ratio` is actual ÷ target, None where there is none."""

    met: bool
    ratio: Decimal | None = None
    reverse: bool = False


def compare(target: Value, actual: Value) -> Comparison | None:
    """Compare two values of one kind; None when they cannot be compared."""
    if isinstance(target, Quantity) and isinstance(actual, Quantity):
        return _compare_quantities(target, actual)
    if isinstance(target, Compound) and isinstance(actual, Compound):
        return _compare_compounds(target, actual)
    if isinstance(target, Deadline) and isinstance(actual, Deadline):
        return _compare_deadlines(target, actual)
    return None


def _compare_quantities(target: Quantity, actual: Quantity) -> Comparison | None:
    wanted, reached = _scale(target, actual)
    if wanted is None or reached is None or target.upper is not None or actual.upper is not None:
        return None
    met = {
        Sign.MORE: reached > wanted,
        Sign.LESS: reached < wanted,
        Sign.AT_MOST: reached <= wanted,
    }.get(target.sign, reached >= wanted)
    ratio = reached / wanted if wanted else None
    return Comparison(met, ratio, target.sign.is_reverse)


def _scale(target: Quantity, actual: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Bring both numbers to one unit; a bare number takes the unit of the other side."""
    if target.is_share != actual.is_share:
        return _scale_bare(target, actual)
    if target.is_share or not target.unit or not actual.unit:
        return target.number, actual.number
    wanted, reached = measure_of(target.unit), measure_of(actual.unit)
    if (wanted.base, wanted.per) != (reached.base, reached.per):
        return None, None
    return target.number * wanted.factor, actual.number * reached.factor


def _scale_bare(target: Quantity, actual: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Read a bare number beside a percentage: 90 is 90 %, and 1 is 100 %."""
    bare = actual if target.is_share else target
    if bare.unit:
        return None, None
    number = bare.number / 100 if bare.number > 1 else bare.number
    return (target.number, number) if bare is actual else (number, actual.number)


def _compare_compounds(target: Compound, actual: Compound) -> Comparison | None:
    reached = {(part.label, part.quantity.unit): part.quantity for part in actual.parts}
    results = []
    for part in target.parts:
        quantity = reached.get((part.label, part.quantity.unit))
        result = _compare_quantities(part.quantity, quantity) if quantity else None
        if result is None:
            return None
        results.append(result)
    ratios = [Decimal(1) if one.met else one.ratio for one in results]
    if any(ratio is None for ratio in ratios) or any(one.reverse for one in results):
        return Comparison(all(one.met for one in results))
    return Comparison(
        all(one.met for one in results),
        sum((min(ratio, Decimal(1)) for ratio in ratios if ratio is not None), Decimal(0)) / len(ratios),
    )


def _compare_deadlines(target: Deadline, actual: Deadline) -> Comparison | None:
    if target == actual:
        return Comparison(True)
    if target.every or actual.every or target.month is None or actual.month is None:
        return None
    if target.year is not None and actual.year is not None and target.year != actual.year:
        return Comparison(actual.year < target.year)
    if actual.month != target.month:
        return Comparison(actual.month < target.month)
    if target.day is None or actual.day is None:
        return None
    return Comparison(actual.day <= target.day)
