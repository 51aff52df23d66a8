"""The share of the points that a missed quantity earns, as a number and as it is reckoned on paper."""

from dataclasses import dataclass
from fractions import Fraction

from generator.model.methods import ReverseMethod
from generator.model.profile import Profile
from generator.score.values.quantity_comparison import Pair


@dataclass(frozen=True, slots=True)
class Share:
    """A share between 0 and 1; `reason` tells why where it is not simply what `sum_` says."""

    number: Fraction
    sum_: str
    reason: str = ""


def find_share(pair: Pair, profile: Profile) -> Share:
    """Find the share that one quantity earns: all when met, else by how far it fell short or went over."""
    wanted, reached = pair.wanted, pair.reached
    if pair.met:
        return Share(Fraction(1), "1")
    if pair.ratio == 1:
        is_less = "小于" if pair.reverse else "大于"
        return Share(
            Fraction(1),
            f"{reached.shown} ÷ {wanted.shown}",
            f"指标值要求{is_less} {wanted.shown}，正好相等，按比例：",
        )
    if pair.reverse:
        return _find_reverse_share(pair, profile)
    if pair.ratio is None or pair.ratio < 0:
        return _earn_nothing(pair)
    return Share(pair.ratio, f"{reached.shown} ÷ {wanted.shown}")


def _earn_nothing(pair: Pair) -> Share:
    """Earn nothing where no part of the target can be reckoned: it is nought, or what was reached is below that."""
    wanted, reached = pair.wanted, pair.reached
    return Share(Fraction(0), "0", f"{reached.shown} 不符合 {wanted.sign}{wanted.shown}，按 0 计：")


def _find_reverse_share(pair: Pair, profile: Profile) -> Share:
    wanted, reached = pair.wanted, pair.reached
    if not pair.ratio:
        return _earn_nothing(pair)
    if profile.reverse.method is ReverseMethod.RATIO:
        return Share(1 / pair.ratio, f"{wanted.shown} ÷ {reached.shown}")
    if pair.ratio >= 2:
        return Share(Fraction(0), "0", f"{reached.shown} 达到 {wanted.shown} 的 2 倍，按 0 计：")
    return Share(2 - pair.ratio, f"(2 − {reached.shown} ÷ {wanted.shown})")
