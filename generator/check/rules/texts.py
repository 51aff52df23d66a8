"""Rules about reasons that are written: copied, or contradicting a value."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Outcome
from generator.model.case import Case, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.value import Quantity


class ExplanationRepeated(ProjectRule):
    """几个项目的偏差原因一字不差

    ## 检查什么

    一行指标或者资金表的偏差原因，与本单位别的项目里的偏差原因一字不差（空格和标点写法不计；很短的说明、同一个项目的
    其他年度不比较）。资金的原因写的是压减预算、上级政策等各个项目都会遇到的事，不算。不同单位写得一字不差的，
    列在“偏差与整改”一页。

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
        """Look for explanations that stand in other projects of the unit too."""
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
