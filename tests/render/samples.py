"""A small corpus made by hand, without loading and with rows scored by hand, so that pages are tested by themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from generator.model.assessment import (
    Assessment,
    ExecutionScore,
    Gap,
    Outcome,
    RowScore,
    ScoreSheet,
    TotalScore,
    Verifiability,
)
from generator.model.corpus import Corpus, TextPage
from generator.model.finding import Finding, Severity
from generator.model.form import Form, Indicator
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.project import Place, Project
from generator.model.rule_page import RulePage
from generator.model.site import Site
from generator.model.summary import Summary
from generator.model.value import Words
from generator.render.render import Renderer, render_pages, render_projects
from generator.runtime.cache import Memory
from generator.score.sheet import add_up, grade_total
from generator.summarise import gather_overviews
from generator.summarise.totals import summarise

HUNDRED = Decimal(100)

ORGANISATIONS = Organisations.model_validate(
    {
        "departments": {"xianghuaqiao": {"name": "香花桥街道办事处"}, "weijiwei": {"name": "卫生健康委员会"}},
        "units": {
            "dangqun": {"name": "社区党群服务中心", "department": "xianghuaqiao"},
            "yiyuan": {"name": "社区卫生服务中心", "department": "weijiwei"},
            "kong": {"name": "尚未填报的单位", "department": "weijiwei"},
        },
    }
)

SITE = Site.model_validate(
    {
        "title": "绩效自评公开",
        "publisher": "示例发布单位",
        "description": "把自评表变成人人看得懂的网页。",
        "profile": "mof-2020",
        "repository": "https://example.org/jixiao",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    }
)

CATALOGUE = (
    RulePage(
        "J102",
        "claimed-total-not-sum",
        "自评总分不等于各项得分之和",
        "## 检查什么\n\n总分是不是各项之和。",
        Severity.WARNING,
    ),
)


def basis(**values: Any) -> dict[str, Any]:
    """A stated value with a basis."""
    return {"basis": "财预〔2020〕10号", **values}


PROFILE = Profile.model_validate(
    {
        "id": "mof-2020",
        "document": {"title": "项目支出绩效评价管理办法", "number": "财预〔2020〕10号", "issuer": "财政部"},
        "total": basis(points=100),
        "execution": basis(points=10, verified=True),
        "rate_rounding": basis(step=Decimal("0.01"), mode="half-up"),
        "score_rounding": basis(step=Decimal("0.01"), mode="half-up"),
        "groups": (
            basis(name="产出指标", points=50),
            basis(name="满意度指标", points=10, aliases=("满意度",)),
        ),
        "reverse": basis(method="ratio"),
        "over_completion": basis(threshold=Decimal("1.3"), effect="explain"),
        "bands": (basis(name="达成", low=Decimal("0.8"), high=1, words=("按要求完成",)),),
        "caps": (basis(below=Decimal("0.6"), total=89),),
        "grades": (basis(name="优", least=90), basis(name="良", least=80)),
        "thresholds": {
            name: basis(value=Decimal(bound))
            for name, bound in (
                ("budget_change", "0.2"),
                ("low_execution", "0.8"),
                ("outrun", "0.3"),
                ("dominant", "0.5"),
                ("target_drop", "0.7"),
                ("claim_step", "0.01"),
            )
        },
    }
)


def make_form(**changes: Any) -> Form:
    """A whole form with merged groups, a core row, an "of which" row and a reason."""
    rows: tuple[tuple[Any, ...], ...] = (
        ("产出指标", "数量指标", "体检人数", "≥205人", "205人", 20, 20, {"core": True}),
        ("产出指标", "数量指标", "党务干部", "140人", "140人", None, None, {"of_which": True}),
        (
            "产出指标",
            "质量指标",
            "体检完成率",
            "=100%",
            "基本完成",
            30,
            29,
            {"measured": "85.8%", "explanation": "部分党员自行体检。\n明年提前安排。"},
        ),
        ("效益指标", "社会效益指标", "运转情况", "正常", "基本正常", 40, 38, {}),
    )
    values: dict[str, Any] = {
        "name": "党建工作专项经费",
        "status": "published",
        "source": "2023 年度自评表",
        "funds": {
            "weight": 10,
            "total": {"initial": 829000, "adjusted": 829000, "executed": 750700},
            "sources": (
                {"name": "当年财政拨款", "initial": 829000, "adjusted": 829000, "executed": 750700},
                {"name": "其他资金", "initial": 0},
            ),
        },
        "goals": ({"expected": "提升党务干部素质。", "actual": "基本完成预期目标"},),
        "indicators": tuple(
            {"level1": a, "level2": b, "name": c, "target": d, "actual": e, "weight": f, "score": g, **more}
            for a, b, c, d, e, f, g, more in rows
        ),
        "notes": ({"title": "存在问题", "text": "体检安排偏晚。"},),
        "reported": {"rate": "90.56%", "execution_score": Decimal("9.06"), "total": Decimal("96.06")},
    }
    return Form.model_validate(values | changes)


def make_row(position: int, indicator: Indicator) -> RowScore:
    """A row of a score sheet: 体检完成率 differs from its claim, the rest agrees."""
    short = indicator.name == "体检完成率"
    computed = Decimal("25.74") if short else None
    accepted = computed if short else indicator.score
    words = Words(indicator.target)
    return RowScore(
        key=f"indicators[{position}]",
        name=indicator.name,
        target=words,
        actual=words,
        outcome=Outcome.SHORT if short else Outcome.JUDGED,
        weight=indicator.weight,
        computed=computed,
        low=None if indicator.weight is None else indicator.weight * Decimal("0.8"),
        high=indicator.weight,
        claimed=indicator.score,
        accepted=accepted,
        formula="85.8% ÷ 100% × 30 = 25.74" if short else "定性指标，自评在允许的范围内，照自评",
    )


def assess(form: Form, year: int = 2023, unit: str = "dangqun", slug: str = "dangjian") -> Assessment:
    """A form in its place with a plausible score sheet."""
    rows = tuple(make_row(position, one) for position, one in enumerate(form.indicators))
    nine = Decimal("9.06")
    execution = ExecutionScore(
        Decimal(10), Decimal("0.905548"), "90.56%", nine, nine, nine, "750,700 ÷ 829,000 × 10 = 9.06"
    )
    total = add_up(form.reported.total, execution, rows, PROFILE)
    return Assessment(
        Project(Place(year, unit, slug), form),
        ScoreSheet("mof-2020", execution, rows, total, grade_total(total, PROFILE)),
    )


def leave_open(assessment: Assessment, assessed: int = 80) -> Assessment:
    """The same form, of whose 100 points only so many were assessed."""
    sheet = assessment.sheet
    total = make_total(sheet.total.claimed, None, assessed)
    return replace(assessment, sheet=replace(sheet, total=total, grade=None))


def make_summary(projects: int, assessed: int = 0, **changes: Any) -> Summary:
    """Totals over so many projects, of which so many are whole."""
    nothing = Summary(projects, Decimal(0), Decimal(0), None, None, assessed, {}, 0, 0, Verifiability())
    return replace(nothing, **changes)


def make_total(claimed: Decimal | None, accepted: Decimal | None, assessed: int = 100) -> TotalScore:
    """A total of 100 points of which so many were assessed; it is whole when that is all of them."""
    is_whole = assessed == 100
    return TotalScore(
        claimed=claimed,
        computed=accepted if is_whole else None,
        accepted=accepted if is_whole else None,
        full=HUNDRED,
        weight=HUNDRED,
        assessed=Decimal(assessed),
        verifiability=Verifiability(judged=Decimal(assessed), unassessed=HUNDRED - assessed),
        gaps=() if is_whole else (Gap.UNASSESSED,),
        cap=None,
        formula="",
    )


def make_corpus(*assessments: Assessment, texts: tuple[TextPage, ...] = ()) -> Corpus:
    """A corpus of these projects with one profile."""
    return Corpus(
        site=SITE,
        organisations=ORGANISATIONS,
        profiles={"mof-2020": PROFILE},
        projects=tuple(one.project for one in assessments),
        pages=texts,
        findings=(),
        files=tuple(one.project.place.path for one in assessments),
    )


def find(assessment: Assessment, key: str, message: str, code: str = "J102") -> Finding:
    """A finding about a project."""
    return Finding(
        code,
        "claimed-total-not-sum",
        Severity.WARNING,
        assessment.project.place.path,
        message,
        key,
        "请核对后改正。",
    )


def small_corpus() -> tuple[Corpus, tuple[Assessment, ...], dict[str, list[Finding]]]:
    """A corpus of two years, two departments, a withdrawn project, one finding."""
    first = assess(make_form())
    projects = (
        assess(make_form(name="老年人体检"), 2022, "yiyuan", "tijian"),
        first,
        assess(make_form(name="撤回的项目", status="withdrawn"), 2023, "yiyuan", "chehui"),
    )
    texts = (
        TextPage("about", "# 关于\n\n说明文字，见[名词](glossary.md)。\n"),
        TextPage("glossary", "# 名词\n\n## 执行率\n\n花掉的比例。\n"),
    )
    finding = find(first, "indicators[2].score", "自评 29 分，按办法最多 25.74 分。")
    return make_corpus(*projects, texts=texts), projects, {finding.path: [finding]}


def render_all(
    renderer: Renderer,
    corpus: Corpus,
    assessments: Sequence[Assessment],
    findings: Mapping[str, Sequence[Finding]],
) -> dict[str, str]:
    """Render every page of these projects."""
    summaries = summarise(assessments, corpus.organisations)
    overviews = gather_overviews(assessments, summaries, corpus)
    with render_projects(renderer, assessments, findings, Memory(Path(), "", {})) as projects:
        pages = chain(render_pages(renderer, summaries, overviews), projects)
        return {path: text for path, text in pages if text}
