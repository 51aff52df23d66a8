"""The keys that a table may have: how paths of them are written, what they are called, which was meant."""

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.load.quoting import shorten
from generator.model.anchors import format_step
from generator.model.form import Form

Steps = Sequence[str | int]
"""A key path taken apart: `("indicators", 3, "score")`."""

_OTHER_NAMES = {
    "三级指标名称": "三级指标",
    "指标名称": "三级指标",
    "指标": "三级指标",
    "年度指标": "年度指标值",
    "指标值": "年度指标值",
    "目标值": "年度指标值",
    "完成值": "实际完成值",
    "实际值": "实际完成值",
    "权重": "分值",
    "自评得分": "得分",
    "偏差原因": "偏差原因分析及改进措施",
    "偏差原因分析": "偏差原因分析及改进措施",
    "改进措施": "偏差原因分析及改进措施",
    "备注": "偏差原因分析及改进措施",
    "自评总分": "总分",
    "评价等次": "评价等级",
    "项目": "项目名称",
    "项目名": "项目名称",
    "分值": "预算执行率分值",
    "得分": "预算执行率得分",
    "主管部门": "主管部门的代号",
    "主管部门及代码": "主管部门",
    "项目代码": "项目编码",
    "项目编号": "项目编码",
    "实施期限": "实施期",
    "填报时间": "填报日期",
    "填表日期": "填报日期",
    "财政评分": "审核得分",
    "主管部门评分": "审核得分",
}
"""Names that forms use beside the official ones, by which a table has them."""

_TOLD_BY_PLACE = {"year", "unit", "id", "slug", "年度", "单位", "实施单位"}
"""What the file's place says already."""


def format_key(steps: Steps) -> str:
    """Write a key path as findings carry it, such as `indicators[3].score`; odd keys in double quotes."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f"{'.' if path else ''}{format_step(step)}"
    return path


def show_step(key: str) -> str:
    """Write one key as `format_step` does, but short enough for a message."""
    return shorten(format_step(key))


def find_field(model: type[BaseModel], steps: Steps) -> tuple[Any, FieldInfo | None]:
    """Find what a key path leads to: the type expected there, and the field that the last name belongs to."""
    kind: Any = model
    field: FieldInfo | None = None
    for step in steps:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            field = list_fields(kind).get(str(step))
            if field is None:
                return None, None
            kind = _strip(field.annotation)
        else:
            arguments = get_args(kind)
            kind = _strip(arguments[0 if get_origin(kind) is tuple else -1]) if arguments else None
    return kind, field


@cache
def list_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """List the fields of a table by the keys that files write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _strip(annotation: Any) -> Any:
    """Take `Annotated` and `| None` off a type."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        else:
            return annotation


def name_key(model: type[BaseModel], steps: Steps) -> str:
    """Name the key at the end of a path with its title: `weight（分值）`; without one, with a blank behind it."""
    _, field = find_field(model, steps)
    names = [step for step in steps if isinstance(step, str)]
    shown = show_step(names[-1]) if names else ""
    return f"{shown}（{field.title}）" if field is not None and field.title else f"{shown} "


def guess_key(key: str, model: type[BaseModel]) -> str | None:
    """Guess which key of a table a misspelt one or an official Chinese name stands for."""
    titles = _titles(model)
    wanted = unicodedata.normalize("NFKC", key).strip("(): ")
    for known, title in titles.items():
        if title and title in (wanted, _OTHER_NAMES.get(wanted)):
            return known
    if close := get_close_matches(wanted.lower(), titles, n=1, cutoff=0.7):
        return close[0]
    if close := get_close_matches(wanted, list(titles.values()), n=1, cutoff=0.6):
        return next(known for known, title in titles.items() if title == close[0])
    return None


def list_keys(model: type[BaseModel]) -> str:
    """List the keys of a table with their titles."""
    return "、".join(f"{key}（{title}）" if title else key for key, title in _titles(model).items())


def find_homes(key: str) -> list[str]:
    """List the tables of a form that do have this key, as headers; the top of the file is an empty one."""
    return [header for header, model in _form_tables().items() if key in model.model_fields]


def is_told_by_place(key: str) -> bool:
    """Tell whether a key repeats what the folders of a project file say."""
    return key in _TOLD_BY_PLACE


@cache
def _titles(model: type[BaseModel]) -> dict[str, str]:
    return {key: field.title or "" for key, field in list_fields(model).items()}


@cache
def _form_tables() -> dict[str, type[BaseModel]]:
    """Every table of a form by the header that opens it."""
    return {"": Form} | dict(_list_tables(Form, ""))


def _list_tables(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, type[BaseModel]]]:
    for key in model.model_fields:
        kind, _ = find_field(model, (key,))
        is_list = get_origin(kind) is tuple
        inner = find_field(model, (key, 0))[0] if is_list else kind
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield (f"[[{prefix}{key}]]" if is_list else f"[{prefix}{key}]"), inner
            yield from _list_tables(inner, f"{prefix}{key}.")
