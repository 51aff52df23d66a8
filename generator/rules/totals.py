"""Rules about the total and the grade that a form prints."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from generator.figures import write_number
from generator.model.assessment import ScoreSheet
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.model.profile import Grade
from generator.model.stated import Ground
from generator.rules.rule import ProjectRule

_GRADES = {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}
"""Longer words for grades."""


class ClaimedTotalNotSum(ProjectRule):
    """填报的总分与各项得分之和不符

    ## 检查什么

    表上填的总分，应当等于预算执行率得分与各项指标得分之和（按评分办法的位数舍入，舍入到 0.1 分也可以）。
    有一项没有填得分时不作比较。

    ## 为什么要紧

    总分决定评价等级，也是公众最先看到的数字。各项加起来对不上，说明其中至少有一个数字填错了。

    依据：表内各数之间的关系。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 85

    [reported]
    execution_score = 9.5
    total = 95
    ```

    9.5 + 85 = 94.5，表上填的是 95。

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 85

    [reported]
    execution_score = 9.5
    total = 94.5
    ```
    """

    code: ClassVar[str] = "S002"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the printed total with the sum of the claims."""
        sheet = case.assessment.sheet
        total, claims = sheet.total.claimed, list_all_claims(sheet)
        if total is None or None in claims or not claims:
            return
        total_of_claims = sum((claim for claim in claims if claim is not None), Decimal(0))
        expected = case.profile.score_rounding.apply(total_of_claims)
        tenth = total_of_claims.quantize(Decimal("0.1"), ROUND_HALF_UP)
        if total in (expected, total_of_claims, tenth, sheet.total.cap):
            return
        yield self.found(
            case,
            "reported.total",
            f"总分填的是 {write_number(total)}，各项得分相加是 {write_number(expected)}，"
            f"相差 {write_number(abs(total - expected))} 分。",
            f"如果各项得分无误，总分请填 {write_number(expected)}；否则请改正填错的那一项。",
        )


class TotalMissing(ProjectRule):
    """表上没有总分

    ## 检查什么

    自评表应当印出总分（`reported.total`）。

    ## 为什么要紧

    总分决定评价等级，是公众最先看的数字。没有总分，看的人只能自己去加。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 85

    [reported]
    execution_score = 9.5
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 85

    [reported]
    execution_score = 9.5
    total = 94.5
    ```
    """

    code: ClassVar[str] = "S011"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a form with scores and without a total."""
        total, claims = case.assessment.sheet.total.claimed, [one.score for one in case.claims]
        if total is None and claims:
            yield self.found(
                case,
                "reported.total",
                f"表上没有总分；填了得分的 {len(claims)} 项相加是 {write_number(sum(claims, Decimal(0)))} 分。",
                "请在 [reported] 下加上 total。原表确实没有印的，可以用 [[waivers]] 说明。",
            )


class GradeDoesNotFit(ProjectRule):
    """评价等级与总分不符

    ## 检查什么

    表上填的评价等级，应当是评分办法给表上总分的等级（表上没有总分时，按认定的总分）。“优秀”“良好”当作“优”“良”。

    ## 为什么要紧

    等级是人人看得懂的结论。等级与总分对不上，看的人不知道以哪一个为准。

    依据：财预〔2020〕10号的分档；评分办法另有规定的，按评分办法。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 76

    [reported]
    execution_score = 9.5
    total = 85.5
    grade = "优"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    funds = { weight = 10 }

    [[indicators]]
    name = "开放天数"
    weight = 90
    score = 76

    [reported]
    execution_score = 9.5
    total = 85.5
    grade = "良"
    ```
    """

    code: ClassVar[str] = "S012"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Compare the printed grade with the one that the profile gives for the total."""
        sheet, grades = case.assessment.sheet, case.profile.grades
        total = sheet.total.accepted if sheet.total.claimed is None else sheet.total.claimed
        printed = _GRADES.get(case.form.reported.grade.strip(), case.form.reported.grade.strip())
        if total is None or printed not in {grade.name for grade in grades}:
            return
        fitting = next((grade for grade in grades if total >= grade.least), None)
        if fitting is not None and fitting.name != printed:
            line = max(
                (one for one in grades if one.name in (printed, fitting.name)), key=lambda one: one.least
            )
            yield self.found(
                case,
                "reported.grade",
                f"总分 {write_number(total)} 分，按办法是“{fitting.name}”，"
                f"表上填的是“{case.form.reported.grade.strip()}”。{_tell_ground(line)}",
                f'如果总分无误，请填 grade = "{fitting.name}"。',
            )


def _tell_ground(line: Grade) -> str:
    """Say of a line between grades that nothing proves it, where that is so."""
    if line.ground is not Ground.SITE:
        return ""
    return f"“{line.name}”从 {write_number(line.least)} 分起，这条分数线没有当地文件可以证明。"


def list_all_claims(sheet: ScoreSheet) -> list[Decimal | None]:
    """List the claims of all rows that carry points or claim some, execution first; None where one claims none.

    A claim counts even where its row prints no points: the form has added it up too.
    """
    rows = [
        (sheet.execution.weight, sheet.execution.claimed),
        *((row.weight, row.claimed) for row in sheet.rows),
    ]
    return [claimed for weight, claimed in rows if weight or claimed is not None]
