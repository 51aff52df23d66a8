"""`datapackage.json`: what the CSV files hold, for programs that know Frictionless Data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from generator.model.data_table import CellType, Column, DataTable
from generator.render.exports.columns import PROVENANCE, TABLES

_KEYS = {table.name: table.key[0] for table in TABLES}


@dataclass(frozen=True, slots=True)
class Digest:
    """How long a file is, and its SHA-256, so that whoever has it can tell whether it is whole."""

    size: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> "Digest":
        """Take the digest of a file."""
        return cls(len(content), sha256(content).hexdigest())


def describe_package(
    about: Mapping[str, Any], files: Iterable[tuple[DataTable[Any], Digest]]
) -> dict[str, Any]:
    """Describe the CSV files of whole tables."""
    licence = {"name": "data-licence", "title": about["licence"]["name"], "path": about["licence"]["url"]}
    return {
        "profile": "tabular-data-package",
        "name": "jixiao",
        "title": about["title"],
        "description": "财政项目支出绩效自评表：照原表录入的数据、按公开办法的复算、自动检查的结果。"
        "金额一律折成元。文字以 = + - @ 等开头的，前面加了一个撇号，免得表格软件当成公式；读取时去掉即可。",
        "licenses": [{name: text for name, text in licence.items() if text}],
        "sources": [{"title": about["publisher"], "path": about["source"]}],
        "revision": about["revision"],
        "rule_set": about["rule_set"],
        "profiles": about["profiles"],
        "edition": about["edition"],
        "resources": [_describe_file(table, digest) for table, digest in files],
    }


def _describe_file(table: DataTable[Any], digest: Digest) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.meaning,
        "path": table.file("csv"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": digest.size,
        "hash": f"sha256:{digest.sha256}",
        "schema": describe_schema(table.columns + PROVENANCE, table.key),
    }


def describe_schema(columns: Sequence[Column[Any]], key: Sequence[str]) -> dict[str, Any]:
    """Describe columns by the Table Schema of Frictionless."""
    keys = [
        {"fields": [one.name], "reference": {"resource": one.refers, "fields": [_KEYS[one.refers]]}}
        for one in columns
        if one.refers
    ]
    return {
        "fields": [_describe_field(column) for column in columns],
        "primaryKey": list(key),
        "missingValues": [""],
        **({"foreignKeys": keys} if keys else {}),
    }


def _describe_field(column: Column[Any]) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.words:
        constraints["enum"] = list(column.words)
    meaning = column.meaning + (f"（{column.unit}）" if column.unit else "")
    return {
        "name": column.name,
        "title": column.title,
        "type": column.type.value,
        "description": meaning,
        **({"trueValues": ["true"], "falseValues": ["false"]} if column.type is CellType.BOOLEAN else {}),
        **({"constraints": constraints} if constraints else {}),
    }
