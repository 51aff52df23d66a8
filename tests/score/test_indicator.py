"""What the rule gives for one indicator, by the kind of its values."""

from decimal import Decimal

import pytest

from generator.model.assessment import Outcome, RowScore
from generator.score.indicator import is_either_way
from tests.score.samples import make_profile, make_row, score_cells, tell

TEN = Decimal(10)


def bounds(row: RowScore) -> list[Decimal | None]:
    return [row.computed, row.low, row.high]


@pytest.mark.parametrize(
    ("target", "actual", "formula"),
    [
        ("≥83个", "83", "83个 达到 ≥83个，得满分 10 分。"),
        ("=100%", "1", "1 达到 =100%，得满分 10 分。"),
        ("≤3天", "2天", "2天 没有超过 ≤3天，得满分 10 分。"),
        ("45-50人", "48人", "48人 符合 45-50人，得满分 10 分。"),
        ("9月前", "8月31日", "8月31日 符合 9月前，得满分 10 分。"),
        ("按月发放", "每月发放", "每月发放 符合 按月发放，得满分 10 分。"),
        ("1次/月", "12次", "12次 达到 1次/月，得满分 10 分。"),
        ("甲1人、乙2人", "乙2人、甲1人", "各部分都达到指标值，得满分 10 分。"),
        ("≥80%-90%", "≥80%-90%", "80%-90% 符合 ≥80%-90%，得满分 10 分。"),
    ],
)
def test_a_target_that_is_met_earns_all(target: str, actual: str, formula: str) -> None:
    row = score_cells(target, actual)
    assert (row.outcome, bounds(row), row.formula) == (Outcome.MET, [TEN, TEN, TEN], formula)


def test_what_a_number_earns_is_all_that_the_rule_allows() -> None:
    row = score_cells("=100%", "85.8%", weight=5)
    assert bounds(row) == [Decimal("4.29")] * 3


def test_a_date_that_is_late_leaves_the_points_to_the_unit() -> None:
    row = score_cells("9月前", "10月", score=Decimal(6))
    assert row.outcome is Outcome.SHORT
    assert tell(row.computed, row.low, row.high, row.accepted) == "- 0 10 6"
    assert row.formula == "10月 晚于 9月前，由单位在 0 至 10 分之间自评；单位自评 6 分，照此认定。"


@pytest.mark.parametrize(
    ("target", "actual", "low", "high", "formula"),
    [
        ("规范", "规范", 8, 10, "定性指标，属“达成年度指标”，可得 8 至 10 分"),
        ("规范", "达成预期指标", 8, 10, "定性指标，属“达成年度指标”，可得 8 至 10 分"),
        ("9月前", "按要求完成", 8, 10, "完成值是文字，属“达成年度指标”，可得 8 至 10 分"),
        ("1:3", "1：3", 8, 10, "完成值与指标值相同，属“达成年度指标”，可得 8 至 10 分"),
        ("约200人", "210人", 0, 10, "指标值不能直接比较，由单位在 0 至 10 分之间自评"),
        ("全覆盖", "基本全覆盖", 0, 10, "定性指标，由单位在 0 至 10 分之间自评"),
        ("=100%", "基本完成", 0, 10, "完成值是文字，由单位在 0 至 10 分之间自评"),
        ("83个", "83%", 0, 10, "完成值与指标值不能直接比较，由单位在 0 至 10 分之间自评"),
        ("24小时", "20小时", 0, 10, "完成值与指标值不能直接比较，由单位在 0 至 10 分之间自评"),
    ],
)
def test_words_leave_a_range(target: str, actual: str, low: int, high: int, formula: str) -> None:
    row = score_cells(target, actual, score=Decimal(high))
    assert (row.outcome, bounds(row)) == (Outcome.JUDGED, [None, low, high])
    assert row.formula == f"{formula}；单位自评 {high} 分，照此认定。"


def test_bounds_of_a_band_are_rounded_as_scores_are() -> None:
    assert bounds(score_cells("规范", "部分完成", weight=Decimal("3.33")))[1] == Decimal("2.00")


@pytest.mark.parametrize(
    ("actual", "low", "high", "formula"),
    [
        (" 部分 完成。", "6", "7.99", "属“部分达成年度指标并具有一定效果”，可得 6 至 8 分（不含 8 分）"),
        ("未完成", "0", "5.99", "属“未达成年度指标且效果较差”，可得 0 至 6 分（不含 6 分）"),
    ],
)
def test_the_upper_edge_of_a_band_belongs_to_the_one_above(
    actual: str, low: str, high: str, formula: str
) -> None:
    row = score_cells("规范", actual, score=Decimal(high))
    assert bounds(row) == [None, Decimal(low), Decimal(high)]
    assert row.formula == f"定性指标，{formula}；单位自评 {high} 分，照此认定。"


def test_rows_of_a_fixed_group_are_the_units_judgement_though_they_have_no_target() -> None:
    profile = make_profile("ningxia")
    for target in ("", "—"):
        row = score_cells(target, "制度健全", profile, level1="项目管理(25分)", score=Decimal(9))
        assert (row.outcome, bounds(row), row.accepted) == (
            Outcome.JUDGED,
            [None, Decimal(0), TEN],
            Decimal(9),
        )
        assert row.formula.startswith("“管理指标”的各行是表上固定的，不设指标值，由单位在 0 至 10 分之间自评")
    assert score_cells("", "100人", profile, level1="项目产出", score=TEN).outcome is Outcome.NOT_ASSESSED


@pytest.mark.parametrize(
    ("target", "actual", "cell"),
    [
        ("", "100%", "年度指标值"),
        ("", "", "年度指标值"),
        ("≥5人", "/", "实际完成值"),
        ("规范", "", "实际完成值"),
    ],
)
def test_where_nothing_is_said_nothing_is_assessed(target: str, actual: str, cell: str) -> None:
    row = score_cells(target, actual, score=TEN)
    assert (row.outcome, bounds(row), row.accepted) == (Outcome.NOT_ASSESSED, [None] * 3, None)
    assert row.formula == f"{cell}没有填写内容，未评。"


@pytest.mark.parametrize("target", ["—", "-", "/", "≥**人"])
def test_a_claim_stands_where_the_target_says_nothing(target: str) -> None:
    row = score_cells(target, "制度健全", score=Decimal(8))
    assert (row.outcome, bounds(row), row.accepted) == (Outcome.JUDGED, [None, Decimal(0), TEN], Decimal(8))
    assert row.formula == (
        f"年度指标值是“{target}”，没有可比的，由单位在 0 至 10 分之间自评；单位自评 8 分，照此认定。"
    )


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≤100人", "5人"), ("3-10次", "9次"), ("甲1人、乙1人", "甲9人、乙9人"), ("0起", "0起")],
)
def test_only_a_single_number_with_more_to_reach_can_be_exceeded(target: str, actual: str) -> None:
    assert score_cells(target, actual).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"level1": "成本指标"}, True),
        ({"level2": "经济成本指标"}, True),
        ({"name": "有效投诉率"}, True),
        ({"name": "传染病发病率"}, True),
        ({"name": "数据漏报率"}, True),
        ({"name": "违法线索查处率"}, False),
        ({"name": "安全事故发生次数"}, True),
        ({"name": "项目总成本"}, True),
        ({"name": "投诉处理率"}, False),
        ({"name": "事故应急演练次数"}, False),
        ({"name": "培训人数", "level2": "数量指标"}, False),
    ],
)
def test_costs_and_accidents_may_be_meant_as_bounds(cells: dict[str, str], expected: bool) -> None:
    assert is_either_way(make_row(**cells)) is expected


def test_a_cost_without_a_sign_is_judged_unless_it_is_the_same() -> None:
    assert score_cells("90万元", "88万元", level2="成本指标", score=TEN).outcome is Outcome.JUDGED
    assert score_cells("90万元", "90", level2="成本指标").outcome is Outcome.MET
    assert score_cells("≤90万元", "88", level2="成本指标").outcome is Outcome.MET
    assert score_cells("90万元", "88万元", level2="数量指标").outcome is Outcome.SHORT


def test_what_was_measured_stands_for_what_was_printed() -> None:
    assert score_cells("=100%", "基本完成", measured="85.8%").computed == Decimal("8.58")


@pytest.mark.parametrize(
    ("level2", "actual", "outcome"),
    [
        ("时效指标", "11.5", Outcome.JUDGED),
        ("数量指标", "11.5", Outcome.SHORT),
        ("时效指标", "11.5个", Outcome.SHORT),
        ("时效指标", "11.50001", Outcome.SHORT),
    ],
)
def test_numbers_about_time_that_may_be_days_are_not_compared(
    level2: str, actual: str, outcome: Outcome
) -> None:
    assert score_cells("12.31", actual, level2=level2, score=10).outcome is outcome
