"""Rules about money: totals and their sources, execution, changes of the budget, and 元 for 万元."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from generator.figures import write_money, write_number, write_percent
from generator.model.case import Case, Reason
from generator.model.finding import Finding, Severity
from generator.model.form import Amounts, FundsSource, MoneyUnit
from generator.model.profile import Rounding
from generator.rules.rule import ProjectRule

COLUMNS = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数"}
"""The columns of the funds table by their keys."""

_LEVELS = ("中央", "省级", "市级", "区级", "县级", "本级", "上级", "地方", "其中")
"""Words in names of sources that are parts of another source and not further money."""


class FundsTotalNotSum(ProjectRule):
    """年度资金总额与各项来源之和不符

    ## 检查什么

    项目资金表里，年度资金总额的每一栏（年初预算数、全年预算数、全年执行数），应当等于下面各项资金来源同一栏之和。
    某项来源这一栏空着而别的栏有数时，不作比较。金额单位是万元时，允许四舍五入造成的尾差。

    ## 为什么要紧

    执行率按总额计算。总额与来源对不上，执行率和得分就没有可靠的依据，也无法知道钱从哪里来。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 120000, adjusted = 120000, executed = 118000 }
    sources = [
      { name = "当年财政拨款", initial = 100000, adjusted = 100000, executed = 98000 },
      { name = "其他资金", initial = 10000, adjusted = 20000, executed = 20000 },
    ]
    ```

    年初预算数：100,000 + 10,000 = 110,000，总额填的是 120,000。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 110000, adjusted = 120000, executed = 118000 }
    sources = [
      { name = "当年财政拨款", initial = 100000, adjusted = 100000, executed = 98000 },
      { name = "其他资金", initial = 10000, adjusted = 20000, executed = 20000 },
    ]
    ```
    """

    code: ClassVar[str] = "F001"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare each column's total with the sum of its sources."""
        funds = case.form.funds
        for column, title in COLUMNS.items():
            total, sums = getattr(funds.total, column), sum_sources(funds.sources, column)
            if not total or not sums:
                continue
            slack = Decimal(0) if funds.unit is MoneyUnit.YUAN else Decimal("0.01") * len(funds.sources)
            if all(abs(total - one) > slack for one in sums):
                yield self.found(
                    case,
                    f"funds.total.{column}",
                    f"{title}的总额是 {write_money(total)} {funds.unit}，"
                    f"各项来源相加是 {write_money(sums[0])} {funds.unit}，"
                    f"相差 {write_money(abs(total - sums[0]))} {funds.unit}。",
                    "请对照原表核对总额和各项来源。",
                )


class ZeroTotalOverSpentSource(ProjectRule):
    """年度资金总额是 0，下面的来源却有数

    ## 检查什么

    年度资金总额的某一栏填的是 0，而下面某项资金来源的同一栏大于 0。

    ## 为什么要紧

    总额是 0，预算执行率就无法计算，整张表会被当作“没有预算”。这样的表多半是总额漏填了。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 0, adjusted = 0, executed = 0 }
    sources = [{ name = "其他资金", initial = 0, adjusted = 50000, executed = 48000 }]
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 0, adjusted = 50000, executed = 48000 }
    sources = [{ name = "其他资金", initial = 0, adjusted = 50000, executed = 48000 }]
    ```
    """

    code: ClassVar[str] = "F002"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a zero above a source with money in the same column."""
        funds = case.form.funds
        for column, title in COLUMNS.items():
            spent = [one for one in funds.sources if (getattr(one, column) or 0) > 0]
            if getattr(funds.total, column) == 0 and spent:
                amount = write_money(getattr(spent[0], column))
                yield self.found(
                    case,
                    f"funds.total.{column}",
                    f"{title}的总额是 0，而“{spent[0].name}”的{title}是 {amount} {funds.unit}。",
                    "请把总额改成各项来源之和。",
                )


class ExecutedAboveAdjusted(ProjectRule):
    """全年执行数大于全年预算数

    ## 检查什么

    总额或某项资金来源的全年执行数，不应当大于它的全年预算数（调整后的预算）。

    ## 为什么要紧

    没有预算不得支出。执行数大于预算数，要么是年中追加了预算而全年预算数没有更新，要么是把别的项目的支出算了进来。
    计分时执行率最多按 100% 计。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 100000, adjusted = 100000, executed = 108000 }
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    total = { initial = 100000, adjusted = 110000, executed = 108000 }
    ```
    """

    code: ClassVar[str] = "F003"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare spending with the budget, the total's and each source's."""
        funds = case.form.funds
        named = [("funds.total", "年度资金总额", funds.total)]
        named += [(f"funds.sources[{n}]", f"“{one.name}”", one) for n, one in enumerate(funds.sources)]
        for key, name, amounts in named:
            if exceeds_budget(amounts):
                yield self.found(
                    case,
                    f"{key}.executed",
                    f"{name}的全年执行数 {write_money(amounts.executed or Decimal(0))} {funds.unit}，"
                    f"大于全年预算数 {write_money(amounts.adjusted or Decimal(0))} {funds.unit}。",
                    "年中追加过预算的，请更新全年预算数 adjusted；否则请核对执行数 executed。",
                )


class RateNotRecomputed(ProjectRule):
    """表上的执行率与重新计算的不符

    ## 检查什么

    表上印的执行率，应当等于全年执行数 ÷ 全年预算数，按评分办法规定的方式舍入到表上印出的位数。

    ## 为什么要紧

    执行率直接决定预算执行率的得分。算错了，后面的得分和总分也跟着错。

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
        claimed, rate = case.claimed_rate, case.assessment.sheet.execution.rate
        if claimed is None or rate is None:
            return
        rounding = Rounding(step=claimed.step, mode=case.profile.rate_rounding.mode, basis="表上印出的位数")
        expected = rounding.apply(rate * 100)
        if claimed.rate * 100 in (expected, min(expected, Decimal(100))):
            return
        total = case.form.funds.total
        yield self.found(
            case,
            "reported.rate",
            f"表上的执行率是 {claimed.shown}，按 {write_money(total.executed or Decimal(0))} ÷ "
            f"{write_money(total.adjusted or Decimal(0))} 计算是 {write_number(expected)}%。",
            f'如果预算数和执行数无误，请填 rate = "{expected:f}%"；否则请改正填错的金额。',
        )


class ExecutionScoreNotRecomputed(ProjectRule):
    """预算执行率得分与重新计算的不符

    ## 检查什么

    表上填的预算执行率得分，应当等于分值 × 执行率（最多按 100% 计），按评分办法的位数舍入。

    ## 为什么要紧

    预算执行率得分是按公式算的，不由单位判断。对不上，说明金额、执行率、得分三者之中至少有一个填错了。

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
        if claimed is None or computed is None or weight is None or claimed == computed:
            return
        if case.claimed_rate and claimed == case.profile.score_rounding.apply(
            weight * case.claimed_rate.rate
        ):
            return  # the rate itself is for RateNotRecomputed to judge
        yield self.found(
            case,
            "reported.execution_score",
            f"预算执行率得分填的是 {write_number(claimed)} 分。{execution.formula}",
            f"如果金额无误，请填 execution_score = {write_number(computed)}；否则请改正填错的金额。",
        )


class BudgetMissing(ProjectRule):
    """没有预算数，或者预算数是 0

    ## 检查什么

    年度资金总额的全年预算数（`funds.total.adjusted`）应当填写，并且大于 0。

    ## 为什么要紧

    没有预算数，就算不出执行率，也没有人知道这个项目花多少钱。年中没有调整预算的，全年预算数就等于年初预算数。

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
        funds = case.form.funds
        if funds.total.adjusted or any(one.adjusted for one in funds.sources if funds.total.adjusted == 0):
            return
        seen = "没有填" if funds.total.adjusted is None else "是 0"
        initial = funds.total.initial
        yield self.found(
            case,
            "funds.total.adjusted",
            f"全年预算数{seen}，预算执行率无法计算。",
            f"年中没有调整预算的，请填 adjusted = {initial:f}；调整过的，请填调整后的数。"
            if initial
            else "请对照原表填写全年预算数 adjusted。",
        )


class BudgetChangeUnexplained(ProjectRule):
    """预算调整较大而没有说明

    ## 检查什么

    全年预算数与年初预算数相差的比例超过评分办法给定的界限时，表上应当有一处说明预算为什么调整：资金表的
    `explanation`，或者指标的偏差原因、目标的实际完成情况里提到预算、资金的调整。

    ## 为什么要紧

    预算在年中大幅增减，说明年初的安排与实际不符。看的人会问：多出来的钱做了什么，减下来的事还做不做。

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
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the adjusted with the initial budget."""
        total = case.form.funds.total
        if not total.initial or total.initial < 0 or total.adjusted is None or case.reason is Reason.GIVEN:
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


class LowExecutionUnexplained(ProjectRule):
    """预算执行率偏低而没有说明

    ## 检查什么

    预算执行率低于评分办法给定的界限时，表上应当有一处说明钱为什么没有花完：资金表的 `explanation`，
    或者指标的偏差原因、目标的实际完成情况里提到预算、资金、支付。

    ## 为什么要紧

    钱没有花完，可能是事情没有做，也可能是办得省。不说明，看的人分不清是哪一种。

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
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Hold the execution rate against the profile's bound."""
        rate, bound = case.assessment.sheet.execution.rate, case.profile.thresholds.low_execution.value
        if rate is not None and rate < bound and case.reason is not Reason.GIVEN:
            yield self.found(
                case,
                "funds.total.executed",
                f"预算执行率只有 {write_percent(rate)}，低于 {write_percent(bound)}，表上没有说明原因。",
                '请在 [funds] 下加上 explanation = "……"，写明钱为什么没有花完。',
            )


def sum_sources(sources: tuple[FundsSource, ...], column: str) -> list[Decimal]:
    """Sum a column over all sources, and over those that are no part of another; empty where nobody can tell."""
    if not sources or any(getattr(one, column) is None and has_money(one) for one in sources):
        return []
    whole = [one for one in sources if not any(word in one.name for word in _LEVELS)]
    sums = (
        sum((getattr(one, column) or Decimal(0) for one in part), Decimal(0))
        for part in (sources, whole)
        if part
    )
    return list(sums)


def has_money(amounts: Amounts) -> bool:
    """Tell whether a row of the funds table has an amount other than zero in any column."""
    return any(getattr(amounts, column) for column in COLUMNS)


def exceeds_budget(amounts: Amounts) -> bool:
    """Tell whether more was spent than budgeted; a missing or zero budget is another rule's."""
    return bool(amounts.adjusted and amounts.executed is not None and amounts.executed > amounts.adjusted > 0)
