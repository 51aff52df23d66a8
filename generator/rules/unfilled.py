"""Rules about what nobody filled in: no target, no actual value, leftovers of the template, no reason to withdraw."""

import re
from collections.abc import Iterator
from typing import ClassVar

from generator.model.case import Case, Reason, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.form import Status
from generator.model.value import Kind
from generator.rules.rule import ProjectRule

_INSTRUCTION = re.compile(
    r"[(（]?(?:(?:请|对照|结合|简要|概括|填写|逐[条项])[^。；;]{0,60}(?:[0-9]+字(?:以内|左右)|填写)"
    r"|(?:请(?:在|简要|如实|按照?|对照|结合|填写|说明|概述|描述|逐)|简要(?:说明|概述|描述))[^。；;0-9]{0,40})[)）。.]*"
    r"|(?:(?:总体)?目标[0-9一二三四五]?[:：]?(?:…+|\.{3,}|[×xX*]{2,})[。；;]?)+"
)
"""What blank forms print in the cells of goals, without white space."""


class TargetMissing(ProjectRule):
    """没有填写年度指标值

    ## 检查什么

    每一行指标都应当有年度指标值（`target`）。空着，或者只写“/”“—”的，算没有填写。

    ## 为什么要紧

    没有目标，就无从判断完成得怎样，这一行的得分没有依据。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "/"
    actual = "300天"
    weight = 20
    score = 20
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "300天"
    weight = 20
    score = 20
    ```
    """

    code: ClassVar[str] = "I001"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows without a target."""
        for one in case.rows:
            is_fixed = one.group is not None and one.group.fixed
            is_row = not (one.is_template or one.row.of_which or is_fixed)
            if is_row and one.score.target.kind is Kind.EMPTY:
                yield self.found(
                    case,
                    f"{one.key}.target",
                    f"“{one.row.name}”没有填写年度指标值{show_cell(one.row.target)}。",
                    "请对照原表补上 target。",
                )


class ActualMissing(ProjectRule):
    """没有填写实际完成值

    ## 检查什么

    每一行指标都应当有实际完成值（`actual`）。空着，或者只写“/”“—”的，算没有填写。
    整张表都没有填写完成情况的，由另一条规则指出；没有实施、得 0 分并写明了原因的，不在此列。

    ## 为什么要紧

    没有完成值，就不知道目标实现了没有，这一行的得分没有依据。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = ""
    weight = 20
    score = 20

    [[indicators]]
    name = "开放分馆"
    target = "≥2个"
    actual = "2个"
    weight = 20
    score = 20
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"
    weight = 20
    score = 20

    [[indicators]]
    name = "开放分馆"
    target = "≥2个"
    actual = "2个"
    weight = 20
    score = 20
    ```
    """

    code: ClassVar[str] = "I002"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows without an actual value, where others have one."""
        if is_unfilled(case):
            return
        for one in case.rows:
            if one.row.score == 0 and one.reason is Reason.GIVEN:
                continue
            if one.score.actual.kind is Kind.EMPTY and not one.is_template and not one.row.of_which:
                yield self.found(
                    case,
                    f"{one.key}.actual",
                    f"“{one.row.name}”没有填写实际完成值{show_cell(one.row.actual)}。",
                    "请对照原表补上 actual。",
                )


class TemplateRowLeft(ProjectRule):
    """留着模板里的空行或占位符

    ## 检查什么

    指标名称还是模板里的“指标2”“……”，指标值还是“≥**人”之类的占位符，或者年度总体目标里还是表格自带的填写说明
    （如“对照年度目标，说明完成情况（100字以内）”）。

    ## 为什么要紧

    占位的行没有内容，但可能带着分值；公开出去，看的人不知道是漏填了还是本来就没有。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"

    [[indicators]]
    name = "指标2"
    target = "≥**人"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"
    ```
    """

    code: ClassVar[str] = "I003"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows left over from the template."""
        for one in case.rows:
            if one.is_template:
                yield self.found(
                    case,
                    one.key,
                    f"“{one.row.name}”{_show_target(one)}像是模板里留下的内容。",
                    "没有内容的，删去这一项；有内容的，写上指标的名称和指标值。",
                )
        for key, text in list_instructions(case):
            yield self.found(
                case,
                key,
                f"“{text}”是表格自带的填写说明，不是这个项目的内容。",
                "请换成这个项目的内容；原表确实没有填写的，可以用 [[waivers]] 说明。",
            )


class PublishedUnfilled(ProjectRule):
    """公开的表没有填写完成情况

    ## 检查什么

    状态是“已公开”（`published`）的表，至少要有一行指标填写了实际完成值。

    ## 为什么要紧

    自评表是用来说明目标实现了没有的。整张表都没有填写完成情况，看的人什么也看不到。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    status = "published"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    weight = 90
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    status = "published"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"
    weight = 90
    ```
    """

    code: ClassVar[str] = "I004"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a published form in which no row says what was reached."""
        if case.form.status is Status.PUBLISHED and is_unfilled(case):
            yield self.found(
                case,
                "indicators",
                f"{len(case.rows)} 行指标都没有填写实际完成值。",
                "请对照原表补上各行的 actual；还没有填好的，把 status 改成 draft。",
            )


class WithdrawnWithoutReason(ProjectRule):
    """撤回的表没有写明原因

    ## 检查什么

    状态是“已撤回”（`withdrawn`）的表，应当在 `withdrawal` 里写明为什么撤回。空着的会在这里指出来。

    ## 为什么要紧

    撤回的表仍留在网站上，别人引用过的链接不会断。不写原因，看的人不知道是填错了、重复了，还是项目取消了，
    也不知道引用过的数还能不能用。

    依据：本站对撤回的约定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    status = "withdrawn"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    status = "withdrawn"
    withdrawal = "全年执行数误填为年初预算数，更正后的表另行公开。"
    ```
    """

    code: ClassVar[str] = "I018"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a withdrawn form that does not say why."""
        if case.form.status is Status.WITHDRAWN and not case.form.withdrawal.strip():
            yield self.found(
                case,
                "status",
                "这张表已经撤回，没有写明撤回的原因。",
                '请在 status 的下一行加上 withdrawal = "……"，写明为什么撤回；原因会随项目公开。',
            )


def list_instructions(case: Case) -> Iterator[tuple[str, str]]:
    """List the cells of goals that hold what the blank form prints there, by their keys."""
    for index, goal in enumerate(case.form.goals):
        for name in ("expected", "actual"):
            text = "".join(getattr(goal, name).split())
            if _INSTRUCTION.fullmatch(text):
                yield f"goals[{index}].{name}", text


def _show_target(one: RowFacts) -> str:
    return f"（{one.row.target.strip()}）" if one.row.target.strip() else ""


def is_unfilled(case: Case) -> bool:
    """Tell whether a form has rows, and not one of them says what was reached."""
    return bool(case.rows) and all(_says_nothing(one) for one in case.rows)


def _says_nothing(one: RowFacts) -> bool:
    return one.score.actual.kind is Kind.EMPTY


def show_cell(text: str) -> str:
    """Quote what a cell holds, where it holds anything."""
    return f"，只写了“{text.strip()}”" if text.strip() else ""
