"""Exports of small corpora, and readers that bring each format back to rows."""

import csv
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import openpyxl

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.data_table import CellType, DataTable
from generator.model.finding import Finding
from generator.model.history import FileHistory, History
from generator.model.site import Edition
from generator.render.exports import Contents, Provenance, export_files
from generator.render.exports.delimited import APOSTROPHE
from tests.render.samples import CATALOGUE, small_corpus

DAY = date(2024, 3, 1)
REVISION = "0123456789abcdef0123456789abcdef01234567"

Findings = Mapping[str, Sequence[Finding]]
Exported = dict[str, bytes]


def make_provenance(corpus: Corpus, edition: Edition = Edition.PUBLIC) -> Provenance:
    assert corpus.site is not None
    return Provenance.of(corpus.site, edition, REVISION, "1.0", corpus.profiles)


def export(
    corpus: Corpus,
    assessments: Sequence[Assessment],
    findings: Findings,
    edition: Edition = Edition.PUBLIC,
    history: History | None = None,
) -> Exported:
    """Export a corpus, by path; unless a history says otherwise, one commit made all of it."""
    ordered = sorted(assessments, key=lambda one: one.project.place)
    if history is None:
        made = FileHistory(DAY, DAY, commit=REVISION)
        history = {one.project.place.path: made for one in ordered}
    contents = Contents(corpus, ordered, findings, CATALOGUE, history)
    files = list(export_files(contents, make_provenance(corpus, edition)))
    assert len(dict(files)) == len(files), "two files of one name"
    return {path: content for path, content in files if content is not None}


def export_small() -> Exported:
    return export(*small_corpus())


def read_json(content: bytes) -> Any:
    return json.loads(content, parse_float=Decimal)


def read_objects(content: bytes) -> list[tuple[Any, ...]]:
    """Read the rows of a JSON file."""
    return [tuple(row.values()) for row in read_json(content)["rows"]]


def read_csv(content: bytes, table: DataTable[Any]) -> list[tuple[Any, ...]]:
    """Read the rows of a CSV file as its page of documentation says, without where they come from."""
    lines = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    next(lines)
    return [
        tuple(_read_cell(text, column.type) for text, column in zip(line[:-4], table.columns, strict=True))
        for line in lines
    ]


def _read_cell(text: str, kind: CellType) -> Any:
    if kind is CellType.TEXT:
        return text.removeprefix(APOSTROPHE)
    if kind is CellType.BOOLEAN:
        return {"true": True, "false": False}[text]
    return Decimal(text) if text else None


def open_workbook(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def query(content: bytes, statement: str) -> list[tuple[Any, ...]]:
    """Ask a database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        return connection.execute(statement).fetchall()


def read_database(content: bytes, table: DataTable[Any]) -> list[tuple[Any, ...]]:
    """Read the rows of a table, with numbers as they were filed."""
    return [
        tuple(_restore(cell, column.type) for cell, column in zip(row, table.columns, strict=True))
        for row in query(content, f"SELECT * FROM {table.name} ORDER BY {', '.join(table.key)}")
    ]


def _restore(cell: Any, kind: CellType) -> Any:
    if kind is CellType.NUMBER and cell is not None:
        return Decimal(str(cell))
    return bool(cell) if kind is CellType.BOOLEAN else cell
