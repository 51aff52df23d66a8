"""Rules about rows that nobody filled in."""

import pytest

from generator.check.rules.rule import ProjectRule
from generator.check.rules.unfilled import (
    ActualMissing,
    PublishedUnfilled,
    TargetMissing,
    WithdrawnWithoutReason,
)
from tests.check.rules.near_misses import keys_of
from tests.inline import judge_text

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
            '{ name = "甲", target = "≥1个", actual = "/", score = 0, explanation = "无" }',
            ["indicators[0].actual"],
        ),
        (ActualMissing, '{ name = "甲", target = "≥1个", actual = "……" }', ["indicators[0].actual"]),
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


def test_a_row_without_both_is_told_once_with_the_points_that_it_got() -> None:
    text = f'name = "项目"\nindicators = [{{ name = "甲", weight = 8, score = 8 }}, {FILLED}]'
    (found,) = TargetMissing().check(judge_text(text))
    assert found.message == "“甲”没有填写年度指标值，也没有填写实际完成值，却得了满分 8 分。"
    assert keys_of(ActualMissing, text) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # the values stand in the rows of 其中
        (
            '{ name = "★种植", weight = 9 }, { name = "桃", target = "1亩", actual = "1亩", of_which = true }',
            [],
        ),
        # one cell of the paper for two rows
        ('{ name = "甲", target = "≥1个", actual = "1个" }, { name = "乙", merged = true }', []),
        # fixed rows, whose target the paper prints as a dash for everybody
        ('{ level1 = "项目决策(10分)", name = "目标完整性", target = "—", actual = "目标明确" }', []),
        ('{ level1 = "项目管理", name = "制度有效性", target = "-", actual = "持续有效" }', []),
        ('{ level1 = "项目决策", name = "目标完整性", target = "—" }', ["indicators[0].target"]),
        (
            '{ level1 = "产出指标", name = "开放天数", target = "—", actual = "300天" }',
            ["indicators[0].target"],
        ),
        # a row of the printed form that nobody uses
        ('{ level1 = "效益指标", level2 = "经济效益指标", name = "经济效益指标" }', []),
        (
            '{ level1 = "效益指标", level2 = "经济效益指标", name = "经济效益指标", weight = 5 }',
            ["indicators[0].target"],
        ),
    ],
)
def test_rows_that_need_no_values_of_their_own(rows: str, expected: list[str]) -> None:
    text = f'name = "项目"\nindicators = [{rows}, {FILLED}]'
    assert keys_of(TargetMissing, text) + keys_of(ActualMissing, text) == expected


def test_a_statement_of_goals_is_filed_before_anything_is_reached() -> None:
    text = 'name = "项目"\nkind = "target"\nstatus = "published"\nindicators = [{ name = "甲", target = "≥1个" }]'
    assert keys_of(PublishedUnfilled, text) + keys_of(ActualMissing, text) == []


def test_an_unfilled_form_that_gave_itself_points_says_how_many() -> None:
    row = '{ name = "甲", target = "≥1个", weight = 90, score = 90 }'
    (found,) = PublishedUnfilled().check(
        judge_text(f'name = "项目"\nstatus = "published"\nindicators = [{row}]')
    )
    assert found.message == "1 行指标都没有填写实际完成值，却填了得分，一共 90 分。"
