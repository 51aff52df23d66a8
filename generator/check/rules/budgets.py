"""Rules about the budget itself: missing, or changed within the year without a word."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.check.rules.spending import counts_initial
from generator.model.case import Case, Reason
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_money, write_percent


class BudgetMissing(ProjectRule):
    """没有预算数，或者预算数是 0

    ## 检查什么

    年度资金总额的全年预算数（`funds.total.adjusted`）应当填写，并且大于 0。预算在年中全部收回、
    `explanation` 写明了原因的，可以是 0。总额空着或者是 0、资金来源有数的，按来源之和看。
    有的表只有年初预算数一栏，执行率按年初预算数计算，也不在此列。

    ## 为什么要紧

    没有预算数，就算不出执行率，也没有人知道这个项目花多少钱。年中没有调整预算的，全年预算数就等于年初预算数。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 100000, executed = 87500 }
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 100000, adjusted = 100000, executed = 87500 }
    ```
    """

    code: ClassVar[str] = "F006"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a missing or zero budget; a zero above a source with money is another rule's."""
        budget, initial = case.total.adjusted, case.total.initial
        if (
            budget
            or (budget == 0 and _is_zero_told(case))
            or counts_initial(case)
            or case.assessment.sheet.execution.rate is not None
        ):
            return
        seen = "没有填" if budget is None else "是 0"
        yield self.found(
            case,
            "funds.total.adjusted",
            f"全年预算数{seen}，预算执行率无法计算。",
            f"年中没有调整预算的，请填 adjusted = {initial:f}；调整过的，请填调整后的数。"
            if initial
            else "请对照原表填写全年预算数 adjusted。",
        )


def _is_zero_told(case: Case) -> bool:
    """Tell whether the form says why the budget is zero, or another rule speaks of it."""
    return bool(case.form.funds.explanation.strip()) and case.reason is Reason.GIVEN


class BudgetChangeUnexplained(ProjectRule):
    """预算调整较大而没有说明

    ## 检查什么

    全年预算数与年初预算数相差的比例超过评分办法给定的界限，或者年初预算数是 0、全部在年中追加时，
    表上应当有一处说明预算为什么调整：资金表的 `explanation`，或者指标的偏差原因、目标的实际完成情况里提到预算、
    资金的调整。全部是上年结转资金的，不在此列。

    ## 为什么要紧

    预算在年中大幅增减，看的人会问：多出来的钱做了什么，减下来的事还做不做。表上写明了，就不用再问。
    要求说明的界限由本站取定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 100000, adjusted = 150000, executed = 149000 }
    ```

    全年预算比年初多了 50%。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 100000, adjusted = 150000, executed = 149000 }
    explanation = "七月新增一处分馆，追加开办经费 5 万元。"
    ```
    """

    code: ClassVar[str] = "F007"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the adjusted with the initial budget."""
        total = case.total
        if total.initial is None or total.initial < 0 or not total.adjusted or case.reason is Reason.GIVEN:
            return
        if not total.initial:
            yield from self._check_added(case, total.adjusted)
            return
        change = (total.adjusted - total.initial) / total.initial
        if abs(change) > case.profile.thresholds.budget_change.value:
            direction = "多" if change > 0 else "少"
            yield self.found(
                case,
                "funds.total.adjusted",
                f"全年预算数比年初预算数{direction}了 {write_percent(abs(change))}，表上没有说明原因。",
                '请在 [funds] 下加上 explanation = "……"，写明预算为什么调整。',
            )

    def _check_added(self, case: Case, budget: Decimal) -> Iterator[Finding]:
        """Look for a budget that was added in the year, all of it; what was carried over from last year was not."""
        carried = sum(
            (one.adjusted or Decimal(0) for one in case.form.funds.sources if "结转" in one.name), Decimal(0)
        )
        if budget > 0 and carried < budget:
            unit = case.form.funds.unit
            yield self.found(
                case,
                "funds.total.adjusted",
                f"年初预算数是 0，全年预算数 {write_money(budget)} {unit}，都是年中追加的，表上没有说明原因。",
                '请在 [funds] 下加上 explanation = "……"，写明预算为什么追加。',
            )
