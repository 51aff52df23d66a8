"""Rules about the reasons for lost points (偏差原因分析及改进措施)."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.outcomes import takes_points_off_met
from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Outcome
from generator.model.case import Case, Reason
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_number


class LostPointsUnexplained(ProjectRule):
    """扣了分，没有说明原因

    ## 检查什么

    指标得分低于分值时，“偏差原因分析及改进措施”（`explanation`）不能空着。达到了指标值又扣分的，由另一条规则一并指出。

    ## 为什么要紧

    财预〔2020〕10号要求，对未完成的指标分析原因、说明改进措施。只扣分不说原因，
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
        for one in case.rows:
            if (
                one.lost is not None
                and one.lost > 0
                and one.reason is Reason.MISSING
                and not takes_points_off_met(one)
            ):
                yield self.found(
                    case,
                    f"{one.key}.score",
                    f"“{one.row.name}”扣了 {write_number(one.lost)} 分，没有填写偏差原因。",
                    '请在这一项加上 explanation = "……"，写明为什么没有得满分、准备怎样改进。',
                )


class MissedUnexplained(ProjectRule):
    """没有完成指标值，没有说明原因

    ## 检查什么

    不计分的表、分值不在各行的表（分值印在目标上，或者没有分值一栏），没有达到指标值的行，偏差原因不能空着，
    也不能只写“无”之类。表下有文字框写明原因的，不在此列；有分值的行看扣分有没有原因，由另一条规则指出。

    ## 为什么要紧

    不计分的表看不出扣了多少分，没有完成的为什么没有完成，只有原因说得清。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    kind = "transfer"
    profile = "transfer-unscored"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "270天"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    kind = "transfer"
    profile = "transfer-unscored"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "270天"
    explanation = "七月馆舍漏水维修，闭馆 30 天；今后维修安排在夜间分段进行。"
    ```
    """

    code: ClassVar[str] = "I023"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for missed targets of rows without points, where no reason is given."""
        if case.reasons_below:
            return
        for one in case.rows:
            is_missed = (
                one.score.outcome is Outcome.SHORT and one.score.weight is None and not one.row.of_which
            )
            if is_missed and one.reason is not Reason.GIVEN:
                yield self.found(
                    case,
                    f"{one.key}.explanation",
                    f"“{one.row.name}”的完成值“{one.row.actual_value}”没有达到指标值“{one.row.target}”，没有说明原因。",
                    '请核对完成值；确实没有完成的，加上 explanation = "……"，写明原因和改进措施。',
                )


class ReasonSaysNothing(ProjectRule):
    """扣了分，原因没有写出来

    ## 检查什么

    得分低于分值的行，“偏差原因分析及改进措施”不能只写“无”“0”“/”“未达标”“今后加强管理”之类，
    也不能留着表格自带的填写说明，原因要写出来。达到了指标值又扣分的，由另一条规则一并指出。

    ## 为什么要紧

    财预〔2020〕10号要求，对未完成的指标分析原因、说明改进措施。只写“无”或者“加强管理”，
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
    explanation = "无"
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

    code: ClassVar[str] = "S013"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows that lost points and give a reason that is none."""
        for one in case.rows:
            if (
                one.lost is not None
                and one.lost > 0
                and one.reason is Reason.EMPTY
                and not takes_points_off_met(one)
            ):
                yield self.found(
                    case,
                    f"{one.key}.explanation",
                    f"“{one.row.name}”扣了 {write_number(one.lost)} 分，"
                    f"偏差原因只写了“{one.row.explanation.strip()}”。",
                    "请写明为什么没有得满分、准备怎样改进。",
                )
