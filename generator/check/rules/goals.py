"""Rules about goals (年度总体目标): none, copied, saying nothing, or with sums that do not add up."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Gap
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.model.form import MoneyUnit
from generator.text.numbers import write_money, write_number

_PUNCTUATION = re.compile(r"\W+")
_CELLS = {"expected": "预期目标", "actual": "实际完成情况"}
SHORTEST_GOAL = 12
"""Characters from which on the same goal and result are a copy; `无` and `按计划完成` recur by themselves."""


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


class GoalAmountsDoNotAddUp(ProjectRule):
    """目标里写的各笔金额加起来不等于总额

    ## 检查什么

    一条预期目标或者实际完成情况里写明了总金额（等于年初或全年预算数，或者写着“共”“总”），又用“其中”“包括”等写明了几笔，
    几笔相加应当等于总金额；写到小数的，允许四舍五入造成的尾差。
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
        """Tell the sums whose parts do not make them up."""
        for key, whole, parts in case.goal_sums:
            total = sum((part.yuan for part in parts), Decimal(0))
            unit = MoneyUnit.WAN_YUAN if "万" in whole.shown else MoneyUnit.YUAN
            added, lacking = (write_money(one / unit.yuan) for one in (total, abs(whole.yuan - total)))
            yield self.found(
                case,
                key,
                f"{_CELLS[key.rpartition('.')[2]]}里写明一共 {whole.shown}，"
                f"其中 {'、'.join(part.shown for part in parts)}，"
                f"相加是 {added} {unit}，相差 {lacking} {unit}。",
                f"请核对这 {write_number(Decimal(len(parts)))} 笔金额。",
            )


class GoalSaysNothing(ProjectRule):
    """年度总体目标只写了一个数或者项目名称

    ## 检查什么

    年度总体目标的预期目标、实际完成情况，不能只写一个数（如预算数），也不能只把项目名称再写一遍。

    ## 为什么要紧

    预期目标写的是这笔钱要办成什么事。只写一个金额或者项目名称，看的人不知道要做什么、做到什么程度。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[goals]]
    expected = "10.5"
    actual = "9.8"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[goals]]
    expected = "全年开放 300 天，新增图书 1500 册。"
    actual = "全年开放 302 天，新增图书 1520 册。"
    ```
    """

    code: ClassVar[str] = "T005"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Tell all cells of goals that say nothing at once."""
        if case.empty_goals:
            seen = "，".join(
                f"{_CELLS[key.rpartition('.')[2]]}只写了“{text}”" for key, text in case.empty_goals
            )
            yield self.found(
                case,
                case.empty_goals[0][0],
                f"{seen}，没有写要办成什么事、办成了什么事。",
                "请写明做什么、做多少、有什么效果；原表确实只有这些的，可以用 [[waivers]] 说明。",
            )


class GoalMissing(ProjectRule):
    """没有写年度总体目标

    ## 检查什么

    填了指标的表，应当有年度总体目标（`goals`），预期目标和实际完成情况不能都空着。分值印在目标上、没有别的文字的表，
    以及指标还没有抄全（分值合计不足满分）的表，不作比较。

    ## 为什么要紧

    总体目标说明这笔钱要办成什么事，指标都是从它分解来的。没有目标，就看不出指标是不是说到了要紧的事。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[goals]]
    expected = "全年开放 300 天，新增图书 1500 册。"

    [[indicators]]
    name = "开放天数"
    weight = 90
    ```
    """

    code: ClassVar[str] = "T006"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a form with indicators and no goal, as far as it was copied whole."""
        goals, gaps = case.form.goals, case.assessment.sheet.total.gaps
        is_told = any(one.expected.strip() or one.actual.strip() or one.weight is not None for one in goals)
        is_cut = Gap.LACKING in gaps or Gap.NO_POINTS in gaps
        if case.rows and not is_told and not (is_cut and not goals):
            yield self.found(
                case,
                "goals",
                "没有写年度总体目标。",
                "请对照原表补上 [[goals]] 的 expected 和 actual；原表确实没有的，可以用 [[waivers]] 说明。",
            )
