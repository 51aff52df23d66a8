"""Rounds of measured runs over one corpus, and what they come to.

The machine is seldom quiet, so everything is measured several times in turn, ratios are taken within one round, and
medians over the rounds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import YEARS, change_projects, make_corpus
from benchmarks.stopwatch import Reading
from benchmarks.trial import Trial, time_pagefind, try_bare, try_build
from generator.publish.order import BuildOrder
from generator.runtime.progress import Stage

OWN_STAGES = (Stage.LOAD, Stage.SCORE, Stage.CHECK, Stage.RENDER, Stage.WRITE)
"""What is the generator's own work, and not MkDocs' or Pagefind's."""


@dataclass(frozen=True, slots=True)
class Round:
    """Every run once, one after the other."""

    small: Trial
    clean: Trial
    bare: Trial
    pagefind: float
    unchanged: Trial
    rewritten: int
    changed_in_a_year: Trial
    changed_in_all_years: Trial


@dataclass(frozen=True, slots=True)
class Rounds:
    """All rounds over a corpus. `changed` counts the projects that were changed for a rebuild."""

    projects: int
    small: int
    changed: int
    rounds: Sequence[Round]

    def median(self, measure: Callable[[Round], float]) -> float:
        """Take the median of a measure over the rounds."""
        return median(map(measure, self.rounds))

    def reading(self, stage: Stage) -> Reading:
        """Take the median of a stage of the clean build."""
        return take_median([one.clean.stages[stage] for one in self.rounds])

    def own_stages(self) -> Reading:
        """Take the median of the generator's own stages together."""
        return take_median([add_up(one.clean) for one in self.rounds])


def take_median(readings: Sequence[Reading]) -> Reading:
    """Take the median of each figure."""
    return Reading(
        median(one.seconds for one in readings),
        median(one.cpu for one in readings),
        int(median(one.peak for one in readings)),
    )


def add_up(trial: Trial) -> Reading:
    """Add up the generator's own stages."""
    readings = [trial.stages[stage] for stage in OWN_STAGES]
    return Reading(
        sum(one.seconds for one in readings),
        sum(one.cpu for one in readings),
        max(one.peak for one in readings),
    )


def run_rounds(folder: Path, projects: int, rounds: int) -> Rounds:
    """Make a corpus, a tenth as large a one beside it, and measure."""
    small, changed = max(1, projects // 10), max(1, projects // 100)
    make_corpus(folder / "small", small)
    make_corpus(folder / "content", projects)
    return Rounds(projects, small, changed, [run_round(folder, changed) for _ in range(rounds)])


def run_round(folder: Path, changed: int) -> Round:
    """Measure every run once."""
    content, order = folder / "content", BuildOrder(folder / "content", folder / "build")
    small = try_build(folder / "small", folder / "small-build", clean=True)
    clean = try_build(content, order.folder, clean=True)
    bare = try_bare(order.docs, folder / "bare")
    pagefind = time_pagefind(order, folder / "pagefind")
    before = _list_times(order)
    unchanged = try_build(content, order.folder)
    rewritten = sum(time != before.get(path) for path, time in _list_times(order).items())
    change_projects(content, changed, str(YEARS[-1]))
    in_a_year = try_build(content, order.folder)
    change_projects(content, changed)
    return Round(
        small, clean, bare, pagefind, unchanged, rewritten, in_a_year, try_build(content, order.folder)
    )


def _list_times(order: BuildOrder) -> dict[str, int]:
    return {
        str(path): path.stat().st_mtime_ns
        for folder in (order.docs, order.site)
        for path in folder.rglob("*")
        if path.is_file()
    }
