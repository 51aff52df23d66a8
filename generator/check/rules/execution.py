"""Rules about budget execution (预算执行率): the printed rate, its points, and money that was not spent."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.check.rules.spending import (
    bound_rate,
    find_budget,
    find_rate,
    is_spending_explained,
    mixes_units,
    outruns_execution,
)
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.model.profile import ExecutionMethod, Rounding
from generator.text.numbers import write_money, write_number, write_percent


class RateNotRecomputed(ProjectRule):
    """表上的执行率与重新计算的不符

    ## 检查什么

    表上印的执行率，应当等于全年执行数 ÷ 全年预算数，按评分办法规定的方式舍入到表上印出的位数。
    金额单位是万元时，表上的金额已经舍入过，执行率可能是按未舍入的金额算的，由此造成的尾差不算。

    ## 为什么要紧

    执行率直接决定预算执行率的得分。算错了，后面的得分和总分也跟着错。

    依据：执行率等于全年执行数除以全年预算数；舍入方式见评分办法页。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { adjusted = 100000, executed = 87500 }

    [reported]
    rate = "92.50%"
    ```

    87,500 ÷ 100,000 = 87.50%。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { adjusted = 100000, executed = 87500 }

    [reported]
    rate = "87.50%"
    ```
    """

    code: ClassVar[str] = "F004"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the printed rate with the exact one, rounded as the profile says to as many places as printed."""
        claimed, rate = case.claimed_rate, find_rate(case)
        if claimed is None or rate is None:
            return
        rounding = Rounding(step=claimed.step, mode=case.profile.rate_rounding.mode, basis="表上印出的位数")
        expected = rounding.apply(rate * 100)
        if claimed.rate * 100 in (expected, min(expected, Decimal(100))):
            return
        low, high = bound_rate(case)
        if low < high and rounding.apply(low * 100) <= claimed.rate * 100 <= rounding.apply(high * 100):
            return
        total = case.total
        yield self.found(
            case,
            "reported.rate",
            f"表上的执行率是 {claimed.shown}，按 {write_money(total.executed or Decimal(0))} ÷ "
            f"{write_money(find_budget(case) or Decimal(0))} 计算是 {write_number(expected)}%。",
            f'如果预算数和执行数无误，请填 rate = "{expected:f}%"；否则请改正填错的金额。',
        )


class ExecutionScoreNotRecomputed(ProjectRule):
    """预算执行率得分与重新计算的不符

    ## 检查什么

    表上填的预算执行率得分，应当等于分值 × 执行率（最多按 100% 计），按评分办法的位数舍入，
    舍入到 0.1 分也可以。

    ## 为什么要紧

    预算执行率得分是按公式算的，不由单位判断。对不上，说明金额、执行率、得分三者之中至少有一个填错了。

    依据：评分办法给预算执行率的计分方法。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    weight = 10
    total = { adjusted = 100000, executed = 87500 }

    [reported]
    execution_score = 10
    ```

    10 × 87.50% = 8.75，表上填的是 10。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    weight = 10
    total = { adjusted = 100000, executed = 87500 }

    [reported]
    execution_score = 8.75
    ```
    """

    code: ClassVar[str] = "F005"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the claimed points for execution with the computed ones, or with those of the printed rate."""
        execution = case.assessment.sheet.execution
        claimed, computed, weight = execution.claimed, execution.computed, execution.weight
        if claimed is None or computed is None or weight is None or claimed == computed or mixes_units(case):
            return
        is_proportional = case.profile.execution.method in (
            ExecutionMethod.PROPORTION,
            ExecutionMethod.PERCENT,
        )
        if is_proportional and _is_rounded_elsewhere(case, claimed, computed, weight):
            return
        yield self.found(
            case,
            "reported.execution_score",
            f"预算执行率得分填的是 {write_number(claimed)} 分。{execution.formula}",
            f"如果金额无误，请填 execution_score = {write_number(computed)}；否则请改正填错的金额。",
        )


def _is_rounded_elsewhere(case: Case, claimed: Decimal, computed: Decimal, weight: Decimal) -> bool:
    """Tell whether points by proportion differ by a rounding only: of the rate, of the points or of the amounts."""
    exact = [weight * case.claimed_rate.rate] if case.claimed_rate else []
    if claimed in map(case.profile.score_rounding.apply, exact):
        return True  # the rate itself is for RateNotRecomputed to judge
    if claimed in (one.quantize(Decimal("0.1"), ROUND_HALF_UP) for one in (computed, *exact)):
        return True
    low, high = (case.profile.score_rounding.apply(weight * min(one, Decimal(1))) for one in bound_rate(case))
    return low <= claimed <= high


class LowExecutionUnexplained(ProjectRule):
    """预算执行率偏低而没有说明

    ## 检查什么

    预算执行率低于评分办法给定的界限时，表上应当有一处说明钱为什么没有花完：资金表的 `explanation`，
    或者指标的偏差原因、目标的实际完成情况里提到结转、结余、调减等。产出指标没有完成、写明了原因的，也算说明。
    指标得分率比执行率高出很多的，由另一条规则指出。

    ## 为什么要紧

    钱没有花完，可能是事情没有做，也可能是办得省。不说明，看的人分不清是哪一种。要求说明的界限由本站取定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 100000, adjusted = 100000, executed = 60000 }
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 100000, adjusted = 100000, executed = 60000 }
    explanation = "图书采购按合同在次年一月验收付款，尾款 4 万元结转下年。"
    ```
    """

    code: ClassVar[str] = "F008"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Hold the execution rate against the profile's bound."""
        rate, bound = find_rate(case), case.profile.thresholds.low_execution.value
        if rate is None or rate >= bound or outruns_execution(case):  # that is another rule's
            return
        if not is_spending_explained(case):
            yield self.found(
                case,
                "funds.total.executed",
                f"预算执行率是 {write_percent(rate)}，低于 {write_percent(bound)}，表上没有说明原因。",
                '请在 [funds] 下加上 explanation = "……"，写明钱为什么没有花完。',
            )


class ExecutionCellEmpty(ProjectRule):
    """执行率或者执行率得分空着

    ## 检查什么

    资金表印了预算执行率的分值、填了预算数和执行数的，执行率（`reported.rate`）和得分（`reported.execution_score`）
    都应当填写。两格都空着、各行指标也没有得分的，是还没有自评，不在此列。

    ## 为什么要紧

    预算执行率是要计分的。得分空着，总分就少了一块；执行率空着，看的人要自己去算。

    依据：自评表要求填写这两格。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    weight = 10
    total = { adjusted = 100000, executed = 87500 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 90

    [reported]
    rate = "87.50%"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    weight = 10
    total = { adjusted = 100000, executed = 87500 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 90

    [reported]
    rate = "87.50%"
    execution_score = 8.75
    ```
    """

    code: ClassVar[str] = "F010"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for an empty rate or score beside a filled row of the funds table."""
        reported, total = case.form.reported, case.total
        budget = total.initial if (counted := find_budget(case)) is None else counted
        if not case.form.funds.weight or not case.claims or not budget or total.executed is None:
            return
        empty = {"rate": "执行率"} if not reported.rate.strip() else {}
        empty |= {"execution_score": "预算执行率得分"} if reported.execution_score is None else {}
        if empty:
            computed = case.assessment.sheet.execution.computed
            is_told = computed is not None and "execution_score" in empty
            expected = f"，按金额计算得 {write_number(computed or Decimal(0))} 分" if is_told else ""
            yield self.found(
                case,
                f"reported.{next(iter(empty))}",
                f"填了预算数和执行数，{'和'.join(empty.values())}空着{expected}。",
                f"请对照原表补上 {'、'.join(empty)}；原表确实空着的，可以用 [[waivers]] 说明。",
            )
