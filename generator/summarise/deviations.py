"""Rows that lost points, by year, department and unit, each with what the next year's form says of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from heapq import nsmallest

from generator.check.facts.collection import fold_explanation
from generator.check.facts.explanations import weigh_reason
from generator.check.facts.series import find_earlier
from generator.model.assessment import Assessment, ExecutionScore, GoalScore, Outcome, RowScore
from generator.model.case import Reason
from generator.model.organisations import Organisations
from generator.model.overview import Deviation, DeviationNode, FollowUp, LaterResult, Lost, SharedReason
from generator.model.project import Place
from generator.score.values import normalise_text

EXECUTION = "预算执行率"
MOST_SHARED = 100
MOST_SHOWN = 5
"""How many of the largest deviations stand on the home page."""
_ONE = Decimal(1)


def find_deviations(
    assessments: Sequence[Assessment], organisations: Organisations
) -> tuple[DeviationNode, ...]:
    """Find every row that lost points, the newest year first; years, departments and units without any are left out."""
    later = LaterForms(assessments)
    years: defaultdict[str, defaultdict[str, defaultdict[str, list[Deviation]]]]
    years = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for one in assessments:
        place = one.project.place
        if found := list(_list_lost(one, later)):
            department = organisations.department_of(place.unit)
            years[str(place.year)][department][place.unit] += found
    return tuple(
        _join(
            year,
            (
                _join(department, (_make_leaf(unit, rows) for unit, rows in sorted(units.items())))
                for department, units in sorted(departments.items())
            ),
        )
        for year, departments in sorted(years.items(), reverse=True)
    )


class LaterForms:
    """Knows of every project its form of the year after."""

    def __init__(self, assessments: Iterable[Assessment]) -> None:
        """Look at every project once, and at which earlier one it continues."""
        by_place = {one.project.place: one for one in assessments}
        self._filed = {(place.year, place.unit) for place in by_place}
        self._next: dict[Place, Assessment] = {}
        for one in by_place.values():
            earlier = find_earlier(one.project, by_place)
            if earlier is not None and earlier.project.place.year == one.project.place.year - 1:
                self._next.setdefault(earlier.project.place, one)

    def follow_up(self, assessment: Assessment, row: int | None) -> LaterResult:
        """Tell what the next form says of a row, or of the execution where `row` is None."""
        place = assessment.project.place
        later = self._next.get(place)
        if later is None:
            filed = (place.year + 1, place.unit) in self._filed
            return LaterResult(FollowUp.DISCONTINUED if filed else FollowUp.NOT_FILED)
        if row is None:
            return LaterResult(judge_execution(later.sheet.execution), later)
        return _find_row(assessment.project.form.indicators[row].name, later)


def _find_row(name: str, later: Assessment) -> LaterResult:
    folded = normalise_text(name)
    rows = [
        index for index, one in enumerate(later.project.form.indicators) if normalise_text(one.name) == folded
    ]
    if not rows:
        return LaterResult(FollowUp.VANISHED, later)
    if len(rows) > 1:
        return LaterResult(FollowUp.UNKNOWN, later)
    return LaterResult(judge_row(later.sheet.rows[rows[0]]), later, rows[0])


def judge_row(score: RowScore) -> FollowUp:
    """Tell whether a row reached its target; where it has only words, whether it has all its points."""
    if score.outcome in (Outcome.MET, Outcome.EXCEEDED):
        return FollowUp.MET
    if score.outcome is Outcome.SHORT:
        return FollowUp.SHORT
    if score.outcome is Outcome.NOT_ASSESSED or score.accepted is None or score.weight is None:
        return FollowUp.UNKNOWN
    return FollowUp.MET if score.accepted >= score.weight else FollowUp.SHORT


def judge_execution(score: ExecutionScore) -> FollowUp:
    """Tell whether the whole budget was spent."""
    if score.rate is None:
        return FollowUp.UNKNOWN
    return FollowUp.MET if score.rate >= _ONE else FollowUp.SHORT


def _list_lost(assessment: Assessment, later: LaterForms) -> Iterator[Deviation]:
    """List what lost points in a form: the execution of the budget, then the indicators in their order."""
    form, sheet = assessment.project.form, assessment.sheet
    if lost := _lose(sheet.execution):
        reason, rate = form.funds.explanation, sheet.execution.shown_rate
        yield _deviate(assessment, None, EXECUTION, ("100%", rate), lost, reason, later)
    for index, (row, score) in enumerate(zip(form.indicators, sheet.rows, strict=True)):
        if lost := _lose(score):
            values = (row.target, row.actual_value)
            yield _deviate(assessment, index, row.name, values, lost, row.explanation, later)

    for goal in sheet.goals:
        if lost := _lose(goal):
            yield _deviate_goal(assessment, goal, lost, later)


def _deviate_goal(assessment: Assessment, goal: GoalScore, lost: Decimal, later: LaterForms) -> Deviation:
    """Tell of points that a goal lost, which nobody can lay to one of its rows; the first of them is led to."""
    rows = assessment.project.form.indicators
    reasons = (rows[index].explanation for index in goal.rows)
    reason = next((one for one in reasons if weigh_reason(one) is Reason.GIVEN), "")
    found = _deviate(assessment, goal.rows[0], goal.name, ("", ""), lost, reason, later)
    if found.later.outcome in (FollowUp.DISCONTINUED, FollowUp.NOT_FILED):
        return found
    return replace(found, later=LaterResult(FollowUp.UNKNOWN, found.later.assessment))


def _lose(score: RowScore | ExecutionScore | GoalScore) -> Decimal:
    if score.weight is None or score.accepted is None or score.accepted >= score.weight:
        return Decimal(0)
    return score.weight - score.accepted


def _deviate(  # noqa: PLR0913, PLR0917 (a cell each)
    assessment: Assessment,
    row: int | None,
    name: str,
    values: tuple[str, str],
    lost: Decimal,
    reason: str,
    later: LaterForms,
) -> Deviation:
    return Deviation(
        assessment=assessment,
        row=row,
        name=name,
        target=values[0],
        actual=values[1],
        lost=lost,
        reason=reason,
        says_why=weigh_reason(reason) is Reason.GIVEN,
        later=later.follow_up(assessment, row),
    )


def _make_leaf(unit: str, deviations: Sequence[Deviation]) -> DeviationNode:
    return DeviationNode(unit, count_lost(deviations), deviations=tuple(deviations))


def count_lost(deviations: Sequence[Deviation]) -> Lost:
    """Count deviations."""
    return Lost(
        projects=len({one.assessment.project.place for one in deviations}),
        rows=len(deviations),
        points=sum((one.lost for one in deviations), Decimal(0)),
        with_reason=sum(one.says_why for one in deviations),
        later=Counter(one.later.outcome for one in deviations),
    )


def _join(key: str, parts: Iterable[DeviationNode]) -> DeviationNode:
    """Put parts together; none of them shares a project with another."""
    nodes = tuple(parts)
    return DeviationNode(key, add_lost([one.lost for one in nodes]), nodes)


def add_lost(parts: Sequence[Lost]) -> Lost:
    """Add up counts of different projects."""
    later: Counter[FollowUp] = Counter()
    for one in parts:
        later.update(one.later)
    return Lost(
        projects=sum(one.projects for one in parts),
        rows=sum(one.rows for one in parts),
        points=sum((one.points for one in parts), Decimal(0)),
        with_reason=sum(one.with_reason for one in parts),
        later=later,
    )


def find_largest(years: Sequence[DeviationNode]) -> tuple[Deviation, ...]:
    """Find the deviations of the newest year that lost most points."""
    return choose_largest(list_deviations(years[0]), MOST_SHOWN) if years else ()


def choose_largest(deviations: Iterable[Deviation], most: int) -> tuple[Deviation, ...]:
    """Choose those that lost most points, the largest first; equal ones keep their order."""
    return tuple(nsmallest(most, deviations, key=lambda one: -one.lost))


def list_deviations(node: DeviationNode) -> Iterator[Deviation]:
    """List all deviations below a node."""
    yield from node.deviations
    for part in node.parts:
        yield from list_deviations(part)


def find_shared_reasons(assessments: Iterable[Assessment]) -> tuple[SharedReason, ...]:
    """Find the reasons that several units give word for word, those of most units first; no more than can be read."""
    printed: dict[str, str] = {}
    places: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    for one in assessments:
        for row in one.project.form.indicators:
            if (folded := fold_explanation(row.explanation)) and weigh_reason(
                row.explanation
            ) is Reason.GIVEN:
                printed.setdefault(folded, row.explanation)
                places[folded][one.project.place] = None
    counted = (
        (folded, len({place.unit for place in these}), tuple(these)) for folded, these in places.items()
    )
    shared = [SharedReason(printed[folded], units, these) for folded, units, these in counted if units > 1]
    return tuple(sorted(shared, key=lambda one: (-one.units, one.text))[:MOST_SHARED])
