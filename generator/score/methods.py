"""Which method (赋分方法) of a profile an indicator is scored by."""

from generator.model.methods import Method
from generator.score.questions import Question
from generator.score.values import normalise_text


def find_method(question: Question) -> Method | None:
    """Find the first method whose conditions an indicator meets; None where the profile has none for it."""
    return next((one for one in question.profile.methods if _fits(question, one)), None)


def _fits(question: Question, method: Method) -> bool:
    """Tell whether one word fits of each condition that is stated."""
    row = question.row
    levels = f"{normalise_text(row.level1)}\n{normalise_text(row.level2)}"
    return (
        (not method.levels or any(one in levels for one in method.levels))
        and (not method.names or any(one in row.name for one in method.names))
        and (not method.targets or normalise_text(row.target) in method.targets)
        and (not method.kinds or question.target.kind in method.kinds)
    )
