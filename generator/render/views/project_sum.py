"""The view of the sum: from full points down to the accepted score, row by row, and how that stands to the claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from markupsafe import Markup

from generator.model.assessment import Assessment, ExecutionScore, GoalScore, RowScore, ScoreSheet, TotalScore
from generator.render.numbers import NONE, format_points
from generator.render.views.project_indicators import mark_name
from generator.text.numbers import write_verifiability

_ZERO: Final = Decimal(0)
_THINNEST: Final = Decimal("0.6")
"""Percent of the whole bar below which a loss could not be seen."""

_TEN: Final = Decimal(10)
_LEAST_LEFT: Final = Decimal(5)
"""So many points at least the bar of what is left in the end stands for."""

_MOST_NAMED: Final = 5
"""How many rows a note names; all of them are marked in the form."""


class Bar(NamedTuple):
    """A piece of a bar that is 100 long: where it begins, and its width."""

    start: Markup
    width: Markup


class Scale(NamedTuple):
    """What a bar stands for: so many points at its beginning, and so many at its end."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, whole: Decimal, end: Decimal) -> "Scale":
        """Leave out whole tens below the score in the end, beside which small losses could not be told apart."""
        low = (end - _LEAST_LEFT) // _TEN * _TEN
        return cls(max(low, _ZERO) if end < whole else _ZERO, whole)

    def draw(self, start: Decimal, width: Decimal) -> Bar:
        """Draw a piece to scale, inside of the bar, and not too thin to be seen."""
        per_point = 100 / (self.high - self.low)
        share = min(max(width * per_point, _THINNEST), Decimal(100))
        place = min(max((start - self.low) * per_point, _ZERO), 100 - share)
        return Bar(_format(place), _format(share))


@dataclass(frozen=True, slots=True)
class Loss:
    """A row that did not bring all its points: how many are missing, and how many of all are left then.

    `words` say why where the row was not simply scored lower. A form that is not whole has nothing `left` and no `bar`.
    """

    name: str
    anchor: str
    weight: Markup
    accepted: Markup
    lost: Markup
    left: Markup
    bar: Bar | None
    words: str
    formula: str


@dataclass(frozen=True, slots=True)
class SumView:
    """The sum from full points to the accepted score; `full` counts the rows that lost nothing.

    `low` is how many points the bars begin at, and empty where that is none. A form that is not whole has no `end_bar`:
    what its rows lost is listed, and not added up.
    """

    start: Markup
    low: Markup
    losses: tuple[Loss, ...]
    full: int
    end: Markup
    end_bar: Bar | None
    note: str


class _Part(NamedTuple):
    """A row of the sum before it is laid out."""

    name: str
    anchor: str
    score: ExecutionScore | RowScore | GoalScore


def view_sum(assessment: Assessment, ids: Sequence[str]) -> SumView | None:
    """Lay out the sum; None where nothing was assessed."""
    total = assessment.sheet.total
    if not total.assessed:
        return None
    parts = list(_list_parts(assessment, ids))
    scale = None if total.accepted is None else Scale.of(total.weight, total.accepted)
    return SumView(
        start=format_points(total.weight),
        low=format_points(scale.low) if scale and scale.low else Markup(),
        losses=tuple(_list_losses(parts, assessment.sheet, scale)),
        full=sum(part.score.accepted == part.score.weight for part in parts),
        end=format_points(total.accepted),
        end_bar=scale.draw(scale.low, total.accepted - scale.low) if scale and total.accepted else None,
        note=explain_difference(parts, assessment.sheet),
    )


def _list_parts(assessment: Assessment, ids: Sequence[str]) -> Iterator[_Part]:
    """List what carries points, in the order of the form."""
    if assessment.sheet.execution.weight is not None:
        yield _Part("预算执行率", "funds", assessment.sheet.execution)
    rows = zip(assessment.project.form.indicators, ids, assessment.sheet.rows, strict=True)
    yield from (_Part(mark_name(row), id_, score) for row, id_, score in rows if score.weight is not None)
    yield from (_Part(goal.name, "goals", goal) for goal in assessment.sheet.goals)


def _list_losses(parts: Sequence[_Part], sheet: ScoreSheet, scale: Scale | None) -> Iterator[Loss]:
    total, left = sheet.total, sheet.total.weight
    for name, anchor, score in parts:
        weight, accepted = score.weight or _ZERO, score.accepted or _ZERO
        if weight == accepted:
            continue
        left -= weight - accepted
        yield Loss(
            name=name,
            anchor=anchor,
            weight=format_points(weight),
            accepted=format_points(score.accepted),
            lost=_format_loss(None if score.accepted is None else weight - accepted),
            left=format_points(left) if scale else Markup(),
            bar=scale.draw(left, weight - accepted) if scale else None,
            words="未评" if score.accepted is None else "",
            formula=score.formula,
        )
    if scale and total.accepted is not None and total.accepted < left:
        yield _cut_off(left, total.accepted, sheet, scale)


def _cut_off(left: Decimal, accepted: Decimal, sheet: ScoreSheet, scale: Scale) -> Loss:
    """The points that a bound on the total takes."""
    return Loss(
        name="总分上限",
        anchor="funds",
        weight=Markup(),
        accepted=format_points(accepted),
        lost=_format_loss(left - accepted),
        left=format_points(accepted),
        bar=scale.draw(accepted, left - accepted),
        words="执行率偏低",
        formula=sheet.total.formula,
    )


def _format_loss(points: Decimal | None) -> Markup:
    return NONE if points is None else Markup(f"−{format_points(points)}")


def _format(number: Decimal) -> Markup:
    return Markup(f"{round(number, 2).normalize():zf}")


def explain_difference(parts: Sequence[_Part], sheet: ScoreSheet) -> str:
    """Say in neutral words how the accepted total stands to the claimed one, and what the difference is made of."""
    total = sheet.total
    if total.accepted is None:
        return total.formula
    known = f"{write_verifiability(total.verifiability)}。"
    if total.claimed is None:
        return f"表上没有自评总分，这里只有认定的分数。{known}"
    clauses = (*_compare_totals(total), *_name_differing(parts), *_compare_sums(parts, total.claimed), known)
    return "".join(clauses)


def _compare_totals(total: TotalScore) -> Iterator[str]:
    """Compare what is accepted, and what the rule gives, with what is claimed."""
    claimed, accepted, computed = total.claimed or _ZERO, total.accepted or _ZERO, total.computed or _ZERO
    if claimed == accepted:
        yield f"认定的总分与单位自评相同，都是 {format_points(claimed)} 分。"
    else:
        side = "低" if accepted < claimed else "高"
        gap = format_points(abs(accepted - claimed))
        yield f"单位自评 {format_points(claimed)} 分，这里认定 {format_points(accepted)} 分，{side} {gap} 分。"
    if total.is_raised:
        gap = format_points(computed - claimed)
        yield f"按办法复算是 {format_points(computed)} 分，比自评高 {gap} 分；单位给自己少打的分，照自评认定。"


def _name_differing(parts: Sequence[_Part]) -> Iterator[str]:
    """Name the rows that are accepted at, or computed as, another score than the unit claims."""
    differing = [words for part in parts if (words := _say_difference(part))]
    if differing:
        rest = f"；另有 {len(differing) - _MOST_NAMED} 行" if len(differing) > _MOST_NAMED else ""
        yield f"不同的行：{'；'.join(differing[:_MOST_NAMED])}{rest}。"


def _say_difference(part: _Part) -> str:
    score = part.score
    if score.claimed is None or score.accepted is None:
        return ""
    if score.claimed != score.accepted:
        other = f"认定 {format_points(score.accepted)} 分"
    elif score.computed is not None and score.computed != score.claimed:
        other = f"复算 {format_points(score.computed)} 分"
    else:
        return ""
    return f"“{part.name}”自评 {format_points(score.claimed)} 分，{other}"


def _compare_sums(parts: Sequence[_Part], printed: Decimal) -> Iterator[str]:
    """Say where the printed total is not the sum of the scores that the form prints."""
    claims = [one.score.claimed for one in parts if one.score.claimed is not None]
    if len(claims) == len(parts) and sum(claims) != printed:
        yield f"表上各行自评得分相加是 {format_points(sum(claims, _ZERO))} 分，印的总分是 {format_points(printed)} 分。"
