"""What rows of a form say of other rows: to which goal they belong, and which cells they share with the row above."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.load.faults import CONTRADICTING_MERGE, UNKNOWN_GOAL
from generator.load.quoting import show_seen
from generator.model.finding import Finding

_SHARED: Final = {
    "target": "年度指标值",
    "actual": "实际完成值",
    "measured": "实测值",
    "weight": "分值",
    "score": "得分",
    "reviewed": "审核得分",
}
"""The cells that a merged row has in common with the row above, and what they are called."""


def check_rows(table: Mapping[str, Any], path: str) -> Iterator[Finding]:
    """Check what indicators of a form say of goals and of one another; the table may be faulty otherwise."""
    goals, rows = table.get("goals", []), table.get("indicators", [])
    if not isinstance(rows, list):
        return
    for index, row in enumerate(rows):
        if isinstance(row, dict):
            key = f"indicators[{index}]"
            if isinstance(goals, list):
                yield from _check_goal(row.get("goal"), len(goals), path, f"{key}.goal")
            if row.get("merged") is True:
                yield from _check_merged(row, path, key, is_first=index == 0)


def _check_goal(goal: object, goals: int, path: str, key: str) -> Iterator[Finding]:
    if type(goal) is int and goal > goals:
        there = f"只有 {goals} 条" if goals else "没有"
        message = f"goal（所属目标）写的是第{show_seen(goal)} 条，而表里{there}年度总体目标。"
        suggestion = f"改成 1 到 {goals} 之间的数，或者补上" if goals else "删去 goal，或者补上"
        yield UNKNOWN_GOAL.at(path, message, key=key, suggestion=f"{suggestion}那一条 [[goals]]。")


def _check_merged(row: Mapping[str, Any], path: str, key: str, *, is_first: bool) -> Iterator[Finding]:
    if is_first:
        message = "第一行指标上面没有别的行，不能写 merged（与上一行合并）。"
        yield CONTRADICTING_MERGE.at(path, message, key=f"{key}.merged", suggestion="删去 merged 这一行。")
        return
    for name, title in _SHARED.items():
        if name in row and row[name] != "":
            message = f"这一行写了 merged，值与上一行是同一格，却另写了 {name}（{title}）。"
            suggestion = f"两行是同一格的，删去这一行的 {name}；不是同一格的，删去 merged。"
            yield CONTRADICTING_MERGE.at(path, message, key=f"{key}.{name}", suggestion=suggestion)
