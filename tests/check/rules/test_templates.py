"""The rule about what the blank form leaves behind."""

import pytest

from generator.check.rules.reasons import LostPointsUnexplained, ReasonSaysNothing
from generator.check.rules.templates import TemplateRowLeft
from generator.check.rules.texts import ExplanationContradictsValue, ExplanationRepeated
from tests.check.rules.near_misses import keys_among, keys_of
from tests.inline import judge_text

FILLED = '{ name = "乙", target = "≥1个", actual = "1个" }'


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('{ name = "示例小区创建" }', []),
        ('{ name = "指标2：" }', ["indicators[0]"]),
        ('{ name = "……" }', ["indicators[0]"]),
        ('{ name = "甲", target = "≥**人" }', ["indicators[0]"]),
        ('{ name = "指标完成情况" }', []),
        ('{ name = "甲", target = "……" }', ["indicators[0]"]),
        ('{ name = "甲", target = "≥1个", actual = "……" }', []),
        ('{ name = "甲", target = "*号", actual = "2*3米" }', []),
    ],
)
def test_row(row: str, expected: list[str]) -> None:
    assert keys_of(TemplateRowLeft, f'name = "项目"\nindicators = [{row}, {FILLED}]') == expected


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


def test_all_that_is_left_is_told_once() -> None:
    rows = '{ name = "指标2" }, { name = "……" }, { name = "指标3", score = 5 }, { name = "指标4" }'
    goal = 'goals = [{ actual = "请简要说明年度目标的完成情况" }]'
    (found,) = TemplateRowLeft().check(judge_text(f'name = "项目"\n{goal}\nindicators = [{FILLED}, {rows}]'))
    assert found.key == "indicators[1]"
    assert "“指标2”“……”“指标3”等 5 处是空白表里留下的" in found.message
    assert "其中 1 行填了得分，共 5 分" in found.message


@pytest.mark.parametrize(
    ("text", "is_instruction"),
    [
        ("未完成的指标，请说明原因及改进措施", True),
        ("（如未完成，需说明原因）", True),
        ("得分低于分值的，应逐项分析原因并说明改进措施", True),
        ("请填写偏差原因", True),
        ("未完成，因雨停工，已向街道说明情况并申请延期。", False),
        ("未完成原因：验收资料不全。", False),
        ("需说明的是，两场活动遇雨取消。", False),
        ("受疫情影响未完成，请示后调整。", False),
    ],
)
def test_an_instruction_in_a_cell_of_reasons_is_no_reason(text: str, is_instruction: bool) -> None:
    row = f'{{ name = "甲", target = "≥9个", actual = "8个", weight = 9, score = 8, explanation = "{text}" }}'
    form = f'name = "项目"\nindicators = [{row}]'
    assert keys_of(ReasonSaysNothing, form) == (["indicators[0].explanation"] if is_instruction else [])
    assert keys_of(TemplateRowLeft, form) == []  # told already
    met = form.replace("8个", "9个").replace("score = 8", "score = 9")
    assert keys_of(TemplateRowLeft, met) == (["indicators[0].explanation"] if is_instruction else [])
    assert keys_of(LostPointsUnexplained, met) == []


def test_an_instruction_in_many_forms_is_nobodys_copy_and_contradicts_nothing() -> None:
    text = "未完成的指标，请说明原因及改进措施"
    row = f'{{ name = "甲", target = "≥9个", actual = "9个", explanation = "{text}" }}'
    form = f'name = "项目"\nstatus = "published"\nindicators = [{row}]\nfunds.explanation = "{text}"'
    files = {f"projects/2023/unit/{slug}.toml": form for slug in "ab"}
    assert keys_among(ExplanationRepeated, files) + keys_among(ExplanationContradictsValue, files) == []
