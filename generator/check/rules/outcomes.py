"""Rules that hold a claimed score against what was reached: quantities, and bands of words."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from generator.check.rules.rows import points_wrong_way
from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Outcome
from generator.model.case import Case, Reason, RowFacts
from generator.model.finding import Finding, Severity
from generator.model.value import Deadline
from generator.text.numbers import write_number

_TENTH = Decimal("0.1")


class ClaimAboveRule(ProjectRule):
    """得分高于按完成情况算出的分

    ## 检查什么

    指标值和完成值都是数字、没有达到指标值的，得分不能高于按完成比例算出的分（超额过多要扣分的办法，也照此比较）。
    四舍五入到 0.1 分的，不算高。指标值和完成值都是日期、晚于指标值又没有说明原因的，
    以及指标值是一个范围（如“6-9个”）、完成值比下限还小的，不能得满分。

    ## 为什么要紧

    财预〔2020〕10号规定，未完成指标值的，按完成值与指标值的比例记分。得分比算出的高，就没有依据；认定得分时按算出的分计。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "270天"
    weight = 20
    score = 20
    ```

    270 ÷ 300 × 20 = 18 分。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "270天"
    weight = 20
    score = 18
    explanation = "七月馆舍漏水维修，闭馆 30 天；今后维修安排在夜间分段进行。"
    ```
    """

    code: ClassVar[str] = "S008"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare claims with what the quantities give."""
        for one in case.rows:
            claimed, computed, weight = one.row.score, one.score.computed, one.score.weight
            if claimed is None or weight is None:
                continue
            if computed is None:
                yield from self._check_late(case, one)
                yield from self._check_range(case, one)
                continue
            rounded = computed.quantize(_TENTH, ROUND_HALF_UP), case.profile.score_rounding.apply(claimed)
            if claimed == rounded[0] or rounded[1] == computed or points_wrong_way(one):
                continue  # rounded to a tenth; too fine, or a wrong sign: both are told by other rules
            if computed < claimed <= weight:  # above the weight is another rule's
                yield self.found(
                    case,
                    f"{one.key}.score",
                    f"“{one.row.name}”填的得分是 {write_number(claimed)} 分，"
                    f"按完成情况最多 {write_number(computed)} 分：{one.score.formula}",
                    f"请核对完成值和得分；完成值无误的，请填 score = {write_number(computed)}。",
                )

    def _check_late(self, case: Case, one: RowFacts) -> Iterator[Finding]:
        """Look for a date past its target that claims all points; `12月前` may be meant to let December count."""
        target, actual = one.score.target, one.score.actual
        if one.score.outcome is not Outcome.SHORT or one.lost != 0 or one.reason is Reason.GIVEN:
            return
        if not isinstance(target, Deadline) or not isinstance(actual, Deadline) or not one.score.weight:
            return
        if not (target.before and (actual.month, actual.year or target.year) == (target.month, target.year)):
            yield self.found(
                case,
                f"{one.key}.score",
                f"“{one.row.name}”的指标值是“{one.row.target}”，完成值是“{one.row.actual_value}”，"
                f"晚于指标值，填的是满分 {write_number(one.score.weight)} 分，没有说明原因。",
                '请核对完成时间；确实晚了的，减去一部分分，或者用 explanation = "……" 写明原因。',
            )

    def _check_range(self, case: Case, one: RowFacts) -> Iterator[Finding]:
        """Look for a number below a range that claims all points."""
        if one.is_below_range and one.lost == 0 and one.score.weight and one.reason is not Reason.GIVEN:
            yield self.found(
                case,
                f"{one.key}.score",
                f"“{one.row.name}”的指标值是“{one.row.target}”，完成值“{one.row.actual_value}”比它的下限小，"
                f"填的是满分 {write_number(one.score.weight)} 分，没有说明原因。",
                '请核对完成值；确实没有做到的，减去一部分分，或者用 explanation = "……" 写明原因。',
            )


class PointsOffMetTarget(ProjectRule):
    """达到了指标值，又扣了分

    ## 检查什么

    完成值按数字已经达到指标值的行，得分应当等于分值。指标值写明了多久一次（如“每季度1次”）、偏差原因说明了为什么扣分的，
    不在此列：次数够了，也可能有一次没有按时。

    ## 为什么要紧

    财预〔2020〕10号规定，完成指标值的得满分。扣了分，可能是完成值没有填准（例如有一个没有做成，仍按指标值填写），
    也可能是多扣了。看的人不知道以哪一个为准。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务站点个数"
    target = "≥83个"
    actual = "83个"
    weight = 20
    score = 18
    explanation = "1 个站点条件不成熟，没有建成。"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "服务站点个数"
    target = "≥83个"
    actual = "82个"
    weight = 20
    score = 18
    explanation = "1 个站点条件不成熟，没有建成。"
    ```
    """

    code: ClassVar[str] = "S009"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for rows that met their target and lost points."""
        for one in case.rows:
            if takes_points_off_met(one) and one.lost is not None:
                yield self.found(
                    case,
                    f"{one.key}.score",
                    f"“{one.row.name}”{_say_met(one)}，"
                    f"扣了 {write_number(one.lost)} 分{_say_no_reason(one)}。",
                    f"请核对完成值：确实没有全部完成的，改正 actual{_ask_for_reason(one)}；"
                    "确实完成了的，score 填满分。",
                )


def takes_points_off_met(one: RowFacts) -> bool:
    """Tell whether a row met its target by its number and lost points all the same."""
    if one.score.outcome is not Outcome.MET or one.lost is None or one.lost <= 0:
        return False
    return not (_is_rhythm(one) and one.reason is Reason.GIVEN)


def _say_met(one: RowFacts) -> str:
    if one.is_told_elsewhere:
        return "的其中各行都达到了指标值"
    return f"的完成值“{one.row.actual_value}”达到了指标值“{one.row.target}”"


def _ask_for_reason(one: RowFacts) -> str:
    return "" if one.reason is Reason.GIVEN else "，写明原因"


def _say_no_reason(one: RowFacts) -> str:
    if one.reason is Reason.MISSING:
        return "，没有填写偏差原因"
    return f"，偏差原因只写了“{one.row.explanation.strip()}”" if one.reason is Reason.EMPTY else ""


def _is_rhythm(one: RowFacts) -> bool:
    """Tell whether a target says how often, of which a number of times tells only half."""
    return isinstance(one.score.target, Deadline) and bool(one.score.target.every)


class ClaimOutsideBand(ProjectRule):
    """得分不在完成档次的范围之内

    ## 检查什么

    完成情况用文字写明了档次的（如“部分完成”“未完成”），得分应当在评分办法给这一档的范围之内。
    完成值与指标值写法相同、另有原因而多扣了分的，不在此列。

    ## 为什么要紧

    财预〔2020〕10号把定性指标分为三档，每档有得分的范围；哪些说法属于哪一档由本站归入，见评分办法页。
    写的是“部分完成”，得的是满分，文字和分数就对不上。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "分馆建设情况"
    target = "建成开放"
    actual = "部分完成"
    weight = 10
    score = 10
    ```

    “部分完成”这一档的范围是分值的 60%～80%，即 6 分到不足 8 分；80% 属于上一档。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "分馆建设情况"
    target = "建成开放"
    actual = "部分完成"
    weight = 10
    score = 7.5
    explanation = "装修已完成，消防验收未通过，预计次年三月开放。"
    ```
    """

    code: ClassVar[str] = "S010"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare claims with the bands of words."""
        for one in case.rows:
            claimed, low, high = one.row.score, one.score.low, one.score.high
            if one.score.outcome is not Outcome.JUDGED or claimed is None or low is None or high is None:
                continue
            least = 0 if _is_deduction_explained(one) else low
            if not least <= claimed <= high and 0 <= claimed <= (one.score.weight or high):
                yield self.found(
                    case,
                    f"{one.key}.score",
                    f"“{one.row.name}”的完成情况是“{one.row.actual_value}”，"
                    f"这一档可得 {write_number(low)} 至 {write_number(high)} 分，填的是 {write_number(claimed)} 分。",
                    "请核对完成情况和得分，让两者一致。",
                )


def _is_deduction_explained(one: RowFacts) -> bool:
    """Tell whether the target is said over again and a reason given, so that points may have come off for that."""
    return one.reason is Reason.GIVEN and one.row.actual.strip() == one.row.target.strip()
