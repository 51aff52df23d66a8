"""Bring two quantities to one unit, so that their numbers can be held against each other."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.model.value import Quantity
from generator.score.values.units import measure_of

_FAR = 10
"""How many times off the other number a bare one may be in the unit in which it is meant."""


_FEWEST_DAYS = {"工作日": 1, "月": 28}
"""How many days these lengths have at least."""


def align(target: Quantity, actual: Quantity) -> tuple[Quantity, Quantity] | None:
    """Bring both to one unit; a bare number takes that of the other side. None where the units do not fit."""
    wanted, reached = _borrow(target, actual), _borrow(actual, target)
    if wanted is None or reached is None or wanted.is_share != reached.is_share:
        return None
    if wanted.is_share:
        return wanted, reached
    one, other = measure_of(wanted.unit), measure_of(reached.unit)
    return (_multiply(wanted, one.factor), _multiply(reached, other.factor)) if one.fits(other) else None


def align_loosely(target: Quantity, actual: Quantity) -> tuple[Quantity, Quantity] | None:
    """Align an actual value that leaves out the target's `/人`, or counts days of its months; None of any other.

    It may be meant for all, and a month is taken as short as it can be: what keeps a bound or equals the target does
    so for certain, and nothing else is.
    """
    _, stroke, per = target.unit.partition("/")
    if not actual.measure or "/" in actual.unit:
        return None
    if per:
        return align(target, replace(actual, unit=actual.unit + stroke + per))
    length = measure_of(target.unit)
    days = _FEWEST_DAYS.get(length.base)
    if days is None or not target.sign.is_reverse or measure_of(actual.unit).base != measure_of("天").base:
        return None
    return align(replace(target, number=target.number * length.factor * days, unit="天"), actual)


def _multiply(quantity: Quantity, factor: Decimal) -> Quantity:
    if factor == 1:
        return quantity
    upper = None if quantity.upper is None else quantity.upper * factor
    return replace(quantity, number=quantity.number * factor, upper=upper)


def _is_bare(quantity: Quantity) -> bool:
    return not quantity.measure


def _borrow(bare: Quantity, other: Quantity) -> Quantity | None:
    """Give a bare number the unit of the other side; None where it may be meant in two ways, or in none.

    Beside `≤90万元` a bare 88 means 万元 and 880000 means 元; beside `100%` a 98 means % and a 1 means all of it.
    """
    if not _is_bare(bare) or _is_bare(other):
        return bare
    readings = list(_read(bare, other))
    is_plain = not other.is_share and other.scale == 1
    if is_plain or not bare.number or not other.number:
        return readings[0]
    near = [one for one in readings if _is_near(one.number, other.number)]
    return near[0] if len(near) == 1 else None


def _read(bare: Quantity, other: Quantity) -> Iterator[Quantity]:
    """Yield what a bare number beside a unit may mean, the unit as printed first."""
    in_unit = replace(bare, unit=other.unit, is_share=other.is_share)
    yield _scale(in_unit, other.scale, other.measure)
    if not other.is_share:
        if other.scale != 1:
            yield replace(in_unit, measure=other.unit)
    elif other.scale == 1:  # 比例
        yield _scale(in_unit, Decimal("0.01"), "%")
    elif abs(bare.number) <= 1:
        yield in_unit


def _scale(quantity: Quantity, scale: Decimal, measure: str) -> Quantity:
    upper = None if quantity.upper is None else quantity.upper * scale
    return replace(quantity, number=quantity.number * scale, upper=upper, scale=scale, measure=measure)


def _is_near(one: Decimal, other: Decimal) -> bool:
    return abs(other) <= abs(one) * _FAR and abs(one) <= abs(other) * _FAR
