"""The rule about years that are not the form's."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case
from generator.model.finding import Finding, Severity


class YearOfAnotherForm(ProjectRule):
    """写的是别的年度

    ## 检查什么

    项目名称里的年份，应当是这张表的年度；年度指标值、实际完成值写的是日期的，不应当在这个年度之前。
    名称写明结转、尾款、奖励等要付以前年度款项的，跨几个年度的，以及表上印的实施期包括那一年的，不在此列。

    ## 为什么要紧

    年份不对，多半是在上年的表上改的，有一处没有改过来；也可能是放错了年度的文件夹。看的人不知道说的是哪一年的事。

    依据：自评表按年度填报；怎样认出来，由本站拟定。

    ## 示例

    ```toml
    # projects/2023/unit/tushushi.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放时间"
    target = "2022年3月底前"
    actual = "2023年3月"
    ```

    ## 改正后

    ```toml
    # projects/2023/unit/tushushi.toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放时间"
    target = "2023年3月底前"
    actual = "2023年3月"
    ```
    """

    code: ClassVar[str] = "T007"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Tell the cells that name another year."""
        names = {one.key: f"“{one.row.name}”的" for one in case.rows}
        for key, text, year in case.other_years:
            row, _, cell = key.rpartition(".")
            what = {"target": "指标值", "actual": "完成值", "name": "项目名称"}[cell]
            yield self.found(
                case,
                key,
                f"{names.get(row, '')}{what}“{text}”写的是 {year} 年，这张表是 {case.place.year} 年度的。",
                "请对照原表核对年份，以及文件所在的年度文件夹；原表确实这样印的，可以用 [[waivers]] 说明。",
            )
