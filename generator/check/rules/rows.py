"""Rules about a row of the form as such: twice, its sign, its share of the points, a row within another."""

import re
from collections.abc import Iterator
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.value import Quantity
from generator.text.numbers import write_number, write_percent

LESS_IS_BETTER = re.compile(
    r"投诉|事故|违|失|差错|差评|故障|误|超|不合格|未|天数|时限|时间|时长|周期|工期|成本|费|价|耗|排放|死亡|下降|减少|降低|控制|"
    r"拥堵|逾期|返工|编制|聘用|购置|控制|上限|规模|返贫|失业|发病|会议|出国|接待|用车|公务|病|灾|案|空置|闲置|流失|人均|损|污|重复|上访|信访|舆情|负债|债务|发生"
)
_TO_BE_REACHED = re.compile(
    r"培训|活动|宣传|演出|演练|讲座|检查|巡查|巡视|巡逻|监测|抽检|服务|开展|举办|组织|完成|新增|建设|建成|改造|种植|慰问|救助|"
    r"受益|覆盖|印发|发放|制作|创建|扶持|补贴|参与|接待|下拨|奖励|调研"
)
_SATISFACTION = "满意"
_COUNTED = re.compile(r"(?:数量|个数|次数|场次|场数|期数|人数|人次|户数|份数|套数|台数)$")
"""Ends of names that say what is counted where the target prints no unit."""


class IndicatorTwice(ProjectRule):
    """同一个指标写了两次

    ## 检查什么

    同一张表里，名称相同、二级指标或者指标值也相同的行只应有一行。“其中”项，以及合并了名称的单元格、
    各行单位不同的（如同一项培训的“≥20期”和“≥500人次”），不在此列。

    ## 为什么要紧

    同一个指标算两次分，等于加大了它的分值。多半是复制粘贴以后没有改。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level2 = "数量指标"
    name = "开放天数"
    target = "≥300天"

    [[indicators]]
    level2 = "数量指标"
    name = "开放天数"
    target = "≥300天"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level2 = "数量指标"
    name = "开放天数"
    target = "≥300天"
    ```
    """

    code: ClassVar[str] = "I009"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows of the same second level and name, the later ones."""
        seen: set[tuple[str, ...]] = set()
        for one in case.rows:
            if one.row.of_which or one.row.merged or one.is_template:
                continue
            name, (wanted, left) = "".join(one.row.name.split()), _list_likenesses(one)
            if any((name, *likeness) in seen for likeness in wanted):
                yield self.found(
                    case,
                    f"{one.key}.name",
                    f"“{one.row.name}”（{one.row.target}）前面已经有一行。",
                    "重复的请删去一行；是两件事的，请把名称写得能够区分。",
                )
            seen |= {(name, *likeness) for likeness in left}


def _list_likenesses(one: RowFacts) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """List by what a row is one indicator with an earlier one of its name, and what a later one may find in it.

    Rows of a merged cell, which count in units of their own, are different things.
    """
    level2, printed, target = one.row.level2.strip(), one.row.target.strip(), one.score.target
    same = {("target", printed)} if printed else set()
    if not isinstance(target, Quantity):
        return same | {("any", level2)}, same | {("any", level2), ("words", level2)}
    counted = same | {("unit", level2, target.unit)}
    return counted | {("words", level2)}, counted | {("any", level2)}


class SignPointsWrong(ProjectRule):
    """不等号的方向反了

    ## 检查什么

    满意度，或者数量指标里活动、培训、服务之类要做到的数，指标值写成“≤”或“<”，完成值又已经达到这个数。
    名称里有投诉、事故、天数、费用、会议等越少越好的，以及编制、购置等有上限的，不在此列。

    ## 为什么要紧

    写成“≤4次”，一次不做也算完成。不等号反了，目标就不成目标。

    依据：办法没有规定，由本站拟定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "产出指标"
    level2 = "数量指标"
    name = "阅读推广活动场次"
    target = "≤4场"
    actual = "4场"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    level1 = "产出指标"
    level2 = "数量指标"
    name = "阅读推广活动场次"
    target = "≥4场"
    actual = "4场"
    ```
    """

    code: ClassVar[str] = "I013"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for upper bounds on what is to be reached."""
        for one in case.rows:
            target = one.score.target
            if isinstance(target, Quantity) and points_wrong_way(one):
                yield self.found(
                    case,
                    f"{one.key}.target",
                    f"“{one.row.name}”一般是越多越好，指标值写成“{one.row.target}”，完成值是“{one.row.actual_value}”。",
                    f"请核对不等号；应当是“≥{target.shown}”的，请改正。",
                )


def points_wrong_way(one: RowFacts) -> bool:
    """Tell whether a target is an upper bound on what is surely to be reached."""
    target = one.score.target
    return isinstance(target, Quantity) and target.sign.is_reverse and _more_is_better(one, target)


def _more_is_better(one: RowFacts, target: Quantity) -> bool:
    """Tell whether a row is surely about something to be reached: satisfaction, or a count that was reached."""
    row, actual = one.row, one.score.actual
    if LESS_IS_BETTER.search(row.name) or "不满意" in row.name or target.unit == "元":
        return False
    if target.is_share:
        return _SATISFACTION in row.name
    reached = isinstance(actual, Quantity) and actual.number >= target.number
    is_count = bool(target.unit) or _COUNTED.search(row.name.strip()) is not None
    return "数量" in row.level2 and is_count and reached and bool(_TO_BE_REACHED.search(row.name))


class DominantIndicator(ProjectRule):
    """一项指标占了大半的分

    ## 检查什么

    一行指标的分值，超过总分的一定比例（由评分办法给定，一般是一半）。全表只有一行指标的，也算；
    下面有“其中”各行的、几行合并成一个分值的，不在此列。

    ## 为什么要紧

    一项指标定了大半的分，其余指标就不起作用，整张表等于只看一件事。界限由本站取定。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 60

    [[indicators]]
    name = "读者满意度"
    weight = 30
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 30

    [[indicators]]
    name = "图书更新册数"
    weight = 30

    [[indicators]]
    name = "读者满意度"
    weight = 30
    ```
    """

    code: ClassVar[str] = "I014"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a row with more than its share of all points that stands for itself alone."""
        full, bound = case.profile.total.points, case.profile.thresholds.dominant.value
        for position, one in enumerate(case.rows):
            weight, below = one.score.weight, case.rows[position + 1 : position + 2]
            has_parts = any(other.row.merged or other.row.of_which for other in below)
            if weight is None or has_parts or weight <= full * bound:
                continue
            alone = "全表只有这一项指标，" if len(case.rows) == 1 else ""
            yield self.found(
                case,
                f"{one.key}.weight",
                f"{alone}“{one.row.name}”的分值是 {write_number(weight)} 分，超过总分的 {write_percent(bound)}。",
                "请把这一项拆成几项，或者重新分配分值。",
            )


class OfWhichScoredAgain(ProjectRule):
    """“其中”项又计了一次分

    ## 检查什么

    标明是“其中”项（`of_which = true`）的行，不应当再有分值或得分；名称以“其中”开头的行有分值、
    全表分值又超过满分的，也算。

    ## 为什么要紧

    “其中”项是对上一行的细分，分值已经算在上一行里。再计分就算了两次，合计会超过 100 分。

    依据：表内各数之间的关系。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务读者"
    weight = 20
    score = 20

    [[indicators]]
    name = "其中：未成年读者"
    of_which = true
    weight = 5
    score = 5
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务读者"
    weight = 20
    score = 20

    [[indicators]]
    name = "其中：未成年读者"
    of_which = true
    ```
    """

    code: ClassVar[str] = "I017"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows within others that carry points of their own."""
        is_over = case.assessment.sheet.total.weight > case.profile.total.points
        for one in case.rows:
            is_part = one.row.of_which or (is_over and one.row.name.strip().startswith("其中"))
            if is_part and (one.row.weight or one.row.score):
                yield self.found(
                    case,
                    f"{one.key}.{'weight' if one.row.weight else 'score'}",
                    f"“{one.row.name}”是“其中”项，又填了分值或得分。",
                    "不单独计分的，写 of_which = true，删去 weight 和 score；单独计分的，不写 of_which。",
                )
