"""The JSON Schema of project files."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli
from jsonschema import Draft7Validator

from generator.load.schema import render_schema
from tests.inline import CONTENT
from tests.load.trees import FORM

SCHEMA: dict[str, Any] = json.loads(render_schema())


def list_complaints(text: str) -> list[str]:
    """What an editor would underline in a form."""
    return [error.json_path for error in Draft7Validator(SCHEMA).iter_errors(tomli.loads(text))]


def list_nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of the schema."""
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from list_nodes(child)


def test_the_written_schema_is_fresh() -> None:
    written = (CONTENT / "project.schema.json").read_text(encoding="utf-8")
    assert written == render_schema(), "write it anew: jixiao schema"


def test_the_schema_is_one_of_draft_7() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMA)


def test_nothing_stands_beside_a_reference_which_draft_7_would_not_see() -> None:
    references = [node for node in list_nodes(SCHEMA) if "$ref" in node]
    assert references
    assert all(len(node) == 1 for node in references)
    assert all(node["$ref"].startswith("#/definitions/") for node in references)


@pytest.mark.parametrize("file", sorted((CONTENT / "projects").rglob("*.toml")), ids=lambda file: file.stem)
def test_published_forms_fit_the_schema(file: Path) -> None:
    assert list_complaints(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", sorted((CONTENT / "projects").rglob("*.toml")), ids=lambda file: file.stem)
def test_published_forms_name_the_schema_by_its_place(file: Path) -> None:
    head = file.read_text(encoding="utf-8").partition("\n")[0]
    assert (file.parent / head.removeprefix("#:schema ")).resolve() == (
        CONTENT / "project.schema.json"
    ).resolve()


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("score = 90", "scroe = 90", "$.indicators[0]"),
        ("status", "statsu", "$"),
        ("weight = 10\n", 'weight = "10"\n', "$.funds.weight"),
        ('"≥300天"', "300", "$.indicators[0].target"),
        ('"published"', '"finished"', "$.status"),
        ('name = "开放天数"\n', "", "$.indicators[0]"),
        ('"开放天数"', '" "', "$.indicators[0].name"),
        ("[[goals]]", "[goals]", "$.goals"),
    ],
)
def test_what_loading_refuses_the_schema_refuses(old: str, new: str, path: str) -> None:
    assert list_complaints(FORM.replace(old, new, 1)) == [path]


@pytest.mark.parametrize("told", ["title", "description"])
def test_every_key_has_its_official_name_and_says_what_to_write(told: str) -> None:
    silent = [
        key
        for node in list_nodes(SCHEMA)
        for key, field in node.get("properties", {}).items()
        if not any("\u4e00" <= char <= "\u9fff" for char in field[told])
    ]
    assert silent == []


def test_every_table_has_a_chinese_name_and_no_docstring() -> None:
    for name, definition in SCHEMA["definitions"].items():
        assert not definition["title"].isascii(), name
        assert "description" not in definition, name


def test_the_schema_is_plain_json_in_chinese() -> None:
    text = render_schema()
    assert "\\u" not in text
    assert text.endswith("}\n")
    assert json.loads(text, parse_float=Decimal) == json.loads(text)
