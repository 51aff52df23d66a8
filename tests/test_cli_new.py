"""The verb `new`: what it prints where, and with which code it ends."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.app import COULD_NOT_RUN
from generator.cli.main import run
from tests.inline import CONTENT

Start = Callable[..., int]

UNIT = "xianghuaqiao-dangqun"


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real content in the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Start:
    """Run the verb in this process."""

    def run_words(*words: str) -> int:
        monkeypatch.setattr(sys, "argv", ["jixiao", "new", *words])
        return run()

    return run_words


def test_new_prints_the_path_of_the_file(
    content: Path, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(f"2024/{UNIT}/dangjian-gongzuo") == 0
    printed = capsys.readouterr()
    assert printed.out == f"content/projects/2024/{UNIT}/dangjian-gongzuo.toml\n"
    assert printed.err == ""
    assert (content.parent / printed.out.strip()).is_file()


def test_new_takes_over_from_the_form_that_was_named(content: Path, start: Start) -> None:
    assert start(f"2024/{UNIT}/renamed", "--from", f"2023/{UNIT}/dangjian-gongzuo") == 0
    text = (content / f"projects/2024/{UNIT}/renamed.toml").read_text(encoding="utf-8")
    assert f'previous = "2023/{UNIT}/dangjian-gongzuo"' in text


def test_new_ends_with_one_sentence_where_it_cannot_run(
    start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(f"2023/{UNIT}/dangjian-gongzuo") == COULD_NOT_RUN
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"content/projects/2023/{UNIT}/dangjian-gongzuo.toml 已经有了，没有改动。\n"
