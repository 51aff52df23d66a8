"""`score --format text`: each project's sum, row by row, as it could be redone on paper."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.assessment import Assessment, RowScore
from generator.text.numbers import write_number, write_verifiability
from generator.text.printable import make_printable


def render_scores(assessments: Sequence[Assessment]) -> str:
    """Render score sheets as plain text, projects parted by an empty line."""
    return "\n".join(
        "".join(f"{make_printable(line)}\n" for line in _describe(assessment)) for assessment in assessments
    )


def _describe(assessment: Assessment) -> Iterator[str]:
    sheet = assessment.sheet
    form = assessment.project.form
    yield f"{form.name}（{assessment.project.id}）"
    if not form.bears_points:
        yield f"  {form.kind.word}，不计分。"
        return
    if sheet.rules:
        yield f"  评分办法：{sheet.rules}"
    yield f"  预算执行率 {sheet.execution.shown_rate or '未评'}：{sheet.execution.formula}"
    for row in sheet.rows:
        yield f"  [{row.outcome.word}] {row.name}{_show_points(row)}：{row.formula}"
    yield from (f"  {goal.name}：{goal.formula}" for goal in sheet.goals)
    total = sheet.total
    claimed = f"  总分：自评 {_show(total.claimed, '未填')}"
    if total.is_whole:
        yield f"{claimed}，复算 {_show(total.computed)}，认定 {_show(total.accepted)}"
        yield f"  可核实的分值：{write_verifiability(total.verifiability)}"
    else:
        yield f"{claimed}；{total.formula}"
    yield f"  等级：{sheet.grade or '未定'}"


def _show_points(row: RowScore) -> str:
    if row.weight is None:
        return ""
    return f"（自评 {_show(row.claimed, '未填')}，认定 {_show(row.accepted)}，分值 {_show(row.weight)}）"


def _show(points: Decimal | None, none: str = "未评") -> str:
    return none if points is None else write_number(points)
