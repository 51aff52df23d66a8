"""Rules about a row of the form as such: twice, its sign, its share of the points, a row within another."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from generator.figures import write_number, write_percent
from generator.model.case import Case, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.value import Quantity
from generator.rules.rule import ProjectRule

_LESS_IS_BETTER = re.compile(
    r"投诉|事故|违|失|差错|差评|故障|误|超|不合格|未|天数|时限|时间|时长|周期|工期|成本|费|价|耗|排放|死亡|下降|减少|降低|控制|"
    r"拥堵|逾期|返工|会议|出国|接待|用车|公务|病|灾|案|空置|闲置|流失|人均|损|污|重复|上访|信访|舆情|负债|债务|发生"
)
_SATISFACTION = "满意"


class IndicatorTwice(ProjectRule):
    """同一个指标写了两次

    ## 检查什么

    同一张表里，二级指标和名称都相同的行只应有一行。“其中”项不在此列。

    ## 为什么要紧

    同一个指标算两次分，等于悄悄加大了它的分值。多半是复制粘贴时忘了改。

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
        seen: Counter[tuple[str, str]] = Counter()
        for one in case.rows:
            name = (one.row.level2.strip(), one.row.name.strip())
            if one.row.of_which or one.is_template:
                continue
            seen[name] += 1
            if seen[name] > 1:
                yield self.found(
                    case,
                    f"{one.key}.name",
                    f"“{one.row.name}”在“{one.row.level2 or '这张表'}”里已经有一行。",
                    "重复的请删去一行；是两件事的，请把名称写得能够区分。",
                )


class SignPointsWrong(ProjectRule):
    """不等号的方向反了

    ## 检查什么

    数量指标、满意度指标是越多越好的，指标值却写成“≤”或“<”，完成值又已经达到这个数。
    名称里有投诉、事故、天数、费用等越少越好的不在此列。

    ## 为什么要紧

    写成“≤4次”，一次不做也算完成。不等号反了，目标就不成目标。

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
            if isinstance(target, Quantity) and target.sign.is_reverse and _more_is_better(one, target):
                yield self.found(
                    case,
                    f"{one.key}.target",
                    f"“{one.row.name}”越多越好，指标值却写成“{one.row.target}”，完成值是“{one.row.actual}”。",
                    f"请核对不等号；应当是“≥{target.shown}”的，请改正。",
                )


def _more_is_better(one: RowFacts, target: Quantity) -> bool:
    """Tell whether a row is surely about something to be reached: satisfaction, or a count that was reached."""
    row, actual = one.row, one.score.actual
    if _LESS_IS_BETTER.search(row.name) or "不满意" in row.name or target.unit == "元":
        return False
    if target.is_share:
        return _SATISFACTION in row.name
    reached = isinstance(actual, Quantity) and actual.number >= target.number
    return "数量" in row.level2 and bool(target.unit) and reached


class DominantIndicator(ProjectRule):
    """一项指标占了大半的分

    ## 检查什么

    一行指标的分值，超过总分的一定比例（由评分办法给定，一般是一半）。

    ## 为什么要紧

    一项指标定了大半的分，其余指标就不起作用，整张表等于只看一件事。

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
        """Look for a row with more than its share of all points; a form of a single row has no other."""
        full, bound = case.profile.total.points, case.profile.thresholds.dominant.value
        for one in case.rows:
            weight = one.score.weight
            if weight is not None and len(case.rows) > 1 and weight > full * bound:
                yield self.found(
                    case,
                    f"{one.key}.weight",
                    f"“{one.row.name}”的分值是 {write_number(weight)} 分，超过总分的 {write_percent(bound)}。",
                    "请把这一项拆成几项，或者重新分配分值。",
                )


class OfWhichScoredAgain(ProjectRule):
    """“其中”项又计了一次分

    ## 检查什么

    标明是“其中”项（`of_which = true`）的行，不应当再有分值或得分。

    ## 为什么要紧

    “其中”项是对上一行的细分，分值已经算在上一行里。再计分就算了两次，合计会超过 100 分。

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
        for one in case.rows:
            if one.row.of_which and (one.row.weight or one.row.score):
                yield self.found(
                    case,
                    f"{one.key}.{'weight' if one.row.weight else 'score'}",
                    f"“{one.row.name}”是“其中”项，又填了分值或得分。",
                    "不单独计分的，删去 weight 和 score；单独计分的，删去 of_which。",
                )
