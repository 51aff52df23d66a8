"""Rules about the funds table (项目资金): totals, their sources, and spending beyond the budget."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.check.rules.spending import mixes_units
from generator.model.case import Case, Reason
from generator.model.finding import Finding, Severity
from generator.model.form import Amounts, MoneyUnit
from generator.text.numbers import write_money

COLUMNS = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数"}
"""The columns of the funds table by their keys."""


class FundsTotalNotSum(ProjectRule):
    """年度资金总额与各项来源之和不符

    ## 检查什么

    项目资金表里，年度资金总额的每一栏（年初预算数、全年预算数、全年执行数），应当等于下面各项资金来源同一栏之和。
    某项来源这一栏空着而别的栏有数时，不作比较。列出了“其中”各级资金的，只加大项。金额单位是万元时，允许四舍五入造成的尾差。

    ## 为什么要紧

    执行率按总额计算。总额与来源对不上，执行率和得分就没有可靠的依据，也无法知道钱从哪里来。

    依据：表内各数之间的关系。

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
        """Compare each column's total with the sums of its sources, one for each way of breaking it down."""
        funds = case.form.funds
        for one in case.column_sums:
            count = sum(1 for source in funds.sources if source.breakdown.strip() == one.breakdown)
            slack = Decimal(0) if funds.unit is MoneyUnit.YUAN else Decimal("0.01") * count
            if one.total and all(abs(one.total - sum_) > slack for sum_ in one.sums):
                what = f"各项来源（{one.breakdown}）" if one.breakdown else "各项来源"
                yield self.found(
                    case,
                    f"funds.total.{one.column}",
                    f"{COLUMNS[one.column]}的总额是 {write_money(one.total)} {funds.unit}，"
                    f"{what}相加是 {write_money(one.sums[0])} {funds.unit}，"
                    f"相差 {write_money(abs(one.total - one.sums[0]))} {funds.unit}。",
                    "请对照原表核对总额和各项来源。",
                )


class ZeroTotalOverSpentSource(ProjectRule):
    """年度资金总额是零或者空着，下面的来源有数

    ## 检查什么

    年度资金总额的某一栏填的是 0，或者没有填，而下面各项资金来源的同一栏加起来大于 0。几栏都这样的，一并指出；
    其他各项检查按各项来源之和进行。

    ## 为什么要紧

    总额是 0，预算执行率就无法计算，整张表会被当作“没有预算”。这样的表多半是总额漏填了。

    依据：表内各数之间的关系。

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
        """Look for columns whose total is 0 or empty above sources with money."""
        printed, settled, unit = case.form.funds.total, case.total, case.form.funds.unit
        columns = [one for one in COLUMNS if getattr(printed, one) != getattr(settled, one)]
        if columns:
            states = {"没有填" if getattr(printed, one) is None else "是 0" for one in columns}
            sums = "、".join(f"{write_money(getattr(settled, one))} {unit}" for one in columns)
            yield self.found(
                case,
                f"funds.total.{columns[0]}",
                f"年度资金总额的{'、'.join(COLUMNS[one] for one in columns)}{'，或者'.join(sorted(states))}，"
                f"下面各项来源相加{'分别' if len(columns) > 1 else ''}是 {sums}。",
                "请对照原表核对；总额应当是各项来源之和。",
            )


class ExecutedAboveAdjusted(ProjectRule):
    """全年执行数大于全年预算数

    ## 检查什么

    总额或某项资金来源的全年执行数，不应当大于它的全年预算数（调整后的预算）。资金表的 `explanation`
    写明了原因的（如年中收到其他资金），不再指出。总额和来源都大于的，只指出一次。

    ## 为什么要紧

    按《中华人民共和国预算法》，未列入预算的不得支出。执行数大于预算数，多半是年中追加了预算而全年预算数没有更新，
    或者把别的项目的支出算了进来。计分时执行率最多按 100% 计。

    依据：《中华人民共和国预算法》关于按预算支出的规定。

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
        if mixes_units(case) or (funds.explanation.strip() and case.reason is Reason.GIVEN):
            return
        named = [("funds.total", "年度资金总额", case.total)]
        named += [(f"funds.sources[{n}]", f"“{one.name}”", one) for n, one in enumerate(funds.sources)]
        over = [(key, name, amounts) for key, name, amounts in named if exceeds_budget(amounts)]
        if over:
            (key, name, amounts), *others = over
            also = f"{'、'.join(other for _, other, _ in others)}也是这样。" if others else ""
            yield self.found(
                case,
                f"{key}.executed",
                f"{name}的全年执行数 {write_money(amounts.executed or Decimal(0))} {funds.unit}，"
                f"大于全年预算数 {write_money(amounts.adjusted or Decimal(0))} {funds.unit}。{also}",
                "年中追加过预算的，请更新全年预算数 adjusted；用其他资金补足的，在 [funds] 的 explanation 里写明；"
                "否则请核对执行数 executed。",
            )


def exceeds_budget(amounts: Amounts) -> bool:
    """Tell whether more was spent than budgeted; a missing or zero budget is another rule's."""
    return bool(amounts.adjusted and amounts.executed is not None and amounts.executed > amounts.adjusted > 0)
