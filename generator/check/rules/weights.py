"""Rules about points that rows and groups carry (分值)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import ClassVar, NamedTuple

from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Gap
from generator.model.case import Case, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.form import FormKind
from generator.model.profile import Group, Profile
from generator.text.numbers import write_number


class WeightsNotHundred(ProjectRule):
    """分值合计不是满分

    ## 检查什么

    预算执行率的分值加上全部三级指标的分值，应当正好等于评分办法规定的总分（一般是 100 分）。
    “其中”项不单独计分，不算在内。各行都没有分值的，以及有负的分值的，由另外的规则指出。

    ## 为什么要紧

    财预〔2020〕10号规定自评总分由各项指标得分汇总形成，一般为 100 分。
    分值多了或少了，总分和等级就没有可比性。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 50

    [[indicators]]
    name = "读者满意度"
    weight = 50
    ```

    预算执行率 10 分，两个指标各 50 分，合计 110 分。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 50

    [[indicators]]
    name = "读者满意度"
    weight = 40
    ```
    """

    code: ClassVar[str] = "S001"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare what all rows carry with the profile's total."""
        weight, full = case.assessment.sheet.total.weight, case.profile.total.points
        if not case.form.indicators or weight == full or Gap.NO_POINTS in case.assessment.sheet.total.gaps:
            return
        if any(one.row.weight is not None and one.row.weight < 0 for one in case.rows):
            return  # which another rule tells at its row
        execution = case.assessment.sheet.execution.weight or Decimal(0)
        yield self.found(
            case,
            "indicators",
            f"分值合计 {write_number(weight)} 分（预算执行率 {write_number(execution)} 分，"
            f"各项指标 {write_number(weight - execution)} 分），应为 {write_number(full)} 分。",
            f"请核对各行的 weight，{'减去' if weight > full else '补上'} {write_number(abs(weight - full))} 分。",
        )


class PointsNotPrinted(ProjectRule):
    """各行指标都没有分值

    ## 检查什么

    填了指标的自评表，没有一行有分值（`weight`），所用的评分办法又没有说分值印在别处或者不计分。转移支付的绩效自评表、
    绩效目标申报表本来就没有分值，不在此列。

    ## 为什么要紧

    没有分值，就不知道每一行最多得几分，得分不能复算，总分照单位自评列出，不进平均数。

    依据：财预〔2020〕10号的自评表有这一栏；有的地方的表没有。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"
    score = 90
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"
    weight = 90
    score = 90
    ```
    """

    code: ClassVar[str] = "S020"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a form of which no row carries points, though it is of a kind that is scored."""
        is_scored = case.form.kind in (FormKind.SELF_EVALUATION, FormKind.DEPARTMENT)
        is_printed = any(one.row.weight is not None for one in case.rows)
        if is_scored and not is_printed and Gap.NO_POINTS in case.assessment.sheet.total.gaps:
            claimed = sum((one.row.score or Decimal(0) for one in case.rows), Decimal(0))
            listed = f"自评的 {write_number(claimed)} 分照表列出，没有复算" if claimed else "没有复算"
            yield self.found(
                case,
                "indicators",
                f"各行指标都没有分值，{listed}。",
                "请对照原表补上各行的 weight；原表没有这一栏的，用 profile 写明所用的办法，或者用 [[waivers]] 说明。",
            )


class WeightNegative(ProjectRule):
    """分值是负数

    ## 检查什么

    每一行的分值（`weight`）不能小于 0。

    ## 为什么要紧

    分值是这一行最多能得的分，没有负的。多打了一个减号，合计就差了两倍，总分也无从算起。

    依据：表内各数之间的关系。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = -10
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    weight = 10
    ```
    """

    code: ClassVar[str] = "S017"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for points below zero, where they stand."""
        cells = [("funds.weight", "预算执行率", case.form.funds.weight)]
        cells += [(f"{one.key}.weight", f"“{one.row.name}”", one.row.weight) for one in case.rows]
        for key, name, weight in cells:
            if weight is not None and weight < 0:
                yield self.found(
                    case,
                    key,
                    f"{name}的分值是 {write_number(weight)} 分，小于 0。",
                    f"请对照原表改正，如 weight = {write_number(-weight)}。",
                )


class GroupWeightDiffers(ProjectRule):
    """一级指标的分值与办法规定的不同

    ## 检查什么

    每个一级指标（产出、效益、满意度……）下面各行的分值之和，与评分办法规定的分值相比较。
    表上有办法没有列出的一级指标时，不作比较；缺少一类的、分值合计不足满分而这一类少了的，由另外的规则指出。

    ## 为什么要紧

    财预〔2020〕10号只是原则上规定各类指标的分值，允许调整。某一类占得过多，另一类就起不了作用，
    不同项目的得分也不好比较，所以调整了要说一声：依据别的办法的写明 `profile`，其余的写明理由。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    level1 = "产出指标"
    name = "开放天数"
    weight = 60

    [[indicators]]
    level1 = "效益指标"
    name = "居民阅读量"
    weight = 20

    [[indicators]]
    level1 = "满意度指标"
    name = "读者满意度"
    weight = 10
    ```

    产出指标占了 60 分，办法规定的是 50 分。

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
    name = "居民阅读量"
    weight = 30

    [[indicators]]
    level1 = "满意度指标"
    name = "读者满意度"
    weight = 10
    ```
    """

    code: ClassVar[str] = "S004"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the points of each group with the profile's share."""
        rows = [one for one in case.rows if one.score.weight]
        if any(one.group is None for one in rows):
            return
        is_cut = (
            Gap.LACKING in case.assessment.sheet.total.gaps
        )  # rows may be missing, of which another rule speaks
        shares = [
            one
            for one in add_up_groups(rows, case.profile)
            if one.points > one.group.points or (one.points < one.group.points and not is_cut)
        ]
        if not shares:
            return
        rules = case.profile.word
        listed = "，".join(
            f"{one.group.name} {write_number(one.points)} 分（{rules} {write_number(one.group.points)} 分）"
            for one in shares
        )
        yield self.found(
            case,
            f"{shares[0].first.key}.weight",
            f"分值合计与{rules}的不同：{listed}。",
            "请核对这几类各行的 weight；所用的办法不同的，用 profile 写明；确有需要调整的，用 [[waivers]] 写明理由。",
        )


class GroupShare(NamedTuple):
    """A group of the profile that a form has rows of: the first of them, and the points of all."""

    group: Group
    first: RowFacts
    points: Decimal


def add_up_groups(rows: Sequence[RowFacts], profile: Profile) -> Iterator[GroupShare]:
    """Add up the points of each group; none where one that is required is missing, whose points went elsewhere."""
    present = {one.group.name for one in rows if one.group is not None}
    if any(group.required and group.name not in present for group in profile.groups):
        return
    by_pool: defaultdict[str, list[RowFacts]] = defaultdict(list)
    for one in rows:
        if one.group is not None:
            by_pool[profile.pool(one.group.name)].append(one)
    for group in profile.share_groups(present):
        if own := by_pool[group.name]:
            points = sum((one.score.weight or Decimal(0) for one in own), Decimal(0))
            yield GroupShare(group, own[0], points)
