"""The JSON Schema of project files, from the model, so that editors complete and check keys."""

import json
from typing import Any

from generator.model.form import Form

_TITLES = {
    "Amounts": "预算数与执行数",
    "FormKind": "表的种类",
    "Funds": "项目资金",
    "FundsSource": "资金来源明细",
    "Goal": "年度总体目标",
    "Indicator": "绩效指标",
    "MoneyUnit": "金额单位",
    "Note": "文字说明",
    "Reported": "表上印出的结果",
    "Review": "审核意见",
    "Status": "状态",
    "Waiver": "对检查结果的说明",
}
"""What the tables are called in Chinese; a table that is missing here is shown without a name."""


def render_schema() -> str:
    """Render the schema as JSON text, the same for the same model.

    It is one of draft 7, which the editors' TOML extensions read.
    """
    schema = _simplify(Form.model_json_schema(ref_template="#/definitions/{model}"))
    definitions = schema.pop("$defs")
    for name, definition in definitions.items():
        definition.pop("title", None)
        if name in _TITLES:
            definition["title"] = _TITLES[name]
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "财政项目支出绩效自评表",
        "description": "一个项目一个文件：projects/年度/单位代号/项目代号.toml。"
        "年度、单位和代号由文件的位置决定，不写在文件里。",
    }
    rest = {key: schema[key] for key in sorted(schema) if key not in head}
    return json.dumps(head | rest | {"definitions": definitions}, ensure_ascii=False, indent=2) + "\n"


def _simplify(node: Any) -> Any:
    """Leave out what TOML does not have (null) and what only programmers read (docstrings).

    A reference stands alone in draft 7; what is said beside it would not be seen, so it is wrapped.
    """
    if isinstance(node, list):
        return [_simplify(one) for one in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:
        (only,) = [one for one in node["anyOf"] if one != {"type": "null"}]
        node = {**only, **{key: value for key, value in node.items() if key != "anyOf"}}
    if "properties" in node or "enum" in node:
        node = {key: value for key, value in node.items() if key != "description"}
    if node.get("default", 0) in (None, "", [], {}) or isinstance(node.get("default"), dict):
        node = {key: value for key, value in node.items() if key != "default"}
    if "$ref" in node and len(node) > 1:
        node = {"allOf": [{"$ref": node["$ref"]}]} | {key: node[key] for key in node if key != "$ref"}
    return {key: _simplify(value) for key, value in node.items()}
