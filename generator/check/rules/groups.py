"""Rules about the group that an indicator is filed in, and about groups that are missing."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Gap
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.model.value import Quantity

_RATE_NAME = re.compile(r"率|比例|比重|占比|百分比")
_MONEY_NAME = re.compile(r"(?:金额|经费|资金|支出|投入|费用)(?:数|额|总额|规模|情况)?$")
_BROUGHT_IN = re.compile(
    r"引资|到位|争取|挽回|追回|筹集|募集|带动|撬动|融资|贷款|征|收缴|税|销售|交易|节约|减免|担保|核减|审减|查补|追缴|收入|捐"
)
"""Names of money that was brought in, saved or moved, and not spent."""
_OUTPUT_NAME = re.compile(
    r"(?:培训|会议|活动|宣传|演练|检查|巡查|印发|采购|购置|举办|开展)(?:(?!带动|受益|服务|减少|下降|覆盖|发现)[^，。]){0,8}"
    r"(?:次数|场次|场数|期数|份数|套数|台数)$"
    r"|(?:采购|购置|印发)(?:(?!带动|受益|服务|减少|覆盖)[^，。]){0,8}(?:数量|个数)$|培训(?:人数|人次)$"
)
"""Names of things done. People who came, were served or reached may be a benefit."""


class RateFiledAsQuantity(ProjectRule):
    """比率放在了数量指标里

    ## 检查什么

    二级指标是“数量指标”的行，名称是某某率、比例，指标值是百分数。

    ## 为什么要紧

    数量指标回答“做了多少”，质量指标、时效指标回答“做得怎样、快不快”。完成率、准确率放在数量指标里，
    就没有一行写明究竟做了多少。

    依据：数量、质量、时效、成本属于产出，效果属于效益，这是绩效指标通行的分法；怎样认出来，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "产出指标"
    level2 = "数量指标"
    name = "图书完好率"
    target = "≥95%"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "产出指标"
    level2 = "质量指标"
    name = "图书完好率"
    target = "≥95%"
    ```
    """

    code: ClassVar[str] = "I010"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for shares among the quantities."""
        for one in case.rows:
            target = one.score.target
            is_rate = isinstance(target, Quantity) and target.is_share and _RATE_NAME.search(one.row.name)
            if is_rate and "数量" in one.row.level2:
                yield self.found(
                    case,
                    f"{one.key}.level2",
                    f"“{one.row.name}”（{one.row.target}）是比率，放在了“{one.row.level2}”里。",
                    "完成得好不好的，放到质量指标；按不按时的，放到时效指标；数量指标写做了多少。",
                )


class SpendingFiledAsOutput(ProjectRule):
    """把花了多少钱当成产出

    ## 检查什么

    产出指标的数量指标、质量指标里，指标值以元为单位，名称是某某经费、金额、支出，或者金额就等于项目预算的行。
    指标值没有写单位的，名称是某某金额、又等于预算数，也算。
    成本指标，以及引资、挽回损失之类不是花出去的钱，不在此列。

    ## 为什么要紧

    钱是投入，不是产出。花了多少钱已经由预算执行率计分，再作为产出计分，就算了两次。

    依据：数量、质量、时效、成本属于产出，效果属于效益，这是绩效指标通行的分法；怎样认出来，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "产出指标"
    level2 = "数量指标"
    name = "图书采购经费"
    target = "=5万元"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "产出指标"
    level2 = "数量指标"
    name = "采购图书册数"
    target = "≥1500册"
    ```
    """

    code: ClassVar[str] = "I011"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for sums of money among quantities and qualities."""
        total, yuan = case.total, case.form.funds.unit.yuan
        budgets = {one * yuan for one in (total.initial, total.adjusted, total.executed) if one}
        for one in case.rows:
            target = one.score.target
            if not ("数量" in one.row.level2 or "质量" in one.row.level2) or not isinstance(target, Quantity):
                continue
            is_named = _is_spending(one.row.name.strip())
            is_bare = is_named and not target.measure and target.number * yuan in budgets
            if is_bare or (target.unit == "元" and (is_named or target.number in budgets)):
                yield self.found(
                    case,
                    f"{one.key}.level2",
                    f"“{one.row.name}”（{one.row.target}）是花了多少钱，放在了“{one.row.level2}”里。",
                    "产出写这笔钱办成了什么事；控制花费的，放到成本指标。",
                )


def _is_spending(name: str) -> bool:
    return bool(_MONEY_NAME.search(name)) and not _BROUGHT_IN.search(name)


class OutputFiledAsBenefit(ProjectRule):
    """把做了多少事当成效益

    ## 检查什么

    一级指标是“效益指标”的行，名称是培训、会议、活动、采购之类的次数、数量。服务、带动、受益的人数可以是效益，不在此列。

    ## 为什么要紧

    办了几次培训是产出；培训以后有什么变化才是效益。把产出当效益，看的人就不知道办了以后怎样。

    依据：数量、质量、时效、成本属于产出，效果属于效益，这是绩效指标通行的分法；怎样认出来，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "效益指标"
    level2 = "社会效益指标"
    name = "阅读推广活动场次"
    target = "≥12场"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "效益指标"
    level2 = "社会效益指标"
    name = "居民人均借阅册数"
    target = "≥3.5册"
    ```
    """

    code: ClassVar[str] = "I012"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for counts of things done among the benefits."""
        for one in case.rows:
            target = one.score.target
            counted = isinstance(target, Quantity) and target.unit and not target.is_share
            if counted and "效益" in one.row.level1 and _OUTPUT_NAME.search(one.row.name.strip()):
                yield self.found(
                    case,
                    f"{one.key}.level1",
                    f"“{one.row.name}”（{one.row.target}）是做了多少事，放在了“{one.row.level1}”里。",
                    "请放到产出指标的数量指标；效益指标写做了以后有什么变化。",
                )


class RequiredGroupMissing(ProjectRule):
    """缺少必设的一级指标

    ## 检查什么

    评分办法要求设置的一级指标（一般是产出、效益、满意度），每一类都至少要有一行。
    表上没有填写一级指标，有办法没有列出的一级指标，或者指标还没有抄全（分值合计不足满分）时，不作比较。

    ## 为什么要紧

    只写做了多少事，不写有什么效果、服务对象满不满意，就看不出钱花得值不值。

    依据：财预〔2020〕10号列出的一级指标；评分办法另有规定的，按评分办法。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    level1 = "产出指标"
    name = "开放天数"
    weight = 90
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    level1 = "产出指标"
    name = "开放天数"
    weight = 50

    [[indicators]]
    level1 = "效益指标"
    name = "居民人均借阅册数"
    weight = 30

    [[indicators]]
    level1 = "满意度指标"
    name = "读者满意度"
    weight = 10
    ```
    """

    code: ClassVar[str] = "I015"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for groups that the profile requires and no row belongs to."""
        names = {one.group.name if one.group else "" for one in case.rows}
        gaps = case.assessment.sheet.total.gaps
        if not names or "" in names or Gap.LACKING in gaps or Gap.NO_POINTS in gaps:
            return
        pools = {case.profile.pool(name) for name in names}
        missing = [
            one.name
            for one in case.profile.groups
            if one.required and case.profile.pool(one.name) not in pools
        ]
        if missing:
            asks = "所用的口径有" if case.profile.document.inferred else "办法要求设置"
            yield self.found(
                case,
                "indicators",
                f"没有一行属于{'、'.join(f'“{name}”' for name in missing)}，{asks}这{_count(missing)}指标。",
                "请对照原表核对一级指标；原表确实没有的，可以用 [[waivers]] 说明。",
            )


def _count(names: Sequence[str]) -> str:
    return "一类" if len(names) == 1 else f" {len(names)} 类"
