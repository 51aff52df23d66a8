"""A score sheet made by hand, with everything that can be missing missing once."""

from dataclasses import replace
from decimal import Decimal

from generator.model.assessment import Assessment, ExecutionScore, Outcome, RowScore, ScoreSheet
from generator.model.form import Form
from generator.model.project import Place, Project
from generator.model.value import Empty, Value, Words
from generator.score.sheet import add_up
from tests.score.samples import make_profile

TEN = Decimal(10)


def make_row(position: int, name: str, outcome: Outcome, formula: str, target: Value) -> RowScore:
    """A row without points."""
    none = None
    key = f"indicators[{position}]"
    return RowScore(key, name, target, target, outcome, none, none, none, none, none, none, formula)


def make_assessment(name: str = "党建工作专项经费") -> Assessment:
    """A project with a row whose points are lost, a row without points, and a row that nobody assessed."""
    execution = ExecutionScore(
        weight=TEN,
        rate=Decimal(750700) / Decimal(829000),
        shown_rate="90.56%",
        computed=Decimal("9.06"),
        claimed=Decimal("9.1"),
        accepted=Decimal("9.06"),
        formula="750700 ÷ 829000 = 90.5549%，× 10 分，得 9.06 分。",
    )
    short = RowScore(
        key="indicators[0]",
        name="体检完成率",
        target=Words("85.8%"),
        actual=Words("85.8%"),
        outcome=Outcome.SHORT,
        weight=Decimal(100),
        computed=Decimal("85.8"),
        low=Decimal("85.8"),
        high=Decimal("85.8"),
        claimed=Decimal("90.0"),
        accepted=Decimal("85.8"),
        formula="85.8% ÷ 100% × 100 = 85.8",
    )
    rows = (
        short,
        make_row(1, "其中：党员", Outcome.NOT_ASSESSED, "其中项，不单独计分。", Words("140人")),
        make_row(2, "满意度", Outcome.NOT_ASSESSED, "没有填写完成值。", Empty("/")),
    )
    total = replace(add_up(None, execution, rows, make_profile()), formula="……")
    place = Place(2023, "dangqun", "dangjian")
    return Assessment(
        Project(place, Form(name=name)),
        ScoreSheet("shanghai", execution, rows, total, None, rules="本站整理的上海口径"),
    )
