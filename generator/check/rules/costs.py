"""The rule about costs whose target says neither "at most" nor anything else."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case
from generator.model.finding import Finding, Severity


class CostWithoutSign(ProjectRule):
    """成本多花了，指标值没有写不等号

    ## 检查什么

    成本指标的指标值只写了一个数（如“20万元”“=20万元”），完成值比它大，得分又不低于一半。名称写明是上限的（如总成本、成本控制数、
    单位成本），按“不超过”比较，不在此列；指标值写了“≤”的也不在此列。

    ## 为什么要紧

    成本一般是越少越好，但只写一个数，看不出它是上限，还是计划要花的数。本站不代为认定，这一行的得分照单位自评列出。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level2 = "成本指标"
    name = "图书采购成本"
    target = "20万元"
    actual = "25万元"
    weight = 10
    score = 10
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level2 = "成本指标"
    name = "图书采购成本"
    target = "≤20万元"
    actual = "25万元"
    weight = 10
    score = 8
    explanation = "教材类图书涨价，超出的部分由其他资金支付；今后按批次询价。"
    ```
    """

    code: ClassVar[str] = "I021"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for costs above a bare sum that lost no more than half of their points."""
        for one in case.rows:
            claimed, weight = one.row.score, one.score.weight
            if one.lacks_sign and claimed is not None and weight and claimed * 2 >= weight:
                yield self.found(
                    case,
                    f"{one.key}.target",
                    f"“{one.row.name}”的指标值是“{one.row.target}”，完成值“{one.row.actual_value}”比它大；"
                    "指标值没有写“≤”，看不出算不算超支，这一行没有复算。",
                    f"请写明是不是上限，如“≤{one.row.target.strip().lstrip('=＝')}”；超了的，减去相应的分并写明原因。",
                )
