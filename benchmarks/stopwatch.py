"""Seconds and peak memory of every stage of a build, measured from inside the process that builds."""

import os
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from generator.runtime.progress import Stage

_STATUS = Path("/proc/self/status")
_RESET = Path("/proc/self/clear_refs")
_RESET_PEAK = "5"
_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stage took: seconds on the wall and of the processor, and the most megabytes held meanwhile."""

    seconds: float
    cpu: float
    peak: int


class Stopwatch:
    """A listener that times each stage, all of its parts together.

    Where a system cannot reset the peak of memory, it is the highest so far.
    """

    def __init__(self) -> None:
        self.readings: dict[Stage, Reading] = {}
        self._stage: Stage | None = None
        self._since = self._cpu_since = 0.0

    def begin(self, stage: Stage) -> None:
        """End the stage before, and start the clock for this one."""
        self.finish()
        reset_peak()
        self._stage, self._since, self._cpu_since = stage, time.perf_counter(), read_processor()

    def advance(self, done: int, total: int) -> None:
        """Take no notice: how far it is costs no time."""

    def finish(self) -> None:
        """Stop the clock."""
        if self._stage is not None:
            seconds, cpu = time.perf_counter() - self._since, read_processor() - self._cpu_since
            before = self.readings.get(self._stage, Reading(0, 0, 0))
            self.readings[self._stage] = Reading(
                before.seconds + seconds, before.cpu + cpu, max(before.peak, read_peak())
            )
            self._stage = None


def read_processor() -> float:
    """Read the seconds that the processor has worked for this process and for those it started that are over."""
    return sum(os.times()[:4])


def reset_peak() -> None:
    """Let the peak of memory be what the process holds now, where Linux lets one."""
    try:
        _RESET.write_text(_RESET_PEAK, encoding="ascii")
    except OSError:
        return


def read_peak() -> int:
    """Read the peak of memory in megabytes."""
    try:
        lines = _STATUS.read_text(encoding="utf-8").splitlines()
    except OSError:
        unit = _MEGABYTE if sys.platform != "darwin" else _MEGABYTE * 1024  # macOS counts bytes
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) // _MEGABYTE
