"""The first sheet of every workbook: where the data comes from, by what right it is used, and how to read it."""

from collections.abc import Mapping
from typing import Any

from generator.render.exports.cells import Row
from generator.render.exports.workbook import Heading, Sheet

_HEADINGS = (Heading("项目"), Heading("内容"))


def describe_workbook(about: Mapping[str, Any]) -> Sheet:
    """Tell a person what a workbook holds."""
    licence, profiles = about["licence"], about["profiles"]
    rows: list[Row] = [
        ("数据", f"{about['title']}：财政项目支出绩效自评表"),
        ("发布单位", about["publisher"]),
        ("网页", about["source"]),
        ("数据许可", licence["name"]),
        ("许可全文", licence["url"]),
        ("数据仓库", about["repository"]),
        ("数据版本", about["revision"] or "不知道：内容不在仓库里，或者没有取来全部的更改记录"),
        ("规则版本", about["rule_set"]),
        ("办法版本", " ".join(f"{name}@{version}" for name, version in profiles.items())),
        ("金额", "一律折成元；表上用的单位另有一栏"),
        ("空格", "原表没有填，或者没有评；不是零"),
        ("已撤回的项目", "留作查考，不应计入合计"),
        ("数", "超过 15 位的数，表格软件存不下，写成文字"),
        ("每一栏的含义", "见网页上的“数据字典”"),
    ]
    if about["edition"] == "internal":
        rows.insert(0, ("内部版", "含有没有公开的项目，不要外传"))
    return Sheet("说明", _HEADINGS, rows)
