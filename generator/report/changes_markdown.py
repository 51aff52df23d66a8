"""`diff --format markdown`: what a change means, for a reviewer, in one comment; a table first, the details folded."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from generator.model.change import ChangeKind, Changes, Direction, OtherChange, Part, ProjectChange, Standing
from generator.model.finding import Finding, Severity
from generator.report.change_lines import (
    KINDS,
    NAME,
    NOTHING,
    list_changes,
    list_findings,
    show_money,
    show_points,
)
from generator.report.comments import LONGEST, measure, take
from generator.report.quoting import quote, quote_in_html

LONGEST_FIRST, LONGEST_TABLE, LONGEST_OTHERS, LONGEST_DETAILS = 6_000, 24_000, 6_000, 6_000
"""Characters of what is told first, of the table, of all else beside projects, and of the details of one project."""

LONGEST_NOTE = 100
"""Characters of the note that something was left out."""

MOST_ROWS = 100
"""Projects in the table."""

MOST_NAMES = 10
"""Names in a line."""

_COLUMNS: dict[str, Callable[[Standing], str]] = {
    "自评总分": lambda side: show_points(side.claimed),
    "认定总分": lambda side: show_points(side.accepted),
    "等级": lambda side: quote(side.grade, NAME) if side.grade else NOTHING,
    "全年预算数（元）": lambda side: show_money(side.adjusted),
    "全年执行数（元）": lambda side: show_money(side.executed),
}
_TITLES = ("项目", "改动", *_COLUMNS, "新问题", "消除的问题")
_PARTS = {
    Part.HIDDEN: "隐藏文件（自动检查、git 的设置都在这里）",
    Part.LINK: "符号链接",
    Part.FILE: "内容文件夹以外的文件",
    Part.SITE: "发布者信息",
    Part.PROFILE: "评分办法",
    Part.ORGANISATIONS: "单位登记",
    Part.DEPARTMENT: "主管部门",
    Part.UNIT: "实施单位",
    Part.CALL: "报送通知",
    Part.PAGE: "说明页面",
}


def render_changes(changes: Changes) -> str:
    """Render changes as Markdown that no text of content can add to; it says how much of it is left out as too long."""
    if not changes:
        return f"{_name_revisions(changes)}，内容没有实质的变化。\n"
    projects = sorted(changes.projects, key=_order_project)
    blocks = [
        *_render_first(changes),
        _summarise(changes),
        *_render_table(projects),
        *_render_others(changes),
    ]
    room = LONGEST - sum(map(measure, blocks)) - LONGEST_NOTE
    detailed = [change for change in projects if any(list_changes(change))]
    shown = list(take(map(_render_details, detailed), room))
    left = _tell_left(len(detailed) - len(shown), "另有 {} 个项目的详情没有列出。\n")
    return "\n".join([*blocks, *shown, *left])


def _tell_left(number: int, sentence: str) -> Iterator[str]:
    if number:
        yield sentence.format(number)


def _order_project(change: ProjectChange) -> tuple[int, int, int, str]:
    """Put first what a reviewer must not miss, for the end may be cut off."""
    new = [finding.severity for finding in change.findings.new]
    lowered = change.count_targets(Direction.LOWERED)
    return -new.count(Severity.ERROR), -new.count(Severity.WARNING), -lowered, change.path


def _name_revisions(changes: Changes) -> str:
    base, head = (f"`{revision[:10]}`" if revision else "" for revision in (changes.base, changes.head))
    return f"从版本 {base} 到 {head}" if head else f"与版本 {base} 相比"


def _summarise(changes: Changes) -> str:
    kinds = [(KINDS[kind], sum(1 for _ in changes.of_kind(kind))) for kind in ChangeKind]
    lowered = sum(project.count_targets(Direction.LOWERED) for project in changes.projects)
    reasons = sum(project.reasons_taken_away for project in changes.projects)
    found = changes.all_findings
    parts = [
        "、".join(f"{kind} {number} 个" for kind, number in kinds if number) or "没有变化",
        f"**降低要求的指标值 {lowered} 处**" if lowered else "",
        f"**删去的偏差原因 {reasons} 处**" if reasons else "",
        f"新问题 {_count(found.new)}" if found.new else "",
        f"新说明的问题 {_count(found.waived)}" if found.waived else "",
        f"消除的问题 {_count(found.gone)}" if found.gone else "",
    ]
    return f"{_name_revisions(changes)}，项目{'；'.join(filter(None, parts))}。\n"


def _count(findings: Sequence[Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return f"{len(findings)} 处" + (f"（**必须改正 {errors} 处**）" if errors else "")


def _render_table(projects: Sequence[ProjectChange]) -> Iterator[str]:
    if projects:
        rows = list(take(map(_render_row, projects[:MOST_ROWS]), LONGEST_TABLE))
        yield "\n".join([_join_cells(_TITLES), _join_cells("---" for _ in _TITLES), *rows, ""])
        yield from _tell_left(len(projects) - len(rows), "另有 {} 个项目没有列在表里。\n")


def _join_cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _render_row(change: ProjectChange) -> str:
    standing, findings = change.after or change.before, change.findings
    short = change.path.removeprefix("projects/").removesuffix(".toml")
    names = (standing.name, short) if standing else (short,)
    return _join_cells(
        [
            " ".join(quote(name, 2 * NAME) for name in names),
            KINDS[change.kind],
            *(_show_step(change, show) for show in _COLUMNS.values()),
            _count(findings.new) if findings.new else "",
            _count(findings.gone) if findings.gone else "",
        ]
    )


def _show_step(change: ProjectChange, show: Callable[[Standing], str]) -> str:
    """Show both sides, or one where they agree or where there is no other."""
    sides = dict.fromkeys(show(side) for side in (change.before, change.after) if side)
    return " → ".join(sides) or NOTHING


def _render_first(changes: Changes) -> Iterator[str]:
    """Render what changes more than forms, under whose cover a reviewer might let it pass."""
    lines = list(_list_others(one for one in changes.others if one.part is not Part.PAGE))
    if lines:
        shown = list(take(lines, LONGEST_FIRST))
        title = "**改的不只是自评表，请先看这些：**\n"
        yield "\n".join([title, *shown, *_tell_left(len(lines) - len(shown), "- 另有 {} 条没有列出"), ""])


def _render_others(changes: Changes) -> Iterator[str]:
    pages = (one for one in changes.others if one.part is Part.PAGE)
    lines = [*_list_others(pages), *list_findings(changes.findings, with_path=True)]
    if lines:
        shown = list(take(lines, LONGEST_OTHERS))
        yield "\n".join(
            ["项目以外：\n", *shown, *_tell_left(len(lines) - len(shown), "- 另有 {} 条没有列出"), ""]
        )


def _list_others(others: Iterable[OtherChange]) -> Iterator[str]:
    """List what changed beside projects, a line for all of one sort that had the same happen to them."""

    def sort(one: OtherChange) -> tuple[int, str]:
        return list(Part).index(one.part), one.kind

    for _, group in groupby(sorted(others, key=sort), sort):
        first, *rest = group
        names = [quote(one.name, NAME) for one in (first, *rest)]
        more = f"等 {len(names)} 个" if len(names) > MOST_NAMES else ""
        yield f"- {_PARTS[first.part]}{KINDS[first.kind]}：{'、'.join(names[:MOST_NAMES])}{more}"


def _render_details(change: ProjectChange) -> str:
    """Render what the table does not say of a project, folded."""
    lines = list(list_changes(change))
    shown = list(take(lines, LONGEST_DETAILS))
    left = _tell_left(len(lines) - len(shown), "- 另有 {} 条没有列出")
    standing = change.after or change.before
    name = quote_in_html(standing.name if standing else change.path, NAME)
    summary = f"<details>\n<summary>{name} {KINDS[change.kind]}</summary>\n"
    return "\n".join([summary, *shown, *left, "\n</details>\n"])
