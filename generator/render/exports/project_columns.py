"""What the table of projects holds, column by column, and from where."""

from typing import Final

from generator.model.data_table import DataTable
from generator.model.form import FormKind
from generator.render.exports.cells import round_rate
from generator.render.exports.column_kinds import (
    coded,
    count,
    filled,
    flag,
    number,
    page,
    points,
    reference,
    status,
    text,
    yuan,
)
from generator.render.exports.sources import ProjectSource

PROJECTS: Final[DataTable[ProjectSource]] = DataTable(
    "projects",
    "项目",
    "每个项目一行：预算、执行、自评和复算的总分",
    (
        filled("id", "项目编号", "年度、单位代号和项目代号，如 2023/danwei/xiangmu", lambda x: x.place.id),
        count("year", "年度", "预算年度", lambda x: x.place.year),
        reference("department", "部门代号", "主管部门，见部门表", "departments", lambda x: x.unit.department),
        filled("department_name", "主管部门", "部门的正式名称", lambda x: x.department.name),
        reference("unit", "单位代号", "实施单位，见单位表", "units", lambda x: x.place.unit),
        filled("unit_name", "实施单位", "单位的正式名称", lambda x: x.unit.name),
        filled("name", "项目名称", "照原表", lambda x: x.form.name),
        status(lambda x: x.form.status.value),
        filled(
            "money_unit",
            "表上金额单位",
            "原表用的单位；本数据里的金额一律折成元",
            lambda x: x.form.funds.unit.value,
        ),
        yuan(
            "initial",
            "年初预算数",
            "年度资金总额一行；空着表示原表没有填",
            lambda x: x.yuan(x.form.funds.total.initial),
        ),
        yuan(
            "adjusted",
            "全年预算数",
            "年度资金总额一行；空着表示原表没有填",
            lambda x: x.yuan(x.form.funds.total.adjusted),
        ),
        yuan(
            "executed",
            "全年执行数",
            "年度资金总额一行；空着表示原表没有填",
            lambda x: x.yuan(x.form.funds.total.executed),
        ),
        number(
            "rate",
            "预算执行率",
            "全年执行数除以全年预算数，四舍五入到六位小数；0.9 就是 90%",
            "比值",
            lambda x: round_rate(x.execution.rate),
        ),
        text("claimed_rate", "表上的执行率", "照原表", lambda x: x.form.reported.rate),
        points("execution_weight", "执行率分值", "预算执行率占的分值", lambda x: x.execution.weight),
        points("execution_claimed", "执行率自评得分", "照原表", lambda x: x.execution.claimed),
        points("execution_computed", "执行率复算得分", "按评分办法算出", lambda x: x.execution.computed),
        points(
            "execution_accepted",
            "执行率认定得分",
            "取自评得分，但不超过办法允许的最高分",
            lambda x: x.execution.accepted,
        ),
        points("weight", "总分值", "执行率和各项指标的分值之和", lambda x: x.total.weight),
        points(
            "assessed",
            "能评的分值",
            "其中有依据可评的部分，复算的和只能由单位判断的都算",
            lambda x: x.total.assessed,
        ),
        points("claimed", "自评总分", "照原表；没有印的空着", lambda x: x.total.claimed),
        points(
            "computed",
            "复算总分",
            "各项复算得分之和；办法只给范围的，取认定得分；没有评全的空着",
            lambda x: x.total.computed,
        ),
        points("accepted", "认定总分", "各项认定得分之和；没有评全的空着", lambda x: x.total.accepted),
        flag(
            "whole",
            "评全",
            "各项分值合计正好是满分，每一项都评了，没有不带分值的得分",
            lambda x: x.total.is_whole,
        ),
        flag("lowered", "认定低于自评", "评全了，并且认定总分低于自评总分", lambda x: x.total.is_lowered),
        flag("raised", "复算高于自评", "评全了，并且复算总分高于自评总分", lambda x: x.total.is_raised),
        points("agreeing", "复算一致的分值", "复算过，与自评一致", lambda x: x.known.agreeing),
        points("differing", "复算不同的分值", "复算过，与自评不同", lambda x: x.known.differing),
        points("unclaimed", "自评未填的分值", "复算过，表上没有填得分", lambda x: x.known.unclaimed),
        points(
            "judged", "只能由单位判断的分值", "定性指标等，办法只给范围，照自评认定", lambda x: x.known.judged
        ),
        points(
            "unassessed",
            "未评的分值",
            "没有可评的依据，或者满分里没有哪一行占着",
            lambda x: x.known.unassessed,
        ),
        text("claimed_grade", "表上的等级", "照原表；没有印的空着", lambda x: x.form.reported.grade),
        text("grade", "认定等级", "由认定总分决定；没有评全的空着", lambda x: x.sheet.grade or ""),
        reference(
            "profile", "办法代号", "复算所依据的评分办法，见办法表", "profiles", lambda x: x.sheet.profile
        ),
        text(
            "explanation",
            "资金偏差说明",
            "资金表下面的偏差原因分析及改进措施",
            lambda x: x.form.funds.explanation,
        ),
        count(
            "indicators", "指标行数", "指标表里这个项目的行数", lambda x: len(x.form.indicators), unit="行"
        ),
        count("findings", "检查结果条数", "检查结果表里这个项目的条数", lambda x: x.findings, unit="条"),
        text("source", "原表出处", "原表公开的网址或文件名", lambda x: x.form.source),
        filled("file", "数据文件", "仓库里的文件", lambda x: f"content/{x.place.path}"),
        page(lambda x: x.page),
        coded(
            "form_kind",
            "表的种类",
            "只有项目支出绩效自评表计入合计",
            {kind.value: kind.word for kind in FormKind},
            lambda x: x.form.kind.value,
        ),
        text("code", "项目编码", "照原表；没有印的空着", lambda x: x.form.code),
        text(
            "printed_departments",
            "表上的主管部门",
            "与单位所属的部门不同，或者不止一个的；其余空着",
            lambda x: "、".join(x.form.departments),
        ),
        text("period", "实施期", "照原表；没有印的空着", lambda x: x.form.period),
        text("filed", "填报日期", "照原表；没有印的空着", lambda x: x.form.filed),
        text("execution_method", "执行率得分计算方法", "照原表；没有印的空着", lambda x: x.form.funds.method),
        points(
            "reviewed_total",
            "审核总分",
            "表上印的主管部门或财政部门评的总分",
            lambda x: x.form.reported.reviewed_total,
        ),
    ),
    ("id",),
)
