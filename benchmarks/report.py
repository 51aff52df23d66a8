"""What was measured, as a table to read, each figure beside its target."""

import os
import platform
from collections.abc import Iterator

from benchmarks.rounds import OWN_STAGES, Rounds, sum_own_stages
from generator.progress import Stage

NAMES = {
    Stage.LOAD: "load",
    Stage.SCORE: "score",
    Stage.CHECK: "check",
    Stage.RENDER: "render",
    Stage.WRITE: "write",
    Stage.PUBLISH: "MkDocs",
    Stage.SEARCH: "search (waited for)",
}


def render_report(rounds: Rounds) -> str:
    """Render all figures as text."""
    return "\n".join([*_render_head(rounds), "", *_render_stages(rounds), "", *_render_runs(rounds), ""])


def _render_head(rounds: Rounds) -> Iterator[str]:
    yield f"{rounds.projects} synthetic projects, medians of {len(rounds.rounds)} rounds"
    yield f"Python {platform.python_version()} on {os.cpu_count()} cores of {platform.machine()}"


def _render_stages(rounds: Rounds) -> Iterator[str]:
    yield f"{'stage of a clean build':32}{'seconds':>9}{'ms a project':>14}{'peak MB':>9}"
    for stage, name in NAMES.items():
        reading = rounds.reading(stage)
        yield f"{name:32}{_seconds(reading.seconds, rounds)}{reading.peak:9}"
    pagefind = rounds.median(lambda one: one.pagefind)
    yield f"{'Pagefind by itself':32}{_seconds(pagefind, rounds)}"
    own = rounds.median(lambda one: sum_own_stages(one.clean))
    names = f"{NAMES[OWN_STAGES[0]]} to {NAMES[OWN_STAGES[-1]]}"
    yield f"{names:32}{_seconds(own, rounds)}{'':9}  at most 2 ms a project"


def _seconds(seconds: float, rounds: Rounds) -> str:
    return f"{seconds:9.2f}{1000 * seconds / rounds.projects:14.2f}"


def _render_runs(rounds: Rounds) -> Iterator[str]:
    yield f"{'whole command':32}{'seconds':>9}{'ratio':>14}{'peak MB':>9}"
    yield _run("bare mkdocs build", rounds, "bare", "")
    yield _run("clean build", rounds, "clean", "bare", "at most 1.6 of the bare one")
    yield _run("nothing changed", rounds, "unchanged", "clean", f"{_count_rewritten(rounds)} files rewritten")
    one_year, all_years = f"{rounds.changed} changed, newest year", f"{rounds.changed} changed, all years"
    yield _run(one_year, rounds, "changed_in_a_year", "clean", "at most 0.25 of the clean one")
    yield _run(all_years, rounds, "changed_in_all_years", "clean", "at most 0.25 of the clean one")
    growth = rounds.growth(lambda trial: trial.seconds)
    yield f"{f'a project, against {rounds.small}':32}{'':9}{growth:14.2f}{'':9}  at most 1.2"


def _run(name: str, rounds: Rounds, run: str, other: str, remark: str = "") -> str:
    seconds = rounds.median(lambda one: getattr(one, run).seconds)
    peak = rounds.median(lambda one: getattr(one, run).peak)
    ratio = rounds.median(lambda one: getattr(one, run).seconds / getattr(one, other).seconds) if other else 1
    return f"{name:32}{seconds:9.2f}{ratio:14.2f}{peak:9.0f}  {remark}".rstrip()


def _count_rewritten(rounds: Rounds) -> int:
    return max(one.rewritten for one in rounds.rounds)
