"""Rules about goals."""

import pytest

from generator.check.rules.goals import GoalAmountsDoNotAddUp, GoalCopied, GoalMissing, GoalSaysNothing
from tests.check.rules.near_misses import keys_of

GOAL = "全年开放 300 天，新增图书 1500 册。"


@pytest.mark.parametrize(
    ("expected", "actual", "fires"),
    [
        (GOAL, GOAL, True),
        (GOAL, GOAL.replace(" ", ""), True),
        (GOAL, GOAL.replace("，", "；"), True),
        (GOAL, f"已完成：{GOAL}", False),
        ("按计划完成", "按计划完成", False),
        ("", "", False),
    ],
)
def test_goal_and_result(expected: str, actual: str, fires: bool) -> None:
    text = f'name = "项目"\ngoals = [{{ expected = "{expected}", actual = "{actual}" }}]'
    assert keys_of(GoalCopied, text) == (["goals[0].actual"] if fires else [])


@pytest.mark.parametrize(
    ("goal", "fires"),
    [
        ("安排10万元，其中图书6万元，活动3万元。", True),
        ("安排10万元，其中图书6万元，活动4万元。", False),
        ("安排10万元，其中图书6万元。", False),
        ("图书6万元，活动3万元。", False),
        ("安排10万元，每人500元，每户2万元。", False),
        ("安排20万元，其中图书6万元，活动3万元。", False),
        ("安排10万元，其中图书6万元，活动3万元等。", False),
        ("安排10万元，其中图书6万元，活动3万元，其余用于维修。", False),
        ("安排10万元，挽回损失6万元，带动消费3万元。", False),
        ("安排10万元，其中区级7万元、街道3万元；图书6万元、活动4万元。", False),
        ("安排10万元，其中图书6万元（新书4万元、旧书2万元），活动4万元。", False),
        ("安排10万元，其中图书6万元（新书5万元、旧书1万元），活动3万元。", True),
        ("安排10万元，其中图书6万元，活动4万元，预计带动消费8万元。", False),
    ],
)
def test_sums_of_a_goal(goal: str, fires: bool) -> None:
    text = f'name = "项目"\nfunds.total.adjusted = 100000\ngoals = [{{ expected = "{goal}" }}]'
    assert keys_of(GoalAmountsDoNotAddUp, text) == (["goals[0].expected"] if fires else [])


def test_each_goal_is_read_by_itself() -> None:
    goals = '{ expected = "活动办好。" }, { expected = "安排10万元，其中图书6万元，活动3万元。" }'
    text = f'name = "项目"\nfunds.total.adjusted = 100000\ngoals = [{goals}]'
    assert keys_of(GoalAmountsDoNotAddUp, text) == ["goals[1].expected"]


@pytest.mark.parametrize(
    ("result", "fires"),
    [
        ("共完成预算资金89.97万元。其中：30万元用于编制；30万元用于审计；29.99万元用于设计。", True),
        ("共完成预算资金89.97万元。其中：30万元用于编制；30万元用于审计；29.97万元用于设计。", False),
        ("总投入50万元，其中：道路20万元，绿化20万元。", False),  # may be the larger ones
        ("总投入50万元，其中：道路30万元，绿化19万元。", True),
        ("总投入50万元，其中：道路30万元，绿化30万元。", True),
        ("总投入10.1万元，其中道路3.4万元，绿化3.4万元，路灯3.4万元。", False),  # each rounded by itself
        ("总投入50万元，改造道路30万元，绿化19万元。", False),  # does not say that these are the parts
        ("公共文化投入50万元，其中图书30万元，活动19万元。", False),  # nor that this is the whole
        ("总投入50万元，其中道路约30万元，绿化19万元。", False),
    ],
)
def test_a_sum_that_a_result_calls_the_whole(result: str, fires: bool) -> None:
    text = f'name = "项目"\ngoals = [{{ expected = "办好", actual = "{result}" }}]'
    assert keys_of(GoalAmountsDoNotAddUp, text) == (["goals[0].actual"] if fires else [])


def test_a_goal_that_names_what_the_sources_add_up_to_names_the_budget() -> None:
    funds = 'funds = { total = { adjusted = 0 }, sources = [{ name = "财政拨款", adjusted = 100000 }] }'
    goal = 'goals = [{ expected = "安排10万元，其中图书6万元，活动3万元。" }]'
    assert keys_of(GoalAmountsDoNotAddUp, f'name = "项目"\n{funds}\n{goal}') == ["goals[0].expected"]


@pytest.mark.parametrize(
    ("expected", "actual", "keys"),
    [
        ("43.2", "37.24", ["goals[0].expected"]),
        ("43.2万元", "完工", ["goals[0].expected"]),
        ("宿舍楼暖通改造", "改造宿舍楼 2 栋", ["goals[0].expected"]),
        ("改造宿舍楼 2 栋", "100%", ["goals[0].actual"]),
        ("改造宿舍楼 2 栋", "完成", []),
        ("宿舍楼暖通改造 2 栋", "", []),
        ("", "", []),
    ],
)
def test_a_goal_that_says_nothing_is_told_once(expected: str, actual: str, keys: list[str]) -> None:
    text = f'name = "宿舍楼暖通改造"\ngoals = [{{ expected = "{expected}", actual = "{actual}" }}]'
    assert keys_of(GoalSaysNothing, text) == keys


ROW = 'indicators = [{ name = "甲", weight = 90 }]'
CUT = 'indicators = [{ name = "甲", weight = 40 }]'


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        (f"funds.weight = 10\n{ROW}", True),
        (f"funds.weight = 10\ngoals = [{{}}]\n{CUT}", True),  # the cell is there, and empty
        (f"funds.weight = 10\n{CUT}", False),  # copied in part
        (f'funds.weight = 10\ngoals = [{{ actual = "办好" }}]\n{ROW}', False),
        (
            f"funds.weight = 20\ngoals = [{{ weight = 80 }}]\n{ROW}",
            False,
        ),  # the paper has no cell for its text
        ("funds.weight = 10", False),
    ],
)
def test_no_goal_at_all(lines: str, fires: bool) -> None:
    assert keys_of(GoalMissing, f'name = "项目"\n{lines}') == (["goals"] if fires else [])
