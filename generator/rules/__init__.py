"""The rules: one class a rule, all of them written out here.

A rule judges facts that were computed before (`Case`); it parses nothing and adds up nothing that the score
sheet already holds.
"""

from generator.rules.rule import Case, Rule
from generator.rules.scores import ClaimedTotalNotSum, LostPointsUnexplained, WeightsNotHundred

__all__ = ["ALL_RULES", "Case", "Rule"]

ALL_RULES: tuple[type[Rule], ...] = (
    WeightsNotHundred,
    ClaimedTotalNotSum,
    LostPointsUnexplained,
)
"""Every rule, in the order of its code."""
