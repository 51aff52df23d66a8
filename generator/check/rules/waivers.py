"""Rules about waivers (对检查结果的说明): what they acknowledge must be there and must not be an error."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from generator.check.rules.rule import WaiverRule
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.model.form import Waiver

_STEP = re.compile(r"[.\[]")

Address = tuple[str, str]
"""What a waiver says that it means: a rule by its code or name, and a key; an empty one is the whole form."""


def mark_waived(findings: Iterable[Finding], waivers: Sequence[Waiver]) -> tuple[Finding, ...]:
    """Put on every finding the reason of the first waiver that means it. An error cannot be waived."""
    first = {(one.rule, one.key): (n, one.reason) for n, one in reversed(list(enumerate(waivers)))}
    return tuple(replace(one, waiver=_find_reason(one, first)) for one in findings)


def _find_reason(finding: Finding, waivers: Mapping[Address, tuple[int, str]]) -> str:
    meant = {waivers[one] for one in list_addresses(finding) if one in waivers}
    return min(meant)[1] if meant and finding.severity is not Severity.ERROR else ""


def list_addresses(finding: Finding) -> Iterator[Address]:
    """List what waivers may say that mean a finding: its rule, and its place or one above it."""
    places = ("", finding.key, *(finding.key[: step.start()] for step in _STEP.finditer(finding.key)))
    return ((rule, place) for rule in (finding.code, finding.rule) for place in places)


class UnusedWaiver(WaiverRule):
    """说明没有对应的检查结果

    ## 检查什么

    `[[waivers]]` 里的每一条说明，都应当对应一处检查结果：`rule` 是规则的编号或名称，`key` 是检查结果里的位置。
    对不上的说明会在这里指出来。

    ## 为什么要紧

    说明会随项目公开。问题已经改好、说明却还留着，或者编号、位置写错，看的人就不知道它在说什么；
    真正要说明的地方也没有被说明。

    依据：本站对说明的约定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[waivers]]
    rule = "S003"
    key = "indicators[0].score"
    reason = "该指标由第三方评分，扣分原因见评分报告。"

    [[indicators]]
    name = "开放天数"
    weight = 20
    score = 20
    ```

    这一行没有扣分，S003 没有指出任何问题。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = 20
    score = 20
    ```
    """

    code: ClassVar[str] = "W001"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Look for waivers that no finding answers to."""
        meant = {address for finding in findings for address in list_addresses(finding)}
        for index, waiver in enumerate(case.form.waivers):
            if (waiver.rule, waiver.key) not in meant:
                place = f"、位置 {waiver.key}" if waiver.key else ""
                yield self.found(
                    case,
                    f"waivers[{index}]",
                    f"规则 {waiver.rule}{place} 没有检查出问题，这条说明对不上。",
                    "问题已经改好的，删去这条说明；否则对照检查结果改正 rule 和 key。",
                )


class ErrorWaived(WaiverRule):
    """“必须改正”的问题不能用说明代替

    ## 检查什么

    `[[waivers]]` 只能说明“数据存疑”和“建议完善”的检查结果。“必须改正”的问题写了说明也不算数。

    ## 为什么要紧

    “必须改正”的问题（例如写出了个人的身份证号码）公开出去会造成损害，或者让整张表无法核对，所以只能改，不能解释。

    依据：本站对说明的约定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    status = "published"

    [[waivers]]
    rule = "P002"
    reason = "联系电话需要公开。"

    [[indicators]]
    name = "开放天数"
    explanation = "请联系管理员 13800138000。"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    status = "published"

    [[indicators]]
    name = "开放天数"
    explanation = "请联系社区图书室管理员。"
    ```
    """

    code: ClassVar[str] = "W002"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Look for waivers that mean an error."""
        errors = (one for one in findings if one.severity is Severity.ERROR)
        meant = {address for error in errors for address in list_addresses(error)}
        for index, waiver in enumerate(case.form.waivers):
            if (waiver.rule, waiver.key) in meant:
                yield self.found(
                    case,
                    f"waivers[{index}]",
                    f"规则 {waiver.rule} 指出的问题必须改正，不能用说明代替。",
                    "按检查结果改正，然后删去这条说明。",
                )
