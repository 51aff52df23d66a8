"""What keeps a form from being whole (评全), how much of its points is known, and both in words."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.model.assessment import ExecutionScore, Gap, GoalScore, RowScore, Verifiability
from generator.score.points import ZERO
from generator.text.numbers import write_number, write_verifiability

Part = ExecutionScore | RowScore | GoalScore
"""What may carry points: the execution of the budget, a row, or a goal for the rows that have none."""


def find_gaps(parts: Sequence[Part], full: Decimal, weight: Decimal) -> Iterator[Gap]:
    """Find what keeps a form from being whole; `parts` are execution, all rows and goals, which carry `weight`."""
    if not full:
        yield Gap.UNSCORED
        return
    if parts[1:] and not any(part.weight for part in parts[1:]):
        yield Gap.NO_POINTS
    elif weight != full:
        yield Gap.LACKING if weight < full else Gap.BEYOND
    if any(map(_is_unassessed, parts)):
        yield Gap.UNASSESSED
    if any(map(_is_unplaced, parts)):
        yield Gap.UNPLACED


def _is_unassessed(part: Part) -> bool:
    return bool(part.weight) and part.accepted is None


def _is_unplaced(part: Part) -> bool:
    is_placed = isinstance(part, RowScore) and part.placed
    return not part.weight and bool(part.claimed) and not is_placed


def add_weights(parts: Iterable[Part]) -> Decimal:
    """Add up what execution and rows carry."""
    return sum((part.weight or ZERO for part in parts), ZERO)


def divide_points(parts: Iterable[Part], full: Decimal) -> Verifiability:
    """Divide the points by how much is known of them; points that no row carries are not assessed."""
    known = sum(map(_weigh_knowledge, parts), Verifiability())
    return known + Verifiability(unassessed=max(ZERO, full - known.points))


def _weigh_knowledge(part: Part) -> Verifiability:
    weight = part.weight or ZERO
    if part.accepted is None:
        return Verifiability(unassessed=weight)
    if part.claimed is None:
        return Verifiability(unclaimed=weight)
    if part.computed is None:  # also where the rule bounds the claim: a bound is no result
        return Verifiability(judged=weight)
    return (
        Verifiability(agreeing=weight) if part.claimed == part.computed else Verifiability(differing=weight)
    )


def say_gaps(gaps: Sequence[Gap], points: Verifiability, parts: Sequence[Part], full: Decimal) -> str:
    """Say what of a form was computed and what was not, where it is not whole."""
    if Gap.UNSCORED in gaps:
        return "这种表不设分值，不计分，不认定总分，只看各项指标是否达成。"
    reasons = "；".join(_say_gap(gap, parts, full) for gap in gaps if not _is_said(gap, gaps))
    return f"{write_verifiability(points)}：{reasons}。所以不认定总分。"


def _is_said(gap: Gap, gaps: Sequence[Gap]) -> bool:
    """Return whether another gap says it too: where no row has points, every claim is without."""
    return gap is Gap.UNPLACED and Gap.NO_POINTS in gaps


def _say_gap(gap: Gap, parts: Sequence[Part], full: Decimal) -> str:
    weight = add_weights(parts)
    if gap is Gap.NO_POINTS:
        rest = f"其余 {write_number(full - weight)} 分" if weight else "这些分"
        claimed = "照单位自评列出，" if any(map(_is_unplaced, parts)) else ""
        return f"{rest}原表没有分值一栏，{claimed}未复算"
    if gap is Gap.UNASSESSED:
        open_ = [part for part in parts if _is_unassessed(part)]
        return f"{_name_parts(open_)}共 {write_number(add_weights(open_))} 分没有可评的依据，未评"
    if gap is Gap.UNPLACED:
        return f"{_name_parts([part for part in parts if _is_unplaced(part)])}自评了得分，没有分值，未复算"
    whole = f"各项分值合计 {write_number(weight)} 分"
    return f"{whole}，{'不足' if gap is Gap.LACKING else '超过'}满分 {write_number(full)} 分"


def _name_parts(parts: Sequence[Part]) -> str:
    """Name the first of some parts, and say how many there are."""
    name = "预算执行率" if isinstance(parts[0], ExecutionScore) else parts[0].name
    return f"“{name}”" if len(parts) == 1 else f"“{name}”等 {len(parts)} 项"
