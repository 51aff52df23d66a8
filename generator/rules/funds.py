"""Rules about the funds table (项目资金): totals, their sources, and spending beyond the budget."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, chain
from typing import ClassVar

from generator.figures import write_money
from generator.model.case import Case, Reason
from generator.model.finding import Finding, Severity
from generator.model.form import Amounts, FundsSource, MoneyUnit
from generator.rules.rule import ProjectRule
from generator.rules.spending import mixes_units

COLUMNS = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数"}
"""The columns of the funds table by their keys."""

_LEVELS = ("中央", "省级", "市级", "区级", "县级", "本级", "上级", "地方", "其中")
"""Words in names of sources that are parts of another source and not further money."""


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
        """Compare each column's total with the sum of its sources, of each breakdown by itself."""
        for sources in case.form.funds.divisions:
            yield from self._compare(case, sources)

    def _compare(self, case: Case, sources: tuple[FundsSource, ...]) -> Iterator[Finding]:
        funds = case.form.funds
        for column, title in COLUMNS.items():
            total, sums = getattr(funds.total, column), sum_sources(sources, column)
            sum_ = next(sums, None)
            if not total or sum_ is None:
                continue
            slack = Decimal(0) if funds.unit is MoneyUnit.YUAN else Decimal("0.01") * len(sources)
            if all(abs(total - one) > slack for one in chain((sum_,), sums)):
                yield self.found(
                    case,
                    f"funds.total.{column}",
                    f"{title}的总额是 {write_money(total)} {funds.unit}，"
                    f"各项来源相加是 {write_money(sum_)} {funds.unit}，"
                    f"相差 {write_money(abs(total - sum_))} {funds.unit}。",
                    "请对照原表核对总额和各项来源。",
                )


class ZeroTotalOverSpentSource(ProjectRule):
    """年度资金总额是 0，下面的来源有数

    ## 检查什么

    年度资金总额的某一栏填的是 0，而下面某项资金来源的同一栏大于 0。

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

    总额或某项资金来源的全年执行数，不应当大于它的全年预算数（调整后的预算）。资金表的 `explanation`
    写明了原因的（如年中收到其他资金），不再指出。

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
        named = [("funds.total", "年度资金总额", funds.total)]
        named += [(f"funds.sources[{n}]", f"“{one.name}”", one) for n, one in enumerate(funds.sources)]
        for key, name, amounts in named:
            if exceeds_budget(amounts):
                yield self.found(
                    case,
                    f"{key}.executed",
                    f"{name}的全年执行数 {write_money(amounts.executed or Decimal(0))} {funds.unit}，"
                    f"大于全年预算数 {write_money(amounts.adjusted or Decimal(0))} {funds.unit}。",
                    "年中追加过预算的，请更新全年预算数 adjusted；用其他资金补足的，在 [funds] 的 explanation 里写明；"
                    "否则请核对执行数 executed。",
                )


def sum_sources(sources: tuple[FundsSource, ...], column: str) -> Iterator[Decimal]:
    """Sum a column over all sources, then over those that are no part of another; nothing where nobody can tell."""
    if not sources or any(getattr(one, column) is None and has_money(one) for one in sources):
        return
    amounts = [getattr(one, column) or Decimal(0) for one in sources]
    yield sum(amounts, Decimal(0))
    whole = [
        position for position, one in enumerate(sources) if not any(word in one.name for word in _LEVELS)
    ]
    if whole:
        yield sum((amounts[position] for position in whole), Decimal(0))
    yield sum((amounts[position] for position in find_wholes(amounts)), Decimal(0))


def find_wholes(amounts: Sequence[Decimal]) -> Iterator[int]:
    """Find the positions of amounts that are no parts of one before them, which their parts make up exactly."""
    position = 0
    while position < len(amounts):
        yield position
        position += 1 + count_parts(amounts[position], amounts[position + 1 :])


def count_parts(amount: Decimal, following: Sequence[Decimal]) -> int:
    """Count the amounts that follow one and add up to it; 0 where they do not."""
    sums = enumerate(accumulate(following), start=1)
    return next((count for count, total in sums if amount and total == amount), 0)


def has_money(amounts: Amounts) -> bool:
    """Tell whether a row of the funds table has an amount other than zero in any column."""
    return any(getattr(amounts, column) for column in COLUMNS)


def exceeds_budget(amounts: Amounts) -> bool:
    """Tell whether more was spent than budgeted; a missing or zero budget is another rule's."""
    return bool(amounts.adjusted and amounts.executed is not None and amounts.executed > amounts.adjusted > 0)
