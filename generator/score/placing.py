"""Points that stand at a goal or at all indicators together: the claims of rows are accepted within them."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.model.assessment import ExecutionScore, GoalScore, RowScore
from generator.model.form import Form, Indicator
from generator.model.profile import PointsAt, Profile
from generator.model.value import Kind
from generator.score.points import ZERO, accept_claim, say_claim
from generator.text.numbers import write_number

WHOLE = "indicators"
"""The key of points that stand at all indicators together."""


def place_points(
    form: Form, execution: ExecutionScore, rows: Sequence[RowScore], profile: Profile
) -> tuple[tuple[RowScore, ...], tuple[GoalScore, ...]]:
    """Place rows without points under a goal that prints some, or under the whole where the profile says so."""
    bearers = find_bearers(form, execution, rows, profile)
    goals = tuple(_score_bearer(key, points, form, rows) for key, points in bearers.items())
    placed = {index for goal in goals for index in goal.rows}
    where = "全部指标" if WHOLE in bearers else "目标"
    told = tuple(_tell_placed(row, where) if index in placed else row for index, row in enumerate(rows))
    return told, goals


def find_bearers(
    form: Form, execution: ExecutionScore, rows: Sequence[RowScore], profile: Profile
) -> dict[str, Decimal]:
    """Find what bears the points of rows that have none, and how many, less those that other rows of it carry."""
    if not profile.is_scored:
        return {}
    goals = {f"goals[{index}]": one.weight for index, one in enumerate(form.goals) if one.weight is not None}
    if not goals and profile.placement.at is not PointsAt.ROW:
        goals = {WHOLE: profile.total.points - (execution.weight or ZERO)}
    rests = {
        key: points - sum((rows[index].weight or ZERO for index in _list_rows(key, form)), ZERO)
        for key, points in goals.items()
    }
    return {key: rest for key, rest in rests.items() if rest > 0 and _list_placed(key, form, rows)}


def _list_rows(key: str, form: Form) -> list[int]:
    """List the rows of a goal, or all; rows that name no goal belong to the first."""
    return [
        index
        for index, row in enumerate(form.indicators)
        if key == WHOLE or key == f"goals[{(row.goal or 1) - 1}]"
    ]


def _list_placed(key: str, form: Form, rows: Sequence[RowScore]) -> list[int]:
    """List the rows of a goal, or of all, that have no points of their own and are no part of another row."""
    return [
        index
        for index in _list_rows(key, form)
        if rows[index].weight is None and _stands_alone(form.indicators[index])
    ]


def _stands_alone(row: Indicator) -> bool:
    """Tell whether a row prints no points, and is no part of another one."""
    return row.weight is None and not (row.of_which or row.merged)


def _score_bearer(key: str, points: Decimal, form: Form, rows: Sequence[RowScore]) -> GoalScore:
    places = tuple(_list_placed(key, form, rows))
    placed = [rows[index] for index in places]
    named = "全部指标" if key == WHOLE else f"第 {int(key[6:-1]) + 1} 条年度总体目标"
    printed = None if key == WHOLE else form.goals[int(key[6:-1])].score
    claims = [row.claimed for row in placed if row.claimed is not None]
    blank = [row for row in placed if row.claimed is None and not _is_unused(row)]
    head = f"{named}分值 {write_number(points)} 分，各行没有分值，由单位自评"
    if printed is None and (blank or not claims):
        formula = f"{head}；{_name_blank(blank or placed)}没有自评得分，合计不全，未评。"
        return GoalScore(key, named, points, None, None, formula, places)
    claimed = printed if printed is not None else sum(claims, ZERO)
    accepted = accept_claim(claimed, points, None)
    sum_ = f"：{' + '.join(map(write_number, claims))} = {write_number(sum(claims, ZERO))}" if claims else ""
    return GoalScore(
        key, named, points, claimed, accepted, f"{head}{sum_}{say_claim(claimed, accepted, None)}", places
    )


def _is_unused(row: RowScore) -> bool:
    """Tell whether a row of the printed form says nothing at all."""
    return row.target.kind is Kind.EMPTY and row.actual.kind is Kind.EMPTY


def _name_blank(rows: Sequence[RowScore]) -> str:
    return f"“{rows[0].name}”" if len(rows) == 1 else f"“{rows[0].name}”等 {len(rows)} 行"


def _tell_placed(row: RowScore, where: str) -> RowScore:
    """Say of a row that its points stand elsewhere, where its claim was added up."""
    claim = "" if row.claimed is None else f"；单位自评 {write_number(row.claimed)} 分，与其他各行合计认定"
    return replace(row, placed=True, formula=f"分值在{where}上，这一行没有单独的分值{claim}。")
