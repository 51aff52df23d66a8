"""Whatever happens to a build, the site stays whole: while it is made, when it fails, and when it is killed.

A build is killed in a process of its own, by itself, at a known call; so no test hangs on when that happens.
"""

import multiprocessing
import os
import shutil
import signal
import threading
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, NoReturn

import pytest

from generator import pipeline
from generator.pipeline import build
from generator.publish.mkdocs import PublishingError
from generator.publish.order import BuildOrder
from generator.publish.write import Changes, write_changes
from generator.render.search import indexing
from generator.runtime import placing
from generator.runtime.progress import Stage
from tests.builds import FIRST, leave_out_rules, read_tree, replace, run
from tests.conftest import serve_folder
from tests.test_rebuilding import change_everything, expect_clean_build

PAGES = ("", "years/", FIRST.removesuffix(".toml") + "/", "404.html", "pagefind/shards.json")
"""Addresses of the site: pages of every kind, and the list that the search begins with."""


def read_site(order: BuildOrder) -> dict[str, bytes]:
    return {path: content for path, content in read_tree(order).items() if path.startswith("site/")}


class Hearer:
    """Does something whenever a build tells how far it is."""

    def __init__(self, react: Callable[[], None], stages: tuple[Stage, ...] = tuple(Stage)) -> None:
        self._react, self._stages = react, stages
        self._stage: Stage | None = None

    def begin(self, stage: Stage) -> None:
        self._stage = stage
        self.advance(0, 0)

    def advance(self, done: int, total: int) -> None:
        if self._stage in self._stages:
            self._react()

    def finish(self) -> None:
        self._react()


class Reader:
    """Fetches pages and keeps what was answered: (address, status, body)."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: set[tuple[str, int, bytes]] = set()

    def fetch(self) -> None:
        for page in PAGES:
            with urllib.request.urlopen(self.address + page) as answer:  # noqa: S310 - an address of this machine
                self.answers.add((page, answer.status, answer.read()))

    def fetch_until(self, over: threading.Event) -> None:
        while not over.is_set():
            self.fetch()


def read_pages(order: BuildOrder) -> set[tuple[str, int, bytes]]:
    files = {page: order.site / page for page in PAGES}
    return {
        (page, 200, (file / "index.html" if file.is_dir() else file).read_bytes())
        for page, file in files.items()
    }


@pytest.mark.parametrize("clean", [True, False], ids=["clean", "partial"])
@pytest.mark.parametrize("able", [True, False], ids=["at once", "one by one"])
def test_every_request_during_a_build_is_answered_with_a_whole_page(
    order: BuildOrder, monkeypatch: pytest.MonkeyPatch, clean: bool, able: bool
) -> None:
    """Ask whenever the build tells of itself, and all the time besides."""
    if not able:
        monkeypatch.setattr(placing, "_exchange", lambda *_: False)
    before, over, failures = read_pages(order), threading.Event(), list[BaseException]()
    replace(order.content / FIRST, 'expected = "', 'expected = "改了：')
    with ExitStack() as stack:
        reader = Reader(stack.enter_context(serve_folder(order.site)))

        def read() -> None:
            try:
                reader.fetch_until(over)
            except OSError as error:
                failures.append(error)

        beside = threading.Thread(target=read)
        beside.start()
        try:
            build(BuildOrder(order.content, order.folder, clean=clean), Hearer(reader.fetch))
        finally:
            over.set()
            beside.join()
    after = read_pages(order)
    assert failures == []
    assert after != before
    assert reader.answers <= before | after
    assert after <= reader.answers


@pytest.mark.parametrize("clean", [True, False], ids=["clean", "partial"])
def test_failing_build_leaves_the_site_as_it_was(
    order: BuildOrder, monkeypatch: pytest.MonkeyPatch, clean: bool
) -> None:
    """Let MkDocs break off when it has written every page."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise ValueError("nothing that MkDocs can publish")

    before = read_site(order)
    change_everything(order.content)
    with monkeypatch.context() as failing:
        failing.setattr("mkdocs.structure.pages.Page.validate_anchor_links", refuse)
        with pytest.raises(PublishingError):
            run(BuildOrder(order.content, order.folder, clean=clean))
    assert read_site(order) == before
    run(order)
    expect_clean_build(order)


def die(*_: object, **__: object) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@dataclass(frozen=True)
class DieAt:
    """Makes the process kill itself when something is called for this time."""

    call: str
    number: int = 1

    def __call__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        owner = resolve_name(self.call.rpartition(".")[0])
        name = self.call.rpartition(".")[2]
        made, calls = getattr(owner, name), count(1)

        def call(*arguments: Any, **options: Any) -> Any:
            return die() if next(calls) == self.number else made(*arguments, **options)

        monkeypatch.setattr(owner, name, call)


@dataclass(frozen=True)
class DieIn:
    """Makes the process kill itself in a stage."""

    stage: Stage

    def __call__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tests.builds.Silence", lambda: Hearer(die, (self.stage,)))


def die_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write half of the Markdown."""

    def write_half(folder: Path, changes: Changes) -> NoReturn:
        write_changes(folder, Changes(changes.written[::2], changes.removed[::2]))
        die()

    monkeypatch.setattr(pipeline, "write_changes", write_half)


def die_while_deleting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the site in place, and delete half of the one before."""
    delete = shutil.rmtree

    def delete_half(folder: Path | str, *arguments: Any, **options: Any) -> None:
        if Path(folder).name != "site.new":
            delete(folder, *arguments, **options)
            return
        for file in [path for path in Path(folder).rglob("*") if path.is_file()][::2]:
            file.unlink()
        die()

    monkeypatch.setattr(shutil, "rmtree", delete_half)


AFTERWARDS = {"deleting", "remembering", "declaring"}
"""Points at which the new site is in its place."""

POINTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    **{f"stage {stage.name}": DieIn(stage) for stage in Stage},
    "half of the Markdown": die_between,
    "emptying": DieAt("generator.publish.mkdocs.make_beside"),
    "carrying over": DieAt("generator.runtime.placing.link_or_copy", 5),
    "MkDocs' files": DieAt("mkdocs.utils.copy_file"),
    "MkDocs' pages": DieAt("mkdocs.utils.write_file", 4),
    "index": DieAt("generator.pipeline.publish_index"),
    "exchange": DieAt("generator.runtime.placing._exchange"),
    "deleting": die_while_deleting,
    "remembering": DieAt("generator.pipeline.Memory.store"),
    "declaring": DieAt("generator.publish.state.Completion.declare"),
}


PARTIAL = [(point, False) for point in POINTS]
CLEAN = [(point, True) for point in ("MkDocs' pages", "index", "exchange", "deleting")]


@pytest.fixture(scope="module")
def changed(base: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the changed content, as a clean build makes it."""
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(base / "content", folder / "content")
    order = BuildOrder(folder / "content", folder / "build")
    change_everything(order.content)
    run(order)
    return read_site(order)


@pytest.mark.skipif(os.name != "posix", reason="this system kills otherwise")
@pytest.mark.parametrize(("point", "clean"), PARTIAL + CLEAN)
def test_killed_build_leaves_a_whole_site_and_the_next_one_is_sound(
    order: BuildOrder, changed: dict[str, bytes], point: str, clean: bool
) -> None:
    before = read_site(order)
    change_everything(order.content)
    assert (
        build_elsewhere(POINTS[point], BuildOrder(order.content, order.folder, clean=clean))
        == -signal.SIGKILL
    )
    assert read_site(order) == (changed if point in AFTERWARDS else before)
    run(order)
    assert read_site(order) == changed
    assert not order.fresh.exists()


def build_elsewhere(prepare: Callable[[pytest.MonkeyPatch], None], order: BuildOrder) -> int | None:
    """Build in a process of its own, after it was prepared, and give how that ended."""
    child = multiprocessing.get_context("spawn").Process(target=build_prepared, args=(prepare, order))
    child.start()
    child.join()
    return child.exitcode


def build_prepared(prepare: Callable[[pytest.MonkeyPatch], None], order: BuildOrder) -> None:
    with pytest.MonkeyPatch.context() as patch:
        leave_out_rules(patch)
        prepare(patch)
        run(order)


def die_beside_pagefind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a script stand for Pagefind, which says that it has begun and waits until it may end; then die."""
    monkeypatch.setattr(indexing, "_find_pagefind", lambda: Path(os.environ["SLOW_PAGEFIND"]))
    monkeypatch.setattr(pipeline, "compare_pages", lambda *_: die(Path(os.environ["BEGUN"]).read_text()))


@pytest.mark.skipif(os.name != "posix", reason="this system has no file locks of POSIX's kind")
def test_the_next_build_waits_for_what_a_killed_one_has_started(
    order: BuildOrder, changed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Let Pagefind go on after its build was killed: until it is over, nobody else gets the build folder."""
    fcntl = pytest.importorskip("fcntl")
    gate, begun, slow = tmp_path / "gate", tmp_path / "begun", tmp_path / "pagefind"
    for pipe in (gate, begun):
        os.mkfifo(pipe)
    slow.write_text(f"#!/bin/sh\necho > {begun}\nread line < {gate}\n")
    slow.chmod(0o755)
    monkeypatch.setenv("SLOW_PAGEFIND", str(slow))
    monkeypatch.setenv("BEGUN", str(begun))
    change_everything(order.content)
    assert build_elsewhere(die_beside_pagefind, order) == -signal.SIGKILL
    with (order.folder / "lock").open() as lock:
        with pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        gate.write_text("\n")
        fcntl.flock(lock, fcntl.LOCK_EX)
    run(order)
    assert read_site(order) == changed
