"""`score --format json`: score sheets for programs, by the contract of version 1."""

from collections.abc import Sequence
from dataclasses import asdict
from decimal import ROUND_HALF_UP, Decimal

from generator.model.assessment import Assessment, ExecutionScore, GoalScore, RowScore, ScoreSheet
from generator.text.printable import write_json

_CENT = Decimal("0.01")
_MILLIONTH = Decimal("0.000001")


def render_scores(assessments: Sequence[Assessment]) -> str:
    """Render score sheets as JSON: numbers as strings with two places (rates: six), null where none is."""
    document = {"version": 1, "projects": [_describe_project(assessment) for assessment in assessments]}
    return write_json(document)


def _describe_project(assessment: Assessment) -> dict[str, object]:
    sheet = assessment.sheet
    return {
        "id": assessment.project.id,
        "name": assessment.project.form.name,
        "profile": sheet.profile,
        "rules": sheet.rules,
        "execution": _describe_execution(sheet.execution),
        "rows": [_describe_row(row) for row in sheet.rows],
        "goals": [_describe_goal(goal) for goal in sheet.goals],
        "total": _describe_total(sheet),
        "grade": sheet.grade,
    }


def _describe_execution(execution: ExecutionScore) -> dict[str, object]:
    return {
        "rate": _write(execution.rate, _MILLIONTH),
        "score": _write(execution.computed),
        "claimed": _write(execution.claimed),
        "formula": execution.formula,
    }


def _describe_row(row: RowScore) -> dict[str, object]:
    return {
        "key": row.key,
        "name": row.name,
        "kind": row.kind.value,
        "outcome": row.outcome.value,
        "computed": _write(row.computed),
        "allowed": [_write(row.low), _write(row.high)],
        "claimed": _write(row.claimed),
        "accepted": _write(row.accepted),
        "formula": row.formula,
    }


def _describe_goal(goal: GoalScore) -> dict[str, object]:
    return {
        "key": goal.key,
        "weight": _write(goal.weight),
        "claimed": _write(goal.claimed),
        "accepted": _write(goal.accepted),
        "formula": goal.formula,
    }


def _describe_total(sheet: ScoreSheet) -> dict[str, object]:
    total = sheet.total
    return {
        "claimed": _write(total.claimed),
        "computed": _write(total.computed),
        "accepted": _write(total.accepted),
        "full": _write(total.full),
        "weight": _write(total.weight),
        "assessed": _write(total.assessed),
        "whole": total.is_whole,
        "gaps": [gap.value for gap in total.gaps],
        "lowered": total.is_lowered,
        "raised": total.is_raised,
        "verifiability": {name: _write(points) for name, points in asdict(total.verifiability).items()},
        "formula": total.formula,
    }


def _write(number: Decimal | None, step: Decimal = _CENT) -> str | None:
    """Write a number with as many places as the step has; nothing less than zero by its sign alone."""
    return None if number is None else f"{number.quantize(step, rounding=ROUND_HALF_UP):zf}"
