"""Small builds to try the pipeline on: the synthetic corpus of the benchmarks, and eyes for what was built."""

import shutil
from pathlib import Path

import pytest

from benchmarks.corpus import make_corpus
from generator import checking, pipeline
from generator.pipeline import BuildOrder, Built, build
from generator.progress import Silence

UNSTABLE = ("pagefind-entry.json", ".pf_meta", ".pf_filter")
"""What Pagefind 1.5 orders by chance: two clean builds differ in it as well."""

FIRST = "projects/2019/hecheng-0000/xiangmu-00000.toml"
SECOND = "projects/2020/hecheng-0000/xiangmu-00001.toml"


def leave_out_rules(patch: pytest.MonkeyPatch) -> None:
    """Run no rules and leave out most of their pages, which are the greater part of a small site."""
    patch.setattr(checking, "judge", lambda *_: ())
    patch.setattr(pipeline, "CATALOGUE", checking.CATALOGUE[:3])


def make_base(folder: Path) -> Path:
    """Make a small content folder, `content`, and its build, `build`; to be copied and not changed."""
    make_corpus(folder / "content", 3)
    run(BuildOrder(folder / "content", folder / "build"))
    return folder


def copy_base(base: Path, folder: Path) -> BuildOrder:
    """Copy a base, and give the order to bring the copy's build into step with its content."""
    shutil.copytree(base, folder)
    return BuildOrder(folder / "content", folder / "build")


def run(order: BuildOrder) -> Built:
    return build(order, Silence())


def read_tree(order: BuildOrder) -> dict[str, bytes]:
    """Read the Markdown and the site, without what Pagefind orders by chance."""
    return {
        path.relative_to(order.folder).as_posix(): path.read_bytes()
        for path in (*order.docs.rglob("*"), *order.site.rglob("*"))
        if path.is_file() and not path.name.endswith(UNSTABLE)
    }


def list_times(order: BuildOrder) -> dict[str, int]:
    """List when each file and folder of the Markdown and the site was last changed."""
    return {str(path): path.stat().st_mtime_ns for path in (*order.docs.rglob("*"), *order.site.rglob("*"))}


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
