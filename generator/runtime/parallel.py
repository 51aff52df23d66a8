"""The same work on many things, on a second core too: a copy of the process does what it can of it.

A copy holds all that was loaded before, so that nothing has to be handed to it, and only results come back. Both take
piece after piece, the process from the front and the copy from the back, until none is left; so it does not matter
which of them is faster, or has other work to do first. Where the system makes no copies, has one core, or has little
to do, the process does all by itself; and so it does with what a copy owes it, so that an error is raised where it can
be read. A copy ends with its process, however that ends.
"""

import os
import pickle
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import Any, BinaryIO, NoReturn, TypeVar

FEWEST = 400
"""So many things are worth a copy of the process."""

_PIECES = 256
"""Into so many pieces work is cut at most: small ones, so that nobody waits long for the last of them."""

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def spread_work(work: Callable[[T], R], things: Sequence[T]) -> Iterator[Iterator[R]]:
    """Begin work on many things, and lend the results in their order.

    It begins at once, so whoever has other work to do before asking for results lets the copy do more of this.
    Results must be such that they can be pickled, and what the work changes may be lost. Raises what the work raises.
    """
    if len(things) < FEWEST or not has_second_core():
        yield map(work, things)
        return
    size = -(-len(things) // _PIECES)
    pieces = [things[start : start + size] for start in range(0, len(things), size)]
    with _put_up(len(pieces)) as take, _copy_process(lambda: _work_from_back(work, pieces, take)) as answer:
        yield _work_from_front(work, pieces, take, answer)


def has_second_core() -> bool:
    """Tell whether a copy of this process could work beside it."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return hasattr(os, "fork") and allowed > 1


@contextmanager
def _put_up(pieces: int) -> Iterator[Callable[[], bytes]]:
    """Lend a call that takes one of so many pieces, in whichever process; it gives nothing once all are taken.

    A pipe holds a byte for each of them, and hands none of them out twice. A copy whose process was killed has another
    parent from then on, and gets nothing more to do.
    """
    process = os.getpid()
    reading, writing = os.pipe()
    os.write(writing, bytes(pieces))
    os.close(writing)
    try:
        yield lambda: os.read(reading, 1) if process in (os.getpid(), os.getppid()) else b""
    finally:
        os.close(reading)


def _work_from_front(
    work: Callable[[T], R], pieces: Sequence[Sequence[T]], take: Callable[[], bytes], answer: BinaryIO
) -> Iterator[R]:
    """Do pieces until none is left to take, then give the results of the copy; where one is missing, do it too."""
    own = 0
    while take():
        yield from map(work, pieces[own])
        own += 1
    done = _read_results(answer)
    for number in range(own, len(pieces)):
        yield from done[number] if number in done else map(work, pieces[number])


def _work_from_back(
    work: Callable[[T], R], pieces: Sequence[Sequence[T]], take: Callable[[], bytes]
) -> bytes:
    """Do pieces until none is left to take; gives the results of each with its number.

    One pickler knows what it has written before, so that what many results have in common comes back once.
    """
    written = BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    number = len(pieces)
    while take():
        number -= 1
        pickler.dump((number, [work(one) for one in pieces[number]]))
    return written.getvalue()


def _read_results(answer: BinaryIO) -> dict[int, Any]:
    """Read the results of a copy by the number of their piece; none where it did not come to the end of its work."""
    results = {}
    unpickler = pickle.Unpickler(answer)  # noqa: S301 (written by a copy of this very process)
    try:
        while True:
            number, done = unpickler.load()
            results[number] = done
    except (EOFError, pickle.UnpicklingError):
        return results


@contextmanager
def _copy_process(task: Callable[[], bytes]) -> Iterator[BinaryIO]:
    """Let a copy of the process do a task; lends the pipe that its result comes through, which is empty if it fails."""
    reading, writing = os.pipe()
    copy = _fork()
    if copy == 0:
        os.close(reading)
        _work_and_vanish(task, writing)
    os.close(writing)
    with open(reading, "rb") as answer:  # noqa: PTH123 (a pipe has no path)
        try:
            yield answer
        finally:
            if copy:
                _end_copy(copy)


def _fork() -> int | None:
    """Make a copy, which is given 0, and the process its number; None where the system has no room for one."""
    with warnings.catch_warnings(), suppress(OSError):
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, none of which the copy has use for
        return os.fork()
    return None


def _end_copy(copy: int) -> None:
    """End a copy, whether it is at work or done; it is gone already where nobody here may wait for a process."""
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)


def _work_and_vanish(task: Callable[[], bytes], writing: int) -> NoReturn:
    """Do a task as the copy, and end without any of what the process does when it ends."""
    try:
        result = task()
        with open(writing, "wb") as answer:
            answer.write(result)
    finally:
        os._exit(0)
