"""Small views that several pages share: the way up, a headline figure, and a claim held against its recomputation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from generator.model.assessment import Gap, TotalScore, Verifiability
from generator.model.finding import Severity
from generator.model.summary import Summary
from generator.render import addresses
from generator.render.numbers import NONE, format_points
from generator.text.numbers import write_verifiability

SEVERITY_MEANINGS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "改正之前不能公开。",
    Severity.WARNING: "重新计算对不上，或前后不一致；可以公开，差异一并列出。",
    Severity.ADVICE: "可以公开，还能写得更好。",
}
"""What the three tiers mean for a form."""


UNGRADED: Final = "未评全"
"""What stands in the place of a grade where not the whole form could be assessed."""

UNSCORED: Final = "不计分"
"""What stands there where such forms bear no points by their profile."""
NO_GRADE: Final = "不分等级"
"""What stands there where the rules give a whole form no grade."""

LOWERED: Final = "认定低于自评"
RAISED: Final = "复算高于自评"
VERIFIABLE: Final = "可核实的分值"
"""The counts that stand wherever forms are added up, and the points that were computed."""


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
    """Hold the claimed total against the accepted one, and where the rule gives more than the unit claims, say so."""
    if not total.is_whole:
        return Verdict(NONE, words=UNSCORED if Gap.UNSCORED in total.gaps else "未评全，不认定总分")
    verdict = judge(total.claimed, total.accepted)
    if verdict.differs or not total.is_raised:
        return verdict
    return replace(verdict, words=f"复算 {format_points(total.computed)} 分，高于自评")


def view_verifiability(points: Verifiability) -> Fact:
    """The points that were computed, out of all."""
    number = f"{format_points(points.computed)} / {format_points(points.points)}"
    return Fact(VERIFIABLE, number, "分", write_verifiability(points))


def name_grade(total: TotalScore, grade: str | None) -> str:
    """Name a grade, or why there is none."""
    if Gap.UNSCORED in total.gaps:
        return UNSCORED
    return grade or (NO_GRADE if total.is_whole else UNGRADED)


def list_grades(summary: Summary) -> Mapping[str, int]:
    """Count projects by grade, and at the end those without, so that all of them are counted."""
    rest = {
        NO_GRADE: summary.assessed - sum(summary.grades.values()),
        UNGRADED: summary.projects - summary.assessed,
    }
    return {**summary.grades, **{word: count for word, count in rest.items() if count}}


def join_counts(counts: Iterable[tuple[str, int]]) -> str:
    """Put counts on a line that breaks between them only."""
    return "　".join(f"{word}\u00a0{count}" for word, count in counts)
