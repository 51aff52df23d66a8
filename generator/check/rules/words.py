"""Rules about words that stand where a number, or a step of a scale, was to be told."""

import re
from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case, Reason, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.value import Kind, Quantity
from generator.text.numbers import write_number

_NUMBER = re.compile(r"[0-9０-９]|百分之")
_NONE_AT_ALL = re.compile(
    r"(?:全年|均|都)?(?:无|没有|未|零|不)(?:发生|出现|接到|存在|收到|产生|有)?(?!完成|达|开展|实施)[^，。]{0,8}"
)
_NOTHING_CALLED_FOR_IT = re.compile(
    r"(?:本年度?|今年|当年|全年|暂)?(?:无|没有|不涉及|未涉及|不适用|未发生|未产生)(?:此项|该项|相关|这项)?(?:业务|内容|情况|工作|支出|事项)?"
)
_ALL_OF_IT = re.compile(r"(?:已|实现|达到|做到)*(?:全面?覆盖|全部覆盖|应(.)尽\1)")


class WordsForNumber(ProjectRule):
    """指标值是数字，完成值只写了文字

    ## 检查什么

    年度指标值写明了数字（如“=100%”“≥83个”），实际完成值只有“基本完成”“按要求完成”之类的文字。
    如果偏差原因里写出了数字，会一并指出，并算出按这个数字应得的分。
    “0起”写“未发生”、“100%”写“全覆盖”的，意思已经清楚，不在此列；写“无”“不涉及”、偏差原因说明了为什么的，也是。

    ## 为什么要紧

    目标是数字，完成情况也要用数字来回答。只写文字，看的人无法核对，得分也算不出来。

    依据：办法没有规定，由本站拟定。

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
    """Tell whether words answer a number all the same: they hold one, or mean none at all, or all of it.

    That there was nothing to do is an answer where the reason beside it says why.
    """
    target, said = one.score.target, (one.row.actual_value).strip()
    if _NUMBER.search(said):
        return True
    if one.reason is Reason.GIVEN and _NOTHING_CALLED_FOR_IT.fullmatch(said):
        return True
    if not isinstance(target, Quantity):
        return False
    if not target.number or target.sign.is_reverse:
        return _NONE_AT_ALL.fullmatch(said) is not None
    return target.is_share and target.number == 1 and _ALL_OF_IT.fullmatch(said) is not None


def _word_answer(one: RowFacts) -> tuple[str, str]:
    """Word the finding, with the number that the explanation gives away and the score that it would bring."""
    row, given = one.row, one.given_away
    message = f"“{row.name}”的指标值是“{row.target}”，完成值写的是“{row.actual_value}”。"
    if given is None:
        return message, "请写明完成了多少；原表没有印数字的，填在 measured 里。"
    points = given.score.computed
    brings = f"，按此计算得 {write_number(points)} 分" if points is not None else ""
    return (
        f"{message}偏差原因里写了 {given.shown}{brings}。",
        f'请加上 measured = "{given.shown}"，并核对得分。',
    )


class TargetRepeated(ProjectRule):
    """指标值和完成值都只写了同一个方向

    ## 检查什么

    年度指标值只写了方向（如“提高”“有效改善”），实际完成值也是同样的话，没有别的说明。
    写“规范”“及时”等状态的不在此列。

    ## 为什么要紧

    “提高”对“提高”，看的人不知道提高了多少、从哪里看出来。定性的指标也可以用事实来说。

    依据：办法没有规定，由本站拟定。

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

    “好坏”说的是按什么来看，没有说目标是好还是坏。多半是模板的说明里留下的。

    依据：办法没有规定，由本站拟定。

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
