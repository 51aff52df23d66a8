"""The progress bar: what a terminal shows of it, and that nobody else sees anything."""

from contextlib import suppress
from io import StringIO

import pytest
from rich.console import Console

from generator.report.terminal import ProgressBar
from generator.runtime.progress import Stage


def open_console(*, terminal: bool) -> Console:
    return Console(file=StringIO(), width=80, force_terminal=terminal)


def read_output(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def work(console: Console) -> str:
    with ProgressBar(console) as bar:
        bar.begin(Stage.LOAD)
        bar.advance(3, 7)
        bar.begin(Stage.SCORE)
    return read_output(console)


@pytest.fixture(autouse=True)
def _ordinary_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def test_a_terminal_sees_each_stage() -> None:
    output = work(open_console(terminal=True))
    assert Stage.LOAD in output
    assert Stage.SCORE in output


def test_a_terminal_sees_how_many_of_how_many() -> None:
    console = open_console(terminal=True)
    bar = ProgressBar(console)
    bar.begin(Stage.LOAD)
    bar.advance(3, 7)
    bar.finish()
    assert "3/7" in read_output(console)


def test_a_stage_takes_the_line_of_the_one_before() -> None:
    last_frame = work(open_console(terminal=True)).split("\x1b[2K")[-2]
    assert Stage.SCORE in last_frame
    assert Stage.LOAD not in last_frame


def test_a_file_or_a_pipe_sees_nothing() -> None:
    assert work(open_console(terminal=False)) == ""


def test_a_terminal_that_cannot_move_its_cursor_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert work(open_console(terminal=True)) == ""


def test_the_bar_is_taken_away_at_the_end() -> None:
    console = open_console(terminal=True)
    work(console)
    last = read_output(console).rpartition("\x1b[2K")[2]
    assert Stage.SCORE not in last


def test_a_crash_gives_the_terminal_its_cursor_back() -> None:
    console = open_console(terminal=True)
    with suppress(ZeroDivisionError), ProgressBar(console) as bar:
        bar.begin(Stage.LOAD)
        raise ZeroDivisionError
    output = read_output(console)
    assert output.rfind("\x1b[?25h") > output.rfind("\x1b[?25l")


def test_progress_of_no_stage_is_ignored() -> None:
    console = open_console(terminal=True)
    bar = ProgressBar(console)
    bar.advance(1, 2)
    bar.finish()
    assert "1/2" not in read_output(console)
