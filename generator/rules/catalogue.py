"""Every rule, in the order of its code. Codes are stable and never used again."""

from generator.rules.budgets import BudgetChangeUnexplained, BudgetMissing
from generator.rules.claims import ClaimAboveWeight, ClaimNegative, ClaimTooFine, NothingThereEarnsPoints
from generator.rules.collection import ProjectFiledTwice, UnitNotSubmitted
from generator.rules.costs import CostWithoutSign
from generator.rules.execution import (
    ExecutionCellEmpty,
    ExecutionScoreNotRecomputed,
    LowExecutionUnexplained,
    RateNotRecomputed,
)
from generator.rules.funds import ExecutedAboveAdjusted, FundsTotalNotSum, ZeroTotalOverSpentSource
from generator.rules.goals import GoalAmountsDoNotAddUp, GoalCopied, GoalMissing, GoalSaysNothing
from generator.rules.groups import (
    OutputFiledAsBenefit,
    RateFiledAsQuantity,
    RequiredGroupMissing,
    SpendingFiledAsOutput,
)
from generator.rules.heads import GroupPointsNotSum
from generator.rules.limits import PointsOutrunExecution, TotalAboveCap
from generator.rules.money_units import YuanTakenForWan
from generator.rules.outcomes import ClaimAboveRule, ClaimOutsideBand, PointsOffMetTarget
from generator.rules.privacy import (
    BankCardNumberPublic,
    ContactIsMobile,
    IdentityNumberPublic,
    MobileNumberPublic,
    PrivateNumberBesideForms,
)
from generator.rules.rates import ExecutionCountedTwice, SpendingRowDiffers
from generator.rules.reasons import LostPointsUnexplained, MissedUnexplained, ReasonSaysNothing
from generator.rules.rows import DominantIndicator, IndicatorTwice, OfWhichScoredAgain, SignPointsWrong
from generator.rules.rule import Rule
from generator.rules.series import (
    FailedIndicatorVanished,
    PointsMovedFromFailed,
    PreviousUnclear,
    TargetFarBelowLastYear,
)
from generator.rules.templates import TemplateRowLeft
from generator.rules.texts import ExplanationContradictsValue, ExplanationRepeated
from generator.rules.totals import ClaimedTotalNotSum, GradeDoesNotFit, GradeOfAnotherPlace, TotalMissing
from generator.rules.unfilled import ActualMissing, PublishedUnfilled, TargetMissing, WithdrawnWithoutReason
from generator.rules.values import FarOverTarget, OverCompletionUnexplained, ShareBeyondWhole, UnitsDiffer
from generator.rules.waivers import ErrorWaived, UnusedWaiver
from generator.rules.weights import GroupWeightDiffers, PointsNotPrinted, WeightNegative, WeightsNotHundred
from generator.rules.words import ScaleNamedAsValue, TargetRepeated, WordsForNumber
from generator.rules.years import YearOfAnotherForm

RULE_SET = "1.2"
"""The version of all rules together, which reports and data name: raised when a rule comes, goes or judges anew."""

ALL_RULES: tuple[type[Rule], ...] = (
    ProjectFiledTwice,
    UnitNotSubmitted,
    FundsTotalNotSum,
    ZeroTotalOverSpentSource,
    ExecutedAboveAdjusted,
    RateNotRecomputed,
    ExecutionScoreNotRecomputed,
    BudgetMissing,
    BudgetChangeUnexplained,
    LowExecutionUnexplained,
    YuanTakenForWan,
    ExecutionCellEmpty,
    SpendingRowDiffers,
    TargetMissing,
    ActualMissing,
    TemplateRowLeft,
    PublishedUnfilled,
    WordsForNumber,
    UnitsDiffer,
    TargetRepeated,
    ScaleNamedAsValue,
    IndicatorTwice,
    RateFiledAsQuantity,
    SpendingFiledAsOutput,
    OutputFiledAsBenefit,
    SignPointsWrong,
    DominantIndicator,
    RequiredGroupMissing,
    OverCompletionUnexplained,
    OfWhichScoredAgain,
    WithdrawnWithoutReason,
    ShareBeyondWhole,
    ExecutionCountedTwice,
    CostWithoutSign,
    FarOverTarget,
    MissedUnexplained,
    IdentityNumberPublic,
    MobileNumberPublic,
    BankCardNumberPublic,
    PrivateNumberBesideForms,
    ContactIsMobile,
    WeightsNotHundred,
    ClaimedTotalNotSum,
    LostPointsUnexplained,
    GroupWeightDiffers,
    ClaimAboveWeight,
    ClaimNegative,
    ClaimTooFine,
    ClaimAboveRule,
    PointsOffMetTarget,
    ClaimOutsideBand,
    TotalMissing,
    GradeDoesNotFit,
    ReasonSaysNothing,
    PointsOutrunExecution,
    TotalAboveCap,
    GroupPointsNotSum,
    WeightNegative,
    GradeOfAnotherPlace,
    NothingThereEarnsPoints,
    PointsNotPrinted,
    ExplanationRepeated,
    GoalCopied,
    ExplanationContradictsValue,
    GoalAmountsDoNotAddUp,
    GoalSaysNothing,
    GoalMissing,
    YearOfAnotherForm,
    UnusedWaiver,
    ErrorWaived,
    TargetFarBelowLastYear,
    PointsMovedFromFailed,
    FailedIndicatorVanished,
    PreviousUnclear,
)
"""Every rule."""
