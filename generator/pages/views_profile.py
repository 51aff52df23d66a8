"""The view of a scoring profile: every value with its basis, and a mark where the wording was not at hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model.profile import (
    OverEffect,
    Profile,
    ReverseMethod,
    Rounding,
    Stated,
    Thresholds,
)
from generator.pages import addresses
from generator.pages.formats import format_points
from generator.pages.views_parts import HOME, PROFILES, Link

_REVERSE_WORDS = {
    ReverseMethod.RATIO: "达到指标值得满分；超出的，得分 = 分值 × 指标值 ÷ 完成值",
    ReverseMethod.LINEAR: "达到指标值得满分；超出的按比例扣分，达到指标值两倍时得 0 分",
}
_OVER_WORDS = {
    OverEffect.EXPLAIN: "仍得满分，但要写明原因",
    OverEffect.DEDUCT: "得分 = 分值 × {times} ÷（完成值 ÷ 指标值）",
}

_WEIGHTS_LEAD = (
    "一张表的总分由预算执行率和各项指标的分值组成。"
    "预算执行率的得分 = 分值 × 全年执行数 ÷ 全年预算数，超过 100% 的按 100% 计。"
)
_ROUNDING_LEAD = "除不尽的数怎样取到末位。得分按没有舍入过的执行率计算，再舍入一次。"
_QUANTITIES_LEAD = "写明数字的指标。达到指标值得满分；没有达到的，得分 = 分值 × 完成值 ÷ 指标值。"
_BANDS_LEAD = (
    "只用文字描述的指标。按表上的说法归入一档，单位在这一档的范围内自评；"
    "看不出属于哪一档的，在 0 分到满分之间自评。"
)
_THRESHOLDS_LEAD = "检查规则从哪里开始提醒。越过界限不等于填错，只是请单位核对或说明。"
_GRADES_LEAD = "各项认定得分相加为总分，总分决定等级。有一项没有评的，不定等级。"


@dataclass(frozen=True, slots=True)
class StatedView:
    """One value: what it is about, the value in words, its basis, and whether the wording was checked."""

    item: str
    value: str
    basis: str
    verified: bool


@dataclass(frozen=True, slots=True)
class StatedGroup:
    """Values that belong together, under one heading, and how they are applied."""

    heading: str
    id: str
    lead: str
    rows: tuple[StatedView, ...]


@dataclass(frozen=True, slots=True)
class ProfileView:
    """A profile's page."""

    root: Markup
    link: Link
    crumbs: tuple[Link, ...]
    title: str
    number: str
    issuer: str
    note: str
    is_default: bool
    unverified: int
    groups: tuple[StatedGroup, ...]


def view_profile(profile: Profile, default: str) -> ProfileView:
    """Lay out a profile; `default` is the id of the one that applies where a form names none."""
    groups = tuple(_view_groups(profile))
    document = profile.document
    return ProfileView(
        root=addresses.FROM_SECTION,
        link=Link(document.title, addresses.profile_address(profile.id)),
        crumbs=(HOME, PROFILES),
        title=document.title,
        number=document.number,
        issuer=document.issuer,
        note=document.note,
        is_default=profile.id == default,
        unverified=sum(not row.verified for group in groups for row in group.rows),
        groups=groups,
    )


def _view_groups(profile: Profile) -> Iterator[StatedGroup]:
    yield StatedGroup("分值", "weights", _WEIGHTS_LEAD, tuple(_view_weights(profile)))
    yield StatedGroup("舍入", "rounding", _ROUNDING_LEAD, tuple(_view_roundings(profile)))
    yield StatedGroup("定量指标", "quantities", _QUANTITIES_LEAD, tuple(_view_quantities(profile)))
    yield StatedGroup("定性指标", "bands", _BANDS_LEAD, tuple(_view_bands(profile)))
    yield StatedGroup("总分与等级", "grades", _GRADES_LEAD, tuple(_view_grades(profile)))
    yield StatedGroup(
        "检查的界限", "thresholds", _THRESHOLDS_LEAD, tuple(_view_thresholds(profile.thresholds))
    )


def _state(item: str, value: str, stated: Stated) -> StatedView:
    return StatedView(item, value, stated.basis, stated.verified)


def _view_weights(profile: Profile) -> Iterator[StatedView]:
    yield _state("总分", f"{format_points(profile.total.points)} 分", profile.total)
    yield _state("预算执行率", f"{format_points(profile.execution.points)} 分", profile.execution)
    for group in profile.groups:
        aliases = f"（也写作{'、'.join(group.aliases)}）" if group.aliases else ""
        required = "" if group.required else "，可以不设"
        yield _state(group.name + aliases, f"{format_points(group.points)} 分{required}", group)


def _view_roundings(profile: Profile) -> Iterator[StatedView]:
    yield _state("印出的执行率", describe_rounding(profile.rate_rounding, " 个百分点"), profile.rate_rounding)
    yield _state("得分", describe_rounding(profile.score_rounding, " 分"), profile.score_rounding)


def describe_rounding(rounding: Rounding, unit: str) -> str:
    """Put a rounding into words: `四舍五入到 0.01 分`."""
    return f"{rounding.mode.word}到 {format_points(rounding.step)}{unit}"


def _view_quantities(profile: Profile) -> Iterator[StatedView]:
    reverse, over = profile.reverse, profile.over_completion
    times = format_points(over.threshold)
    yield _state("反向指标（≤、<）", _REVERSE_WORDS[reverse.method], reverse)
    yield _state(f"完成值超过指标值的 {times} 倍", _OVER_WORDS[over.effect].format(times=times), over)


def _view_bands(profile: Profile) -> Iterator[StatedView]:
    for band in profile.bands:
        words = f"；表上写{'、'.join(f'“{word}”' for word in band.words)}的归入本档" if band.words else ""
        yield _state(band.name, f"分值的 {_percent(band.high)}～{_percent(band.low)}{words}", band)


def _view_grades(profile: Profile) -> Iterator[StatedView]:
    for cap in profile.caps:
        yield _state(f"执行率低于 {_percent(cap.below)}", f"总分不高于 {format_points(cap.total)} 分", cap)
    above: Decimal | None = None
    for grade in profile.grades:
        yield _state(grade.name, describe_grade(grade.least, above), grade)
        above = grade.least


def describe_grade(least: Decimal, above: Decimal | None) -> str:
    """Put the totals that earn a grade into words: `80 分及以上，不到 90 分`."""
    bounds = [f"{format_points(least)} 分及以上"] if least > 0 else []
    if above is not None:
        bounds.append(f"不到 {format_points(above)} 分")
    return "，".join(bounds) or "0 分及以上"


def _view_thresholds(bounds: Thresholds) -> Iterator[StatedView]:
    changed, low, outrun = bounds.budget_change, bounds.low_execution, bounds.outrun
    yield _state("全年预算数比年初预算数增减", f"超过 {_percent(changed.value)}", changed)
    yield _state("预算执行率偏低", f"低于 {_percent(low.value)}", low)
    yield _state("指标得分率高出预算执行率", f"{format_points(outrun.value * 100)} 个百分点以上", outrun)
    yield _state("一项指标占总分的比例", f"超过 {_percent(bounds.dominant.value)}", bounds.dominant)
    yield _state(
        "指标值比上年完成值低", f"不到上年的 {_percent(bounds.target_drop.value)}", bounds.target_drop
    )
    yield _state("得分的最小单位", f"{format_points(bounds.claim_step.value)} 分", bounds.claim_step)


def _percent(share: Decimal) -> Markup:
    return Markup(f"{format_points(share * 100)}%")
