"""Small builds to try the pipeline on: the synthetic corpus of the benchmarks, and eyes for what was built."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.corpus import make_corpus
from generator import pipeline
from generator.check import checking
from generator.pipeline import Built, build
from generator.publish.order import BuildOrder
from generator.runtime.progress import Silence

UNSTABLE = ("pagefind-entry.json", ".pf_meta", ".pf_filter")
"""What Pagefind 1.5 orders by chance: two clean builds differ in it as well."""

FIRST = "projects/2019/hecheng-0000/xiangmu-00000.toml"
SECOND = "projects/2020/hecheng-0000/xiangmu-00001.toml"


def leave_out_rules(patch: pytest.MonkeyPatch) -> None:
    """Run no rules and leave out most of their pages, which are the greater part of a small site."""
    patch.setattr(checking, "judge_case", lambda *_: ())
    patch.setattr(checking, "judge_collection", lambda *_: ())
    patch.setattr(pipeline, "CATALOGUE", checking.CATALOGUE[:3])


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small content folder, `content`, and its build, `build`; to be copied and not changed."""
    folder = tmp_path_factory.mktemp("base")
    with pytest.MonkeyPatch.context() as patch:
        leave_out_rules(patch)
        make_corpus(folder / "content", 3)
        run(BuildOrder(folder / "content", folder / "build"))
        yield folder


@pytest.fixture
def order(base: Path, tmp_path: Path) -> BuildOrder:
    """An order to bring a build into step with its content: a copy of the base, which one may change."""
    copy = tmp_path / "copy"
    shutil.copytree(base, copy)
    return BuildOrder(copy / "content", copy / "build")


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
