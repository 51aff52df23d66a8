"""Rules about all projects together: filed twice, or not filed at all."""

from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import CollectionRule, ProjectRule
from generator.model.case import Case, Collection
from generator.model.finding import Finding, Severity


class ProjectFiledTwice(ProjectRule):
    """同一个项目报了两次

    ## 检查什么

    同一年度、同一单位的两个文件，项目名称相同。

    ## 为什么要紧

    同一个项目报两次，金额和个数会重复计算，看的人也不知道以哪一张为准。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    # projects/2023/unit/tushushi.toml
    name = "社区图书室开放经费"
    ```

    ```toml
    # projects/2023/unit/tushushi-2.toml
    name = "社区图书室开放经费"
    ```

    ## 改正后

    ```toml
    # projects/2023/unit/tushushi.toml
    name = "社区图书室开放经费"
    ```

    ```toml
    # projects/2023/unit/tushushi-2.toml
    name = "社区图书室分馆装修经费"
    ```
    """

    code: ClassVar[str] = "C001"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for another file of the same year and unit with the same name, before this one."""
        place = case.place
        same = case.collection.names.get((place.year, place.unit, case.folded_name), ())
        if same and same[0] < place:
            yield self.found(
                case,
                "name",
                f"项目名称“{case.form.name}”与 {same[0].path} 相同。",
                "是同一个项目的，删去其中一个文件；不是的，把名称写得能够区分。",
            )


class UnitNotSubmitted(CollectionRule):
    """过了期限还没有报送

    ## 检查什么

    `organisations.toml` 的 `[calls.年度]` 写明了报送期限和应报送的单位；过了期限，名单上的单位在那一年度还没有一张表。
    没有写期限的，不检查。

    ## 为什么要紧

    没有报送的单位不会出现在任何一张表里，不专门查，就没有人发现。

    依据：`organisations.toml` 里写明的期限和名单。

    ## 示例

    ```toml
    # organisations.toml
    [departments.department]
    name = "主管部门"

    [units.unit]
    name = "社区图书室"
    department = "department"

    [calls.2023]
    by = 2024-03-31
    ```

    ## 改正后

    ```toml
    # organisations.toml
    [departments.department]
    name = "主管部门"

    [units.unit]
    name = "社区图书室"
    department = "department"

    [calls.2023]
    by = 2024-03-31
    ```

    ```toml
    # projects/2023/unit/tushushi.toml
    name = "社区图书室开放经费"
    ```
    """

    code: ClassVar[str] = "C002"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, collection: Collection) -> Iterator[Finding]:
        """Look for units that were called upon and have no file after the day."""
        for year, unit in collection.overdue:
            call, entry = collection.organisations.calls[year], collection.organisations.units.get(unit)
            name = f"“{entry.name}”" if entry else f"代号为 {unit} 的单位"
            yield self.find(
                "organisations.toml",
                f"calls.{year}",
                f"{name}最迟 {call.by} 报送 {year} 年度的自评表，现在还没有。",
                "请提醒这个单位报送；不需要报送的，从 units 里去掉。",
            )
