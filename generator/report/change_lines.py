"""What changed in one project, as the lines of a Markdown list; every text of content in them is quoted."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.change import (
    NAMING_KEYS,
    Cell,
    CellChange,
    ChangeKind,
    Direction,
    FindingChanges,
    ProjectChange,
    RowChange,
    Standing,
)
from generator.model.finding import Finding, Severity
from generator.report.quoting import quote
from generator.text.numbers import write_money, write_number

NAME, TEXT, MESSAGE = 60, 120, 300
"""Characters of a name, a cell and a message that are quoted."""

NOTHING = "—"

KINDS = {
    ChangeKind.ADDED: "新增",
    ChangeKind.REMOVED: "删去",
    ChangeKind.MOVED: "移动",
    ChangeKind.CHANGED: "改动",
    ChangeKind.BROKEN: "改坏（读不出来）",
    ChangeKind.MENDED: "改好（读得出来）",
    ChangeKind.UNREADABLE: "读不出来",
    ChangeKind.DROPPED: "删去（原来读不出来）",
}

_DIRECTIONS = {Direction.LOWERED: "（**降低要求**）", Direction.RAISED: "（提高要求）", Direction.CHANGED: ""}


def list_changes(change: ProjectChange) -> Iterator[str]:
    """List what changed in a project; what the table of all projects tells is not told again."""
    if change.before and change.after:
        yield from _compare_standings(change.before, change.after)
    yield from list_findings(change.findings)
    yield from (f"- {_tell_cell(cell)}" for cell in change.cells)
    yield from (f"- {_tell_row(row)}" for row in change.rows)
    if change.findings.still:
        yield f"- 原有的问题还有 {len(change.findings.still)} 处"


def list_findings(findings: FindingChanges, *, with_path: bool = False) -> Iterator[str]:
    """List the findings that are new, acknowledged and gone, the gravest first."""
    groups = {"新问题": findings.new, "新说明的问题": findings.waived, "消除的问题": findings.gone}
    for title, group in groups.items():
        for one in sorted(group, key=_order_finding):
            where = f"{quote(one.path, NAME)} " if with_path else ""
            what = f"{_name_tier(one.severity)} {quote(one.code, NAME)} {quote(one.message, MESSAGE)}"
            yield f"- {title}：{where}{what}{_tell_waiver(one)}"


def show_points(points: Decimal | None) -> str:
    """Show points without zeros that say nothing."""
    return NOTHING if points is None else write_number(points)


def show_money(amount: Decimal | None) -> str:
    """Show an amount with separators."""
    return NOTHING if amount is None else write_money(amount)


def _order_finding(finding: Finding) -> tuple[int, str, str, str]:
    return finding.severity.rank, finding.path, finding.code, finding.message


def _name_tier(severity: Severity) -> str:
    return f"**{severity.word}**" if severity is Severity.ERROR else severity.word


def _tell_waiver(finding: Finding) -> str:
    return f"，已说明：{quote(finding.waiver, TEXT)}" if finding.waiver else ""


def _compare_standings(before: Standing, after: Standing) -> Iterator[str]:
    """List what the table has no column for."""
    steps = {
        "文件": (quote(before.path, TEXT), quote(after.path, TEXT)),
        "项目名称": (quote(before.name, TEXT), quote(after.name, TEXT)),
        "状态": (before.status.word, after.status.word),
        "评分办法": (quote(before.profile, NAME), quote(after.profile, NAME)),
        "年初预算数（元）": (show_money(before.initial), show_money(after.initial)),
    }
    yield from (f"- {title}：{old} → {new}" for title, (old, new) in steps.items() if old != new)


def _tell_row(row: RowChange) -> str:
    name = f" {quote(row.name, NAME)}" if row.name else ""
    if row.kind is ChangeKind.CHANGED:
        return f"{row.title}{name}：{'；'.join(_tell_cell(cell, row.target) for cell in row.cells)}"
    return f"{KINDS[row.kind]}{row.title}{name}{_list_cells(row)}"


def _list_cells(row: RowChange) -> str:
    """List what a row says that was added or removed, but for its name."""
    cells: Sequence[tuple[str, Cell]] = [
        (cell.title, cell.after if row.kind is ChangeKind.ADDED else cell.before)
        for cell in row.cells
        if cell.key not in NAMING_KEYS
    ]
    return f"：{'；'.join(f'{title} {_show_cell(cell)}' for title, cell in cells)}" if cells else ""


def _tell_cell(cell: CellChange, target: Direction | None = None) -> str:
    if cell.takes_reason_away:
        return f"**删去{cell.title}**，原为 {_show_cell(cell.before)}"
    direction = _DIRECTIONS[target] if target and cell.key == "target" else ""
    return f"{cell.title} {_show_cell(cell.before)} → {_show_cell(cell.after)}{direction}"


def _show_cell(cell: Cell) -> str:
    match cell:
        case None:
            return "空"
        case bool():
            return "是"
        case Decimal():
            return write_number(cell)
        case _:
            return quote(cell, TEXT)
