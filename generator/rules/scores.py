"""Rules about points: weights, claims and totals."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from generator.model.assessment import ScoreSheet
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.rules.rule import ProjectRule


class WeightsNotHundred(ProjectRule):
    """分值合计不是满分

    ## 检查什么

    预算执行率的分值加上全部三级指标的分值，应当正好等于评分办法规定的总分（一般是 100 分）。
    “其中”项不单独计分，不算在内。

    ## 为什么要紧

    财预〔2020〕10号规定自评总分由各项指标得分汇总形成，一般为 100 分。
    分值多了或少了，总分和等级就没有可比性。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 50

    [[indicators]]
    name = "读者满意度"
    weight = 50
    ```

    预算执行率 10 分，两个指标各 50 分，合计 110 分。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 50

    [[indicators]]
    name = "读者满意度"
    weight = 40
    ```
    """

    code: ClassVar[str] = "S001"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare what all rows carry with the profile's total."""
        weight, full = case.assessment.sheet.total.weight, case.profile.total.points
        if not case.form.indicators or weight == full:
            return
        execution = case.assessment.sheet.execution.weight or Decimal(0)
        yield self.found(
            case,
            "indicators",
            f"分值合计 {plain(weight)} 分（预算执行率 {plain(execution)} 分，"
            f"各项指标 {plain(weight - execution)} 分），应为 {plain(full)} 分。",
            f"请核对各行的 weight，{'减去' if weight > full else '补上'} {plain(abs(weight - full))} 分。",
        )


class ClaimedTotalNotSum(ProjectRule):
    """填报的总分与各项得分之和不符

    ## 检查什么

    表上填的总分，应当等于预算执行率得分与各项指标得分之和（按评分办法的位数舍入）。
    有一项没有填得分时不作比较。

    ## 为什么要紧

    总分决定评价等级，也是公众最先看到的数字。各项加起来对不上，说明其中至少有一个数字填错了。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 85

    [reported]
    execution_score = 9.5
    total = 95
    ```

    9.5 + 85 = 94.5，表上填的是 95。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 85

    [reported]
    execution_score = 9.5
    total = 94.5
    ```
    """

    code: ClassVar[str] = "S002"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the printed total with the sum of the claims."""
        sheet = case.assessment.sheet
        total, claims = sheet.total.claimed, list_claims(sheet)
        if total is None or None in claims or not claims:
            return
        total_of_claims = sum((claim for claim in claims if claim is not None), Decimal(0))
        expected = case.profile.score_rounding.apply(total_of_claims)
        if total in (expected, total_of_claims, sheet.total.cap):
            return
        yield self.found(
            case,
            "reported.total",
            f"总分填的是 {plain(total)}，各项得分相加是 {plain(expected)}，相差 {plain(abs(total - expected))} 分。",
            f"如果各项得分无误，总分请填 {plain(expected)}；否则请改正填错的那一项。",
        )


class LostPointsUnexplained(ProjectRule):
    """扣了分却没有说明原因

    ## 检查什么

    指标得分低于分值时，“偏差原因分析及改进措施”（`explanation`）不能空着。

    ## 为什么要紧

    自评表要求对未完成的指标分析原因、提出改进措施。只扣分不说原因，
    看的人不知道问题出在哪里、明年怎么办。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "270天"
    weight = 20
    score = 18
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "270天"
    weight = 20
    score = 18
    explanation = "七月馆舍漏水维修，闭馆 30 天；今后维修安排在夜间分段进行。"
    ```
    """

    code: ClassVar[str] = "S003"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows that claim less than their points and say nothing of it."""
        for index, row in enumerate(case.form.indicators):
            if row.weight is None or row.score is None or row.of_which:
                continue
            if row.score < row.weight and not row.explanation.strip():
                yield self.found(
                    case,
                    f"indicators[{index}].score",
                    f"“{row.name}”分值 {plain(row.weight)} 分，得分 {plain(row.score)} 分，"
                    f"扣了 {plain(row.weight - row.score)} 分，没有填写偏差原因。",
                    '请在这一项加上 explanation = "……"，写明为什么没有得满分、准备怎样改进。',
                )


def list_claims(sheet: ScoreSheet) -> list[Decimal | None]:
    """List the claims of all rows that carry points, execution first."""
    rows = [
        (sheet.execution.weight, sheet.execution.claimed),
        *((row.weight, row.claimed) for row in sheet.rows),
    ]
    return [claimed for weight, claimed in rows if weight]


def plain(points: Decimal) -> str:
    """Write points without an exponent or zeros at the end: 95.50 as `95.5`."""
    return f"{points.normalize():f}"
