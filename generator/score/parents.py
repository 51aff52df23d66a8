"""Points for a row that has no values of its own but those of its 其中 rows below."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import takewhile

from generator.model.assessment import Outcome
from generator.model.form import Indicator
from generator.model.methods import SubRowsMethod
from generator.model.value import Kind
from generator.score.points import ZERO, round_points
from generator.score.questions import Judgement, Question, give, give_all, leave_open
from generator.score.values import read_value
from generator.text.numbers import write_number

_GOOD = (Outcome.MET, Outcome.EXCEEDED)


def gather_parts(rows: Sequence[Indicator], index: int) -> Sequence[Indicator]:
    """Gather the 其中 rows below a row that carry its values; none where it has values of its own."""
    row = rows[index]
    if row.of_which or any(read_value(one).kind is not Kind.EMPTY for one in (row.target, row.actual_value)):
        return ()
    return tuple(takewhile(lambda one: one.of_which, rows[index + 1 :]))


def judge_parts(question: Question, parts: Sequence[tuple[str, Judgement]]) -> Judgement:
    """Judge a row by its 其中 rows, each judged as if it bore the points of the row; `parts` are named."""
    for name, part in parts:
        if part.outcome is Outcome.NOT_ASSESSED:
            return Judgement(Outcome.NOT_ASSESSED, f"其中项“{name}”{part.formula}")
        if part.computed is None:
            outcome = Outcome.SHORT if part.outcome is Outcome.SHORT else Outcome.JUDGED
            return leave_open(question, outcome, f"其中项“{name}”不能直接计分")
    if all(part.outcome in _GOOD and part.computed == question.weight for _, part in parts):
        return give_all(question, f"{len(parts)} 个其中项都达到指标值")
    return _judge_short(question, [part for _, part in parts])


def _judge_short(question: Question, parts: Sequence[Judgement]) -> Judgement:
    good = sum(part.outcome in _GOOD for part in parts)
    outcome = Outcome.SHORT if good < len(parts) else Outcome.EXCEEDED
    told = f"{len(parts)} 个其中项里 {good} 个达到指标值"
    if question.profile.sub_rows.method is SubRowsMethod.ALL:
        return give(outcome, f"{told}，没有全部达到，得 0 分", ZERO)
    scores = [part.computed or ZERO for part in parts]
    points = round_points(Fraction(sum(scores, ZERO)) / len(parts), question.profile)
    sum_ = f"({' + '.join(map(write_number, scores))}) ÷ {len(parts)} = {write_number(points)}"
    return give(outcome, f"{told}，各按 {write_number(question.weight)} 分计分，再取平均：{sum_}", points)
