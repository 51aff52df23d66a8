"""Rules about what nobody filled in: no target, no actual value, no reason to withdraw."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case, Reason, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.form import FormKind, Status
from generator.model.value import Kind
from generator.text.numbers import write_number


class TargetMissing(ProjectRule):
    """没有填写年度指标值

    ## 检查什么

    每一行指标都应当有年度指标值（`target`）。空着，或者只写“/”“—”的，算没有填写；实际完成值也空着的，一并指出。
    值写在“其中”各行里的、与上一行合并的行，决策、管理一类印着“—”的行，以及表上没有用到的空行，不在此列。

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
        """Look for rows without a target; what lacks the actual value too is told once."""
        asks = _asks_for_actuals(case)
        for one in case.rows:
            if one.score.target.kind is not Kind.EMPTY or _needs_no_value(one) or one.is_fixed:
                continue
            lacks_both = asks and _lacks_actual(one)
            also = f"，也没有填写实际完成值{show_cell(one.row.actual_value)}" if lacks_both else ""
            yield self.found(
                case,
                f"{one.key}.target",
                f"“{one.row.name}”没有填写年度指标值{show_cell(one.row.target)}{also}{_say_points(one)}。",
                f"请对照原表补上 target{' 和 actual' if lacks_both else ''}。",
            )


class ActualMissing(ProjectRule):
    """没有填写实际完成值

    ## 检查什么

    每一行指标都应当有实际完成值（`actual`）。空着，或者只写“/”“—”的，算没有填写。
    整张表都没有填写完成情况的、连年度指标值也空着的，由另一条规则指出；没有实施、得 0 分并写明了原因的，
    值写在“其中”各行里的、与上一行合并的行，不在此列。

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
        for one in case.rows if _asks_for_actuals(case) else ():
            if one.score.target.kind is Kind.EMPTY or _needs_no_value(one):
                continue
            if _lacks_actual(one):
                yield self.found(
                    case,
                    f"{one.key}.actual",
                    f"“{one.row.name}”没有填写实际完成值{show_cell(one.row.actual_value)}{_say_points(one)}。",
                    "请对照原表补上 actual。",
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
        asks = case.form.kind is not FormKind.TARGET  # which is filed before the year begins
        if asks and case.form.status is Status.PUBLISHED and is_unfilled(case):
            yield self.found(
                case,
                "indicators",
                f"{len(case.rows)} 行指标都没有填写实际完成值{_say_all_points(case)}。",
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


def _needs_no_value(one: RowFacts) -> bool:
    """Tell whether a row has its values elsewhere, or is left over from the printed form."""
    return one.is_template or one.is_told_elsewhere or one.is_blank


def _asks_for_actuals(case: Case) -> bool:
    """Return whether rows ought to say what was reached: in a form at the end of the year, where others do."""
    return case.form.kind is not FormKind.TARGET and not is_unfilled(case)


def _lacks_actual(one: RowFacts) -> bool:
    """Return whether a row does not say what was reached, nor why nothing was."""
    return _says_nothing(one) and not (one.row.score == 0 and one.reason is Reason.GIVEN)


def _say_points(one: RowFacts) -> str:
    """Say what a row without a value claims all the same."""
    claimed, weight = one.row.score, one.score.weight
    if not claimed or claimed < 0:
        return ""
    return f"，却得了{'满分 ' if claimed == weight else ' '}{write_number(claimed)} 分"


def _say_all_points(case: Case) -> str:
    points = sum((one.row.score or Decimal(0) for one in case.rows), Decimal(0))
    return f"，却填了得分，一共 {write_number(points)} 分" if points > 0 else ""


def is_unfilled(case: Case) -> bool:
    """Tell whether a form has rows, and not one of them says what was reached."""
    return bool(case.rows) and all(_says_nothing(one) for one in case.rows)


def _says_nothing(one: RowFacts) -> bool:
    return one.score.actual.kind is Kind.EMPTY


def show_cell(text: str) -> str:
    """Quote what a cell holds, where it holds anything."""
    return f"，只写了“{text.strip()}”" if text.strip() else ""
