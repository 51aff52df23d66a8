"""Scoring a project by a profile, with every sum spelled out so that a reader can redo it on paper."""

from decimal import Decimal

from generator.model.assessment import ExecutionScore, Outcome, RowScore, ScoreSheet, TotalScore
from generator.model.form import Indicator
from generator.model.profile import OverEffect, Profile, ReverseMethod
from generator.model.project import Project
from generator.model.value import Kind, Quantity, Value
from generator.values import normalise_text, read_value
from generator.values.comparing import Comparison, compare

_NONE = Decimal(0)
Judgement = tuple[Outcome, Decimal | None, Decimal | None, Decimal | None, str]
"""Outcome, computed points, least and most points that the rule allows, and the sum in words."""


def score_project(project: Project, profile: Profile) -> ScoreSheet:
    """Score execution and every row, add them up and grade them (财预〔2020〕10号, as the profile states it)."""
    execution = score_execution(project, profile)
    rows = tuple(score_row(index, row, profile) for index, row in enumerate(project.form.indicators))
    total = add_up(project, execution, rows, profile)
    return ScoreSheet(profile.id, execution, rows, total, grade_total(total, profile))


def score_execution(project: Project, profile: Profile) -> ExecutionScore:
    """Score budget execution: points × min(executed ÷ adjusted, 1), rounded as the profile says."""
    funds, claimed = project.form.funds, project.form.reported.execution_score
    weight = profile.execution.points if funds.weight is None else funds.weight
    budget, spent = funds.total.adjusted, funds.total.executed
    if not weight:
        return ExecutionScore(None, None, "", None, None, None, "预算执行率不计分。")
    if not budget or budget < 0 or spent is None:
        reason = "全年执行数没有填" if spent is None else "全年预算数没有填，或不大于 0"
        return ExecutionScore(weight, None, "", None, claimed, None, f"{reason}，预算执行率未评。")
    rate = spent / budget
    shown = f"{profile.rate_rounding.apply(rate * 100):.2f}%"
    computed = profile.score_rounding.apply(weight * max(_NONE, min(rate, Decimal(1))))
    accepted = accept(claimed, computed)
    capped = "（超过 100%，按 100% 计）" if rate > 1 else ""
    sum_ = f"{plain(spent)} ÷ {plain(budget)} = {rate * 100:.4f}%{capped}，× {plain(weight)} 分，得 {plain(computed)} 分"
    return ExecutionScore(
        weight, rate, shown, computed, claimed, accepted, sum_ + _say_claim(claimed, accepted)
    )


def score_row(index: int, row: Indicator, profile: Profile) -> RowScore:
    """Score one indicator; rows without points of their own only get an outcome."""
    target, actual = read_value(row.target), read_value(row.measured or row.actual)
    weight = None if row.of_which else row.weight
    outcome, computed, low, high, formula = _judge(row, target, actual, weight or _NONE, profile)
    claimed = None if row.of_which else row.score
    accepted = None if high is None or weight is None else accept(claimed, high, computed)
    if weight is None:
        computed = low = high = None
        formula = "其中项，不单独计分。" if row.of_which else "没有填分值，不计分。"
    else:
        formula += _say_claim(claimed, accepted)
    if outcome is Outcome.JUDGED and claimed is None:
        outcome = Outcome.NOT_ASSESSED
    return RowScore(
        f"indicators[{index}]",
        row.name,
        target,
        actual,
        outcome,
        weight,
        computed,
        low,
        high,
        claimed,
        accepted,
        formula,
    )


def accept(claimed: Decimal | None, high: Decimal, computed: Decimal | None = None) -> Decimal | None:
    """Accept a claim, never above what the rule allows nor below zero; without a claim, what was computed."""
    if claimed is None:
        return computed
    return max(_NONE, min(claimed, high))


def _judge(row: Indicator, target: Value, actual: Value, weight: Decimal, profile: Profile) -> Judgement:
    if target.kind is Kind.EMPTY or actual.kind is Kind.EMPTY:
        cell = "年度指标值" if target.kind is Kind.EMPTY else "实际完成值"
        return Outcome.NOT_ASSESSED, None, None, None, f"{cell}没有可用的内容，未评"
    comparison = compare(target, actual)
    if comparison is None:
        same = normalise_text(row.target) == normalise_text(row.measured or row.actual)
        if same and target.kind is not Kind.WORDS:
            return Outcome.MET, weight, weight, weight, f"完成值与指标值相同，得满分 {plain(weight)} 分"
        return _judge_words(row, same, weight, profile)
    if comparison.met:
        return _judge_met(target, actual, comparison, weight, profile)
    return _judge_short(target, actual, comparison, weight, profile)


def _judge_words(row: Indicator, same: bool, weight: Decimal, profile: Profile) -> Judgement:
    """Find the band of a state in words; where no band is told, all points are open to the unit's judgement."""
    said = normalise_text(row.measured or row.actual)
    for place, band in enumerate(profile.bands):
        if said in band.words or (same and place == 0):
            low, high = band.low * weight, band.high * weight
            text = f"定性指标，属“{band.name}”，可得 {plain(low)} 至 {plain(high)} 分"
            return Outcome.JUDGED, None, low, high, text
    return Outcome.JUDGED, None, _NONE, weight, f"定性判断，由单位在 0 至 {plain(weight)} 分之间自评"


def _judge_met(
    target: Value, actual: Value, comparison: Comparison, weight: Decimal, profile: Profile
) -> Judgement:
    over, ratio = profile.over_completion, comparison.ratio
    if ratio is None or comparison.reverse or ratio <= over.threshold:
        text = f"{show(actual)} 达到 {show_target(target)}，得满分 {plain(weight)} 分"
        return Outcome.MET, weight, weight, weight, text
    if over.effect is OverEffect.EXPLAIN:
        text = f"{show(actual)} 超过 {show(target)} 的 {plain(over.threshold)} 倍，得满分 {plain(weight)} 分，须说明原因"
        return Outcome.EXCEEDED, weight, weight, weight, text
    points = profile.score_rounding.apply(weight * over.threshold / ratio)
    text = f"{show(actual)} 超过 {show(target)} 的 {plain(over.threshold)} 倍：{plain(over.threshold)} ÷ {ratio:.4f} × {plain(weight)} 分 = {plain(points)} 分"
    return Outcome.EXCEEDED, points, points, points, text


def _judge_short(
    target: Value, actual: Value, comparison: Comparison, weight: Decimal, profile: Profile
) -> Judgement:
    ratio = comparison.ratio
    if target.kind is Kind.DEADLINE:
        return Outcome.SHORT, None, _NONE, weight, f"{show(actual)} 晚于 {show(target)}，由单位按延误程度自评"
    if comparison.reverse:
        share, text = _share_reverse(target, actual, ratio, profile)
    else:
        share = max(_NONE, min(ratio if ratio is not None else _NONE, Decimal(1)))
        text = (
            f"{show(actual)} ÷ {show(target)}"
            if target.kind is Kind.QUANTITY
            else f"各部分平均完成 {share * 100:.2f}%"
        )
    points = profile.score_rounding.apply(weight * share)
    return Outcome.SHORT, points, points, points, f"{text} × {plain(weight)} 分 = {plain(points)} 分"


def _share_reverse(
    target: Value, actual: Value, ratio: Decimal | None, profile: Profile
) -> tuple[Decimal, str]:
    """Give the share of points of a missed upper bound, and how it is reckoned."""
    if not ratio or ratio < 0:
        return _NONE, "指标值为 0，超过即不得分：0"
    if profile.reverse.method is ReverseMethod.RATIO:
        return min(Decimal(1), 1 / ratio), f"{show(target)} ÷ {show(actual)}"
    return max(_NONE, min(Decimal(1), 2 - ratio)), f"（2 − {show(actual)} ÷ {show(target)}）"


def add_up(
    project: Project, execution: ExecutionScore, rows: tuple[RowScore, ...], profile: Profile
) -> TotalScore:
    """Add up execution and rows; what was not assessed is left out, and the caps of the profile are applied."""
    parts = [(one.weight, one.computed, one.accepted) for one in (execution, *rows) if one.weight is not None]
    accepted = [accepted for _, _, accepted in parts if accepted is not None]
    computed = [accepted if computed is None else computed for _, computed, accepted in parts]
    cap = _find_cap(execution.rate, profile)
    weight = sum((weight for weight, _, _ in parts), _NONE)
    assessed = sum((weight for weight, _, accepted in parts if accepted is not None), _NONE)
    return TotalScore(
        claimed=project.form.reported.total,
        computed=_sum(computed, cap),
        accepted=_sum(accepted, cap),
        weight=weight,
        assessed=assessed,
        cap=cap,
        formula=_say_total(accepted, _sum(accepted, cap), cap),
    )


def _sum(points: list[Decimal | None] | list[Decimal], cap: Decimal | None) -> Decimal | None:
    known = [one for one in points if one is not None]
    total = sum(known, _NONE) if known else None
    return min(total, cap) if total is not None and cap is not None else total


def _find_cap(rate: Decimal | None, profile: Profile) -> Decimal | None:
    return min((cap.total for cap in profile.caps if rate is not None and rate < cap.below), default=None)


def grade_total(total: TotalScore, profile: Profile) -> str | None:
    """Grade an accepted total; None unless every row that carries points was assessed."""
    if total.accepted is None or total.assessed != total.weight:
        return None
    return next((grade.name for grade in profile.grades if total.accepted >= grade.least), None)


def show(value: Value) -> str:
    """Write a value as a reader knows it, without its sign."""
    if isinstance(value, Quantity):
        return value.shown
    return getattr(value, "text", "") or "完成值"


def show_target(value: Value) -> str:
    """Write a target with its sign."""
    return f"{value.sign}{value.shown}" if isinstance(value, Quantity) else "指标值"


def plain(number: Decimal) -> str:
    """Write a number without an exponent or zeros at the end."""
    return f"{number.normalize():f}"


def _say_claim(claimed: Decimal | None, accepted: Decimal | None) -> str:
    if claimed is None or accepted is None or claimed == accepted:
        return "。"
    return f"；单位自评 {plain(claimed)} 分，按 {plain(accepted)} 分认定。"


def _say_total(accepted: list[Decimal], total: Decimal | None, cap: Decimal | None) -> str:
    if total is None:
        return "没有可计的得分。"
    capped = f"；执行率偏低，总分以 {plain(cap)} 分为限" if cap is not None else ""
    return f"{' + '.join(plain(one) for one in accepted)} = {plain(sum(accepted, _NONE))}{capped}。"
