"""The score sheet of a whole form: execution and rows added up, capped and graded."""

from collections.abc import Sequence
from decimal import Decimal

from generator.model.assessment import ExecutionScore, GoalScore, RowScore, ScoreSheet, TotalScore
from generator.model.profile import Profile
from generator.model.project import Project
from generator.score.execution import score_execution
from generator.score.gaps import Part, add_weights, divide_points, find_gaps, say_gaps
from generator.score.placing import place_points
from generator.score.points import ZERO
from generator.score.rows import score_rows
from generator.text.numbers import write_number


def score_project(project: Project, profile: Profile) -> ScoreSheet:
    """Score execution and every row, add them up and grade them, by the rules that the profile states."""
    form, year = project.form, project.place.year
    execution = score_execution(form, profile)
    scored = tuple(score_rows(form.indicators, profile, year))
    rows, goals = place_points(form, execution, scored, profile)
    total = add_up(form.reported.total, execution, rows, profile, goals)
    return ScoreSheet(profile.id, execution, rows, total, grade_total(total, profile), goals, profile.name)


def add_up(
    claimed: Decimal | None,
    execution: ExecutionScore,
    rows: Sequence[RowScore],
    profile: Profile,
    goals: Sequence[GoalScore] = (),
) -> TotalScore:
    """Add up execution, rows and goals, if the form is whole, and apply the caps of the profile."""
    parts: list[Part] = [execution, *rows, *goals]
    full = profile.total.points
    bearing = [part for part in parts if part.weight is not None]
    assessed = [part for part in bearing if part.accepted is not None]
    weight, cap = add_weights(bearing), find_cap(execution.rate, profile)
    gaps = tuple(find_gaps(parts, full, weight))
    accepted = [] if gaps else [part.accepted or ZERO for part in bearing]
    computed = [part.accepted or ZERO if part.computed is None else part.computed for part in bearing]
    total, points = _add(accepted, cap), divide_points(bearing, full)
    spelled = "".join(goal.formula for goal in goals)
    end = say_gaps(gaps, points, parts, full) if total is None else _say_total(accepted, total, cap)
    return TotalScore(
        claimed=claimed,
        computed=None if gaps else _add(computed, cap),
        accepted=total,
        full=full,
        weight=weight,
        assessed=add_weights(assessed),
        verifiability=points,
        gaps=gaps,
        cap=cap,
        formula=f"{spelled}{end}",
    )


def find_cap(rate: Decimal | None, profile: Profile) -> Decimal | None:
    """Find the bound that a low execution rate sets to the total; None where it sets none."""
    return min((cap.total for cap in profile.caps if rate is not None and rate < cap.below), default=None)


def grade_total(total: TotalScore, profile: Profile) -> str | None:
    """Grade an accepted total; None where there is none."""
    if total.accepted is None:
        return None
    return next((grade.name for grade in profile.grades if total.accepted >= grade.least), None)


def _add(points: Sequence[Decimal], cap: Decimal | None) -> Decimal | None:
    if not points:
        return None
    total = sum(points, ZERO)
    return total if cap is None else min(total, cap)


def _say_total(accepted: Sequence[Decimal], total: Decimal, cap: Decimal | None) -> str:
    sum_ = f"{' + '.join(map(write_number, accepted))} = {write_number(sum(accepted, ZERO))}"
    return f"{sum_}。" if cap is None else f"{sum_}；执行率偏低，总分以 {write_number(cap)} 分为限。"
