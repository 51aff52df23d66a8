"""What README.md, README.zh-CN.md and CONTRIBUTING.md say is so."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.main import get_command

from generator.check import checking
from generator.cli.app import app
from generator.load import parse_form
from generator.runtime.progress import Silence
from tests.inline import CONTENT

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh-CN.md"]
DOCUMENTS = [*READMES, "CONTRIBUTING.md"]
EXAMPLE = "projects/2024/xianghuaqiao-dangqun/tushushi-kaifang.toml"
"""Where the readers are told to put the form of the README."""


class Block(NamedTuple):
    """A block of code and its language."""

    language: str
    text: str


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def list_blocks(document: str) -> list[Block]:
    return [Block(*found) for found in re.findall(r"^```(\w+)\n(.*?)^```$", read(document), re.M | re.S)]


def read_prose(document: str) -> str:
    return re.sub(r"^```.*?^```$", "", read(document), flags=re.M | re.S)


def find_block(document: str, language: str) -> str:
    (text,) = (block.text for block in list_blocks(document) if block.language == language)
    return text


def list_commands(document: str) -> list[str]:
    """List what is to be typed, without the comments."""
    blocks = [block.text for block in list_blocks(document) if block.language == "sh"]
    return [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]


def list_verbs() -> set[str]:
    return set(get_command(app).commands)  # type: ignore[attr-defined]


def strip_words(block: Block) -> str:
    """Leave of a block what is not to be translated: commands, paths, whole TOML and settings."""
    if block.language in ("toml", "nginx"):
        return block.text
    patterns = {"sh": r"\s+#.*$", "text": r"(?<=\S)\s.*$"}
    return re.sub(patterns[block.language], "", block.text, flags=re.M)


def test_both_readmes_have_the_same_headings() -> None:
    levels = [re.findall(r"^(#+) ", read_prose(document), re.M) for document in READMES]
    assert levels[0] == levels[1]


def test_both_readmes_have_the_same_code() -> None:
    english, chinese = ([strip_words(block) for block in list_blocks(document)] for document in READMES)
    assert english == chinese


@pytest.mark.parametrize("pattern", [r"^- \*\*", r"^\| `?([a-z ]+|[0-9]+)", r"!\[.*\]\((.*)\)"])
def test_both_readmes_have_the_same_lists_tables_and_pictures(pattern: str) -> None:
    english, chinese = (re.findall(pattern, read_prose(document), re.M) for document in READMES)
    assert english == chinese
    assert english


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_of_make_is_there(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", read(document), re.M))
    assert named
    assert named <= targets


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_verb_that_is_named_is_there(document: str) -> None:
    named = set(re.findall(r"(?:`|bin/)jixiao ([a-z]+)", read(document)))
    assert named
    assert named <= list_verbs()


@pytest.mark.parametrize("document", READMES)
def test_every_verb_is_named(document: str) -> None:
    assert list_verbs() <= set(re.findall(r"^\| `jixiao ([a-z]+)", read(document), re.M))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_is_named_is_there(document: str) -> None:
    paths = re.findall(r"`((?:\.?[a-z]+/)[\w./-]*|[A-Z]+(?:\.md)?|[a-z]+\.toml)`", read_prose(document))
    paths += re.findall(r"\]\(([^):]+)\)", read_prose(document))
    made_later = ("build/", ".venv/", "docs/images/", f"content/{EXAMPLE}")
    missing = [path for path in paths if not path.startswith(made_later) and not (ROOT / path).exists()]
    assert paths
    assert missing == []


@pytest.mark.skipif(not (ROOT / "docs/images").exists(), reason="the pictures are made of the finished site")
@pytest.mark.parametrize("document", READMES)
def test_every_picture_is_there(document: str) -> None:
    pictures = re.findall(r"\]\((docs/images/[^)]+)\)", read(document))
    assert pictures
    assert [path for path in pictures if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("document", READMES)
def test_every_place_on_the_map_is_there(document: str) -> None:
    folder = ROOT
    for line in find_block(document, "text").splitlines():
        place = line.split()[0]
        folder = folder if line.startswith(" ") else ROOT / place
        assert (folder / place if line.startswith(" ") else folder).exists(), place


@pytest.mark.parametrize("part", sorted(path.name for path in CONTENT.iterdir() if path.suffix != ".json"))
def test_everything_in_content_is_on_the_map(part: str) -> None:
    assert f"  {part}" in find_block("README.md", "text")


def test_the_form_of_the_readme_is_whole_and_without_findings(tmp_path: Path) -> None:
    text = find_block("README.md", "toml")
    content = tmp_path / "content"
    for file in CONTENT.rglob("*"):
        if file.is_file() and "projects" not in file.parts:
            (content / file.relative_to(CONTENT)).parent.mkdir(parents=True, exist_ok=True)
            (content / file.relative_to(CONTENT)).write_bytes(file.read_bytes())
    (content / EXAMPLE).parent.mkdir(parents=True)
    (content / EXAMPLE).write_text(text, encoding="utf-8")
    checked = checking.check(content, Silence())
    assert checked.findings == ()
    (assessment,) = checked.assessments
    form = parse_form(text, EXAMPLE).value
    assert form is not None
    assert assessment.sheet.total.accepted == form.reported.total
    assert assessment.sheet.grade == form.reported.grade


@pytest.mark.parametrize("document", READMES)
def test_the_commands_name_the_place_of_the_form(document: str) -> None:
    assert f"`content/{EXAMPLE}`" in read(document)
    assert f".venv/bin/jixiao check content/{EXAMPLE}" in list_commands(document)


@pytest.mark.parametrize("document", READMES)
def test_every_exit_code_is_told(document: str) -> None:
    assert re.findall(r"^\| ([0-9]+) \|", read(document), re.M) == ["0", "1", "2", "70"]
