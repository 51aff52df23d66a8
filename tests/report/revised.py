"""Changes made by hand, without loading, scoring or git, so that renderers are tested by themselves."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.model.change import (
    CellChange,
    ChangeKind,
    Changes,
    Direction,
    FindingChanges,
    OtherChange,
    Part,
    ProjectChange,
    RowChange,
    Standing,
)
from generator.model.finding import Finding, Severity
from generator.model.form import Status

BASE, HEAD = "0123456789" * 4, "abcdef0123" * 4
PATH = "projects/2023/unit/project.toml"

BEFORE = Standing(
    path=PATH,
    name="党建经费",
    status=Status.DRAFT,
    profile="shanghai",
    claimed=Decimal("96.56"),
    accepted=Decimal("96.56"),
    grade="优",
    initial=Decimal(829_000),
    adjusted=Decimal(829_000),
    executed=Decimal("750700.5"),
)
AFTER = replace(BEFORE, status=Status.SUBMITTED, accepted=Decimal("89.00"), grade="良", initial=None)


def find(severity: Severity = Severity.WARNING, **parts: Any) -> Finding:
    """A finding with other parts."""
    whole = {
        "code": "S003",
        "rule": "some-rule",
        "path": PATH,
        "message": "扣了分没有说明。",
        "key": "indicators[0]",
    }
    return Finding(severity=severity, **(whole | parts))


ROW = RowChange(
    table="indicators",
    title="绩效指标",
    kind=ChangeKind.CHANGED,
    name="体检完成率",
    cells=(
        CellChange("target", "年度指标值", "=100%", "≥85%"),
        CellChange("weight", "分值", Decimal("5.00"), Decimal("4.5")),
        CellChange("core", "核心指标", None, True),
        CellChange("explanation", "偏差原因分析及改进措施", "因雨停工", None),
    ),
    target=Direction.LOWERED,
)
CHANGED = ProjectChange(
    kind=ChangeKind.CHANGED,
    path=PATH,
    before=BEFORE,
    after=AFTER,
    cells=(CellChange("reported.rate", "执行率", "90.55%", "90.56%"),),
    rows=(ROW,),
    findings=FindingChanges(
        new=(find(), find(Severity.ERROR, code="P001", message="有身份证号码。")),
        gone=(find(Severity.ADVICE, code="I010", message="是比率。", waiver="按旧口径"),),
        still=(find(), find()),
        waived=(find(waiver="另有批复"),),
    ),
)
CHANGES = Changes(
    base=BASE,
    head=HEAD,
    projects=(CHANGED,),
    others=(OtherChange(Part.PROFILE, "shanghai", ChangeKind.CHANGED),),
    findings=FindingChanges(new=(find(path="organisations.toml", message="没有报送。"),)),
)


def tell(kind: ChangeKind, path: str = PATH) -> ProjectChange:
    """A project that one thing happened to, with the sides that it then has."""
    was = kind in (ChangeKind.REMOVED, ChangeKind.MOVED, ChangeKind.CHANGED, ChangeKind.BROKEN)
    is_ = kind in (ChangeKind.ADDED, ChangeKind.MOVED, ChangeKind.CHANGED, ChangeKind.MENDED)
    return ProjectChange(kind, path, BEFORE if was else None, replace(AFTER, path=path) if is_ else None)
