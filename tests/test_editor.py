"""The schema as an editor uses it: Tombi, which is behind the TOML extensions of editors, reads the real content."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.cli.new import start_form
from tests.inline import CONTENT

UNIT = "xianghuaqiao-dangqun"
FORM = f"projects/2023/{UNIT}/dangjian-gongzuo.toml"


def find_tombi() -> str:
    beside = shutil.which("tombi", path=Path(sys.executable).parent)
    return beside or shutil.which("tombi") or pytest.skip("Tombi is not installed here: `pip install tombi`")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the real content."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def lint(*paths: Path) -> list[tuple[int, str]]:
    """Let Tombi judge files without any network, and list the lines that it complains of, and how."""
    command = [find_tombi(), "lint", "--offline", "--error-on-warnings", "--quiet", *map(str, paths)]
    ended = subprocess.run(command, capture_output=True, text=True, env={"NO_COLOR": "1"}, check=False)
    said = re.sub(r"\x1b\[[0-9;]*m", "", ended.stdout + ended.stderr)
    found = re.findall(r"(?:Error|Warning): (.*)\n\s+at .+?:(\d+):\d+", said)
    assert bool(found) == bool(ended.returncode), said
    return [(int(line), complaint) for complaint, line in found]


def test_published_forms_are_right_for_the_schema() -> None:
    assert lint(*sorted((CONTENT / "projects").rglob("*.toml"))) == []


def test_templates_of_new_forms_are_right_for_the_schema(content: Path) -> None:
    files = [start_form(content, f"2024/{UNIT}/{slug}") for slug in ("dangjian-gongzuo", "new")]
    assert lint(*files) == []


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('status = "published"', 'status = "finished"', "must be one of"),
        ("weight = 10", "wieght = 10", '"wieght" is not allowed'),
        ("score = 10", 'score = "10"', "String"),
        ('name = "党建工作专项经费"', "", "name"),
        ('unit = "元"', 'unit = "千元"', "must be one of"),
    ],
)
def test_editor_marks_what_is_wrong_at_its_line(
    content: Path, right: str, wrong: str, complaint: str
) -> None:
    file = content / FORM
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    (found,) = lint(file)
    assert complaint in found[1]
    if wrong:
        assert text.splitlines()[found[0] - 1] == right


def list_keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """List every key of every table that a form may have."""
    tables = {"": schema, **schema["definitions"]}
    for table, definition in tables.items():
        yield from ((f"{table}.{key}", value) for key, value in definition.get("properties", {}).items())


def test_editor_shows_the_official_name_of_every_key() -> None:
    schema = json.loads((CONTENT / "project.schema.json").read_text(encoding="utf-8"))
    keys = dict(list_keys(schema))
    assert len(keys) > 30
    assert not [key for key, value in keys.items() if not re.search("[一-鿿]", value.get("title", ""))]


def test_editor_shows_no_english_sentence() -> None:
    text = (CONTENT / "project.schema.json").read_text(encoding="utf-8")
    shown = re.findall(r'"(?:title|description)": "(.*)"', text)
    assert not [one for one in shown if re.search("[A-Za-z]+ [a-z]+ [a-z]+", one)]
