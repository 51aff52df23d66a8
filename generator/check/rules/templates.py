"""The rule about what the blank form leaves behind: rows without content, and its own instructions."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from generator.check.rules.rule import ProjectRule
from generator.model.case import Case, RowFacts
from generator.model.finding import Finding, Severity
from generator.text.numbers import write_number

_MOST_SHOWN = 3
"""How many of the places are quoted."""


class TemplateRowLeft(ProjectRule):
    """留着模板里的空行或占位符

    ## 检查什么

    指标名称还是模板里的“指标2”“……”，指标值还是“≥**人”之类的占位符，或者年度总体目标、偏差原因里还是表格自带的填写说明
    （如“对照年度目标，说明完成情况（100字以内）”）。一张表里有几处的，一并指出。

    ## 为什么要紧

    占位的行没有内容，但可能带着分值；公开出去，看的人不知道是漏填了还是本来就没有。

    依据：自评表要求填写这一栏。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"

    [[indicators]]
    name = "指标2"
    target = "≥**人"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "开放天数"
    target = "≥300天"
    actual = "302天"
    ```
    """

    code: ClassVar[str] = "I003"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Tell all that the blank form left behind at once."""
        left = [(one.key, f"“{one.row.name}”{_show_target(one)}") for one in case.rows if one.is_template]
        left += [(key, f"“{text}”") for key, text in case.instructions]
        left += [
            (f"{one.key}.explanation", f"“{one.row.explanation.strip()}”")
            for one in case.rows
            if one.is_instruction and not one.lost  # of lost points another rule speaks
        ]
        if left:
            shown = list(dict.fromkeys(text for _, text in left))
            more = f"等 {len(left)} 处" if len(left) > len(shown[:_MOST_SHOWN]) else ""
            scored = [one for one in case.rows if one.is_template and one.row.score]
            points = sum((one.row.score or Decimal(0) for one in scored), Decimal(0))
            earns = f"其中 {len(scored)} 行填了得分，共 {write_number(points)} 分。" if scored else ""
            yield self.found(
                case,
                left[0][0],
                f"{''.join(shown[:_MOST_SHOWN])}{more}是空白表里留下的行或者填写说明，不是这个项目的内容。{earns}",
                "没有内容的行，删去；有内容的，写上指标的名称和指标值。填写说明请换成这个项目的内容；"
                "原表确实没有填写的，可以用 [[waivers]] 说明。",
            )


def _show_target(one: RowFacts) -> str:
    return f"（{one.row.target.strip()}）" if one.row.target.strip() else ""
