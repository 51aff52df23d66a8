"""What the system refuses the command, by the place that was named: exit code 2 and one line, never a traceback."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from generator.render.search import indexing
from tests.builds import leave_out_rules
from tests.command import GOOD, Run, add
from tests.inline import CONTENT

NOWHERE = Path("/proc/x") if Path("/proc/self").exists() else Path("/nonexistent\0")
"""A place that nobody can make, not even root."""

LONG = "长" * 200
"""A name that is longer than any disk takes."""


@pytest.fixture
def places(tmp_path: Path) -> dict[str, tuple[Path, str]]:
    """Places that cannot be written, and what is to be said of them."""
    (tmp_path / "file").touch()
    return {
        "nowhere": (NOWHERE, "这里建不了文件"),
        "below nowhere": (NOWHERE / "y", "这里建不了文件"),
        "below a file": (tmp_path / "file/x/y", "路径中间有一段不是文件夹"),
        "a long name": (tmp_path / LONG / "x", "名称太长"),
    }


PLACES = ("nowhere", "below nowhere", "below a file", "a long name")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "words",
    [("build", "--build-dir"), ("check", "--output"), ("check", "--format", "json", "--output")],
    ids=["build", "text", "json"],
)
def test_place_that_cannot_be_written_is_named(
    run: Run, content: Path, places: dict[str, tuple[Path, str]], place: str, words: tuple[str, ...]
) -> None:
    path, reason = places[place]
    ended = run("--content", content, *words, path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"写不了 {path}：{reason}。\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_on_a_full_disk_is_told(run: Run) -> None:
    ended = run("--content", CONTENT, "check", "--output", "/dev/full")
    assert ended == (2, "", "写不了 /dev/full：磁盘满了。\n")


def test_summary_that_cannot_be_written_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    ended = run("--content", CONTENT, "check", "--format", "github")
    assert (ended.code, ended.err) == (2, "写不了 nowhere/summary.md：这里建不了文件。\n")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("new", "2024/xianghuaqiao-dangqun/xin"), "projects/2024/xianghuaqiao-dangqun/xin.toml"),
        (("schema",), "project.schema.json"),
    ],
)
def test_content_that_cannot_be_written_is_told(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], place: str
) -> None:
    monkeypatch.setattr(Path, "open", refuse(errno.ENOENT))
    ended = run("--content", content, *words)
    assert ended == (2, "", f"写不了 {content / place}：这里建不了文件。\n")


def refuse(number: int) -> Callable[..., NoReturn]:
    """Make a function that refuses as the system does, which does not always say what."""

    def call(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return call


@pytest.mark.parametrize(
    "call",
    [
        "mkdocs.utils.write_file",
        "mkdocs.utils.copy_file",
        "generator.publish.write._replace_file",
        "generator.publish.write._put_aside",
        "generator.pipeline.put_in_place",
        "generator.pipeline.publish_index",
        "generator.render.search.indexing._sync_pages",
        "generator.pipeline.Memory.store",
        "generator.publish.state.Completion.declare",
    ],
)
def test_refusal_in_the_middle_of_a_build_is_told_with_the_folder(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    add(content, good=GOOD)
    leave_out_rules(monkeypatch)
    monkeypatch.setattr(call, refuse(errno.ENOSPC))
    ended = run("--content", content, "build", "--build-dir", tmp_path / "build")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"读写不了 {tmp_path / 'build'}")
    assert ended.err.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="this system runs no scripts")
@pytest.mark.parametrize(
    "words",
    [
        "Error: No space left on device (os error 28)",
        'called `Result::unwrap()` on an `Err` value: Os { code: 28, kind: StorageFull, message: "" }',
    ],
)
def test_full_disk_that_pagefind_meets_is_told(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    leave_out_rules(monkeypatch)
    script = tmp_path / "pagefind"
    script.write_text(f"#!/bin/sh\ncat <<'END'\n{words}\nEND\nexit 1\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(indexing, "_find_pagefind", lambda: script)
    ended = run("--content", content, "build", "--build-dir", tmp_path / "build")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"读写不了 {tmp_path / 'build'}")
    assert ended.err.endswith("磁盘满了。\n")
