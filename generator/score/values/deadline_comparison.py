"""Hold a date against a deadline, and one frequency against another."""

from dataclasses import replace

from generator.model.value import Deadline, Quantity, Sign
from generator.score.values.quantity_comparison import Pair, pair_quantities

_A_YEAR = {"年": 1, "半年": 2, "季": 4, "月": 12}
"""How many of a period make a year."""

_LAST = 31
Day = tuple[int, int, int]
"""Year, month and day; day 0 stands for the moment before a month begins."""


def meets_deadline(target: Deadline, actual: Deadline, year: int | None) -> bool | None:
    """Tell whether an actual date keeps a deadline; None when the texts leave it open.

    `year` is the form's own, for dates that name none. What was done by a day that still counts is in time; late is
    only what cannot have been done before.
    """
    if target == actual:
        return True
    if target.month is None or actual.month is None:
        return None
    due_year = target.year or year
    done_year = actual.year or due_year
    if (due_year is None) != (done_year is None):
        return None
    due, done = _find_end(target, due_year or 0), _find_end(actual, done_year or 0)
    if target.period and actual.period:
        is_same = due == done and target.since is not None and target.since == actual.since
        return True if is_same else None
    if done <= due:
        return True
    begin = _find_begin(actual, done_year or 0)
    return False if begin is not None and begin > due else None


def put_on_last_day(deadline: Deadline) -> Deadline:
    """Take a deadline as if all was done on its last day, and no earlier."""
    if deadline.month is None or deadline.period:
        return deadline
    _, month, day = _find_end(deadline, 0)
    return replace(deadline, since=(month, day))


def _find_end(deadline: Deadline, year: int) -> Day:
    """Find the last day that a text can mean."""
    if deadline.before:
        return year, deadline.month or 0, (deadline.day or 1) - 1
    return year, deadline.month or 0, deadline.day or _LAST


def _find_begin(deadline: Deadline, year: int) -> Day | None:
    """Find the first day on which it can have been done; a period ends it in its last month."""
    if deadline.period:
        return year, deadline.month or 0, deadline.day or 1
    return None if deadline.since is None else (year, *deadline.since)


def pair_frequencies(target: Deadline, actual: Deadline) -> Pair | None:
    """Hold two frequencies that say how often against each other, over a year where their periods differ."""
    if target.times is None or actual.times is None:
        return None
    if target.every == actual.every:
        return pair_quantities(_count(target, target.times, 1), _count(actual, actual.times, 1))
    wanted, reached = count_in_year(target), count_in_year(actual)
    return pair_quantities(wanted, reached) if wanted and reached else None


def keeps_rhythm(target: Deadline, actual: Deadline) -> bool | None:
    """Tell whether something was done as regularly as wanted (`按月发放`, `每月10日前`), where nothing is counted."""
    if target.every != actual.every:
        return None
    if target.times is not None:
        return True if actual.day is None and _is_once(target.times) else None
    if target.day is None:
        return True if actual.times is None or actual.times.number >= 1 else None
    return None if actual.day is None else actual.day <= target.day


def pair_with_count(target: Deadline | Quantity, actual: Deadline | Quantity) -> Pair | None:
    """Hold a frequency against a count (`≥4次/年` and `4次`): a form counts one year.

    Beside `1次/月` a `1次` may mean each month or the whole year; only what is enough for the year is certain.
    """
    if isinstance(target, Deadline):
        wanted = count_in_year(target)
        pair = wanted and pair_quantities(wanted, actual) if isinstance(actual, Quantity) else None
        return pair if pair and (pair.met or target.every == "年") else None
    reached = count_in_year(actual) if isinstance(actual, Deadline) else None
    return pair_quantities(target, reached) if reached else None


def count_in_year(frequency: Deadline) -> Quantity | None:
    """Count how often a frequency comes to in a year; None where it does not say, or a year has no whole number."""
    if frequency.times is None or frequency.every not in _A_YEAR:
        return None
    return _count(frequency, frequency.times, _A_YEAR[frequency.every])


def _count(frequency: Deadline, times: Quantity, factor: int) -> Quantity:
    return replace(times, number=times.number * factor, measure=f"次/{frequency.every}")


def _is_once(times: Quantity) -> bool:
    return times.number == 1 and not times.sign.is_reverse and times.sign is not Sign.MORE
