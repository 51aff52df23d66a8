"""Forms of the shapes that other places print, judged by all rules: what is filled in well raises no alarm."""

import pytest

from generator.check.rules.runner import judge_case
from tests.inline import judge_text

MERGED = """
name = "2023年文化馆修缮"
status = "published"

[funds]
unit = "万元"
weight = 10
total = { initial = 50, adjusted = 50, executed = 49.5 }
sources = [
    { name = "当年财政拨款", initial = 50, adjusted = 50, executed = 49.5, rate = "99%" },
    { name = "上年结转资金" },
    { name = "甲标段", breakdown = "子项目", executed = 30 },
    { name = "乙标段", breakdown = "子项目", executed = 19.5 },
]

[[goals]]
expected = "总投入50万元，其中：修缮30万元，购置20万元，全年开放300天。"
actual = "已投入49.5万元，其中修缮30万元、购置19.5万元，开放302天。"

[[indicators]]
level1 = "产出指标(50分)"
level2 = "数量指标（20分）"
name = "修缮面积"
target = "≥300平方米"
actual = "310平方米"
weight = 20
score = 20

[[indicators]]
name = "修缮房间数量"
merged = true

[[indicators]]
level2 = "质量指标"
name = "验收合格率"
target = "100%"
actual = "100%"
weight = 10
score = 10

[[indicators]]
level2 = "时效指标"
name = "完工时间"
target = "2023年1月--10月"
actual = "2023年10月"
weight = 10
score = 10

[[indicators]]
level2 = "成本指标"
name = "项目总成本"
target = "50万元"
actual = "49.5万元"
weight = 10
score = 10

[[indicators]]
level1 = "效益指标(30分)"
level2 = "经济效益指标"
name = "经济效益指标"

[[indicators]]
level2 = "社会效益指标"
name = "开放场馆"
target = "6-9"
actual = "8"
weight = 15
score = 15

[[indicators]]
level2 = "生态效益指标"
name = "单位面积能耗"
target = "降低10%"
actual = "12%"
weight = 15
score = 15

[[indicators]]
level1 = "满意度指标(10分)"
level2 = "服务对象满意度指标"
name = "群众满意度"
target = "≥90%"
actual = "96%"
weight = 10
score = 10

[reported]
rate = "99%"
execution_score = 9.9
total = 99.9
grade = "优"
"""

PARENTS = """
name = "产业到户补助"
status = "published"
goals = [{ expected = "补助养殖户64户。", actual = "补助养殖户64户，户均增收1700元。" }]

[funds]
unit = "万元"
weight = 10
total = { adjusted = 8.4, executed = 8.4 }

[[indicators]]
level1 = "产出指标(50分)"
level2 = "数量指标"
name = "补助种植面积"
weight = 50
score = 50
core = true

[[indicators]]
name = "红薯面积"
target = "5.5亩"
actual = "5.5亩"
of_which = true

[[indicators]]
name = "桃面积"
target = "1亩"
actual = "1亩"
of_which = true

[[indicators]]
level1 = "效益指标(30分)"
level2 = "经济效益指标"
name = "带动农户增收"
target = "≥10.93万元"
actual = "10.93万元"
weight = 30
score = 30

[[indicators]]
level1 = "满意度指标(10分)"
name = "农户满意度"
target = "≥90%"
actual = "95%"
weight = 10
score = 10

[reported]
rate = "100.00%"
execution_score = 10
total = 100
"""

FIXED = """
name = "学校公用经费"
status = "published"
goals = [{ expected = "保障2370名学生的教学。", actual = "保障了2370名学生的教学，全部设备完好。" }]

[funds]
unit = "万元"
total = { initial = 64.8, adjusted = 64.8, executed = 64.8 }

[[indicators]]
level1 = "项目决策(10分)"
level2 = "项目目标"
name = "目标完整性"
target = "—"
actual = "目标明确、细化、量化"
weight = 10
score = 10

[[indicators]]
level1 = "项目管理(25分)"
level2 = "投入管理"
name = "预算执行率"
target = "—"
actual = "100%"
weight = 25
score = 25

[[indicators]]
level1 = "项目产出(30分)"
level2 = "数量指标(30分)"
name = "保障人数"
target = "2370人"
actual = "2370人"
weight = 30
score = 30

[[indicators]]
level1 = "项目效益(35分)"
level2 = "社会效益指标"
name = "办学条件"
target = "改善"
actual = "更换课桌 300 套，修缮操场 1 处"
weight = 35
score = 35

[reported]
rate = "100%"
total = 100
"""

INITIAL_ONLY = """
name = "道路保洁外包"
status = "published"
goals = [{ expected = "保洁20条道路。", actual = "保洁20条道路，尾款结转下年支付。" }]

[funds]
unit = "万元"
weight = 10
total = { initial = 310.2, executed = 154.74 }

[[indicators]]
level1 = "产出指标(50分)"
name = "保洁道路"
target = "20条"
actual = "20条"
weight = 50
score = 50

[[indicators]]
level1 = "效益指标(30分)"
name = "道路整洁"
target = "整洁"
actual = "整洁"
weight = 30
score = 30

[[indicators]]
level1 = "满意度指标(10分)"
name = "居民满意度"
target = "≥90%"
actual = "95%"
weight = 10
score = 10

[reported]
rate = "50%"
execution_score = 5
total = 95
"""

TRANSFER = """
name = "市场监管补助资金"
kind = "transfer"
status = "published"
goals = [{ expected = "完成抽检 140 批次。", actual = "完成抽检 148 批次。" }]

[funds]
unit = "万元"
total = { adjusted = 5.8, executed = 5.8 }

[[indicators]]
level1 = "产出指标"
level2 = "数量指标"
name = "药品抽检批次"
target = "≥140"
actual = "148"

[[indicators]]
level2 = "成本指标"
name = "培训成本"
target = "400元/人·天"
actual = "180元/人·天"

[reported]
rate = "100%"
"""


@pytest.mark.parametrize("profile", ["mof-2020", "shanghai"])
@pytest.mark.parametrize(
    "text",
    [MERGED, PARENTS, FIXED, INITIAL_ONLY, TRANSFER],
    ids=["merged", "parents", "fixed", "initial only", "transfer"],
)
def test_a_form_of_another_shape_that_is_filled_in_well_raises_no_alarm(text: str, profile: str) -> None:
    assert [(one.code, one.message) for one in judge_case(judge_text(text, profile))] == []


def test_a_form_without_points_raises_one_advice() -> None:
    text = "".join(line for line in PARENTS.splitlines(keepends=True) if not line.startswith("weight"))
    (found,) = judge_case(judge_text(text, "mof-2020"))
    assert found.code == "S020"
