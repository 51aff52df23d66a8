"""Rules about targets and actual values that do not fit each other."""

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case, Reason, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.value import Quantity
from generator.text.numbers import write_number

_TWICE = Decimal(2)


def _is_one_more(one: RowFacts) -> bool:
    """Tell whether no more than one thing was done beyond the target (`3次` for `≥2次`)."""
    target, actual = one.score.target, one.score.actual
    if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
        return False
    is_count = not target.is_share and target.scale == 1 and target.number % 1 == 0 and target.unit != "元"
    return is_count and actual.number - target.number == 1


class UnitsDiffer(ProjectRule):
    """指标值与完成值的单位对不上

    ## 检查什么

    年度指标值和实际完成值都是数字，但单位不是同一种（如“≥83个”与“90%”），无法比较。完成值没有写单位的、
    看的人能自己换算的（如“≤1个月”与“20天”），不在此列。

    ## 为什么要紧

    单位不同的两个数比不出完成没有，得分也算不出来。多半是填错了栏，或者年中换了口径。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务读者"
    target = "≥5000人次"
    actual = "95%"
    weight = 20
    score = 20
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务读者"
    target = "≥5000人次"
    actual = "5200人次"
    weight = 20
    score = 20
    ```
    """

    code: ClassVar[str] = "I006"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for two quantities that could not be compared for their units."""
        for one in case.rows:
            if one.units_differ:
                yield self.found(
                    case,
                    f"{one.key}.actual",
                    f"“{one.row.name}”的指标值是“{one.row.target}”，完成值是“{one.row.actual_value}”，"
                    "两者的单位不同，无法比较。",
                    "请按指标值的单位填写完成值。",
                )


class ShareBeyondWhole(ProjectRule):
    """满意度、合格率一类写成了超过 100%

    ## 检查什么

    名称是满意度、合格率、准确率、知晓率之类的行，指标值或者完成值大于 100%。完成率、覆盖率、使用率和各种增长率
    可以超过 100%，不在此列。

    ## 为什么要紧

    这几种比率最多是 100%，超过了一定是写错了。扫描件上的“≥90%”常被认成“290%”，照此计算，达到了目标的也成了没有达到。
    这样的行不按数字计分，由单位自评。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "读者满意度"
    target = "290%"
    actual = "98%"
    weight = 10
    score = 10
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "读者满意度"
    target = "≥90%"
    actual = "98%"
    weight = 10
    score = 10
    ```
    """

    code: ClassVar[str] = "I019"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for shares of a whole above the whole."""
        for one in case.rows:
            if not one.beyond_whole:
                continue
            is_target = one.beyond_whole == "target"
            seen = one.row.target if is_target else one.row.actual_value
            yield self.found(
                case,
                f"{one.key}.{one.beyond_whole}",
                f"“{one.row.name}”的{'指标值' if is_target else '完成值'}是“{seen.strip()}”，这一项不会超过 100%。",
                "请对照原表核对；“≥”有时会被认成“2”，如“≥90%”成了“290%”。",
            )


class OverCompletionUnexplained(ProjectRule):
    """超额完成很多而没有说明

    ## 检查什么

    实际完成值是年度指标值的多少倍，大于评分办法给定的界限、不到两倍，而偏差原因空着或者只写了“无”之类。
    只多出一个、一次的不算（如“≥2次”完成了 3 次）；两倍以上的，由另一条规则指出。

    ## 为什么要紧

    财预〔2020〕10号要求，完成值高于指标值较多的要分析原因。“较多”是多少，办法没有写明，界限见评分办法页。
    远远超过目标，可能是目标定得偏低，也可能是工作量增加了，写明以后下年就知道目标怎样定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务读者"
    target = "≥1000人次"
    actual = "1500人次"
    weight = 20
    score = 20
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务读者"
    target = "≥1000人次"
    actual = "1500人次"
    weight = 20
    score = 20
    explanation = "年中新开一处分馆，编制目标时没有计入；明年按两处编制。"
    ```
    """

    code: ClassVar[str] = "I016"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows over the profile's bound and below twice their target."""
        for one, times in list_far_over(case):
            if times < _TWICE:
                yield self.found(case, f"{one.key}.actual", *word_far_over(one, times))


class FarOverTarget(ProjectRule):
    """完成了两倍以上而没有说明

    ## 检查什么

    实际完成值达到年度指标值的两倍以上（评分办法的界限高于两倍的，按办法），而偏差原因空着或者只写了“无”之类。
    只多出一个、一次的不算（如“≥1次”完成了 2 次）。

    ## 为什么要紧

    财预〔2020〕10号要求，完成值高于指标值较多的要分析原因。多出一倍以上，多半是目标定得太低，也可能是填错了数，
    或者指标值和完成值的口径不同；写明以后，下年就知道目标怎样定。两倍的界限由本站取定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务读者"
    target = "≥1000人次"
    actual = "3500人次"
    weight = 20
    score = 20
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务读者"
    target = "≥1000人次"
    actual = "3500人次"
    weight = 20
    score = 20
    explanation = "年中新开一处分馆，编制目标时没有计入；明年按两处编制。"
    ```
    """

    code: ClassVar[str] = "I022"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows with twice their target, or more."""
        for one, times in list_far_over(case):
            if times >= _TWICE:
                yield self.found(case, f"{one.key}.actual", *word_far_over(one, times))


def list_far_over(case: Case) -> Iterator[tuple[RowFacts, Decimal]]:
    """List the rows far over their target that do not say why, with how many times it they reached."""
    for one in case.rows:
        if one.times is not None and one.reason is not Reason.GIVEN and not _is_one_more(one):
            yield one, one.times


def word_far_over(one: RowFacts, times: Decimal) -> tuple[str, str]:
    """Word the finding, with the true multiple."""
    shown = write_number(times.quantize(Decimal("0.01"), ROUND_DOWN))
    return (
        f"“{one.row.name}”的完成值“{one.row.actual_value}”是指标值“{one.row.target}”的 {shown} 倍，没有说明原因。",
        '请核对两个数；没有填错的，请加上 explanation = "……"，写明为什么超过这么多、明年的目标是否调整。',
    )
