"""The same work on many things, by the process and a copy of it."""

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import pytest

from generator.runtime import parallel
from generator.runtime.parallel import FEWEST, has_second_core, spread_work

R = TypeVar("R")
MANY = range(FEWEST)
PARENT = os.getpid()


class Together(Protocol):
    """Wraps work so that the process and the copy begin it together."""

    def __call__(self, work: Callable[[int], R]) -> Callable[[int], R]: ...


@pytest.fixture(autouse=True)
def _second_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a second core, wherever the system can copy a process at all."""
    monkeypatch.setattr(parallel, "has_second_core", lambda: hasattr(os, "fork"))


@pytest.fixture
def begin_together(tmp_path: Path) -> Together:
    """Let the process wait with its first thing until the copy has begun with its own."""
    sign = tmp_path / "begun"
    os.mkfifo(sign)
    waiting = [sign]

    def wrap(work: Callable[[int], R]) -> Callable[[int], R]:
        def begin(number: int) -> R:
            if waiting and is_copy():
                waiting.pop().write_text("begun", encoding="ascii")
            elif waiting:
                waiting.pop().read_text(encoding="ascii")
            return work(number)

        return begin

    return wrap


def name_process(_: object) -> int:
    return os.getpid()


def is_copy() -> bool:
    return os.getpid() != PARENT


def spread(work: Callable[[int], R], things: Sequence[int]) -> list[R]:
    with spread_work(work, things) as results:
        return list(results)


@pytest.mark.parametrize("count", [0, 1, FEWEST - 1, FEWEST, FEWEST + 1, 3 * FEWEST])
def test_results_come_in_the_order_of_the_things(count: int) -> None:
    assert spread(str, range(count)) == list(map(str, range(count)))


def test_the_process_works_from_the_front_and_a_copy_from_the_back(begin_together: Together) -> None:
    processes = spread(begin_together(name_process), MANY)
    own = processes.count(PARENT)
    assert 0 < own < FEWEST
    assert processes[:own] == [PARENT] * own
    assert len(set(processes[own:])) == 1


def test_a_copy_begins_before_results_are_asked_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sign")

    def work(number: int) -> int:
        if is_copy() and number == FEWEST - 1:
            (tmp_path / "sign").write_text("begun", encoding="ascii")
        return number

    with spread_work(work, MANY) as results:
        assert (tmp_path / "sign").read_text(encoding="ascii") == "begun"
        assert list(results) == list(MANY)


def test_a_copy_does_all_while_the_process_does_something_else(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sign")

    def work(number: int) -> int:
        if number == 0:
            (tmp_path / "sign").write_text("done", encoding="ascii")
        return os.getpid()

    with spread_work(work, MANY) as processes:
        assert (tmp_path / "sign").read_text(encoding="ascii") == "done"
        assert PARENT not in processes


def test_few_things_are_done_without_a_copy() -> None:
    assert set(spread(name_process, MANY[1:])) == {PARENT}


def test_one_core_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "has_second_core", lambda: False)
    assert set(spread(name_process, MANY)) == {PARENT}


def test_results_larger_than_a_pipe_come_whole(begin_together: Together) -> None:
    large = spread(begin_together(lambda number: f"{number}" * 10_000), MANY)
    assert [len(one) for one in large] == [len(f"{number}") * 10_000 for number in MANY]


def test_what_results_have_in_common_is_held_once(begin_together: Together) -> None:
    phrase = "".join(["质量", "指标"])
    phrases = spread(begin_together(lambda _: phrase), MANY)
    assert len({id(one) for one in phrases}) == 2


def test_an_error_is_raised_as_the_work_raised_it(begin_together: Together) -> None:
    def work(number: int) -> int:
        return 1 // (number - FEWEST + 1)  # the last one, which a copy comes upon first

    with pytest.raises(ZeroDivisionError):
        spread(begin_together(work), MANY)


def be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("fail", [be_killed, lambda: os._exit(3), [].pop])
def test_what_a_copy_owes_is_done_by_the_process(
    fail: Callable[[], object], begin_together: Together
) -> None:
    def work(number: int) -> int:
        if is_copy():
            fail()
        return number

    assert spread(begin_together(work), MANY) == list(MANY)


def test_what_cannot_be_sent_back_is_made_again(begin_together: Together) -> None:
    def promise(number: int) -> Callable[[], int]:
        return lambda: number

    assert [one() for one in spread(begin_together(promise), MANY)] == list(MANY)


def test_no_copy_is_left_when_only_some_results_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    copies: list[int] = []
    fork = os.fork

    def note() -> int:
        copies.append(fork())
        return copies[-1]

    monkeypatch.setattr(os, "fork", note)
    with spread_work(name_process, MANY) as results:
        next(results)
    (copy,) = copies
    with pytest.raises(ChildProcessError):
        os.waitpid(copy, os.WNOHANG)


def refuse() -> int:
    raise BlockingIOError


def test_without_room_for_a_copy_the_process_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", refuse)
    assert set(spread(name_process, MANY)) == {PARENT}


def test_copies_may_be_taken_away_by_the_system_when_they_are_done(begin_together: Together) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert len(set(spread(begin_together(name_process), MANY))) == 2
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_a_copy_whose_process_was_killed_ends_with_its_piece() -> None:
    telling, told = os.pipe()
    holding, released = os.pipe()

    def work(number: int) -> int:
        os.write(told, b".")
        os.read(holding, 1)
        return number

    process = os.fork()
    if process == 0:
        try:
            with spread_work(work, MANY):
                signal.pause()
        finally:
            os._exit(1)
    os.close(told)
    begun = os.read(telling, 1)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.write(released, bytes(FEWEST))
    with os.fdopen(telling, "rb") as rest:
        assert len(begun + rest.read()) < FEWEST // 100
    os.close(holding)
    os.close(released)


def test_a_copy_that_is_still_at_work_is_not_waited_for() -> None:
    def work(number: int) -> int:
        if is_copy():
            signal.pause()
        return number

    with spread_work(work, MANY) as results:
        assert next(results) == 0


@pytest.mark.parametrize(("allowed", "is_there"), [({0}, False), ({3}, False), ({2, 3}, True)])
def test_a_second_core_is_one_that_may_be_used(
    allowed: set[int], is_there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        os, "sched_getaffinity", lambda process: allowed if process == 0 else (), raising=False
    )
    monkeypatch.setattr(os, "fork", refuse, raising=False)
    assert has_second_core() is is_there


@pytest.mark.parametrize(("cores", "is_there"), [(None, False), (1, False), (2, True)])
def test_where_nobody_knows_what_may_be_used_all_cores_count(
    cores: int | None, is_there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    monkeypatch.setattr(os, "fork", refuse, raising=False)
    assert has_second_core() is is_there


def test_where_no_process_can_be_copied_a_second_core_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    assert not has_second_core()
