"""One measured command, in a process of its own: what a person waits for, from the command line to the prompt.

As a script it is that process: it builds a site with a stopwatch for a listener, and prints the readings.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import yaml

from benchmarks.stopwatch import Reading, Stopwatch
from generator.pipeline import build
from generator.publish.mkdocs import THEME, find_settings
from generator.publish.order import BuildOrder
from generator.render.search.indexing import run_pagefind
from generator.runtime.progress import Stage


@dataclass(frozen=True, slots=True)
class Trial:
    """What a command took, with all that it started, and the stages where it told of them."""

    seconds: float
    cpu: float
    peak: int
    stages: Mapping[Stage, Reading] = field(default_factory=dict)


def try_build(content: Path, folder: Path, *, clean: bool = False) -> Trial:
    """Measure a build by `jixiao`."""
    options = ["--clean"] if clean else []
    return _try([sys.executable, "-m", "benchmarks.trial", str(content), str(folder), *options])


def try_bare(docs: Path, folder: Path) -> Trial:
    """Measure `mkdocs build` alone over Markdown that is there, by the settings of the site."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "mkdocs.yml"
    lines = {
        "INHERIT": str(find_settings().resolve()),
        "docs_dir": str(docs.resolve()),
        "site_dir": str((folder / "site").resolve()),
        "theme": {"custom_dir": str(THEME)},
    }
    settings.write_text(yaml.safe_dump(lines), encoding="utf-8")
    return _try(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", str(settings)]
    )


def time_pagefind(order: BuildOrder, scratch: Path) -> float:
    """Take the seconds that Pagefind alone takes over all documents of a build."""
    since = time.perf_counter()
    for shard in sorted(order.index.source.iterdir()):
        run_pagefind(shard, scratch / shard.name)
    return time.perf_counter() - since


def _try(command: Sequence[str]) -> Trial:
    since = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    printed = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - since
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    stages = {Stage[name]: Reading(**reading) for name, reading in json.loads(printed or "{}").items()}
    return Trial(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, stages)


def main(content: str, folder: str, *options: str) -> None:
    """Build a site and print the readings of its stages as JSON."""
    watch = Stopwatch()
    build(BuildOrder(Path(content), Path(folder), clean="--clean" in options), watch)
    print(json.dumps({stage.name: asdict(reading) for stage, reading in watch.readings.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
