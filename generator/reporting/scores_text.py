"""`score --format text`: each project's sum, row by row, as it could be redone on paper."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.assessment import Assessment, Outcome, RowScore

_OUTCOMES = {
    Outcome.MET: "达成",
    Outcome.SHORT: "未达成",
    Outcome.EXCEEDED: "超额",
    Outcome.JUDGED: "定性",
    Outcome.NOT_ASSESSED: "未评",
}


def render_scores(assessments: Sequence[Assessment]) -> str:
    """Render score sheets as plain text, projects parted by an empty line."""
    return "\n".join("".join(f"{line}\n" for line in _describe(assessment)) for assessment in assessments)


def _describe(assessment: Assessment) -> Iterator[str]:
    sheet = assessment.sheet
    yield f"{assessment.project.form.name}（{assessment.project.id}）"
    yield f"  预算执行率 {sheet.execution.shown_rate or '未评'}：{sheet.execution.formula}"
    for row in sheet.rows:
        yield f"  [{_OUTCOMES[row.outcome]}] {row.name}{_show_points(row)}：{row.formula}"
    total = sheet.total
    yield f"  总分：自评 {_show(total.claimed)}，复算 {_show(total.computed)}，认定 {_show(total.accepted)}"
    yield f"  等级：{sheet.grade or '未定'}"


def _show_points(row: RowScore) -> str:
    return "" if row.weight is None else f"（{_show(row.accepted)} / {_show(row.weight)} 分）"


def _show(points: Decimal | None) -> str:
    return "未填" if points is None else f"{points.normalize():f}"
