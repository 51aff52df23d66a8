"""The score sheet of a whole form: execution and rows added up, capped and graded."""

from collections.abc import Sequence
from decimal import Decimal

from generator.figures import write_number
from generator.model.assessment import ExecutionScore, RowScore, ScoreSheet, TotalScore
from generator.model.profile import Profile
from generator.model.project import Project
from generator.scoring.execution import score_execution
from generator.scoring.points import ZERO
from generator.scoring.rows import score_row


def score_project(project: Project, profile: Profile) -> ScoreSheet:
    """Score execution and every row, add them up and grade them, by the rules that the profile states."""
    form, year = project.form, project.place.year
    execution = score_execution(form, profile)
    rows = tuple(score_row(index, row, profile, year) for index, row in enumerate(form.indicators))
    total = add_up(form.reported.total, execution, rows, profile)
    return ScoreSheet(profile.id, execution, rows, total, grade_total(total, profile))


def add_up(
    claimed: Decimal | None, execution: ExecutionScore, rows: Sequence[RowScore], profile: Profile
) -> TotalScore:
    """Add up execution and rows; what was not assessed is left out, and the caps of the profile are applied."""
    everything: list[ExecutionScore | RowScore] = [execution, *rows]
    bearing = [one for one in everything if one.weight is not None]
    accepted = [one.accepted for one in bearing if one.accepted is not None]
    computed = [one.accepted if one.computed is None else one.computed for one in bearing]
    cap = find_cap(execution.rate, profile)
    total = _add(accepted, cap)
    return TotalScore(
        claimed=claimed,
        computed=_add([points for points in computed if points is not None], cap),
        accepted=total,
        weight=sum((one.weight or ZERO for one in bearing), ZERO),
        assessed=sum((one.weight or ZERO for one in bearing if one.accepted is not None), ZERO),
        cap=cap,
        formula=_say_total(accepted, total, cap),
    )


def find_cap(rate: Decimal | None, profile: Profile) -> Decimal | None:
    """Find the bound that a low execution rate sets to the total; None where it sets none."""
    return min((cap.total for cap in profile.caps if rate is not None and rate < cap.below), default=None)


def grade_total(total: TotalScore, profile: Profile) -> str | None:
    """Grade an accepted total; None unless every row that carries points was assessed.

    Where the rows carry less than the whole, a grade stands only if the points that lack could not change it.
    """
    if total.accepted is None or not total.is_whole:
        return None
    lacking = max(ZERO, profile.total.points - total.weight)
    best = _add([total.accepted, lacking], total.cap)
    grade = _find_grade(total.accepted, profile)
    return grade if best is not None and _find_grade(best, profile) == grade else None


def _find_grade(points: Decimal, profile: Profile) -> str | None:
    return next((grade.name for grade in profile.grades if points >= grade.least), None)


def _add(points: Sequence[Decimal], cap: Decimal | None) -> Decimal | None:
    if not points:
        return None
    total = sum(points, ZERO)
    return total if cap is None else min(total, cap)


def _say_total(accepted: Sequence[Decimal], total: Decimal | None, cap: Decimal | None) -> str:
    if total is None:
        return "没有可计的得分。"
    sum_ = f"{' + '.join(map(write_number, accepted))} = {write_number(sum(accepted, ZERO))}"
    return f"{sum_}。" if cap is None else f"{sum_}；执行率偏低，总分以 {write_number(cap)} 分为限。"
