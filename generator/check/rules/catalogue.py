"""Every rule, in the order of its code. Codes are stable and never used again."""

from generator.check.rules.budgets import BudgetChangeUnexplained, BudgetMissing
from generator.check.rules.claims import (
    ClaimAboveWeight,
    ClaimNegative,
    ClaimTooFine,
    NothingThereEarnsPoints,
)
from generator.check.rules.collection import ProjectFiledTwice, UnitNotSubmitted
from generator.check.rules.costs import CostWithoutSign
from generator.check.rules.execution import (
    ExecutionCellEmpty,
    ExecutionScoreNotRecomputed,
    LowExecutionUnexplained,
    RateNotRecomputed,
)
from generator.check.rules.funds import ExecutedAboveAdjusted, FundsTotalNotSum, ZeroTotalOverSpentSource
from generator.check.rules.goals import GoalAmountsDoNotAddUp, GoalCopied, GoalMissing, GoalSaysNothing
from generator.check.rules.groups import (
    OutputFiledAsBenefit,
    RateFiledAsQuantity,
    RequiredGroupMissing,
    SpendingFiledAsOutput,
)
from generator.check.rules.heads import GroupPointsNotSum
from generator.check.rules.limits import PointsOutrunExecution, TotalAboveCap
from generator.check.rules.money_units import YuanTakenForWan
from generator.check.rules.outcomes import ClaimAboveRule, ClaimOutsideBand, PointsOffMetTarget
from generator.check.rules.privacy import (
    BankCardNumberPublic,
    ContactIsMobile,
    IdentityNumberPublic,
    MobileNumberPublic,
    PrivateNumberBesideForms,
)
from generator.check.rules.rates import ExecutionCountedTwice, SpendingRowDiffers
from generator.check.rules.reasons import LostPointsUnexplained, MissedUnexplained, ReasonSaysNothing
from generator.check.rules.rows import DominantIndicator, IndicatorTwice, OfWhichScoredAgain, SignPointsWrong
from generator.check.rules.rule import Rule
from generator.check.rules.series import (
    FailedIndicatorVanished,
    PointsMovedFromFailed,
    PreviousUnclear,
    TargetFarBelowLastYear,
)
from generator.check.rules.templates import TemplateRowLeft
from generator.check.rules.texts import ExplanationContradictsValue, ExplanationRepeated
from generator.check.rules.totals import (
    ClaimedTotalNotSum,
    GradeDoesNotFit,
    GradeOfAnotherPlace,
    TotalMissing,
)
from generator.check.rules.unfilled import (
    ActualMissing,
    PublishedUnfilled,
    TargetMissing,
    WithdrawnWithoutReason,
)
from generator.check.rules.values import (
    FarOverTarget,
    OverCompletionUnexplained,
    ShareBeyondWhole,
    UnitsDiffer,
)
from generator.check.rules.waivers import ErrorWaived, UnusedWaiver
from generator.check.rules.weights import (
    GroupWeightDiffers,
    PointsNotPrinted,
    WeightNegative,
    WeightsNotHundred,
)
from generator.check.rules.words import ScaleNamedAsValue, TargetRepeated, WordsForNumber
from generator.check.rules.years import YearOfAnotherForm

RULE_SET = "1.3"
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
