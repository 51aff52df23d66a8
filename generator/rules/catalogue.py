"""Every rule, in the order of its code. Codes are stable and never used again."""

from generator.rules.funds import (
    BudgetChangeUnexplained,
    BudgetMissing,
    ExecutedAboveAdjusted,
    ExecutionScoreNotRecomputed,
    FundsTotalNotSum,
    LowExecutionUnexplained,
    RateNotRecomputed,
    ZeroTotalOverSpentSource,
)
from generator.rules.money_units import YuanTakenForWan
from generator.rules.privacy import BankCardNumberPublic, IdentityNumberPublic, MobileNumberPublic
from generator.rules.rule import Rule
from generator.rules.scores import ClaimedTotalNotSum, LostPointsUnexplained, WeightsNotHundred
from generator.rules.waivers import ErrorWaived, UnusedWaiver

ALL_RULES: tuple[type[Rule], ...] = (
    FundsTotalNotSum,
    ZeroTotalOverSpentSource,
    ExecutedAboveAdjusted,
    RateNotRecomputed,
    ExecutionScoreNotRecomputed,
    BudgetMissing,
    BudgetChangeUnexplained,
    LowExecutionUnexplained,
    YuanTakenForWan,
    IdentityNumberPublic,
    MobileNumberPublic,
    BankCardNumberPublic,
    WeightsNotHundred,
    ClaimedTotalNotSum,
    LostPointsUnexplained,
    UnusedWaiver,
    ErrorWaived,
)
"""Every rule."""
