"""The rule about points printed at the head of a group (`产出指标(50分)`)."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Gap
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_number


class GroupPointsNotSum(ProjectRule):
    """一类指标印的分值与各行之和不符

    ## 检查什么

    一级指标、二级指标的名称里印了分值的（如“产出指标(50分)”），应当等于下面各行的分值之和。合并的单元格只算一次，“其中”项不算；
    各行少于印的分值、全表的分值也不足满分的，多半是还没有抄全，由另一条规则指出。

    ## 为什么要紧

    两个数对不上，不知道这一类到底占多少分：可能是漏了一行，也可能是某一行的分值填错了。

    依据：表内各数之间的关系。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "产出指标(50分)"
    name = "开放天数"
    weight = 30

    [[indicators]]
    level1 = "产出指标(50分)"
    name = "图书更新册数"
    weight = 30
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "产出指标(50分)"
    name = "开放天数"
    weight = 30

    [[indicators]]
    level1 = "产出指标(50分)"
    name = "图书更新册数"
    weight = 20
    ```
    """

    code: ClassVar[str] = "S016"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the points at the head of each group with those of its rows."""
        is_cut = Gap.LACKING in case.assessment.sheet.total.gaps
        for key, name, printed, carried in case.printed_points:
            if carried > printed or (carried < printed and not is_cut):
                yield self.found(
                    case,
                    key,
                    f"“{name}”印的是 {write_number(printed)} 分，下面各行的分值相加是 {write_number(carried)} 分。",
                    "请对照原表核对各行的 weight；几行合并成一个分值的，除第一行外写 merged = true。",
                )
