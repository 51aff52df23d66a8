"""Every rule, in the order of its code. Codes are stable and never used again."""

from generator.rules.rule import Rule
from generator.rules.scores import ClaimedTotalNotSum, LostPointsUnexplained, WeightsNotHundred
from generator.rules.waivers import ErrorWaived, UnusedWaiver

ALL_RULES: tuple[type[Rule], ...] = (
    WeightsNotHundred,
    ClaimedTotalNotSum,
    LostPointsUnexplained,
    UnusedWaiver,
    ErrorWaived,
)
"""Every rule."""
