"""What every table of the open data holds, column by column, and from where: the source of the data dictionary, of all
schemas and of all rows.
"""

from decimal import Decimal
from typing import Any, Final

from generator.model.assessment import Outcome
from generator.model.data_table import Column, DataSet, DataTable
from generator.model.form import FundsSource, Goal
from generator.model.organisations import Department, Unit
from generator.model.rule_page import RulePage
from generator.model.value import Kind
from generator.render.exports.column_kinds import (
    coded,
    count,
    filled,
    flag,
    number,
    page,
    points,
    reference,
    severity,
    status,
    text,
    yuan,
)
from generator.render.exports.project_columns import PROJECTS as PROJECTS
from generator.render.exports.provenance import Provenance
from generator.render.exports.sources import (
    Box,
    Line,
    Listed,
    NamedFinding,
    ScoredRow,
    VersionedProfile,
)

_LINK: Final[Column[Line[Any]]] = filled(
    "url",
    "固定链接",
    "这一行在网页上的位置，不随行的次序改变；网站没有写明网址时，是从网站首页算起的相对地址",
    lambda x: x.url,
)
_HEAD: Final[tuple[Column[Line[Any]], ...]] = (
    reference("project", "项目编号", "所属的项目，见项目表", "projects", lambda x: x.project.place.id),
    count("year", "年度", "预算年度", lambda x: x.project.place.year),
    reference("unit", "单位代号", "实施单位，见单位表", "units", lambda x: x.project.place.unit),
    filled("unit_name", "实施单位", "单位的正式名称", lambda x: x.project.unit.name),
    filled("project_name", "项目名称", "照原表", lambda x: x.project.form.name),
    status(lambda x: x.project.form.status.value),
)
"""What the rows below a project all begin with, so that each file can be read by itself."""

_KINDS = {
    Kind.QUANTITY: "数量",
    Kind.DEADLINE: "时间",
    Kind.COMPOUND: "几个数量",
    Kind.WORDS: "文字",
    Kind.EMPTY: "空",
}

DEPARTMENTS: Final[DataTable[Listed[Department]]] = DataTable(
    "departments",
    "主管部门",
    "主管部门的代号和名称",
    (
        filled("id", "部门代号", "部门的固定代号", lambda x: x.key),
        filled("name", "部门名称", "正式名称", lambda x: x.item.name),
        page(lambda x: x.page),
    ),
    ("id",),
    by_year=False,
)
UNITS: Final[DataTable[Listed[Unit]]] = DataTable(
    "units",
    "实施单位",
    "实施单位的代号、名称和主管部门",
    (
        filled("id", "单位代号", "单位的固定代号", lambda x: x.key),
        filled("name", "单位名称", "正式名称", lambda x: x.item.name),
        reference("department", "部门代号", "主管部门，见部门表", "departments", lambda x: x.item.department),
        page(lambda x: x.page),
    ),
    ("id",),
    by_year=False,
)
PROFILES: Final[DataTable[Listed[VersionedProfile]]] = DataTable(
    "profiles",
    "评分办法",
    "复算所依据的评分办法",
    (
        filled("id", "办法代号", "办法的固定代号", lambda x: x.key),
        filled(
            "title",
            "办法名称",
            "所依据的文件；不带《》的由本站整理，没有这样的文件",
            lambda x: x.item.profile.name,
        ),
        text("number", "文号", "没有文号的空着", lambda x: x.item.profile.document.number),
        filled("issuer", "发文机关", "", lambda x: x.item.profile.document.issued_by),
        filled(
            "version",
            "办法版本",
            "由办法的全部内容算出；办法改了一个字，版本就不同",
            lambda x: x.item.version,
        ),
        page(lambda x: x.page),
    ),
    ("id",),
    by_year=False,
)
RULES: Final[DataTable[Listed[RulePage]]] = DataTable(
    "rules",
    "检查规则",
    "自动检查所用的规则",
    (
        filled("code", "编号", "规则的固定编号", lambda x: x.key),
        filled("name", "英文名", "供程序使用", lambda x: x.item.name),
        filled("title", "规则", "检查什么", lambda x: x.item.title),
        severity(lambda x: x.item.severity.value),
        page(lambda x: x.page),
    ),
    ("code",),
    by_year=False,
)
FUNDS: Final[DataTable[Line[FundsSource]]] = DataTable(
    "funds",
    "资金",
    "资金表的每一行：第 0 行是年度资金总额，往下是各项来源",
    (
        *_HEAD,
        count("position", "行号", "0 是年度资金总额，各项来源从 1 数起", lambda x: x.position),
        filled("name", "资金来源", "照原表", lambda x: x.item.name),
        yuan("initial", "年初预算数", "空着表示原表没有填", lambda x: x.project.yuan(x.item.initial)),
        yuan("adjusted", "全年预算数", "空着表示原表没有填", lambda x: x.project.yuan(x.item.adjusted)),
        yuan("executed", "全年执行数", "空着表示原表没有填", lambda x: x.project.yuan(x.item.executed)),
        _LINK,
        text("breakdown", "分解方式", "总额按几种办法分解的，这一行属于哪一种", lambda x: x.item.breakdown),
        text("claimed_rate", "表上的执行率", "照原表", lambda x: x.item.rate),
        points("weight", "分值", "这一行印的分值；只有第 0 行的计分", lambda x: x.item.weight),
        points("claimed", "自评得分", "这一行印的得分；只有第 0 行的计分", lambda x: x.item.score),
    ),
    ("project", "position"),
)
GOALS: Final[DataTable[Line[Goal]]] = DataTable(
    "goals",
    "年度总体目标",
    "每条年度总体目标一行",
    (
        *_HEAD,
        count("position", "行号", "从 1 数起", lambda x: x.position),
        text("expected", "预期目标", "照原表", lambda x: x.item.expected),
        text("actual", "实际完成情况", "照原表", lambda x: x.item.actual),
        _LINK,
        points("weight", "分值", "印在目标上的分值", lambda x: x.item.weight),
        points("claimed", "自评得分", "印在目标上的得分", lambda x: x.item.score),
    ),
    ("project", "position"),
)
INDICATORS: Final[DataTable[Line[ScoredRow]]] = DataTable(
    "indicators",
    "绩效指标",
    "每项指标一行：目标、完成、自评和复算",
    (
        *_HEAD,
        count("position", "行号", "在原表里的次序，从 1 数起", lambda x: x.position),
        text("level1", "一级指标", "照原表", lambda x: x.item.row.level1),
        text("level2", "二级指标", "照原表", lambda x: x.item.row.level2),
        filled("name", "三级指标", "照原表", lambda x: x.item.row.name),
        flag("core", "核心指标", "表上标★的指标", lambda x: x.item.row.core),
        flag("of_which", "其中项", "表上写“其中”、不单独计分的行", lambda x: x.item.row.of_which),
        text("target", "年度指标值", "照原表", lambda x: x.item.row.target),
        text("actual", "实际完成值", "照原表", lambda x: x.item.row.actual),
        text("measured", "实测值", "印出的完成值没有写明数字时，另外写明的数", lambda x: x.item.row.measured),
        coded(
            "kind",
            "指标值类型",
            "程序把年度指标值读成了什么",
            {k.value: word for k, word in _KINDS.items()},
            lambda x: x.item.score.kind.value,
        ),
        coded(
            "outcome",
            "完成情况",
            "完成值与指标值相比",
            {one.value: one.word for one in Outcome},
            lambda x: x.item.score.outcome.value,
        ),
        points("weight", "分值", "照原表", lambda x: x.item.row.weight),
        points("claimed", "自评得分", "照原表", lambda x: x.item.row.score),
        points("computed", "复算得分", "办法能算出一个数的，是这个数", lambda x: x.item.score.computed),
        points("low", "允许的最低分", "办法给出范围的，是范围的下限", lambda x: x.item.score.low),
        points("high", "允许的最高分", "办法给出范围的，是范围的上限", lambda x: x.item.score.high),
        points(
            "accepted", "认定得分", "取自评得分，但不超过办法允许的最高分", lambda x: x.item.score.accepted
        ),
        text("formula", "怎样算出", "复算的算式", lambda x: x.item.score.formula),
        text(
            "explanation",
            "偏差原因及改进",
            "照原表的偏差原因分析及改进措施",
            lambda x: x.item.row.explanation,
        ),
        _LINK,
        number(
            "goal",
            "所属目标",
            "属于第几条年度总体目标，从 1 数起；没有写明的空着",
            "条",
            lambda x: None if x.item.row.goal is None else Decimal(x.item.row.goal),
        ),
        flag(
            "merged",
            "与上一行合并",
            "指标值、完成值、分值、得分与上一行是同一格",
            lambda x: x.item.row.merged,
        ),
        text("method", "得分计算方法", "照原表；没有印的空着", lambda x: x.item.row.method),
        points("reviewed", "审核得分", "表上印的主管部门或财政部门评分", lambda x: x.item.row.reviewed),
    ),
    ("project", "position"),
)
NOTES: Final[DataTable[Line[Box]]] = DataTable(
    "notes",
    "其他栏目",
    "表上的勾选框、小栏目和文字框，每栏一行",
    (
        *_HEAD,
        count("position", "行号", "从 1 数起", lambda x: x.position),
        coded(
            "part",
            "栏目类别",
            "印在表头的小栏目，或者表下的文字框",
            {"fact": "小栏目", "note": "文字框"},
            lambda x: x.item.part,
        ),
        filled("title", "栏目", "照原表", lambda x: x.item.title),
        text("text", "内容", "照原表", lambda x: x.item.text),
        _LINK,
    ),
    ("project", "position"),
)
FINDINGS: Final[DataTable[Line[NamedFinding]]] = DataTable(
    "findings",
    "检查结果",
    "自动检查看到的每个问题一行",
    (
        *_HEAD,
        count("position", "序号", "同一项目内从 1 数起", lambda x: x.position),
        reference("code", "规则编号", "见规则表", "rules", lambda x: x.item.finding.code),
        filled("rule_title", "规则", "检查什么", lambda x: x.item.rule),
        severity(lambda x: x.item.finding.severity.value),
        text(
            "key",
            "所指位置",
            "数据文件里的位置，如 indicators[3].score；空着是整张表",
            lambda x: x.item.finding.key,
        ),
        filled("message", "检查结果", "看到了什么，应当是什么", lambda x: x.item.finding.message),
        text("waiver", "单位说明", "单位对这条结果的说明；没有的空着", lambda x: x.item.finding.waiver),
        _LINK,
    ),
    ("project", "position"),
)

BELOW_PROJECT: Final = (FUNDS, GOALS, INDICATORS, FINDINGS, NOTES)
"""The tables that tell of one project beside its own row."""

TABLES: Final = (DEPARTMENTS, UNITS, PROFILES, RULES, PROJECTS, *BELOW_PROJECT)
"""Every table, such that one comes after those that it refers to."""

PROVENANCE: Final[tuple[Column[Provenance], ...]] = (
    filled("licence", "数据许可", "使用本数据的条件", lambda x: x.site.licence.name),
    text(
        "revision",
        "数据版本",
        "这一行的内容最后一次改动时，仓库里的提交；不知道的空着",
        lambda x: x.short_revision,
    ),
    filled("rule_set", "规则版本", "全部检查规则的版本", lambda x: x.rule_set),
    filled("profile_versions", "办法版本", "各评分办法的代号和版本", lambda x: x.versions),
)
"""The columns that every CSV file ends with; in other files the same is said once."""

DATA_SET: Final = DataSet(TABLES, PROVENANCE)
"""What the data dictionary explains."""
