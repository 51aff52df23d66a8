"""Rules about what is written: copied, contradicting a value, or with sums that do not add up."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, groupby
from typing import ClassVar

from generator.figures import write_money, write_number
from generator.model.assessment import Outcome
from generator.model.case import Amount, Case, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.form import MoneyUnit
from generator.model.value import Quantity
from generator.rules.funds import find_wholes
from generator.rules.rule import ProjectRule

_PUNCTUATION = re.compile(r"\W+")
_NOT_ALL = re.compile(r"元[^，。；]{0,6}等|其余|剩余|余下|主要|部分|左右|以上|约")
"""Words by which a goal names only some of its sums, or not exactly."""
_LISTS_PARTS = re.compile(r"其中|包括|包含|分别|用于|[:：]")
SHORTEST_GOAL = 12
"""Characters from which on the same goal and result are a copy; `无` and `按计划完成` recur by themselves."""


class ExplanationRepeated(ProjectRule):
    """几个项目的偏差原因一字不差

    ## 检查什么

    一行指标或者资金表的偏差原因，与别的项目里的偏差原因一字不差（空格和标点写法不计；很短的说明、同一个项目的
    其他年度不比较）。资金的原因写的是压减预算、上级政策等各个项目都会遇到的事，不算。

    ## 为什么要紧

    不同项目的问题很少完全一样。写得一样，看的人就看不出这个项目自己的原因和改进措施。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    # projects/2023/unit/tushushi.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    explanation = "受多种因素影响，未能按计划完成，今后加强管理。"
    ```

    ```toml
    # projects/2023/unit/wenhuajie.toml
    name = "社区文化节经费"

    [[indicators]]
    name = "演出场次"
    explanation = "受多种因素影响，未能按计划完成，今后加强管理。"
    ```

    ## 改正后

    ```toml
    # projects/2023/unit/tushushi.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    explanation = "七月馆舍漏水维修，闭馆 30 天；今后维修安排在夜间分段进行。"
    ```

    ```toml
    # projects/2023/unit/wenhuajie.toml
    name = "社区文化节经费"

    [[indicators]]
    name = "演出场次"
    explanation = "两场露天演出遇暴雨取消；今后备好室内场地。"
    ```
    """

    code: ClassVar[str] = "T001"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for explanations that stand in other projects too."""
        cells = [("funds", "资金", case.funds_copies)]
        cells += [(one.key, f"“{one.row.name}”", one.copies) for one in case.rows]
        for key, name, copies in cells:
            if copies:
                more = f"等 {len(copies)} 个项目" if len(copies) > 1 else ""
                yield self.found(
                    case,
                    f"{key}.explanation",
                    f"{name}的偏差原因与 {copies[0].path} {more}里的一字不差。",
                    "请写这个项目自己的原因和改进措施。",
                )


class GoalCopied(ProjectRule):
    """实际完成情况与预期目标一字不差

    ## 检查什么

    年度总体目标的“实际完成情况”，与“预期目标”一字不差（空格和标点不计；很短的目标不比较）。

    ## 为什么要紧

    预期目标写的是打算做什么，实际完成情况写的是做成了什么。两处一样，看的人不知道做成了多少。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[goals]]
    expected = "全年开放 300 天，新增图书 1500 册，服务读者 5000 人次。"
    actual = "全年开放 300 天，新增图书 1500 册，服务读者 5000 人次。"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[goals]]
    expected = "全年开放 300 天，新增图书 1500 册，服务读者 5000 人次。"
    actual = "全年开放 302 天，新增图书 1520 册，服务读者 5316 人次，目标全部实现。"
    ```
    """

    code: ClassVar[str] = "T002"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare each goal with what is said to have come of it."""
        for index, goal in enumerate(case.form.goals):
            expected, actual = (_PUNCTUATION.sub("", text) for text in (goal.expected, goal.actual))
            if expected == actual and len(expected) >= SHORTEST_GOAL:
                yield self.found(
                    case,
                    f"goals[{index}].actual",
                    "实际完成情况与预期目标一字不差。",
                    "请写实际做成了什么：数量、时间、效果，没有做成的也写明。",
                )


class ExplanationContradictsValue(ProjectRule):
    """偏差原因与完成值互相矛盾

    ## 检查什么

    完成值按数字已经达到指标值，偏差原因里说没有完成、没有建成；或者偏差原因里写的
    本行的百分比（如“完成率85.8%”）与完成值的百分比不同。说的是上年、目标或别的比率的，不算。

    ## 为什么要紧

    两处说法不同，至少有一处没有填准。看的人不知道以哪一个为准，得分也失去依据。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务站点个数"
    target = "≥83个"
    actual = "83个"
    explanation = "1 个站点条件不成熟，未建成。"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务站点个数"
    target = "≥83个"
    actual = "82个"
    explanation = "1 个站点条件不成熟，未建成。"
    ```
    """

    code: ClassVar[str] = "T003"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Hold each explanation against the value beside it."""
        for one in case.rows:
            actual = one.row.actual_value
            if one.stated:
                seen = f"完成值是“{actual}”，偏差原因里写的是 {one.stated}"
            elif one.says_undone and _is_reached(one):
                seen = f"完成值“{actual}”达到了指标值“{one.row.target}”，偏差原因里说没有完成"
            else:
                continue
            yield self.found(
                case, f"{one.key}.explanation", f"“{one.row.name}”的{seen}。", "请核对，改正其中填错的一处。"
            )


def _is_reached(one: RowFacts) -> bool:
    """Tell whether a row reached its target; an upper bound is kept by not coming up to it."""
    target = one.score.target
    is_bound = isinstance(target, Quantity) and target.sign.is_reverse
    return one.score.outcome in (Outcome.MET, Outcome.EXCEEDED) and not is_bound


class GoalAmountsDoNotAddUp(ProjectRule):
    """目标里写的各笔金额加起来不等于预算

    ## 检查什么

    一条预期目标里写明了总金额（等于年初或全年预算数），又用“其中”“包括”等写明了几笔，几笔相加应当等于总金额。
    “每人 500 元”之类的标准不算；写了“等”“其余”“主要”的，没有列全，不作比较。

    ## 为什么要紧

    目标里的金额说明钱准备怎么用。加起来对不上，可能有一部分钱没有安排，也可能有一笔写错了。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { total = { initial = 100000, adjusted = 100000 } }

    [[goals]]
    expected = "安排10万元，其中采购图书6万元，开展活动3万元。"
    ```

    6 万元加 3 万元是 9 万元，与 10 万元差 1 万元。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { total = { initial = 100000, adjusted = 100000 } }

    [[goals]]
    expected = "安排10万元，其中采购图书6万元，开展活动4万元。"
    ```
    """

    code: ClassVar[str] = "T004"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Add up the sums that a goal names after naming the whole budget."""
        funds = case.form.funds
        budgets = {one * funds.unit.yuan for one in (funds.total.initial, funds.total.adjusted) if one}
        for key, group in groupby(case.amounts, key=lambda amount: amount.key):
            whole, *rest = group
            parts = [rest[position] for position in find_wholes([one.yuan for one in rest])]
            total = sum((part.yuan for part in parts), Decimal(0))
            if whole.yuan not in budgets or not _claims_to_list_all(key, case, whole, rest):
                continue
            unit = MoneyUnit.WAN_YUAN if "万" in whole.shown else MoneyUnit.YUAN
            added, lacking = (write_money(one / unit.yuan) for one in (total, abs(whole.yuan - total)))
            yield self.found(
                case,
                key,
                f"目标里写明一共 {whole.shown}，其中 {'、'.join(part.shown for part in parts)}，"
                f"相加是 {added} {unit}，相差 {lacking} {unit}。",
                f"请核对这 {write_number(Decimal(len(parts)))} 笔金额。",
            )


def _claims_to_list_all(key: str, case: Case, whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether a goal lists the parts of a sum, all of them, and they do not make it up.

    What follows once the parts are complete is about something else, or breaks the same sum down in another way.
    """
    text = next(goal.expected for n, goal in enumerate(case.form.goals) if key == f"goals[{n}].expected")
    if len(parts) < 2 or _NOT_ALL.search(text) or not _LISTS_PARTS.search(text):
        return False
    amounts = [part.yuan for part in parts]
    if any(amount > whole.yuan for amount in amounts):
        return False
    wholes = [amounts[position] for position in find_wholes(amounts)]
    return whole.yuan not in {*accumulate(amounts), *accumulate(wholes)}
