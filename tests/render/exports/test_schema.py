"""The JSON Schema, and the documents that it describes."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from generator.model.data_table import API
from generator.render.exports.schema import describe_documents
from tests.render.exports.samples import export, export_small, read_json
from tests.render.hostile import TEXTS, make_hostile_corpus

SCHEMA = f"{API}/schema.json"


def list_documents() -> dict[str, Any]:
    files = export_small() | export(*make_hostile_corpus(TEXTS[:3]))
    return {
        path: read_json(file)
        for path, file in files.items()
        if path.startswith(API) and path.endswith(".json") and path != SCHEMA
    }


def test_schema_is_one_and_is_published() -> None:
    Draft202012Validator.check_schema(describe_documents())
    assert json.loads(export_small()[SCHEMA]) == describe_documents()


def test_every_document_is_as_the_schema_says() -> None:
    validator = Draft202012Validator(describe_documents())
    documents = list_documents()
    assert {document["kind"] for document in documents.values()} == {
        "project",
        "unit",
        "department",
        "year",
        "index",
    }
    for document in documents.values():
        validator.validate(document)


@pytest.mark.parametrize("member", ["about", "projects", "year"])
def test_a_document_that_lacks_a_member_is_refused(member: str) -> None:
    document = list_documents()[f"{API}/years/2023.json"]
    del document[member]
    with pytest.raises(ValidationError):
        Draft202012Validator(describe_documents()).validate(document)


def test_every_row_of_a_document_has_a_row_in_the_schema() -> None:
    definitions = describe_documents()["$defs"]
    project = list_documents()[f"{API}/projects/2023/dangqun/dangjian.json"]
    assert list(project["project"]) == list(definitions["projects_row"]["properties"])
    assert list(project["indicators"][0]) == list(definitions["indicators_row"]["properties"])
