"""Rules about the same project a year before: what was lowered, moved or dropped after it had failed."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rows import LESS_IS_BETTER
from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Outcome
from generator.model.case import Case, EarlierRow, Reason
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_number, write_percent


class TargetFarBelowLastYear(ProjectRule):
    """指标值远低于上年的完成值

    ## 检查什么

    同一个指标，今年的年度指标值不到上年实际完成值的一定比例（由评分办法给定），而项目预算没有同样减少。
    越少越好的指标，以及在 `explanation` 里写明了原因的，不比较。

    ## 为什么要紧

    上年已经做到的事，今年的目标低了很多，得满分就不说明问题。低多少算多，界限由本站取定。

    ## 示例

    ```toml
    # projects/2022/unit/project.toml
    name = "社区图书室开放经费"
    funds = { total = { adjusted = 100000 } }

    [[indicators]]
    name = "服务读者"
    target = "≥5000人次"
    actual = "5200人次"
    ```

    ```toml
    # projects/2023/unit/project.toml
    name = "社区图书室开放经费"
    funds = { total = { adjusted = 100000 } }

    [[indicators]]
    name = "服务读者"
    target = "≥2000人次"
    actual = "5100人次"
    ```

    ## 改正后

    ```toml
    # projects/2022/unit/project.toml
    name = "社区图书室开放经费"
    funds = { total = { adjusted = 100000 } }

    [[indicators]]
    name = "服务读者"
    target = "≥5000人次"
    actual = "5200人次"
    ```

    ```toml
    # projects/2023/unit/project.toml
    name = "社区图书室开放经费"
    funds = { total = { adjusted = 100000 } }

    [[indicators]]
    name = "服务读者"
    target = "≥5000人次"
    actual = "5100人次"
    ```
    """

    code: ClassVar[str] = "Y001"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare this year's targets with what was reached the year before."""
        bound = case.profile.thresholds.target_drop.value * case.budget_share
        for one in case.rows:
            if one.earlier is None or one.target_share is None or one.reason is Reason.GIVEN:
                continue
            if one.target_share < bound and not LESS_IS_BETTER.search(one.row.name):
                yield self.found(
                    case,
                    f"{one.key}.target",
                    f"“{one.row.name}”今年的指标值是“{one.row.target}”，"
                    f"只有上年完成值“{one.earlier.row.actual_value}”的 "
                    f"{write_percent(one.target_share)}。",
                    "请核对指标值；确有原因的，写进 explanation。",
                )


class PointsMovedFromFailed(ProjectRule):
    """上年没有完成的指标，今年减了分值

    ## 检查什么

    同一个指标，上年的完成值没有达到指标值，今年的分值比上年少。

    ## 为什么要紧

    分值从没有完成的指标挪到别的指标，得分会变高，事情不一定做得更好。看的人需要知道为什么这样改。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    # projects/2022/unit/project.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "240天"
    weight = 20
    ```

    ```toml
    # projects/2023/unit/project.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "300天"
    weight = 5
    ```

    ## 改正后

    ```toml
    # projects/2022/unit/project.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "240天"
    weight = 20
    ```

    ```toml
    # projects/2023/unit/project.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "300天"
    weight = 20
    ```
    """

    code: ClassVar[str] = "Y002"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows that failed and carry fewer points now."""
        for one in case.rows:
            weight, before = one.score.weight, one.earlier.score.weight if one.earlier else None
            if weight is None or before is None or one.earlier is None or weight >= before:
                continue
            if has_failed(one.earlier):
                yield self.found(
                    case,
                    f"{one.key}.weight",
                    f"“{one.row.name}”上年没有完成（{one.earlier.row.target}，完成 "
                    f"{one.earlier.row.actual_value}），"
                    f"今年的分值从 {write_number(before)} 分减到 {write_number(weight)} 分。",
                    "请核对分值；确有原因的，用 [[waivers]] 说明。",
                )


class FailedIndicatorVanished(ProjectRule):
    """上年没有完成的指标，今年不见了

    ## 检查什么

    上年的完成值没有达到指标值的指标，今年的表里没有同名的一行。

    ## 为什么要紧

    没有完成的事后来怎样了，是看的人最想知道的。指标不见了，就无从比较。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    # projects/2022/unit/project.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "240天"
    weight = 20
    ```

    ```toml
    # projects/2023/unit/project.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "图书更新册数"
    target = "≥1500册"
    actual = "1520册"
    weight = 20
    ```

    ## 改正后

    ```toml
    # projects/2022/unit/project.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "240天"
    weight = 20
    ```

    ```toml
    # projects/2023/unit/project.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"
    weight = 20
    ```
    """

    code: ClassVar[str] = "Y003"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows of last year that failed and stand here no more."""
        for one in case.vanished:
            if has_failed(one):
                yield self.found(
                    case,
                    "indicators",
                    f"上年没有完成的指标“{one.row.name}”（{one.row.target}，完成 "
                    f"{one.row.actual_value}），今年的表里没有。",
                    "请补上这一行；名称改了的，改回原来的名称，或者用 [[waivers]] 说明。",
                )


class PreviousUnclear(ProjectRule):
    """看不出与上年的哪张表相接

    ## 检查什么

    `previous` 写了却找不到那张表；或者文件名没有变而项目名称变了、项目名称没有变而文件名变了，
    又没有用 `previous` 写明上年是哪张表。

    ## 为什么要紧

    逐年比较靠文件路径相接。接不上，公众就看不到这个项目前几年的情况。

    依据：本站按文件路径逐年相接的约定。

    ## 示例

    ```toml
    # projects/2022/unit/tushushi.toml
    name = "社区图书室开放经费"
    ```

    ```toml
    # projects/2023/unit/yuedu-zhongxin.toml
    name = "社区图书室开放经费"
    ```

    名称没有变，文件名从 tushushi 变成了 yuedu-zhongxin。

    ## 改正后

    ```toml
    # projects/2022/unit/tushushi.toml
    name = "社区图书室开放经费"
    ```

    ```toml
    # projects/2023/unit/yuedu-zhongxin.toml
    name = "社区图书室开放经费"
    previous = "2022/unit/tushushi"
    ```
    """

    code: ClassVar[str] = "Y004"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a reference that leads nowhere, and for names and paths that part company."""
        form = case.form
        if form.previous:
            if case.earlier is None:
                message = f"previous 写的是“{form.previous}”，没有找到这张表。"
                yield self.found(
                    case, "previous", message, "请写成 年度/单位代号/项目代号，如 2022/unit/slug。"
                )
        elif case.namesake is not None:
            message = f"上年的 {case.namesake.id} 与本项目同名，文件名不同。"
            suggestion = f'是同一个项目的，请加上 previous = "{case.namesake.id}"。'
            yield self.found(case, "name", message, suggestion)
        elif case.earlier is not None and case.is_renamed:
            earlier = case.earlier
            message = f"上年的同一个文件里，项目名称是“{earlier.form.name}”，今年是“{form.name}”。"
            suggestion = (
                f'是同一个项目改了名的，请加上 previous = "{earlier.place.id}"；不是的，请换一个文件名。'
            )
            yield self.found(case, "name", message, suggestion)


def has_failed(one: EarlierRow) -> bool:
    """Tell whether a row did not reach its target, by its number or by words of a lower band (`未完成`)."""
    score = one.score
    is_low = score.outcome is Outcome.JUDGED and score.high is not None and score.high < (score.weight or 0)
    return (score.outcome is Outcome.SHORT or is_low) and not one.row.of_which
