"""Rules about targets and actual values that do not fit each other."""

import re
from collections.abc import Iterator
from typing import ClassVar

from generator.figures import write_number
from generator.model.assessment import Outcome
from generator.model.case import Case, Reason, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.value import Kind, Quantity
from generator.rules.rule import ProjectRule

_NUMBER = re.compile(r"[0-9０-９]|百分之")
_NONE_AT_ALL = re.compile(
    r"(?:全年|均|都)?(?:无|没有|未|零|不)(?:发生|出现|接到|存在|收到|产生|有)?(?!完成|达|开展|实施)[^，。]{0,8}"
)
_ALL_OF_IT = re.compile(r"(?:已|实现|达到|做到)*(?:全面?覆盖|全部覆盖|应(.)尽\1)")


class WordsForNumber(ProjectRule):
    """指标值是数字，完成值只写了文字

    ## 检查什么

    年度指标值写明了数字（如“=100%”“≥83个”），实际完成值只有“基本完成”“按要求完成”之类的文字。
    如果偏差原因里写出了数字，会一并指出，并算出按这个数字应得的分。
    “0起”写“未发生”、“100%”写“全覆盖”的，意思已经清楚，不在此列。

    ## 为什么要紧

    目标是数字，完成情况也要用数字来回答。只写文字，看的人无法核对，得分也算不出来。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "图书完好率"
    target = "=100%"
    actual = "基本完成"
    weight = 5
    score = 4.5
    explanation = "图书完好率85.8%，部分图书破损，已列入更新计划。"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "图书完好率"
    target = "=100%"
    actual = "基本完成"
    measured = "85.8%"
    weight = 5
    score = 4.29
    explanation = "图书完好率85.8%，部分图书破损，已列入更新计划。"
    ```
    """

    code: ClassVar[str] = "I005"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for quantities that are answered in words."""
        for one in case.rows:
            asked = one.score.kind in (Kind.QUANTITY, Kind.COMPOUND)
            if asked and one.score.actual.kind is Kind.WORDS and not _is_answer(one):
                yield self.found(case, f"{one.key}.actual", *_word_answer(one))


def _is_answer(one: RowFacts) -> bool:
    """Tell whether words answer a number all the same: they hold one, or mean none at all, or all of it."""
    target, said = one.score.target, (one.row.measured or one.row.actual).strip()
    if _NUMBER.search(said):
        return True
    if not isinstance(target, Quantity):
        return False
    if not target.number or target.sign.is_reverse:
        return _NONE_AT_ALL.fullmatch(said) is not None
    return target.is_share and target.number == 1 and _ALL_OF_IT.fullmatch(said) is not None


def _is_one_more(one: RowFacts) -> bool:
    """Tell whether no more than one thing was done beyond the target (`3次` for `≥2次`)."""
    target, actual = one.score.target, one.score.actual
    if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
        return False
    is_count = not target.is_share and target.scale == 1 and target.number % 1 == 0 and target.unit != "元"
    return is_count and actual.number - target.number == 1


def _word_answer(one: RowFacts) -> tuple[str, str]:
    """Word the finding, with the number that the explanation gives away and the score that it would bring."""
    row, given = one.row, one.given_away
    message = f"“{row.name}”的指标值是“{row.target}”，完成值写的是“{row.measured or row.actual}”。"
    if given is None:
        return message, "请写明完成了多少；原表没有印数字的，填在 measured 里。"
    points = given.score.computed
    brings = f"，按此计算得 {write_number(points)} 分" if points is not None else ""
    return (
        f"{message}偏差原因里写了 {given.shown}{brings}。",
        f'请加上 measured = "{given.shown}"，并核对得分。',
    )


class UnitsDiffer(ProjectRule):
    """指标值与完成值的单位对不上

    ## 检查什么

    年度指标值和实际完成值都是数字，但单位不是同一种（如“≥83个”与“90%”），无法比较。完成值没有写单位的不在此列。

    ## 为什么要紧

    单位不同的两个数比不出完成没有，得分也算不出来。多半是填错了栏，或者年中换了口径。

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
                    f"“{one.row.name}”的指标值是“{one.row.target}”，完成值是“{one.row.measured or one.row.actual}”，"
                    "两者的单位不同，无法比较。",
                    "请按指标值的单位填写完成值。",
                )


class TargetRepeated(ProjectRule):
    """指标值和完成值都只写了同一个方向

    ## 检查什么

    年度指标值只写了方向（如“提高”“有效改善”），实际完成值也是同样的话，没有别的说明。
    写“规范”“及时”等状态的不在此列。

    ## 为什么要紧

    “提高”对“提高”，看的人不知道提高了多少、从哪里看出来。定性的指标也可以用事实来说。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "居民阅读兴趣"
    target = "提高"
    actual = "提高"
    weight = 10
    score = 10
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "居民阅读兴趣"
    target = "提高"
    actual = "人均借阅由 3.1 册增加到 3.8 册"
    weight = 10
    score = 10
    ```
    """

    code: ClassVar[str] = "I007"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a direction that answers the same direction."""
        for one in case.rows:
            if one.only_direction and one.reason is not Reason.GIVEN:
                yield self.found(
                    case,
                    f"{one.key}.actual",
                    f"“{one.row.name}”的指标值和完成值都只写了“{one.row.target.strip()}”。",
                    "请写明怎样看出来的：从多少到多少，或者有哪些事实。",
                )


class ScaleNamedAsValue(ProjectRule):
    """把尺度的名称当成了值

    ## 检查什么

    年度指标值或实际完成值写的是“好坏”“高低”“是否”“优/良/中/差”一类尺度的名称，而不是尺度上的某一档。

    ## 为什么要紧

    “好坏”说的是按什么来看，没有说目标是好还是坏。多半是从模板的说明里抄来的。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "环境卫生状况"
    target = "好坏"
    actual = "好"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "环境卫生状况"
    target = "好"
    actual = "好"
    ```
    """

    code: ClassVar[str] = "I008"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for values that name a scale."""
        for one in case.rows:
            if one.names_scale:
                seen = getattr(one.row, one.names_scale).strip()
                yield self.found(
                    case,
                    f"{one.key}.{one.names_scale}",
                    f"“{one.row.name}”的值写的是“{seen}”，这是尺度的名称，不是其中的一档。",
                    "请写明是哪一档，如“好”。",
                )


class OverCompletionUnexplained(ProjectRule):
    """超额完成很多而没有说明

    ## 检查什么

    实际完成值是年度指标值的多少倍，大于评分办法给定的界限，而偏差原因空着或者只写了“无”之类。
    只多出一个、一次的不算（如“≥2次”完成了 3 次）。

    ## 为什么要紧

    财预〔2020〕10号要求，完成值高于指标值较多的要分析原因。“较多”是多少，办法没有写明，界限见评分办法页。
    远远超过目标，可能是目标定得偏低，也可能是工作量增加了，写明以后下年就知道目标怎样定。

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

    code: ClassVar[str] = "I016"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows far over their target without a reason."""
        times = case.profile.over_completion.threshold
        for one in case.rows:
            is_far_over = one.score.outcome is Outcome.EXCEEDED and not _is_one_more(one)
            if is_far_over and one.reason is not Reason.GIVEN:
                yield self.found(
                    case,
                    f"{one.key}.actual",
                    f"“{one.row.name}”的完成值“{one.row.measured or one.row.actual}”超过指标值“{one.row.target}”的 "
                    f"{write_number(times)} 倍，没有说明原因。",
                    '请加上 explanation = "……"，写明为什么超过这么多、明年的目标是否调整。',
                )
