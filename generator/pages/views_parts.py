"""Small views that several pages share: the way up, a headline figure, and a claim held against its recomputation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from generator.model.assessment import TotalScore
from generator.model.finding import Severity
from generator.model.summary import Summary
from generator.pages import addresses
from generator.pages.formats import NONE, format_points

SEVERITY_MEANINGS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "改正之前不能公开。",
    Severity.WARNING: "重新计算对不上，或前后不一致；可以公开，差异一并列出。",
    Severity.ADVICE: "可以公开，还能写得更好。",
}
"""What the three tiers mean for a form."""


UNGRADED: Final = "未评全"
"""What stands in the place of a grade where not the whole form could be assessed."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere; `address` is relative to the root of the site."""

    text: str
    address: Markup


HOME: Final = Link("首页", addresses.HOME)
YEARS: Final = Link("年度", addresses.YEARS)
DEPARTMENTS: Final = Link("部门", addresses.DEPARTMENTS)
UNITS: Final = Link("单位", addresses.UNITS)
PROFILES: Final = Link("评分办法", addresses.PROFILES)
RULES: Final = Link("检查规则", addresses.RULES)
DATA: Final = Link("数据", addresses.DATA)


@dataclass(frozen=True, slots=True)
class Fact:
    """A headline figure: what it is, the number with its unit, and a word of explanation."""

    label: str
    number: Markup | str
    unit: str = ""
    note: str = ""

    @property
    def shown_unit(self) -> str:
        """The unit, unless there is no number for it to follow."""
        return "" if self.number == NONE else self.unit


@dataclass(frozen=True, slots=True)
class Verdict:
    """An accepted score beside its claim, and a word on it; silent where both agree, so that differences stand out."""

    accepted: Markup
    differs: bool = False
    words: str = ""


def judge(claimed: Decimal | None, accepted: Decimal | None) -> Verdict:
    """Hold a claimed score against the accepted one, in neutral words."""
    shown = format_points(accepted)
    if accepted is None or claimed == accepted:
        return Verdict(shown)
    if claimed is None:
        return Verdict(shown, words="自评未填")
    side = "低于" if accepted < claimed else "高于"
    return Verdict(shown, differs=True, words=f"{side}自评 {format_points(abs(claimed - accepted))} 分")


def judge_total(total: TotalScore) -> Verdict:
    """Hold the claimed total against the accepted one, unless that is a sum over less than the whole form."""
    if total.accepted is None or total.is_whole:
        return judge(total.claimed, total.accepted)
    return Verdict(
        format_points(total.accepted), words=f"能评的只有 {format_points(total.assessed)} 分的内容"
    )


def list_grades(summary: Summary) -> Mapping[str, int]:
    """Count projects by grade, and at the end those that bear none, so that all of them are counted."""
    left = summary.projects - sum(summary.grades.values())
    return {**summary.grades, **({UNGRADED: left} if left else {})}


def join_counts(counts: Iterable[tuple[str, int]]) -> str:
    """Put counts on a line that breaks between them only."""
    return "　".join(f"{word}\u00a0{count}" for word, count in counts)
