"""What was measured, as a table to read, each figure beside its target."""

import os
import platform
from collections.abc import Iterator
from functools import partial

from benchmarks.rounds import Round, Rounds
from benchmarks.stopwatch import Reading
from generator.runtime.progress import Stage

NAMES = {
    Stage.LOAD: "load",
    Stage.SCORE: "score",
    Stage.CHECK: "check",
    Stage.RENDER: "render",
    Stage.EXPORT: "export",
    Stage.WRITE: "write",
    Stage.PUBLISH: "MkDocs",
    Stage.SEARCH: "search, but for Pagefind",
}
FIGURES = ("seconds", "cpu")
QUARTER = "at most 0.25"


def render_report(rounds: Rounds) -> str:
    """Render all figures as text. "CPU" is the time of the processor, which a busy machine hardly changes."""
    return "\n".join([*_render_head(rounds), "", *_render_stages(rounds), "", *_render_runs(rounds), ""])


def _render_head(rounds: Rounds) -> Iterator[str]:
    yield f"{rounds.projects} synthetic projects, medians of {len(rounds.rounds)} rounds"
    yield f"Python {platform.python_version()} on {os.cpu_count()} cores of {platform.machine()}"


def _render_stages(rounds: Rounds) -> Iterator[str]:
    yield _line("stage of a clean build", "seconds", "CPU", "ms a project", "peak MB")
    for stage, name in NAMES.items():
        yield _stage(name, rounds.reading(stage), rounds)
    yield _stage("load to write", rounds.own_stages(), rounds, "at most 2 ms")
    yield _line("Pagefind by itself", f"{rounds.median(lambda one: one.pagefind):.2f}")


def _stage(name: str, reading: Reading, rounds: Rounds, target: str = "") -> str:
    share = f"{1000 * reading.seconds / rounds.projects:.2f}"
    return _line(name, f"{reading.seconds:.2f}", f"{reading.cpu:.2f}", share, f"{reading.peak}", target)


def _render_runs(rounds: Rounds) -> Iterator[str]:
    yield _line("whole command", "seconds", "CPU", "ratio of seconds", "of CPU")
    yield _run("bare mkdocs build", rounds, "bare", "bare")
    yield _run("clean build : bare", rounds, "clean", "bare", "at most 1.6")
    yield _run(
        "nothing changed : clean", rounds, "unchanged", "clean", f"{_count_rewritten(rounds)} files rewritten"
    )
    changed = f"{rounds.changed} changed"
    yield _run(f"{changed}, one year : clean", rounds, "changed_in_a_year", "clean", QUARTER)
    yield _run(f"{changed}, all years : clean", rounds, "changed_in_all_years", "clean", QUARTER)
    factor = rounds.small / rounds.projects
    growth = (f"{factor * _ratio(rounds, 'clean', 'small', figure):.2f}" for figure in FIGURES)
    yield _line(f"a project : one of {rounds.small}", "", "", *growth, "at most 1.2")


def _run(name: str, rounds: Rounds, run: str, other: str, target: str = "") -> str:
    taken = (f"{rounds.median(partial(_figure, run=run, figure=figure)):.2f}" for figure in FIGURES)
    return _line(name, *taken, *(f"{_ratio(rounds, run, other, figure):.2f}" for figure in FIGURES), target)


def _figure(one: Round, run: str, figure: str) -> float:
    return float(getattr(getattr(one, run), figure))


def _ratio(rounds: Rounds, run: str, other: str, figure: str) -> float:
    return rounds.median(
        lambda one: getattr(getattr(one, run), figure) / getattr(getattr(one, other), figure)
    )


def _count_rewritten(rounds: Rounds) -> int:
    return max(one.rewritten for one in rounds.rounds)


def _line(name: str, *cells: str) -> str:
    widths = (9, 9, 18, 9)
    figures = "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=False))
    return f"{name:32}{figures}{'  '.join(('', *cells[len(widths) :]))}".rstrip()
