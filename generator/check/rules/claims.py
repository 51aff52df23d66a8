"""Rules about the scores that a unit claims (得分), each by itself."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_number


class ClaimAboveWeight(ProjectRule):
    """得分高于分值

    ## 检查什么

    每一行指标的得分、预算执行率的得分，都不能高于这一行的分值。分值印在目标上、各行没有分值的，各行得分之和不能高于目标的分值。

    ## 为什么要紧

    分值是这一行最多能得的分。得分高于分值，要么抄错了行，要么分值填错了，总分也就不对。认定得分时最多按分值计。

    依据：表内各数之间的关系。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = 10
    score = 15
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = 15
    score = 15
    ```
    """

    code: ClassVar[str] = "S005"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare each claim with the points that its row carries."""
        for claim in case.claims:
            if claim.weight is not None and claim.score > claim.weight:
                yield self.found(
                    case,
                    claim.key,
                    f"{claim.name}的得分 {write_number(claim.score)} 分，高于分值 {write_number(claim.weight)} 分。",
                    "请对照原表核对这一行的分值和得分。",
                )
        for goal in case.assessment.sheet.goals:
            if goal.claimed is not None and goal.claimed > goal.weight:
                yield self.found(
                    case,
                    goal.key,
                    f"{goal.name}下各行的得分一共 {write_number(goal.claimed)} 分，"
                    f"高于分值 {write_number(goal.weight)} 分。",
                    "请对照原表核对各行的得分。",
                )


class ClaimNegative(ProjectRule):
    """得分是负数

    ## 检查什么

    得分不能小于 0。没有完成的指标最低得 0 分。

    ## 为什么要紧

    负的得分会把别的指标的分也扣掉。多半是把扣分写成了得分，或者多打了一个减号。

    依据：表内各数之间的关系。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = 10
    score = -2
    ```

    扣了 2 分，得分应当是 8 分。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = 10
    score = 8
    ```
    """

    code: ClassVar[str] = "S006"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for claims below zero."""
        for claim in case.claims:
            if claim.score < 0:
                yield self.found(
                    case,
                    claim.key,
                    f"{claim.name}的得分是 {write_number(claim.score)} 分，小于 0。",
                    "得分最低是 0 分；写的是扣了多少分的，请改成分值减去扣分。",
                )


class ClaimTooFine(ProjectRule):
    """得分的小数位太多

    ## 检查什么

    得分的小数位，不超过评分办法规定的最小一级（一般是 0.01 分）。

    ## 为什么要紧

    没有舍入的得分，各行相加以后总分会有尾差，与表上的总分对不上。

    依据：办法没有规定小数位，界限由本站取定，见评分办法页。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = 10
    score = 8.333
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = 10
    score = 8.33
    ```
    """

    code: ClassVar[str] = "S007"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for claims that are no multiple of the profile's step."""
        step = case.profile.thresholds.claim_step.value
        for claim in case.claims:
            if step and claim.score % step:
                rounded = case.profile.score_rounding.apply(claim.score)
                yield self.found(
                    case,
                    claim.key,
                    f"{claim.name}的得分 {write_number(claim.score)} 分，"
                    f"小数位多于{case.profile.word}规定的 {write_number(step)} 分。",
                    f"请按四舍五入填写，如 {write_number(rounded)}。",
                )


class NothingThereEarnsPoints(ProjectRule):
    """写着没有或者不涉及，却得了分

    ## 检查什么

    指标名称、年度指标值或者实际完成值写的是“无经济效益”“不涉及”“不适用”之类，这一行又得了分。
    “无投诉”“未发生事故”一类是完成情况，不在此列。

    ## 为什么要紧

    不涉及的指标没有做什么，也就没有可以评的；得了分，总分就虚高。不涉及的指标一般不设，分值给别的指标。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "效益指标"
    level2 = "经济效益指标"
    name = "经济效益"
    target = "无经济效益"
    actual = "不涉及"
    weight = 10
    score = 10
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "效益指标"
    level2 = "社会效益指标"
    name = "居民人均借阅册数"
    target = "≥3.5册"
    actual = "3.8册"
    weight = 10
    score = 10
    ```
    """

    code: ClassVar[str] = "S019"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for claims of rows that say there is nothing."""
        for one in case.rows:
            if one.says_none and one.row.score is not None and one.row.score > 0:
                cells = {"name": one.row.name, "target": one.row.target, "actual": one.row.actual_value}
                yield self.found(
                    case,
                    f"{one.key}.score",
                    f"“{one.row.name}”写的是“{cells[one.says_none].strip()}”，得了 {write_number(one.row.score)} 分。",
                    "没有这一项的，不设这一行，分值给别的指标；有的，请写明完成情况。",
                )
