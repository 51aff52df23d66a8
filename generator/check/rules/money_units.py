"""The rule about 元 taken for 万元: amounts that differ by a factor of ten thousand."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, NamedTuple

from generator.check.rules.rule import ProjectRule
from generator.check.rules.spending import ROUGHLY, differs_by_wan
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_money

_EXACT = Decimal("1.001")
"""How far an amount in a text may be from a factor of exactly ten thousand; it may be about anything."""


class Pair(NamedTuple):
    """Two amounts that ought to be of one size, in yuan, with what to say of them."""

    key: str
    seen: str
    amount: Decimal
    other: str
    expected: Decimal
    slack: Decimal


class YuanTakenForWan(ProjectRule):
    """金额相差一万倍，疑似元与万元混淆

    ## 检查什么

    同一张表里年初预算数与全年预算数、全年执行数与全年预算数、某项来源与总额、预期目标里写明的金额与全年预算数，
    以及今年与上年的全年预算数，如果相差约一万倍，多半是把元和万元弄混了。

    ## 为什么要紧

    金额差一万倍，执行率、汇总数也就跟着错，而且很难从单个数字上看出来。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    unit = "元"
    total = { initial = 12.5, adjusted = 125000, executed = 124000 }
    ```

    年初预算数填的是万元数，其余填的是元。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    unit = "元"
    total = { initial = 125000, adjusted = 125000, executed = 124000 }
    ```
    """

    code: ClassVar[str] = "F009"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare amounts that ought to be of one size."""
        for pair in list_pairs(case):
            if differs_by_wan(pair.amount, pair.expected, pair.slack):
                yield self.found(
                    case,
                    pair.key,
                    f"{pair.seen}合 {write_money(pair.amount)} 元，{pair.other}合 {write_money(pair.expected)} 元，"
                    "相差约一万倍。",
                    "请核对金额的单位：[funds] 的 unit 是“元”还是“万元”，各处的金额是不是按这个单位填写。",
                )


def list_pairs(case: Case) -> Iterator[Pair]:
    """List the amounts to be compared, as far as the form and last year's state them."""
    yuan, total = case.form.funds.unit.yuan, case.total
    if total.adjusted is None:
        return
    budget = total.adjusted * yuan
    if total.initial is not None:
        yield Pair("funds.total.initial", "年初预算数", total.initial * yuan, "全年预算数", budget, ROUGHLY)
    if total.executed is not None:
        yield Pair("funds.total.executed", "全年执行数", total.executed * yuan, "全年预算数", budget, ROUGHLY)
    for index, source in enumerate(case.form.funds.sources):
        if source.adjusted is not None and source.adjusted > total.adjusted:  # a small source is no mistake
            key, seen = f"funds.sources[{index}].adjusted", f"“{source.name}”的全年预算数"
            yield Pair(key, seen, source.adjusted * yuan, "总额", budget, ROUGHLY)
    yield from list_amounts_of_goals(case, budget)
    earlier = case.earlier.form.funds if case.earlier else None
    if earlier and earlier.total.adjusted is not None:
        before = earlier.total.adjusted * earlier.unit.yuan
        yield Pair("funds.total.adjusted", "全年预算数", budget, "上年的全年预算数", before, ROUGHLY)


def list_amounts_of_goals(case: Case, budget: Decimal) -> Iterator[Pair]:
    """List the amounts that goals name with the budget, as adjusted and as it was at first."""
    yuan, initial = case.form.funds.unit.yuan, case.total.initial
    budgets = {budget: "全年预算数"} if not initial else {initial * yuan: "年初预算数", budget: "全年预算数"}
    for amount in case.amounts:
        for other, name in budgets.items():
            if amount.yuan > other or _is_in_wan(amount.shown):  # `票价50元` is a price
                yield Pair(amount.key, f"目标里的“{amount.shown}”", amount.yuan, name, other, _EXACT)


def _is_in_wan(shown: str) -> bool:
    return "万" in shown or "亿" in shown
