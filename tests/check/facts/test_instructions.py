"""What blank forms print in their cells."""

import pytest

from generator.check.facts.instructions import is_instruction, is_reason_instruction


@pytest.mark.parametrize(
    ("text", "of_goals", "of_reasons"),
    [
        ("对照年度目标，说明完成情况（100字以内）", True, True),
        ("目标1：……", True, True),
        ("未完成的指标，请说明原因及改进措施", False, True),
        ("预期目标", True, True),
        ("年度总体目标：", True, True),
        ("实际完成情况", True, True),
        ("偏差原因分析及改进措施", False, True),
        ("未完成原因分析", False, True),
        ("未完成原因和改进措施：", False, True),
        ("偏差原因：大雨停工", False, False),
        ("目标完成", False, False),
        ("全年开放 300 天", False, False),
        ("未完成，因雨停工", False, False),
        ("", False, False),
        (" ", False, False),
    ],
)
def test_instructions_are_known_by_their_wording(text: str, of_goals: bool, of_reasons: bool) -> None:
    assert (is_instruction(text), is_reason_instruction(text)) == (of_goals, of_reasons)
