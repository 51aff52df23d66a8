"""The command on terminals, in pipes and in any locale."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.command import BROKEN, SHORT, Run, add
from tests.inline import CONTENT


def see_on_a_terminal(monkeypatch: pytest.MonkeyPatch, **more: str) -> None:
    for key in ("NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLORTERM"):
        monkeypatch.delenv(key, raising=False)
    for key, value in {"TERM": "xterm", "FORCE_COLOR": "1", **more}.items():
        monkeypatch.setenv(key, value)


def test_a_terminal_gets_colours_and_progress(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    see_on_a_terminal(monkeypatch)
    add(content, bad=BROKEN)
    ended = run("--content", content, "check")
    assert "\x1b[1;31m必须改正" in ended.out
    assert "读取" in ended.err


def test_no_color_takes_all_styles_away(run: Run, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    see_on_a_terminal(monkeypatch, NO_COLOR="1")
    add(content, bad=BROKEN)
    assert "\x1b" not in run("--content", content, "check").out


def test_json_has_no_colours_even_on_a_terminal(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    see_on_a_terminal(monkeypatch)
    add(content, bad=BROKEN)
    assert "\x1b" not in run("--content", content, "check", "--format", "json").out


def test_a_pipe_gets_neither_colours_nor_progress(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    add(content, short=SHORT)
    ended = run("--content", content, "check")
    assert "\x1b" not in ended.out
    assert ended.err == ""


def test_lines_are_not_broken_where_nobody_looks_on(run: Run, content: Path) -> None:
    add(content, bad=f'name = "{"长" * 300}"\n[[indicators]]\nname = "甲"\nwieght = 1\n')
    ended = run("--content", content, "score")
    assert max(map(len, ended.err.splitlines())) > 80


def start(*words: str | Path, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    arguments = [sys.executable, "-m", "generator", "--content", CONTENT, *words]
    return subprocess.run(arguments, check=False, stderr=subprocess.PIPE, **settings)


def test_output_is_utf8_whatever_the_locale() -> None:
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ended = start("check", stdout=subprocess.PIPE, env=plain | locale)
    assert "检查了" in ended.stdout.decode("utf-8")
    assert ended.stderr == b""


def test_a_reader_who_has_gone_away_changes_nothing() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = start("score", stdout=writing)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to write to")
def test_a_result_that_cannot_be_written_is_no_success() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = start("score", stdout=full)
    assert (ended.returncode, ended.stderr.decode()) == (2, "读写不了 输出：磁盘满了。\n")


def test_nobody_to_write_to_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run("--content", CONTENT, "check").code == 0


HEAVY = {"jinja2", "markdown", "mkdocs", "pagefind_bin", "sqlite3", "tree_sitter", "tree_sitter_toml"}
"""What takes long to load, and is of no use where nothing is built and nothing is found."""


@pytest.mark.parametrize("verb", ["check", "score"])
def test_heavy_libraries_are_not_loaded_where_they_are_of_no_use(content: Path, verb: str) -> None:
    program = (
        "import sys; from generator.cli.main import run; code = run();"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr); sys.exit(code)"
    )
    arguments = [sys.executable, "-c", program, "--content", str(content), verb]
    ended = subprocess.run(arguments, check=True, capture_output=True, encoding="utf-8")
    assert HEAVY.isdisjoint(ended.stderr.split())
