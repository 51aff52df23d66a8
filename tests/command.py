"""The command run by a test, and content made for it; `conftest` hands the fixtures to every test."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.cli import main
from tests.inline import CONTENT

FORM = 'name = "图书室开放经费"\nstatus = "published"\nfunds = { weight = 10 }\n'
GOOD = (
    FORM + '[[indicators]]\nname = "开放天数"\ntarget = "≥300天"\nactual = "310天"\nweight = 90\nscore = 90\n'
)
SHORT = GOOD.replace("weight = 90", "weight = 80").replace("score = 90", "score = 80")
"""A form whose weights do not add up, which is a doubt and no error."""
BROKEN = GOOD + "wieght = 1\n"
"""A form with an error in its last line."""


class Ended(NamedTuple):
    """How the command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """What it printed, as JSON."""
        document: dict[str, Any] = json.loads(self.out)
        return document


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process."""

    def run_words(*words: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["jixiao", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main.main()
        assert isinstance(left.value.code, int)
        return Ended(left.value.code, *capsys.readouterr())

    return run_words


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with the real profiles and units, and no projects."""
    folder = tmp_path / "content"
    ignored = shutil.ignore_patterns("projects", "project.schema.json")
    shutil.copytree(CONTENT, folder, ignore=ignored)
    (folder / "projects/2023/xianghuaqiao-dangqun").mkdir(parents=True)
    return folder


def add(content: Path, **projects: str) -> None:
    """Add projects of one unit by their slugs."""
    for slug, text in projects.items():
        find(content, slug).write_text(text, encoding="utf-8")


def find(content: Path, slug: str) -> Path:
    """Find the file of a project that was added."""
    return content / f"projects/2023/xianghuaqiao-dangqun/{slug}.toml"
