"""The view of a scoring profile: every value with its basis, and a mark where the wording was not at hand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model.methods import (
    Method,
    MethodKind,
    OverCompletion,
    OverEffect,
    ReverseMethod,
    Step,
    SubRowsMethod,
    ZeroEffect,
)
from generator.model.profile import Execution, ExecutionMethod, PointsAt, Profile, Rounding, Thresholds
from generator.model.stated import Ground, Stated, find_stated
from generator.model.value import Kind
from generator.render import addresses
from generator.render.numbers import format_points
from generator.render.views.parts import HOME, PROFILES, Link

_REVERSE_WORDS = {
    ReverseMethod.RATIO: "达到指标值得满分；超出的，得分 = 分值 × 指标值 ÷ 完成值",
    ReverseMethod.LINEAR: "达到指标值得满分；超出的按比例扣分，达到指标值两倍时得 0 分",
}
_ZERO_WORDS = {
    ZeroEffect.NOTHING: "指标值是 0 而没有做到的，得 0 分",
    ZeroEffect.JUDGED: "指标值是 0 而没有做到的，由单位在 0 分到满分之间自评",
}
_OVER_WORDS = {
    OverEffect.EXPLAIN: "仍得满分，但要写明原因",
    OverEffect.DEDUCT: "得分 = 分值 × {times} ÷（完成值 ÷ 指标值）",
    OverEffect.FIXED: "扣去分值的 {deduction}",
}
_EXECUTION_WORDS = {
    ExecutionMethod.PROPORTION: "得分 = 分值 × 全年执行数 ÷ {budget}，超过 100% 的按 100% 计",
    ExecutionMethod.STEPS: "看全年执行数 ÷ {budget}：{steps}",
    ExecutionMethod.PERCENT: "全年执行数 ÷ {budget} 先取整到 1%，再乘分值；超过 100% 的按 100% 计",
    ExecutionMethod.WHOLE: "全年执行数 ÷ {budget} 先取整到 1%，再乘分值，得分取整到 1 分；超过 100% 的按 100% 计",
}
_PLACEMENT_WORDS = {
    PointsAt.ROW: "每行指标各有分值",
    PointsAt.GOAL: "分值在年度总体目标上，各行没有分值：各行的自评得分相加，在目标的分值以内照单位自评认定",
    PointsAt.WHOLE: "分值在全部指标上，各行没有分值：各行的自评得分相加，在全部分值以内照单位自评认定",
}
_SUB_ROWS_WORDS = {
    SubRowsMethod.MEAN: "全部达到得满分；没有全部达到的，各个其中项分别计分，再取平均",
    SubRowsMethod.ALL: "全部达到得满分；没有全部达到的，得 0 分",
}
_METHOD_WORDS = {
    MethodKind.DIRECT: "达到得满分，没有达到得 0 分",
    MethodKind.PROPORTION: "达到得满分，没有达到的按完成比例得分",
    MethodKind.GRADES: "不按数字计算，由单位按下面“定性指标”的各档自评",
    MethodKind.INTERVAL: "达到指标值得满分；没有达到的，看完成值：",
}
_KIND_WORDS = {
    Kind.QUANTITY: "指标值是数字的",
    Kind.DEADLINE: "指标值是日期的",
    Kind.COMPOUND: "指标值是几个数字的",
    Kind.WORDS: "指标值是文字的",
    Kind.EMPTY: "没有指标值的",
}

_VALIDITY_LEAD = "只用来评这些年度的自评表。"
_WEIGHTS_LEAD = "一张表的总分由预算执行率和各项指标的分值组成。"
_UNSCORED_LEAD = "这种表不设分值：不计分，不定等级，只看各项指标是否达成。"
_ROUNDING_LEAD = "除不尽的数怎样取到末位。得分一般按没有舍入过的执行率计算，再舍入一次。"
_QUANTITIES_LEAD = (
    "写明数字的指标。达到指标值得满分；没有达到的，除了下面另有规定的，得分 = 分值 × 完成值 ÷ 指标值。"
)
_BANDS_LEAD = (
    "只用文字描述的指标。按表上的说法归入一档，单位在这一档的范围内自评；"
    "看不出属于哪一档的，在 0 分到满分之间自评。"
)
_THRESHOLDS_LEAD = "检查规则从哪里开始提醒。越过界限不等于填错，只是请单位核对或说明。"
_GRADES_LEAD = "各项认定得分相加为总分，总分决定等级。有一项没有评的，不定等级。"
_NO_GRADES_LEAD = "各项认定得分相加为总分。这个办法不分等级：表上没有等级的不用补，本站也不定等级。"


@dataclass(frozen=True, slots=True)
class StatedView:
    """One value: what it is about, the value in words, its basis, and what the reader has to know of that.

    `mark` is empty where the document says it and its wording was at hand.
    """

    item: str
    value: str
    basis: str
    verified: bool
    mark: str


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
    grounds: str
    groups: tuple[StatedGroup, ...]


def view_profile(profile: Profile, defaults: Iterable[str]) -> ProfileView:
    """Lay out a profile; `defaults` are the ids of those that apply where a form names none."""
    groups = tuple(_view_groups(profile))
    document = profile.document
    return ProfileView(
        root=addresses.FROM_SECTION,
        link=Link(profile.name, addresses.profile_address(profile.id)),
        crumbs=(HOME, PROFILES),
        title=profile.name,
        number=document.number,
        issuer=document.issued_by,
        note=document.note,
        is_default=profile.id in defaults,
        unverified=sum(not row.verified for group in groups for row in group.rows),
        grounds=tell_grounds(list(find_stated(profile))),
        groups=groups,
    )


def tell_grounds(values: Sequence[Stated]) -> str:
    """Tell how many values the document says, how many published forms show, and how many this site has set."""
    counts = {ground: sum(one.ground is ground for one in values) for ground in Ground}
    checked = sum(one.verified for one in values)
    of_text = f"（其中 {checked} 项核对过原文）" if counts[Ground.TEXT] else ""
    told = [
        f"{count} 项{ground.word}{of_text if ground is Ground.TEXT else ''}"
        for ground, count in counts.items()
        if count
    ]
    return f"这一页的 {len(values)} 项规定，{'，'.join(told)}。"


def _view_groups(profile: Profile) -> Iterator[StatedGroup]:
    if profile.validity:
        row = _state("适用的年度", profile.validity.words, profile.validity)
        yield StatedGroup("适用年度", "validity", _VALIDITY_LEAD, (row,))
    weights = _WEIGHTS_LEAD if profile.is_scored else _UNSCORED_LEAD
    yield StatedGroup("分值", "weights", weights, tuple(_view_weights(profile)))
    yield StatedGroup("舍入", "rounding", _ROUNDING_LEAD, tuple(_view_roundings(profile)))
    yield StatedGroup("定量指标", "quantities", _QUANTITIES_LEAD, tuple(_view_quantities(profile)))
    yield StatedGroup("定性指标", "bands", _BANDS_LEAD, tuple(_view_bands(profile)))
    grades = _GRADES_LEAD if profile.grades else _NO_GRADES_LEAD
    if profile.is_scored:
        yield StatedGroup("总分与等级", "grades", grades, tuple(_view_grades(profile)))
    yield StatedGroup(
        "检查的界限", "thresholds", _THRESHOLDS_LEAD, tuple(_view_thresholds(profile.thresholds))
    )


def _state(item: str, value: str, stated: Stated) -> StatedView:
    is_text = stated.ground is Ground.TEXT
    mark = ("" if stated.verified else "待核对") if is_text else stated.ground.word
    return StatedView(item, value, stated.basis, stated.verified, mark)


def _view_weights(profile: Profile) -> Iterator[StatedView]:
    total = f"{format_points(profile.total.points)} 分" if profile.is_scored else "不设分值"
    yield _state("总分", total, profile.total)
    yield _state("预算执行率", describe_execution(profile.execution), profile.execution)
    for group in profile.groups:
        aliases = f"（也写作{'、'.join(group.aliases)}）" if group.aliases else ""
        required = "" if group.required else "，可以不设"
        points = "与上一类合计" if group.pooled else f"{format_points(group.points)} 分"
        fixed = "；各行是表上固定的，不设指标值，由单位自评" if group.fixed else ""
        yield _state(group.name + aliases, f"{points}{required}{fixed}", group)
    for one in profile.alternatives:
        added = "，".join(f"{name}加 {format_points(points)} 分" for name, points in one.adds.items())
        yield _state(f"不设{one.without}的", f"分值改为：{added}", one)
    yield _state("分值的位置", _PLACEMENT_WORDS[profile.placement.at], profile.placement)


def describe_execution(execution: Execution) -> str:
    """Put the points for budget execution and how they are found into words."""
    if not execution.points:
        return "不单独计分"
    words = _EXECUTION_WORDS[execution.method]
    steps = describe_steps(execution.steps)
    return f"{format_points(execution.points)} 分；{words.format(budget=execution.budget.word, steps=steps)}"


def describe_steps(steps: Sequence[Step]) -> str:
    """Put a scale into words: `90% 及以上得分值的 100%，80% 及以上得 70%，不到 80% 得 0%`."""
    if not steps:
        return ""
    told = [f"{_percent(one.least)} 及以上得分值的 {_percent(one.share)}" for one in steps]
    return f"{'，'.join(told)}，不到 {_percent(steps[-1].least)} 得 0 分"


def _view_roundings(profile: Profile) -> Iterator[StatedView]:
    yield _state("印出的执行率", describe_rounding(profile.rate_rounding, " 个百分点"), profile.rate_rounding)
    yield _state("得分", describe_rounding(profile.score_rounding, " 分"), profile.score_rounding)


def describe_rounding(rounding: Rounding, unit: str) -> str:
    """Put a rounding into words: `四舍五入到 0.01 分`."""
    return f"{rounding.mode.word}到 {format_points(rounding.step)}{unit}"


def _view_quantities(profile: Profile) -> Iterator[StatedView]:
    reverse, over = profile.reverse, profile.over_completion
    yield _state(
        "反向指标（≤、<）", f"{_REVERSE_WORDS[reverse.method]}；{_ZERO_WORDS[reverse.zero]}", reverse
    )
    yield _state(f"完成值超过指标值的 {format_points(over.threshold)} 倍", describe_over(over), over)
    for method in profile.methods:
        yield _state(f"{describe_scope(method)}：{method.method.word}", describe_method(method), method)
    yield _state("数值写在“其中”各行的指标", _SUB_ROWS_WORDS[profile.sub_rows.method], profile.sub_rows)


def describe_over(over: OverCompletion) -> str:
    """Put what far over-completion does into words."""
    times, deduction = format_points(over.threshold), _percent(over.deduction)
    equal = "；指标值写“=”的，超过也算达到，不用说明" if over.equal_is_met else ""
    return _OVER_WORDS[over.effect].format(times=times, deduction=deduction) + equal


def describe_scope(method: Method) -> str:
    """Say which indicators a method is for."""
    scopes = [f"{'、'.join(method.levels)}"] if method.levels else []
    scopes += [f"名称里有{'、'.join(f'“{one}”' for one in method.names)}的"] if method.names else []
    scopes += [f"指标值是{'、'.join(f'“{one}”' for one in method.targets)}的"] if method.targets else []
    scopes += ["、".join(_KIND_WORDS[one] for one in method.kinds)] if method.kinds else []
    return "，".join(scopes) or "各项指标"


def describe_method(method: Method) -> str:
    """Put a way to score into words."""
    mark = f"；完成不到 {_percent(method.pass_mark)} 的，得 0 分" if method.pass_mark else ""
    return f"{_METHOD_WORDS[method.method]}{describe_steps(method.steps)}{mark}"


def _view_bands(profile: Profile) -> Iterator[StatedView]:
    for band in profile.bands:
        words = f"；表上写{'、'.join(f'“{word}”' for word in band.words)}的归入本档" if band.words else ""
        above = f"（不含 {_percent(band.high)}，{_percent(band.high)} 属于上一档）" if band.open else ""
        yield _state(band.name, f"分值的 {_percent(band.high)}～{_percent(band.low)}{above}{words}", band)


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
