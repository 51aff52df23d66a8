"""Hold one quantity against another: do both count the same, which way is better, is the target met."""

import re
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

from generator.model.value import Quantity, Sign
from generator.score.values.conversion import align, align_loosely
from generator.score.values.units import RANKS, is_either_way

_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Rounds nothing. It is for products alone: a quotient would go on for ever."""

_METRIC = re.compile(r"[^增减升降提超节剩余欠差缺]*[率数量度额值]")
"""Labels that name a number without making it another one: `合格率`, but not `下降` or `节约额`."""


_RATE = re.compile(r".+(?:率|幅度?)")
"""Labels that name a rate, whatever it is of: beside `增长率≥5%` a bare 6% is that rate."""
_THAN_LAST_YEAR = re.compile(r"^(?:同比|[较比与同]?(?:上一?年度?|去年)(?:同期)?(?:相比)?)")
_RISE_AND_FALL = (
    (re.compile(r"(?:增长|提高|提升|上升|增加)率?"), "增"),
    (re.compile(r"(?:下降|降低|减少)率?"), "减"),
)
_FALL = "减"
_CHANGES = {"增", _FALL}
"""Words for a change that mean the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A wanted quantity and the one that was reached, in one unit and both as they were understood.

    `reverse` is True where less is better.
    """

    wanted: Quantity
    reached: Quantity
    met: bool
    reverse: bool

    @property
    def ratio(self) -> Fraction | None:
        """Reached ÷ wanted, exact; None where a range was wanted, or nothing above zero."""
        if not self._is_divisible:
            return None
        return Fraction(self.reached.number) / Fraction(self.wanted.number)

    def exceeds(self, times: Decimal) -> bool:
        """Tell whether more than so many times the target was reached, exactly; False where there is no ratio."""
        return self._is_divisible and self.reached.number > _EXACT.multiply(times, self.wanted.number)

    @property
    def _is_divisible(self) -> bool:
        return self.wanted.number > 0 and self.wanted.upper is None


def pair_quantities(target: Quantity, actual: Quantity, either_way: bool = False) -> Pair | None:
    """Hold an actual quantity against its target; None when they cannot be compared.

    `either_way` says that without a sign nobody knows whether more is better, as for costs; only the same number
    meets such a target for certain, and of any other one cannot tell. The same holds for durations and ranks.
    """
    if not counts_the_same(target, actual):
        return None
    aligned = align(target, actual)
    if aligned is not None:
        return _pair_aligned(*aligned, either_way)
    loosely = align_loosely(target, actual)
    pair = loosely and _pair_aligned(*loosely, either_way)
    return pair if pair and pair.met and (pair.reverse or pair.ratio == 1) else None


def _pair_aligned(wanted: Quantity, reached: Quantity, either_way: bool) -> Pair | None:
    if _repeats(wanted, reached):
        return Pair(wanted, reached, met=True, reverse=wanted.sign.is_reverse or _forbids(wanted))
    if wanted.upper is not None or reached.upper is not None:
        return _pair_with_range(wanted, reached)
    reverse = _find_direction(wanted, either_way)
    return None if reverse is None else _judge(wanted, reached, reverse)


def _find_direction(wanted: Quantity, either_way: bool) -> bool | None:
    """Tell whether less is better; None when nobody knows."""
    if wanted.unit in RANKS:
        return None
    if wanted.sign.has_direction or _forbids(wanted):
        return wanted.sign.is_reverse or _forbids(wanted)
    if _fold_change(wanted.label) == _FALL:
        return False  # the more of it the better, also where less is better of what falls
    return None if either_way or wanted.number < 0 or is_either_way(wanted.unit) else False


def _forbids(wanted: Quantity) -> bool:
    """Tell whether zero is wanted of what should not happen at all (`0起`)."""
    return not wanted.number and not wanted.upper and not wanted.sign.has_direction


def counts_the_same(target: Quantity, actual: Quantity) -> bool:
    """Tell whether neither names another thing than the other: one of them may leave the name out."""
    if target.noun and actual.noun and target.noun != actual.noun:
        return False
    if target.label == actual.label or _fold_change(target.label) == _fold_change(actual.label):
        return True
    if not actual.label and (_RATE.fullmatch(target.label) or _is_near_change(target, actual)):
        return True
    return not (target.label and actual.label) and bool(_METRIC.fullmatch(target.label + actual.label))


def _is_near_change(target: Quantity, actual: Quantity) -> bool:
    """Tell whether a bare share answers a target that is a change (`提高5%` and `5.2%`, `降低10%` and `12%`).

    One that is far from it may be what the rate itself came to (`提高5%` and `95%`).
    """
    is_change = target.is_share and actual.is_share and _fold_change(target.label) in _CHANGES
    return is_change and target.number <= 2 * actual.number and actual.number <= 2 * target.number


def _fold_change(label: str) -> str:
    """Write a change in one way: `较上年提高` and `同比增长` say the same, for a form tells of one year."""
    plain = _THAN_LAST_YEAR.sub("", label)
    return next((word for pattern, word in _RISE_AND_FALL if pattern.fullmatch(plain)), label)


def _repeats(wanted: Quantity, reached: Quantity) -> bool:
    """Tell whether an actual value says the target over again, with or without its sign.

    Forms print `<24小时` for both cells; but a bare 24 does not stay below 24.
    """
    if (wanted.number, wanted.upper) != (reached.number, reached.upper):
        return False
    is_strict = wanted.sign in (Sign.MORE, Sign.LESS)
    return reached.sign == wanted.sign or (not reached.sign.has_direction and not is_strict)


def _judge(wanted: Quantity, reached: Quantity, reverse: bool) -> Pair | None:
    """Tell whether a target is met.

    A sign of its own makes an actual value a bound: `超过100人` meets `≥100人`, but of `≥110人` it tells nothing. The
    target's own sign is only repeated, and the number is meant.
    """
    met = _is_met(wanted, reached, reverse)
    is_bound = reached.sign.has_direction and reached.sign != wanted.sign
    if is_bound and not (met and reached.sign.is_reverse == reverse):
        return None
    if not met and wanted.number < 0:
        return None
    return Pair(wanted, reached, met, reverse)


def _is_met(wanted: Quantity, reached: Quantity, reverse: bool) -> bool:
    if wanted.number == reached.number:
        return wanted.sign not in (Sign.MORE, Sign.LESS)
    return (reached.number < wanted.number) == reverse


def _pair_with_range(wanted: Quantity, reached: Quantity) -> Pair | None:
    """Hold a number against a range (`45-50人`); outside of it nobody knows which way is better."""
    if wanted.upper is None or reached.upper is not None:
        return None
    if wanted.sign.has_direction or reached.sign.has_direction:
        return None
    inside = wanted.number <= reached.number <= wanted.upper
    return Pair(wanted, reached, met=True, reverse=False) if inside else None
