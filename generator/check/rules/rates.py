"""Rules about indicators that repeat the funds table: 预算执行率, 资金使用率, 资金节约率."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case, SpendingRow
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_number, write_percent


class SpendingRowDiffers(ProjectRule):
    """指标里的执行率、节约率与资金表不符

    ## 检查什么

    名称是预算执行率、资金使用率、资金节约率的行，完成值写的百分数应当与资金表相符：执行率是全年执行数 ÷ 全年预算数，
    节约率是没有花的部分。末位的舍入不算。

    ## 为什么要紧

    同一张表里，同一件事有两个数，至少有一个填错了；这一行的得分也没有依据。

    依据：表内各数之间的关系。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { adjusted = 100000, executed = 87500 }

    [[indicators]]
    name = "预算执行率"
    target = "≥95%"
    actual = "98%"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { adjusted = 100000, executed = 87500 }

    [[indicators]]
    name = "预算执行率"
    target = "≥95%"
    actual = "87.5%"
    ```
    """

    code: ClassVar[str] = "F011"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Hold each row that repeats the funds table against it."""
        for one in case.rows:
            spending = one.spending
            if spending is None or spending.expected is None or not _differs(spending):
                continue
            yield self.found(
                case,
                f"{one.key}.actual",
                f"“{one.row.name}”的完成值是“{one.row.actual_value.strip()}”，按资金表计算是 "
                f"{write_percent(spending.expected)}。",
                "请核对这一行和资金表的全年预算数、全年执行数，改正填错的一处。",
            )


def _differs(spending: SpendingRow) -> bool:
    """Tell whether a row says another share than the funds table gives, rounded in whichever way."""
    if spending.says is None or spending.expected is None:
        return False
    expected = min(spending.expected, Decimal(1)) if spending.says == 1 else spending.expected
    return abs(spending.says - expected) >= spending.step


class ExecutionCountedTwice(ProjectRule):
    """预算执行率计了两次分

    ## 检查什么

    资金表上印了预算执行率的分值（`funds.weight`）或得分，指标里又有一行预算执行率、资金使用率，也有分值。

    ## 为什么要紧

    钱花了多少已经在资金表里计分，再作为指标计分，就算了两次，别的指标的分就少了。

    依据：财预〔2020〕10号把预算执行率单列；怎样认出来，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "预算执行率"
    weight = 10

    [[indicators]]
    name = "开放天数"
    weight = 80
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    ```
    """

    code: ClassVar[str] = "I020"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows of execution beside points for execution in the funds table."""
        printed, claimed = case.form.funds.weight, case.form.reported.execution_score
        if not printed and claimed is None:
            return
        for one in case.rows:
            if one.spending is not None and one.spending.is_execution and one.score.weight:
                yield self.found(
                    case,
                    f"{one.key}.weight",
                    f"“{one.row.name}”计了 {write_number(one.score.weight)} 分，资金表上的预算执行率已经计过分。",
                    "请把这一行的分值分给别的指标；原表确实这样的，可以用 [[waivers]] 说明。",
                )
