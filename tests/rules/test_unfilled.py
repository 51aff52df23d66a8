"""Rules about rows that nobody filled in."""

import pytest

from generator.rules.rule import ProjectRule
from generator.rules.unfilled import (
    ActualMissing,
    PublishedUnfilled,
    TargetMissing,
    TemplateRowLeft,
    WithdrawnWithoutReason,
)
from tests.rules.near_misses import keys_of

FILLED = '{ name = "乙", target = "≥1个", actual = "1个" }'


@pytest.mark.parametrize(
    ("rule", "row", "expected"),
    [
        (TargetMissing, '{ name = "甲", actual = "1个" }', ["indicators[0].target"]),
        (TargetMissing, '{ name = "甲", target = " — ", actual = "1个" }', ["indicators[0].target"]),
        (TargetMissing, '{ name = "甲", target = "无", actual = "1个" }', []),
        (TargetMissing, '{ name = "甲", target = "0起", actual = "0起" }', []),
        (TargetMissing, '{ name = "其中", of_which = true, actual = "1个" }', []),
        (
            TargetMissing,
            '{ name = "甲", target = "≥**人", actual = "1个" }',
            [],
        ),  # left over from the template
        (ActualMissing, '{ name = "甲", target = "≥1个" }', ["indicators[0].actual"]),
        (ActualMissing, '{ name = "甲", target = "≥1个", measured = "1个" }', []),
        (ActualMissing, '{ name = "甲", target = "≥1个", actual = "0" }', []),
        (ActualMissing, '{ name = "甲", actual = "/", score = 0, explanation = "项目未实施" }', []),
        (
            ActualMissing,
            '{ name = "甲", actual = "/", score = 0, explanation = "无" }',
            ["indicators[0].actual"],
        ),
        (TemplateRowLeft, '{ name = "示例小区创建" }', []),
        (TemplateRowLeft, '{ name = "指标2：" }', ["indicators[0]"]),
        (TemplateRowLeft, '{ name = "……" }', ["indicators[0]"]),
        (TemplateRowLeft, '{ name = "甲", target = "≥**人" }', ["indicators[0]"]),
        (TemplateRowLeft, '{ name = "指标完成情况" }', []),
        (TemplateRowLeft, '{ name = "甲", target = "……" }', ["indicators[0]"]),
        (TemplateRowLeft, '{ name = "甲", target = "≥1个", actual = "……" }', []),
        (ActualMissing, '{ name = "甲", target = "≥1个", actual = "……" }', ["indicators[0].actual"]),
        (TemplateRowLeft, '{ name = "甲", target = "*号", actual = "2*3米" }', []),
    ],
)
def test_row(rule: type[ProjectRule], row: str, expected: list[str]) -> None:
    assert keys_of(rule, f'name = "项目"\nindicators = [{row}, {FILLED}]') == expected


@pytest.mark.parametrize(
    ("form", "fires"),
    [
        ('status = "published"\nindicators = [{ name = "甲", target = "≥1个", actual = "/" }]', True),
        ('status = "draft"\nindicators = [{ name = "甲", target = "≥1个" }]', False),
        (f'status = "published"\nindicators = [{{ name = "甲" }}, {FILLED}]', False),
        ('status = "published"', False),
    ],
)
def test_form(form: str, fires: bool) -> None:
    assert keys_of(PublishedUnfilled, f'name = "项目"\n{form}') == (["indicators"] if fires else [])


def test_an_unfilled_form_is_told_once_and_not_row_by_row() -> None:
    assert keys_of(ActualMissing, 'name = "项目"\nindicators = [{ name = "甲" }, { name = "乙" }]') == []


@pytest.mark.parametrize(
    ("form", "fires"),
    [
        ('status = "withdrawn"', True),
        ('status = "withdrawn"\nwithdrawal = " \\n"', True),
        ('status = "withdrawn"\nwithdrawal = "重复填报。"', False),
        ('status = "published"', False),
        ("", False),
    ],
)
def test_a_withdrawn_form_says_why(form: str, fires: bool) -> None:
    assert keys_of(WithdrawnWithoutReason, f'name = "项目"\n{form}') == (["status"] if fires else [])


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("对照年度目标，说明相关任务目标的完成情况(100字以内).", True),
        ("请简要说明年度目标的完成情况", True),
        ("（请填写预期目标）", True),
        ("目标1：……\n目标2：……", True),
        ("……", False),  # says nothing, but is no instruction
        ("对照年度目标，100 个站点全部建成，并向社会作了说明。", False),
        ("请专家授课 3 次，编写说明书 2 份。", False),
        ("填写问卷 500 份；回收 480 份。", False),
        ("简要流程 20 项，提高办事效率。", False),
        ("目标1：建成站点 5 个。目标2：培训 100 人。", False),
    ],
)
def test_an_instruction_of_the_blank_form_is_no_goal(text: str, fires: bool) -> None:
    form = f"name = '项目'\ngoals = [{{ expected = '建成站点', actual = '''{text}''' }}]"
    assert keys_of(TemplateRowLeft, form) == (["goals[0].actual"] if fires else [])
