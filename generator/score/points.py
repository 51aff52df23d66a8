"""Points: rounded once, at the end; a claim accepted; what became of a claim in words."""

from decimal import Decimal
from fractions import Fraction

from generator.model.profile import Profile
from generator.text.numbers import write_number

ZERO = Decimal(0)


def round_points(points: Fraction, profile: Profile) -> Decimal:
    """Round points as the profile says, from the exact value, so that a half is a half (1/3 of 30.015 is 10.005)."""
    return profile.score_rounding.apply(Decimal(points.numerator) / Decimal(points.denominator))


def accept_claim(claimed: Decimal | None, high: Decimal, computed: Decimal | None) -> Decimal | None:
    """Accept a claim: never more than the rule allows, nor less than nothing. Without a claim, what was computed.

    A unit may take off more than the rule does, so a low claim stands.
    """
    return computed if claimed is None else max(ZERO, min(claimed, high))


def say_claim(claimed: Decimal | None, accepted: Decimal | None, computed: Decimal | None) -> str:
    """End a sum with what becomes of the claim, where it is not what was computed just before."""
    if claimed is None or accepted is None or claimed == computed:
        return "。"
    verdict = "照此认定" if claimed == accepted else f"按 {write_number(accepted)} 分认定"
    return f"；单位自评 {write_number(claimed)} 分，{verdict}。"
