"""What every table of the open data holds, column by column: the source of the data dictionary and of all schemas."""

from typing import Final

from generator.model.assessment import Outcome
from generator.model.data_table import CellType, Column, DataSet, DataTable
from generator.model.finding import Severity
from generator.model.form import FormKind, Status
from generator.model.value import Kind

YUAN: Final = "元"
POINTS: Final = "分"


def _text(name: str, title: str, meaning: str, *, refers: str = "", required: bool = False) -> Column:
    return Column(name, title, CellType.TEXT, meaning, refers=refers, required=required)


def _coded(name: str, title: str, meaning: str, words: dict[str, str]) -> Column:
    return Column(name, title, CellType.TEXT, meaning, words=words, required=True)


def _count(name: str, title: str, meaning: str, unit: str = "") -> Column:
    return Column(name, title, CellType.INTEGER, meaning, unit, required=True)


def _number(name: str, title: str, meaning: str, unit: str) -> Column:
    return Column(name, title, CellType.NUMBER, meaning, unit)


def _flag(name: str, title: str, meaning: str) -> Column:
    return Column(name, title, CellType.BOOLEAN, meaning, required=True)


_STATUS = _coded(
    "status", "状态", "已撤回的项目留作查考，不应计入合计", {one.value: one.word for one in Status}
)
_SEVERITY = _coded("severity", "轻重", "检查结果分三档", {one.value: one.word for one in Severity})
_PAGE = _text("page", "网页", "本站上的出处；网站没有写明网址时，是从网站首页算起的相对地址", required=True)
_LINK = _text(
    "url",
    "固定链接",
    "这一行在网页上的位置，不随行的次序改变；网站没有写明网址时，是从网站首页算起的相对地址",
    required=True,
)
_YEAR = _count("year", "年度", "预算年度")
_HEAD: Final = (
    _text("project", "项目编号", "所属的项目，见项目表", refers="projects", required=True),
    _YEAR,
    _text("unit", "单位代号", "实施单位，见单位表", refers="units", required=True),
    _text("unit_name", "实施单位", "单位的正式名称", required=True),
    _text("project_name", "项目名称", "照原表", required=True),
    _STATUS,
)
"""What the rows below a project all begin with, so that each file can be read by itself."""

_KINDS = {
    Kind.QUANTITY: "数量",
    Kind.DEADLINE: "时间",
    Kind.COMPOUND: "几个数量",
    Kind.WORDS: "文字",
    Kind.EMPTY: "空",
}

DEPARTMENTS: Final = DataTable(
    "departments",
    "主管部门",
    "主管部门的代号和名称",
    (
        _text("id", "部门代号", "部门的固定代号", required=True),
        _text("name", "部门名称", "正式名称", required=True),
        _PAGE,
    ),
    ("id",),
    by_year=False,
)
UNITS: Final = DataTable(
    "units",
    "实施单位",
    "实施单位的代号、名称和主管部门",
    (
        _text("id", "单位代号", "单位的固定代号", required=True),
        _text("name", "单位名称", "正式名称", required=True),
        _text("department", "部门代号", "主管部门，见部门表", refers="departments", required=True),
        _PAGE,
    ),
    ("id",),
    by_year=False,
)
PROFILES: Final = DataTable(
    "profiles",
    "评分办法",
    "复算所依据的评分办法",
    (
        _text("id", "办法代号", "办法的固定代号", required=True),
        _text("title", "办法名称", "所依据的文件；不带《》的由本站整理，没有这样的文件", required=True),
        _text("number", "文号", "没有文号的空着"),
        _text("issuer", "发文机关", "", required=True),
        _text("version", "办法版本", "由办法的全部内容算出；办法改了一个字，版本就不同", required=True),
        _PAGE,
    ),
    ("id",),
    by_year=False,
)
RULES: Final = DataTable(
    "rules",
    "检查规则",
    "自动检查所用的规则",
    (
        _text("code", "编号", "规则的固定编号", required=True),
        _text("name", "英文名", "供程序使用", required=True),
        _text("title", "规则", "检查什么", required=True),
        _SEVERITY,
        _PAGE,
    ),
    ("code",),
    by_year=False,
)
PROJECTS: Final = DataTable(
    "projects",
    "项目",
    "每个项目一行：预算、执行、自评和复算的总分",
    (
        _text("id", "项目编号", "年度、单位代号和项目代号，如 2023/danwei/xiangmu", required=True),
        _YEAR,
        _text("department", "部门代号", "主管部门，见部门表", refers="departments", required=True),
        _text("department_name", "主管部门", "部门的正式名称", required=True),
        _text("unit", "单位代号", "实施单位，见单位表", refers="units", required=True),
        _text("unit_name", "实施单位", "单位的正式名称", required=True),
        _text("name", "项目名称", "照原表", required=True),
        _STATUS,
        _text("money_unit", "表上金额单位", "原表用的单位；本数据里的金额一律折成元", required=True),
        _number("initial", "年初预算数", "年度资金总额一行；空着表示原表没有填", YUAN),
        _number("adjusted", "全年预算数", "年度资金总额一行；空着表示原表没有填", YUAN),
        _number("executed", "全年执行数", "年度资金总额一行；空着表示原表没有填", YUAN),
        _number("rate", "预算执行率", "全年执行数除以全年预算数，四舍五入到六位小数；0.9 就是 90%", "比值"),
        _text("claimed_rate", "表上的执行率", "照原表"),
        _number("execution_weight", "执行率分值", "预算执行率占的分值", POINTS),
        _number("execution_claimed", "执行率自评得分", "照原表", POINTS),
        _number("execution_computed", "执行率复算得分", "按评分办法算出", POINTS),
        _number("execution_accepted", "执行率认定得分", "取自评得分，但不超过办法允许的最高分", POINTS),
        _number("weight", "总分值", "执行率和各项指标的分值之和", POINTS),
        _number("assessed", "能评的分值", "其中有依据可评的部分，复算的和只能由单位判断的都算", POINTS),
        _number("claimed", "自评总分", "照原表；没有印的空着", POINTS),
        _number(
            "computed", "复算总分", "各项复算得分之和；办法只给范围的，取认定得分；没有评全的空着", POINTS
        ),
        _number("accepted", "认定总分", "各项认定得分之和；没有评全的空着", POINTS),
        _flag("whole", "评全", "各项分值合计正好是满分，每一项都评了，没有不带分值的得分"),
        _flag("lowered", "认定低于自评", "评全了，并且认定总分低于自评总分"),
        _flag("raised", "复算高于自评", "评全了，并且复算总分高于自评总分"),
        _number("agreeing", "复算一致的分值", "复算过，与自评一致", POINTS),
        _number("differing", "复算不同的分值", "复算过，与自评不同", POINTS),
        _number("unclaimed", "自评未填的分值", "复算过，表上没有填得分", POINTS),
        _number("judged", "只能由单位判断的分值", "定性指标等，办法只给范围，照自评认定", POINTS),
        _number("unassessed", "未评的分值", "没有可评的依据，或者满分里没有哪一行占着", POINTS),
        _text("claimed_grade", "表上的等级", "照原表；没有印的空着"),
        _text("grade", "认定等级", "由认定总分决定；没有评全的空着"),
        _text("profile", "办法代号", "复算所依据的评分办法，见办法表", refers="profiles", required=True),
        _text("explanation", "资金偏差说明", "资金表下面的偏差原因分析及改进措施"),
        _count("indicators", "指标行数", "指标表里这个项目的行数", "行"),
        _count("findings", "检查结果条数", "检查结果表里这个项目的条数", "条"),
        _text("source", "原表出处", "原表公开的网址或文件名"),
        _text("file", "数据文件", "仓库里的文件", required=True),
        _PAGE,
        _coded(
            "form_kind",
            "表的种类",
            "只有项目支出绩效自评表计入合计",
            {one.value: one.word for one in FormKind},
        ),
        _text("code", "项目编码", "照原表；没有印的空着"),
        _text("printed_departments", "表上的主管部门", "与单位所属的部门不同，或者不止一个的；其余空着"),
        _text("period", "实施期", "照原表；没有印的空着"),
        _text("filed", "填报日期", "照原表；没有印的空着"),
        _text("execution_method", "执行率得分计算方法", "照原表；没有印的空着"),
        _number("reviewed_total", "审核总分", "表上印的主管部门或财政部门评的总分", POINTS),
    ),
    ("id",),
)
FUNDS: Final = DataTable(
    "funds",
    "资金",
    "资金表的每一行：第 0 行是年度资金总额，往下是各项来源",
    (
        *_HEAD,
        _count("position", "行号", "0 是年度资金总额，各项来源从 1 数起"),
        _text("name", "资金来源", "照原表", required=True),
        _number("initial", "年初预算数", "空着表示原表没有填", YUAN),
        _number("adjusted", "全年预算数", "空着表示原表没有填", YUAN),
        _number("executed", "全年执行数", "空着表示原表没有填", YUAN),
        _LINK,
        _text("breakdown", "分解方式", "总额按几种办法分解的，这一行属于哪一种"),
        _text("claimed_rate", "表上的执行率", "照原表"),
        _number("weight", "分值", "这一行印的分值；只有第 0 行的计分", POINTS),
        _number("claimed", "自评得分", "这一行印的得分；只有第 0 行的计分", POINTS),
    ),
    ("project", "position"),
)
GOALS: Final = DataTable(
    "goals",
    "年度总体目标",
    "每条年度总体目标一行",
    (
        *_HEAD,
        _count("position", "行号", "从 1 数起"),
        _text("expected", "预期目标", "照原表"),
        _text("actual", "实际完成情况", "照原表"),
        _LINK,
        _number("weight", "分值", "印在目标上的分值", POINTS),
        _number("claimed", "自评得分", "印在目标上的得分", POINTS),
    ),
    ("project", "position"),
)
INDICATORS: Final = DataTable(
    "indicators",
    "绩效指标",
    "每项指标一行：目标、完成、自评和复算",
    (
        *_HEAD,
        _count("position", "行号", "在原表里的次序，从 1 数起"),
        _text("level1", "一级指标", "照原表"),
        _text("level2", "二级指标", "照原表"),
        _text("name", "三级指标", "照原表", required=True),
        _flag("core", "核心指标", "表上标★的指标"),
        _flag("of_which", "其中项", "表上写“其中”、不单独计分的行"),
        _text("target", "年度指标值", "照原表"),
        _text("actual", "实际完成值", "照原表"),
        _text("measured", "实测值", "印出的完成值没有写明数字时，另外写明的数"),
        _coded(
            "kind", "指标值类型", "程序把年度指标值读成了什么", {k.value: word for k, word in _KINDS.items()}
        ),
        _coded("outcome", "完成情况", "完成值与指标值相比", {one.value: one.word for one in Outcome}),
        _number("weight", "分值", "照原表", POINTS),
        _number("claimed", "自评得分", "照原表", POINTS),
        _number("computed", "复算得分", "办法能算出一个数的，是这个数", POINTS),
        _number("low", "允许的最低分", "办法给出范围的，是范围的下限", POINTS),
        _number("high", "允许的最高分", "办法给出范围的，是范围的上限", POINTS),
        _number("accepted", "认定得分", "取自评得分，但不超过办法允许的最高分", POINTS),
        _text("formula", "怎样算出", "复算的算式"),
        _text("explanation", "偏差原因及改进", "照原表的偏差原因分析及改进措施"),
        _LINK,
        _number("goal", "所属目标", "属于第几条年度总体目标，从 1 数起；没有写明的空着", "条"),
        _flag("merged", "与上一行合并", "指标值、完成值、分值、得分与上一行是同一格"),
        _text("method", "得分计算方法", "照原表；没有印的空着"),
        _number("reviewed", "审核得分", "表上印的主管部门或财政部门评分", POINTS),
    ),
    ("project", "position"),
)
NOTES: Final = DataTable(
    "notes",
    "其他栏目",
    "表上的勾选框、小栏目和文字框，每栏一行",
    (
        *_HEAD,
        _count("position", "行号", "从 1 数起"),
        _coded(
            "part", "栏目类别", "印在表头的小栏目，或者表下的文字框", {"fact": "小栏目", "note": "文字框"}
        ),
        _text("title", "栏目", "照原表", required=True),
        _text("text", "内容", "照原表"),
        _LINK,
    ),
    ("project", "position"),
)
FINDINGS: Final = DataTable(
    "findings",
    "检查结果",
    "自动检查看到的每个问题一行",
    (
        *_HEAD,
        _count("position", "序号", "同一项目内从 1 数起"),
        _text("code", "规则编号", "见规则表", refers="rules", required=True),
        _text("rule_title", "规则", "检查什么", required=True),
        _SEVERITY,
        _text("key", "所指位置", "数据文件里的位置，如 indicators[3].score；空着是整张表"),
        _text("message", "检查结果", "看到了什么，应当是什么", required=True),
        _text("waiver", "单位说明", "单位对这条结果的说明；没有的空着"),
        _LINK,
    ),
    ("project", "position"),
)

BELOW_PROJECT: Final = (FUNDS, GOALS, INDICATORS, FINDINGS, NOTES)
"""The tables that tell of one project beside its own row."""

TABLES: Final = (DEPARTMENTS, UNITS, PROFILES, RULES, PROJECTS, *BELOW_PROJECT)
"""Every table, such that one comes after those that it refers to."""

PROVENANCE: Final = (
    _text("licence", "数据许可", "使用本数据的条件", required=True),
    _text("revision", "数据版本", "这一行的内容最后一次改动时，仓库里的提交；不知道的空着"),
    _text("rule_set", "规则版本", "全部检查规则的版本", required=True),
    _text("profile_versions", "办法版本", "各评分办法的代号和版本", required=True),
)
"""The columns that every CSV file ends with; in other files the same is said once."""

DATA_SET: Final = DataSet(TABLES, PROVENANCE)
"""What the data dictionary explains."""
