"""The JSON Schema of the documents below `api/`, made of the columns of the tables."""

from collections.abc import Mapping
from typing import Any

from generator.model.data_table import CellType, Column, DataTable
from generator.render.exports.columns import BELOW_PROJECT, DEPARTMENTS, PROJECTS, TABLES, UNITS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}


def describe_documents() -> Schema:
    """Describe all documents; which one it is, is told by its `kind`."""
    kinds = {
        "project": {
            "project": _refer(PROJECTS),
            **{table.name: _list(table) for table in BELOW_PROJECT},
        },
        "department": {"department": _refer(DEPARTMENTS), "units": _list(UNITS), "projects": _list(PROJECTS)},
        "unit": {"unit": _refer(UNITS), "projects": _list(PROJECTS)},
        "year": {"year": {"type": "integer", "title": "年度"}, "projects": _list(PROJECTS)},
        "index": _describe_index(),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "财政项目支出绩效自评数据",
        "description": "api/v1/ 下面的每个文件。数一律写成 JSON 的数，位数照原样；空着的数是 null，空着的文字是空串。",
        "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in kinds],
        "$defs": {
            "about": _describe_about(),
            **{f"{table.name}_row": _describe_row(table) for table in TABLES},
            **{kind: _describe_document(kind, members) for kind, members in kinds.items()},
        },
    }


def _describe_document(kind: str, members: Mapping[str, Schema]) -> Schema:
    return _require_all({"kind": {"const": kind}, "about": {"$ref": "#/$defs/about"}, **members})


def _describe_about() -> Schema:
    return _require_all(
        {
            "title": {**_TEXT, "title": "网站名称"},
            "publisher": {**_TEXT, "title": "发布单位"},
            "source": {**_TEXT, "title": "网页"},
            "licence": _require_all({"name": _TEXT, "url": _TEXT}),
            "repository": {**_TEXT, "title": "数据仓库"},
            "revision": {"type": ["string", "null"], "title": "数据版本"},
            "rule_set": {**_TEXT, "title": "规则版本"},
            "profiles": {"type": "object", "title": "办法版本", "additionalProperties": _TEXT},
            "edition": {"enum": ["public", "internal"]},
        }
    )


def _describe_index() -> dict[str, Schema]:
    year = _require_all({"year": {"type": "integer"}, "projects": {"type": "integer"}, "path": _TEXT})
    listed = _require_all({"id": _TEXT, "name": _TEXT, "projects": {"type": "integer"}, "path": _TEXT})
    return {
        "schema": _TEXT,
        "data": _TEXT,
        "project_path": _TEXT,
        "project_csv_path": _TEXT,
        "years": {"type": "array", "items": year},
        "departments": {"type": "array", "items": listed},
        "units": {"type": "array", "items": listed},
    }


def _describe_row(table: DataTable[Any]) -> Schema:
    return {
        "title": table.title,
        **_require_all({column.name: _describe_cell(column) for column in table.columns}),
    }


def _describe_cell(column: Column[Any]) -> Schema:
    may_miss = column.type is CellType.NUMBER
    meaning = column.meaning + (f"（{column.unit}）" if column.unit else "")
    return {
        "title": column.title,
        **({"description": meaning} if meaning else {}),
        "type": [column.type.value, "null"] if may_miss else column.type.value,
        **({"enum": list(column.words)} if column.words else {}),
    }


def _require_all(members: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(members),
        "required": list(members),
        "additionalProperties": False,
    }


def _refer(table: DataTable[Any]) -> Schema:
    return {"$ref": f"#/$defs/{table.name}_row"}


def _list(table: DataTable[Any]) -> Schema:
    return {"type": "array", "items": _refer(table)}
