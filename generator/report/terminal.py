"""A progress bar on standard error, for terminals only."""

from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn


class ProgressBar:
    """One line a stage: a spinner, a bar, and how many of how many. Silent where nobody looks on.

    It is a context, so that the terminal gets its cursor back however the work ends.
    """

    def __init__(self, console: Console) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._progress = Progress(*columns, console=console, transient=True)
        self._watched = console.is_interactive
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.finish()

    def begin(self, stage: str) -> None:
        """Begin a stage's line, and end that of the one before."""
        if not self._watched:
            return
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._progress.start()
        self._task = self._progress.add_task(stage, total=None)

    def advance(self, done: int, total: int) -> None:
        """Move the stage's bar."""
        if self._task is not None:
            self._progress.update(self._task, completed=done, total=total)

    def finish(self) -> None:
        """Take the bar away."""
        if self._watched:
            self._progress.stop()
