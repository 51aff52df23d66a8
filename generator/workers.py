"""The same work on many things, on a second core too: a copy of the process does a share of it.

A copy holds all that was loaded before, so that nothing has to be handed to it, and only results come back. Where the
system makes no copies, has one core, or has little to do, the process does all by itself; and so it does with what a
copy owes it, so that an error is raised where it can be read.
"""

import os
import pickle
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from itertools import chain
from typing import Any, NoReturn, TypeVar

FEWEST = 400
"""So many things are worth a copy of the process."""

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def spread_work(
    work: Callable[[T], R], things: Sequence[T], share: Fraction = Fraction(1, 2)
) -> Iterator[Iterator[R]]:
    """Begin work on many things, and lend the results in their order; the last `share` of them is done by a copy.

    It begins at once, so whoever has other work to do before asking for results lets the copy do more of this.
    Results must be such that they can be pickled, and what the work changes may be lost. Raises what the work raises.
    """
    if len(things) < FEWEST or not has_second_core():
        yield map(work, things)
        return
    own = len(things) - int(len(things) * share)
    with _copy_process(lambda: [work(one) for one in things[own:]]) as take_results:
        yield chain(map(work, things[:own]), _settle(take_results, work, things[own:]))


def _settle(
    take_results: Callable[[], list[R] | None], work: Callable[[T], R], owed: Sequence[T]
) -> Iterator[R]:
    """Give the results of a copy; where there are none, do the work that it owes."""
    results = take_results()
    yield from map(work, owed) if results is None else results


def has_second_core() -> bool:
    """Tell whether a copy of this process could work beside it."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return hasattr(os, "fork") and allowed > 1


@contextmanager
def _copy_process(task: Callable[[], Any]) -> Iterator[Callable[[], Any]]:
    """Let a copy of the process do a task; what is lent waits for its result, which is None where it gave none."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, none of which the copy has use for
        copy = os.fork()
    if copy == 0:
        os.close(reading)
        _work_and_vanish(task, writing)
    os.close(writing)
    with open(reading, "rb") as answer:  # noqa: PTH123 (a pipe has no path)
        try:
            yield lambda: _read_result(answer)
        finally:
            os.kill(copy, signal.SIGKILL)  # one that is done already does not mind
            os.waitpid(copy, 0)


def _work_and_vanish(task: Callable[[], Any], writing: int) -> NoReturn:
    """Do a task as the copy, and end without any of what the process does when it ends."""
    try:
        result = task()
        with open(writing, "wb") as answer:
            pickle.dump(result, answer, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _read_result(answer: Any) -> Any:
    try:
        return pickle.load(answer)  # noqa: S301 (written by a copy of this very process)
    except (EOFError, pickle.UnpicklingError):
        return None
