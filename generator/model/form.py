"""One self-evaluation form (财政项目支出绩效自评表) as its TOML file says it, every cell as printed."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, StrictBool, StrictInt

from generator.model.cells import (
    INTERNAL,
    MAX_TEXT,
    MOST_ROWS,
    Day,
    Label,
    Mark,
    Money,
    Name,
    Phrase,
    Points,
    Record,
    Reference,
    Remark,
    Text,
    cell,
    list_internal_fields,
)


class Status(StrEnum):
    """Where a form stands on its way to the public."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"

    @property
    def word(self) -> str:
        """What people call it."""
        return _STATUS_WORDS[self]


_STATUS_WORDS = {
    Status.DRAFT: "草稿",
    Status.SUBMITTED: "已提交",
    Status.REVIEWED: "已审核",
    Status.PUBLISHED: "已公开",
    Status.WITHDRAWN: "已撤回",
}


class MoneyUnit(StrEnum):
    """The unit in which a form prints its money."""

    YUAN = "元"
    WAN_YUAN = "万元"

    @property
    def yuan(self) -> Decimal:
        """How many yuan one unit is."""
        return Decimal(10_000) if self is MoneyUnit.WAN_YUAN else Decimal(1)

    def to_yuan(self, amount: Decimal | None) -> Decimal | None:
        """Turn an amount that is printed in this unit into yuan; None stays None."""
        return None if amount is None else amount * self.yuan


class Amounts(Record):
    """A row of the funds table: budgeted at first, budgeted after adjustment, and executed (spent)."""

    initial: Money | None = cell("年初预算数", None, "年初批准的预算；空着的不填")
    adjusted: Money | None = cell("全年预算数", None, "年中调整以后的预算；没有调整的，与年初预算数相同")
    executed: Money | None = cell("全年执行数", None, "到年底实际支出的数；没有支出的填 0，空着的不填")


class FundsSource(Amounts):
    """A row below the total: where the money came from (资金来源)."""

    name: Name = cell("资金来源", description="照原表填写，不带“其中：”，如 当年财政拨款")
    breakdown: Label = cell(
        "分解方式", "", "总额在表上按几种办法分解的，写明这一行属于哪一种，如 子项目；只有一种的不写"
    )
    rate: Mark = cell("执行率", "", "这一行印了执行率的，照原表填写，加引号")
    weight: Points | None = cell("分值", None, "这一行印了分值的才填，不另计分")
    score: Points | None = cell("得分", None, "这一行印了得分的才填，不另计分")


class Funds(Record):
    """The funds table (项目资金)."""

    unit: MoneyUnit = cell("金额单位", MoneyUnit.YUAN, "元 或 万元")
    weight: Points | None = cell("预算执行率分值", None, "资金表上印的分值，一般是 10")
    total: Amounts = cell("年度资金总额", Amounts(), "资金表的第一行，金额按 unit 所写的单位")
    sources: tuple[FundsSource, ...] = cell("资金来源明细", (), "总额下面的各行，每行一项", most=MOST_ROWS)
    method: Remark = cell("得分计算方法", "", "资金表上印了得分计算方法的，照原表填写")
    explanation: Text = cell("偏差原因分析及改进措施", "", "预算调整较大、执行率偏低时，在这里写明原因")

    @property
    def divisions(self) -> tuple[tuple[FundsSource, ...], ...]:
        """Divide the sources by the way in which they divide the total: each way adds up by itself."""
        ways: dict[str, list[FundsSource]] = {}
        for one in self.sources:
            ways.setdefault(one.breakdown.strip(), []).append(one)
        return tuple(map(tuple, ways.values()))


class Goal(Record):
    """An overall goal of the year (年度总体目标)."""

    expected: Text = cell("预期目标", "", "年初定下的目标，照原表填写")
    actual: Text = cell("实际完成情况", "", "年底做成了什么，照原表填写")
    weight: Points | None = cell("分值", None, "分值印在目标上、各行指标没有分值的，填在这里")
    score: Points | None = cell("得分", None, "这条目标印了得分的，照原表填写")


class Indicator(Record):
    """A row of the table of indicators (绩效指标)."""

    level1: Label = cell("一级指标", "", "如 产出指标、效益指标、满意度指标；与上一行是同一格的，不写")
    level2: Label = cell("二级指标", "", "如 数量指标、质量指标、时效指标；与上一行是同一格的，不写")
    name: Name = cell("三级指标", description="合并的单元格，每行都照写；没有三级指标的，照写二级指标")
    target: Phrase = cell("年度指标值", "", '照原表填写，加引号，如 "≥83个"')
    actual: Phrase = cell("实际完成值", "", "照原表填写，加引号")
    measured: Phrase = cell("实测值", "", '印出的完成值没有写明数字时，在这里写明，如 "85.8%"')
    weight: Points | None = cell("分值", None, "这一行最多能得的分；原表空着的不填")
    score: Points | None = cell("得分", None, "单位自评的得分")
    method: Phrase = cell("得分计算方法", "", "这一行印了得分计算方法的，照原表填写")
    explanation: Text = cell("偏差原因分析及改进措施", "", "没有得满分、超额很多的，写明原因和改进措施")
    core: StrictBool = cell("核心指标", False, "表上标★的指标")
    of_which: StrictBool = cell("其中项", False, "表上写“其中”、不单独计分的行")
    merged: StrictBool = cell("与上一行合并", False, "指标值、完成值、分值、得分与上一行是同一个单元格的行")
    goal: StrictInt | None = cell("所属目标", None, "属于第几条年度总体目标；只有一条的不写", ge=1, le=1000)
    reviewed: Points | None = cell("审核得分", None, "表上在自评得分旁边印的主管部门或财政部门评分")

    @property
    def actual_value(self) -> str:
        """The actual value: as measured where that says something, else as printed. Blanks alone say nothing."""
        return self.measured if self.measured.strip() else self.actual


class Reported(Record):
    """What the form prints as results, to be held against what recomputes."""

    rate: Mark = cell("执行率", "", '照原表填写，加引号，如 "90.56%"')
    execution_score: Points | None = cell("预算执行率得分", None, "资金表上印的得分")
    total: Points | None = cell("总分", None, "表上印的总分；没有印的不填")
    grade: Mark = cell("评价等级", "", "表上印的等级，如 优；没有印的不填")
    reviewed_total: Points | None = cell("审核总分", None, "表上印的主管部门或财政部门评的总分")


class Note(Record):
    """A box of text below the tables: 评价结论, 存在问题, 改进措施, 其他说明."""

    title: Name = cell("栏目", description="照原表填写，如 存在问题")
    text: Text = cell("内容", "", "照原表填写")


class Waiver(Record):
    """A finding that the unit acknowledges, with a reason that is published (已说明)."""

    rule: Name = cell("规则", ..., "检查结果里的编号或名称，如 S003")
    key: Mark = cell("所指位置", "", "检查结果里的位置，如 indicators[3].score；不填就是整张表")
    reason: Name = cell("说明", ..., "为什么这样是对的；会随项目公开")


class Review(Record):
    """A reviewer's remark; internal edition only."""

    by: Name = cell("审核人", description="谁提的意见；只进内部版")
    on: Day | None = cell("审核日期", None, "不加引号的日期，如 2024-03-31")
    key: Mark = cell("所指位置", "", "如 indicators[3].score")
    comment: Text = cell("审核意见", "", "意见的内容")


class FormKind(StrEnum):
    """Which form of the family a file is."""

    SELF_EVALUATION = "self-evaluation"
    TARGET = "target"
    DEPARTMENT = "department"
    TRANSFER = "transfer"

    @property
    def word(self) -> str:
        """The name that the paper bears."""
        return _KIND_WORDS[self]

    @property
    def has_results(self) -> bool:
        """Return whether such a form tells what was spent and reached; a target form is filed before the year."""
        return self is not FormKind.TARGET


_KIND_WORDS = {
    FormKind.SELF_EVALUATION: "项目支出绩效自评表",
    FormKind.TARGET: "项目支出绩效目标申报表",
    FormKind.DEPARTMENT: "部门整体支出绩效自评表",
    FormKind.TRANSFER: "转移支付绩效自评表",
}


def carry_levels(rows: Any) -> Any:
    """Give rows that do not write `level1` or `level2` those of the row above, with which the paper merges them.

    A row that begins a new `level1` and writes no `level2` has none. What is no table is left to validation, and what
    is no text is faulty in its own row alone.
    """
    if not isinstance(rows, (list, tuple)):
        return rows
    level1, level2, carried = "", "", []
    for row in rows:
        if not isinstance(row, dict):
            carried.append(row)
            continue
        own1, own2 = row.get("level1", level1), row.get("level2", "" if "level1" in row else level2)
        carried.append({**row, "level1": own1, "level2": own2})
        level1, level2 = (one if _is_text(one) else "" for one in (own1, own2))
    return carried


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MAX_TEXT


class Form(Record):
    """A whole form. Year, unit and slug come from where its file lies and are not repeated in it."""

    name: Name = cell("项目名称", description="照原表填写，加引号")
    kind: FormKind = cell(
        "表的种类", FormKind.SELF_EVALUATION, " · ".join(f"{kind.value} {kind.word}" for kind in FormKind)
    )
    code: Mark = cell("项目编码", "", "表上印了项目编码的，照原表填写，加引号")
    departments: tuple[Name, ...] = cell(
        "主管部门", (), "表上印的主管部门与单位所属的部门不同，或者不止一个的，照原表填写", most=MOST_ROWS
    )
    period: Mark = cell("实施期", "", "表上印了项目实施期限的，照原表填写，加引号")
    filed: Mark = cell("填报日期", "", "表上印了填报日期的，照原表填写，加引号")
    facts: dict[Mark, Remark] = cell(
        "表上的其他项目", {}, "勾选框和小栏目，如 项目类别、项目属性；照原表填写", most=MOST_ROWS
    )
    status: Status = cell("状态", Status.DRAFT, " · ".join(f"{one.value} {one.word}" for one in Status))
    withdrawal: Remark = cell("撤回原因", "", "撤回（withdrawn）的表在这里写明原因；会随项目公开")
    profile: Mark = cell("评分办法", "", "与 site.toml 的默认办法不同时才填")
    previous: Remark = cell("上年文件", "", "上年文件路径不同时才填，如 2022/单位/项目")
    source: Reference = cell("数据来源", "", "原表公开的地方：网址或文件名")
    funds: Funds = cell("项目资金", Funds(), "资金表：预算数、执行数和资金来源")
    goals: tuple[Goal, ...] = cell("年度总体目标", (), "每条目标用一个 [[goals]]", most=MOST_ROWS)
    indicators: Annotated[tuple[Indicator, ...], BeforeValidator(carry_levels)] = cell(
        "绩效指标", (), "每行指标用一个 [[indicators]]，顺序与原表相同", most=MOST_ROWS
    )
    notes: tuple[Note, ...] = cell(
        "文字说明", (), "评价结论、存在问题、改进措施等文字框，每框一个 [[notes]]；会公开", most=MOST_ROWS
    )
    reported: Reported = cell(
        "表上印出的结果", Reported(), "表上印的执行率、得分、总分和等级，用来与复算核对"
    )
    waivers: tuple[Waiver, ...] = cell(
        "对检查结果的说明", (), "只能说明“数据存疑”和“建议完善”，不能说明“必须改正”", most=MOST_ROWS
    )
    reviews: Annotated[tuple[Review, ...], INTERNAL] = cell("审核意见", (), "只进内部版", most=MOST_ROWS)
    internal: Annotated[dict[Mark, Text], INTERNAL] = cell("内部信息", {}, "只进内部版", most=MOST_ROWS)

    @property
    def bears_points(self) -> bool:
        """Return whether the paper has points: a target form has none, and one about transfers need not have any."""
        if self.kind is not FormKind.TRANSFER:
            return self.kind is not FormKind.TARGET
        printed = [self.funds.weight, self.reported.total, self.reported.execution_score]
        printed += [one for row in self.indicators for one in (row.weight, row.score)]
        printed += [one for goal in self.goals for one in (goal.weight, goal.score)]
        return any(one is not None for one in printed)


INTERNAL_FIELDS: Final = list_internal_fields(Form)
"""The fields of a form that only the internal edition shows."""


def is_internal(key: str) -> bool:
    """Return whether a key path leads to what only the internal edition shows."""
    return re.split(r"[.\[]", key, maxsplit=1)[0] in INTERNAL_FIELDS
