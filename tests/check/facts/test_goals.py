"""What goals say."""

from decimal import Decimal

from generator.check.facts.goals import find_amounts, find_empty_goals, find_goal_sums, find_instructions
from generator.model.form import Form


def test_sums_of_money_in_goals_are_read_in_yuan_without_rates() -> None:
    goals = ({"expected": "投入82.9万元，慰问140人，每人500元。", "actual": "花了1万元"},)
    amounts = find_amounts(Form.model_validate({"name": "甲", "goals": goals}))
    assert [(one.shown, one.yuan) for one in amounts] == [("82.9万元", Decimal(829_000))]


def test_sums_that_do_not_add_up_are_found_with_their_parts() -> None:
    goals = ({"expected": "共9万元，其中甲5万元，乙5万元。", "actual": "共8万元，其中甲5万元，乙3万元。"},)
    form = Form.model_validate({"name": "甲", "goals": goals})
    (found,) = find_goal_sums(form, form.funds.total)
    assert (found.key, found.whole.yuan) == ("goals[0].expected", Decimal(90_000))
    assert [part.shown for part in found.parts] == ["5万元", "5万元"]


def test_cells_of_goals_that_say_nothing_are_named() -> None:
    goals = ({"expected": "9.5", "actual": "请填写实际完成情况"},)
    form = Form.model_validate({"name": "甲", "goals": goals})
    assert list(find_empty_goals(form)) == [("goals[0].expected", "9.5")]
    assert list(find_instructions(form)) == [("goals[0].actual", "请填写实际完成情况")]
