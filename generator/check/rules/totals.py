"""Rules about the total and the grade that a form prints."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.assessment import Gap, ScoreSheet
from generator.model.case import Case
from generator.model.finding import Finding, Severity
from generator.model.profile import Grade
from generator.model.stated import Ground
from generator.text.numbers import write_number

_GRADES = {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}
"""Longer words for grades."""
_GRADES_ANYWHERE = {
    *_GRADES,
    *_GRADES.values(),
    *(
        "合格",
        "基本合格",
        "不合格",
        "及格",
        "不及格",
        "一般",
        "较好",
        "好",
        "达标",
        "不达标",
        "未达标",
        "A",
        "B",
        "C",
        "D",
    ),
}
"""Words for grades in one place or another."""
_TENTH = Decimal("0.1")


class ClaimedTotalNotSum(ProjectRule):
    """填报的总分与各项得分之和不符

    ## 检查什么

    表上填的总分，应当等于预算执行率得分与各项指标得分之和（按评分办法的位数舍入，舍入到 0.1 分也可以）。
    有几项没有填得分的，看总分是不是在已填的得分，与再加上这几项的分值之间。

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
        total, parts = sheet.total.claimed, list_claimed_parts(sheet)
        claims = [claimed for weight, claimed in parts if weight or claimed is not None]
        if total is None or not claims:
            return
        total_of_claims = sum((claim for claim in claims if claim is not None), Decimal(0))
        if None in claims:
            yield from self._check_reach(case, total, total_of_claims)
            return
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

    def _check_reach(self, case: Case, total: Decimal, claimed: Decimal) -> Iterator[Finding]:
        """Look for a total that the claims cannot reach, whatever the blank ones were; or that they exceed."""
        sheet = case.assessment.sheet
        if claimed <= 0 or total == sheet.total.cap:
            return
        blank = [weight or Decimal(0) for weight, claim in list_claimed_parts(sheet) if claim is None]
        low, high = claimed - _TENTH, claimed + sum(blank, Decimal(0)) + _TENTH
        if not low <= total <= high:
            open_ = sum(1 for weight in blank if weight)
            yield self.found(
                case,
                "reported.total",
                f"总分填的是 {write_number(total)}，填了得分的各项相加是 {write_number(claimed)}，"
                f"没有填得分的 {open_} 项最多再得 {write_number(sum(blank, Decimal(0)))} 分。",
                "请核对总分和各项得分，补上没有填的得分。",
            )


class TotalMissing(ProjectRule):
    """表上没有总分

    ## 检查什么

    自评表应当印出总分（`reported.total`）。指标还没有抄全（分值合计不足满分）、没有分值一栏或者各行都没有得分的，不作比较。

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
        gaps = case.assessment.sheet.total.gaps
        is_open = Gap.LACKING in gaps or Gap.NO_POINTS in gaps
        if total is None and not is_open and any(one.row.score is not None for one in case.rows):
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
                f"总分 {write_number(total)} 分，按{case.profile.word}是“{fitting.name}”，"
                f"表上填的是“{case.form.reported.grade.strip()}”。{_tell_ground(line)}",
                f'如果总分无误，请填 grade = "{fitting.name}"。',
            )


def _tell_ground(line: Grade) -> str:
    """Say of a line between grades that nothing proves it, where that is so."""
    if line.ground is not Ground.SITE:
        return ""
    return f"“{line.name}”从 {write_number(line.least)} 分起，这条分数线没有当地文件可以证明。"


class GradeOfAnotherPlace(ProjectRule):
    """评价等级不是办法里的等级

    ## 检查什么

    表上填的评价等级，应当是评分办法列出的等级之一（“优秀”“良好”等当作“优”“良”）。办法没有规定等级的不检查。

    ## 为什么要紧

    各地的等级叫法不同：有的是优、良、中、差，有的是优、良、合格、不合格。用了别处的叫法，就不能与分数核对，
    不同的项目也不好比较。多半是评分办法（`profile`）没有写对，也可能是表上写错了。

    依据：评分办法列出的等级；依据是否核对过原文，见评分办法页。

    ## 示例

    ```toml
    # profiles/four.toml
    extends = "mof-2020"
    ```

    ```toml
    name = "社区图书室开放经费"
    profile = "four"

    [reported]
    total = 75
    grade = "合格"
    ```

    ## 改正后

    ```toml
    # profiles/four.toml
    extends = "mof-2020"
    ```

    ```toml
    name = "社区图书室开放经费"
    profile = "four"

    [reported]
    total = 75
    grade = "中"
    ```
    """

    code: ClassVar[str] = "S018"
    severity: ClassVar[Severity] = Severity.ADVICE

    def check(self, case: Case) -> Iterator[Finding]:
        """Look for a word that is a grade elsewhere; what is no grade at all is left alone."""
        grade = case.form.reported.grade.strip()
        names = [one.name for one in case.profile.grades]
        if names and grade in _GRADES_ANYWHERE and not {grade, _GRADES.get(grade, grade)} & set(names):
            yield self.found(
                case,
                "reported.grade",
                f"表上填的等级是“{grade}”，所用的评分办法里没有这一等，只有{'、'.join(names)}。",
                "用的是别的办法的，请用 profile 写明；原表确实这样印的，可以用 [[waivers]] 说明。",
            )


def list_claimed_parts(sheet: ScoreSheet) -> list[tuple[Decimal | None, Decimal | None]]:
    """List what carries points or claims some, with both; a goal whose claim is known stands for its rows.

    A claim counts even where its row prints no points: the form has added it up too.
    """
    told = {index for goal in sheet.goals if goal.claimed is not None for index in goal.rows}
    return [
        (sheet.execution.weight, sheet.execution.claimed),
        *((row.weight, row.claimed) for index, row in enumerate(sheet.rows) if index not in told),
        *((goal.weight, goal.claimed) for goal in sheet.goals),
    ]
