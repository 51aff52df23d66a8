"""Rules about what the execution rate lets a form claim."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.check.rules.spending import find_rate, outruns_execution, share_points
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_number, write_percent


class PointsOutrunExecution(ProjectRule):
    """指标得分率远高于预算执行率，没有说明

    ## 检查什么

    各项指标的得分率（得分 ÷ 分值）比预算执行率高出评分办法给定的界限，而表上没有说明钱为什么没有花完。
    指标还没有抄全（分值合计不足满分）时，不作比较，只看执行率是不是偏低。

    ## 为什么要紧

    钱花得少、事情全部做完了，可能是办得省，可能是预算编得偏多，也可能是完成情况没有填准。写明是哪一种，
    看的人就不用猜。界限由本站取定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [funds]
    weight = 10
    total = { initial = 100000, adjusted = 100000, executed = 40000 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 90
    ```

    执行率 40%，指标得分率 100%。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [funds]
    weight = 10
    total = { initial = 100000, adjusted = 100000, executed = 40000 }
    explanation = "图书改由区图书馆统一调拨，采购费节约 6 万元，已交回财政。"

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 90
    ```
    """

    code: ClassVar[str] = "S014"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the share of points that the indicators claim with the execution rate."""
        rate, share, bound = find_rate(case), share_points(case), case.profile.thresholds.outrun.value
        if rate is not None and share is not None and outruns_execution(case):
            yield self.found(
                case,
                "funds.total.executed",
                f"预算执行率是 {write_percent(rate)}，指标得分率是 {write_percent(share)}，"
                f"高出 {write_percent(bound)} 以上，表上没有说明原因。",
                "请核对完成值；确实少花钱办成了事的，在 [funds] 的 explanation 里写明原因。",
            )


class TotalAboveCap(ProjectRule):
    """总分高于执行率所限定的分数

    ## 检查什么

    有的评分办法规定，预算执行率低于某个界限时，总分不得高于某个分数。表上的总分不能超过它。

    ## 为什么要紧

    这是办法为防止“钱没花、分很高”定的限制。超过了，等级也会跟着错。

    依据：评分办法里写明的限制；没有写的不检查。

    ## 示例

    ```toml
    # profiles/capped.toml
    extends = "mof-2020"

    [[caps]]
    below = 0.6
    total = 89
    basis = "示例：执行率低于 60% 的，总分不高于 89 分"
    ```

    ```toml
    name = "社区图书室开放经费"
    profile = "capped"

    [funds]
    weight = 10
    total = { initial = 100000, adjusted = 100000, executed = 50000 }
    explanation = "图书采购尾款结转下年支付。"

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 90

    [reported]
    execution_score = 5
    total = 95
    ```

    ## 改正后

    ```toml
    # profiles/capped.toml
    extends = "mof-2020"

    [[caps]]
    below = 0.6
    total = 89
    basis = "示例：执行率低于 60% 的，总分不高于 89 分"
    ```

    ```toml
    name = "社区图书室开放经费"
    profile = "capped"

    [funds]
    weight = 10
    total = { initial = 100000, adjusted = 100000, executed = 50000 }
    explanation = "图书采购尾款结转下年支付。"

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 90

    [reported]
    execution_score = 5
    total = 89
    ```
    """

    code: ClassVar[str] = "S015"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the claimed total with the cap that applies."""
        total = case.assessment.sheet.total
        if total.cap is not None and total.claimed is not None and total.claimed > total.cap:
            rate = case.assessment.sheet.execution.shown_rate
            yield self.found(
                case,
                "reported.total",
                f"预算执行率 {rate}，按{case.profile.word}总分不得高于 {write_number(total.cap)} 分，"
                f"表上填的是 {write_number(total.claimed)} 分。",
                f"请填 total = {write_number(total.cap)}。",
            )
