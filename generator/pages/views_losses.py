"""The view of the sum: from full points down to the accepted score, row by row, and how that stands to the claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from markupsafe import Markup

from generator.model.assessment import Assessment, ExecutionScore, RowScore, ScoreSheet
from generator.pages.formats import format_points
from generator.pages.views_indicators import mark_name

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

    `words` say why where the row was not simply scored lower.
    """

    name: str
    anchor: str
    weight: Markup
    accepted: Markup
    lost: Markup
    left: Markup
    bar: Bar
    words: str
    formula: str


@dataclass(frozen=True, slots=True)
class SumView:
    """The sum from full points to the accepted score; `full` counts the rows that lost nothing.

    `low` is how many points the bars begin at, and empty where that is none.
    """

    start: Markup
    low: Markup
    losses: tuple[Loss, ...]
    full: int
    end: Markup
    end_bar: Bar
    note: str


class _Part(NamedTuple):
    """A row of the sum before it is laid out."""

    name: str
    anchor: str
    score: ExecutionScore | RowScore


def view_sum(assessment: Assessment, ids: Sequence[str]) -> SumView | None:
    """Lay out the sum; None where nothing was assessed."""
    total = assessment.sheet.total
    if total.accepted is None or total.weight <= 0:
        return None
    parts = list(_list_parts(assessment, ids))
    scale = Scale.of(total.weight, total.accepted)
    losses = tuple(_list_losses(parts, assessment.sheet, scale))
    return SumView(
        start=format_points(total.weight),
        low=format_points(scale.low) if scale.low else Markup(),
        losses=losses,
        full=sum(part.score.accepted == part.score.weight for part in parts),
        end=format_points(total.accepted),
        end_bar=scale.draw(scale.low, total.accepted - scale.low),
        note=explain_difference(parts, assessment.sheet),
    )


def _list_parts(assessment: Assessment, ids: Sequence[str]) -> Iterator[_Part]:
    """List what carries points, in the order of the form."""
    if assessment.sheet.execution.weight is not None:
        yield _Part("预算执行率", "funds", assessment.sheet.execution)
    rows = zip(assessment.project.form.indicators, ids, assessment.sheet.rows, strict=True)
    yield from (_Part(mark_name(row), id_, score) for row, id_, score in rows if score.weight is not None)


def _list_losses(parts: Sequence[_Part], sheet: ScoreSheet, scale: Scale) -> Iterator[Loss]:
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
            lost=format_points(weight - accepted),
            left=format_points(left),
            bar=scale.draw(left, weight - accepted),
            words="未评，没有计入" if score.accepted is None else "",
            formula=score.formula,
        )
    if total.accepted is not None and total.accepted < left:
        yield _cut_off(left, total.accepted, sheet, scale)


def _cut_off(left: Decimal, accepted: Decimal, sheet: ScoreSheet, scale: Scale) -> Loss:
    """The points that a bound on the total takes."""
    return Loss(
        name="总分上限",
        anchor="funds",
        weight=Markup(),
        accepted=format_points(accepted),
        lost=format_points(left - accepted),
        left=format_points(accepted),
        bar=scale.draw(accepted, left - accepted),
        words="执行率偏低",
        formula=sheet.total.formula,
    )


def _format(number: Decimal) -> Markup:
    return Markup(f"{round(number, 2).normalize():zf}")


def explain_difference(parts: Sequence[_Part], sheet: ScoreSheet) -> str:
    """Say in neutral words how the accepted total stands to the claimed one, and what the difference is made of."""
    total = sheet.total
    if total.claimed is None or total.accepted is None:
        return "表上没有自评总分，这里只有认定的分数。"
    if not total.is_whole:
        return (
            f"有 {format_points(total.weight - total.assessed)} 分的内容没有可评的依据，没有计入，"
            f"所以不拿它与自评的 {format_points(total.claimed)} 分相比。"
        )
    if not total.differs:
        return f"与单位自评的 {format_points(total.claimed)} 分一致。"
    side = "低" if total.accepted < total.claimed else "高"
    whole = (
        f"单位自评 {format_points(total.claimed)} 分，这里认定 {format_points(total.accepted)} 分，"
        f"{side} {format_points(abs(total.accepted - total.claimed))} 分。"
    )
    return "".join((whole, *_name_differing(parts), *_compare_sums(parts, total.claimed)))


def _name_differing(parts: Sequence[_Part]) -> Iterator[str]:
    """Name the rows whose accepted score is another than the claimed one."""
    differing = [
        f"“{one.name}”自评 {format_points(one.score.claimed)} 分，认定 {format_points(one.score.accepted)} 分"
        for one in parts
        if None not in (one.score.claimed, one.score.accepted) and one.score.claimed != one.score.accepted
    ]
    if differing:
        rest = f"；另有 {len(differing) - _MOST_NAMED} 行" if len(differing) > _MOST_NAMED else ""
        yield f"不同的行：{'；'.join(differing[:_MOST_NAMED])}{rest}。"


def _compare_sums(parts: Sequence[_Part], printed: Decimal) -> Iterator[str]:
    """Say where the printed total is not the sum of the scores that the form prints."""
    claims = [one.score.claimed for one in parts if one.score.claimed is not None]
    if len(claims) == len(parts) and sum(claims) != printed:
        yield f"表上各行自评得分相加是 {format_points(sum(claims, _ZERO))} 分，印的总分是 {format_points(printed)} 分。"
