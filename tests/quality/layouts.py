"""Forms of other layouts: goals with points, merged cells, breakdowns, boxes of text, and forms of other kinds."""

LAYOUTS = {
    "shuiqu": """\
name = "灌溉水渠维修"
status = "published"
code = "51000021T000000000001"
departments = ["香花桥街道办事处", "市水利局"]
period = "2023年1月至12月"
filed = "2024年3月15日"
[facts]
"项目类别" = "1、部门预算项目 ☑ 2、市直专项 □"
"项目属性" = "1、持续性项目 ☑ 2、新增性项目 □"
[funds]
unit = "万元"
weight = 10
method = "执行率*该指标分值,最高不得超过分值上限。"
[funds.total]
adjusted = 120
executed = 118
[[funds.sources]]
name = "中央补助"
adjusted = 100
executed = 100
rate = "100%"
weight = 5
score = 5
[[funds.sources]]
name = "地方资金"
adjusted = 20
executed = 18
rate = "90%"
weight = 5
score = 4.5
[[funds.sources]]
name = "东片水渠"
breakdown = "子项目"
executed = 60
[[funds.sources]]
name = "西片水渠"
breakdown = "子项目"
executed = 58
rate = "97%"
[[goals]]
expected = "修好东片水渠"
actual = "东片已修好"
weight = 40
score = 40
[[goals]]
expected = "修好西片水渠"
actual = "西片已修好"
weight = 50
score = 49
[[indicators]]
level1 = "产出指标"
level2 = "数量指标"
name = "东片水渠长度"
target = "≥10公里"
actual = "11公里"
weight = 30
score = 30
reviewed = 29
method = "完成值达到指标值，记满分"
goal = 1
[[indicators]]
name = "东片水渠条数"
merged = true
goal = 1
[[indicators]]
name = "东片闸门个数"
merged = true
goal = 1
[[indicators]]
level1 = "满意度指标"
level2 = "满意度指标"
name = "村民满意度"
target = "≥90%"
actual = "95%"
weight = 10
score = 10
reviewed = 10
goal = 1
[[indicators]]
level1 = "产出指标"
level2 = "数量指标"
name = "西片水渠长度"
target = "≥20公里"
actual = "20公里"
weight = 50
score = 49
explanation = "有一段渠道因塌方返工，工期推迟一个月，已经补齐。"
reviewed = 48
goal = 2
[[notes]]
title = "存在问题"
text = "工期偏紧。"
[[notes]]
title = "改进措施"
text = "提前招标，分片施工；对易塌方的地段先作勘察。"
[reported]
rate = "98.33%"
execution_score = 9.5
total = 98.5
reviewed_total = 96.5
""",
    "shuiqu-target": """\
name = "水渠维修"
kind = "target"
status = "published"
period = "2023年1月至12月"
[facts]
"项目属性" = "新增项目"
[funds]
unit = "万元"
[funds.total]
initial = 120
[[funds.sources]]
name = "财政拨款"
initial = 120
[[goals]]
expected = "修好水渠。"
[[indicators]]
level1 = "产出指标"
level2 = "数量指标"
name = "水渠长度"
target = "≥30公里"
weight = 50
[[indicators]]
level2 = "质量指标"
name = "验收合格率"
target = "=100%"
weight = 40
""",
    "shuiqu-zhuanyi": """\
name = "农田水利转移支付"
kind = "transfer"
status = "published"

[facts]
"填报类型" = "整体□ 区域☑ 项目□"

[funds]
unit = "万元"
total = { adjusted = 58, executed = 58 }
sources = [
  { name = "中央补助", adjusted = 50, executed = 50, rate = "100%" },
  { name = "地方资金", adjusted = 8, executed = 8, rate = "100%" },
]

[[goals]]
expected = "修好水渠。"
actual = "修好了。"

[[indicators]]
level1 = "产出指标"
name = "水渠长度"
target = "≥30公里"
actual = "31公里"
""",
}
"""Texts of forms by the ids of their projects."""
