"""`make bench N=1000`: measure everything over a synthetic corpus of so many projects."""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.report import render_report
from benchmarks.rounds import run_rounds

_MEMORY = Path("/dev/shm")
"""A file system in memory: on others, deleting and making a tree gets slower each time."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the report."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("projects", type=int, help="projects in the corpus")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of every run (3)")
    parser.add_argument("--folder", type=Path, help="where to work; a new folder in memory if there is such")
    chosen = parser.parse_args(arguments)
    with _open_folder(chosen.folder) as folder:
        print(render_report(run_rounds(folder, chosen.projects, chosen.rounds)))


@contextmanager
def _open_folder(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        yield folder
        return
    with tempfile.TemporaryDirectory(
        prefix="jixiao-bench-", dir=_MEMORY if _MEMORY.is_dir() else None
    ) as name:
        yield Path(name)


if __name__ == "__main__":
    main()
