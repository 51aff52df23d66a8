"""Quantities with what stands around them, and numbers that are no quantities."""

import pytest

from generator.score.values.normalising import normalise_text
from generator.score.values.quantities import read_quantity
from tests.score.values.notation import write_quantity


def read(text: str) -> str:
    quantity = read_quantity(normalise_text(text))
    return "none" if quantity is None else write_quantity(quantity)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥1.2万人次", "≥12000 人次"),
        ("2.5亿元", "250000000 元"),
        ("3千万元", "30000000 元"),
        ("5百元", "500 元"),
        ("65万", "650000"),
        ("100百分比", "1 share"),
        ("5千克", "5 千克"),
        ("≦0.5‰", "≤0.0005 share"),
        ("百分之95", "0.95 share"),
        ("≤千分之3.5", "≤0.0035 share"),
    ],
)
def test_numbers_are_scaled(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥95%", "≥0.95 share"),
        ("95%及以上", "≥0.95 share"),
        ("95%（含）以上", "≥0.95 share"),
        ("2个（含2个）以上", "≥2 个"),
        ("至少5个", "≥5 个"),
        ("至少全年完成2次宣传", "≥2 次 {宣传}"),
        ("不得低于90分", "≥90 分"),
        ("大于或等于3项", "≥3 项"),
        ("超过100人", ">100 人"),
        ("不足100人", "<100 人"),
        ("低于5%", "<0.05 share"),
        ("控制在100万元以内", "≤1000000 元"),
        ("100万元以内", "≤1000000 元"),
        ("10%以内", "≤0.1 share"),
        ("3个工作日内", "≤3 个工作日"),
        ("5个工作日内完成", "≤5 个工作日"),
        ("5%内", "≤0.05 share"),
        ("1小时内响应", "≤1 小时 {响应}"),
        ("30分钟以内到达", "≤30 分钟 {到达}"),
        ("不超过≤5%", "≤0.05 share"),
        ("不超过≥5%", "none"),
        ("20余场", ">20 场"),
        ("1万多人", ">10000 人"),
    ],
)
def test_signs_in_words(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("达到95%", "0.95 share"),
        ("已完成100%", "1 share"),
        ("100%完成", "1 share"),
        ("100%覆盖", "1 share"),
        ("累计培训100人", "100 人"),
        ("全年共举办3场", "3 场"),
        ("合格率100%", "1 share [合格率]"),
        ("满意度达到90%以上", "≥0.9 share [满意度]"),
        ("应保尽保率≥95%", "≥0.95 share [应保尽保率]"),
        ("下降5%", "0.05 share [下降]"),
        ("同比增长10%", "0.1 share [同比增长]"),
        ("83个站点", "83 个 {站点}"),
        ("0投诉", "0 投诉"),
        ("24小时响应", "24 小时 {响应}"),
        ("100人(其中党员50人)", "100 人"),
        ("≥95%（含）", "≥0.95 share"),
        ("100%（应发尽发）", "1 share {(应发尽发)}"),
        ("≥5台（套）", "≥5 台(套)"),
        ("≥90%（年度）", "≥0.9 share {(年度)}"),
        ("20（个）", "20 个"),
        ("≥95（%）", "≥0.95 share"),
        ("满意率达到或超过90%", "≥0.9 share [满意率]"),
        ("100元/人（次）", "100 元/人 {(次)}"),
    ],
)
def test_words_around_a_number_name_it_or_only_say_that_it_was_done(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100元/人·天", "100 元/人·天"),
        ("每人100元", "100 元/人"),
        ("每人每月100元", "100 元/人/月"),
        ("100元每人每天", "100 元/人/天"),
        ("≥3000万元/年", "≥30000000 元/年"),
        ("3人·次", "3 人·次"),
    ],
)
def test_rates(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("￥650,000", "650000 元"),
        ("¥500元", "500 元"),
        ("≤¥500", "≤500 元"),
        ("+5%", "0.05 share"),
        ("-3", "-3"),
        ("T+1", "none"),
    ],
)
def test_money_marks_plus_and_minus(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45-50人", "45..50 人"),
        ("3～5次", "3..5 次"),
        ("3至5个", "3..5 个"),
        ("80-90%", "0.8..0.9 share"),
        ("90%-95%", "0.9..0.95 share"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("约3000人", "近500人", "大约50%", "100人左右", "20来人", "预约100人"),
        *("未完成90%", "尚缺3个", "3个未建成", "剩余5个", "超额完成20%", "提前3天", "推迟2天"),
        *("第1名", "3号楼", "12月底", "15日前", "3天前", "2小时后", "5年规划", "次月10日前", "次年3月底前"),
        *(
            "1-2",
            "50-45人",
            "90-95个%",
            "10/10",
            "1.5:1",
            "5A级",
            "前3名",
            "100%（预计）",
            "5个（计划）",
            "5个（其中1个未完工）",
            "4个（含1个在建）",
            "1个在建",
            "90%（未达标）",
            "±5",
            "满意度-95%",
            "1000+人",
            "65W",
        ),
        *("2023.5", "1998.12", "≥2023年", "100%及时", "1,00", "9" * 25),
    ],
)
def test_a_false_number_is_worse_than_words(text: str) -> None:
    assert read(text) == "none"


def test_figure_and_measure_are_kept_as_printed() -> None:
    quantity = read_quantity("≥1,346.50万元")
    assert quantity is not None
    assert (quantity.figure, quantity.measure, quantity.shown) == ("1,346.50", "万元", "1,346.50万元")


def test_scaling_costs_no_digit() -> None:
    quantity = read_quantity("123456789012345678901234千亿元")
    assert quantity is not None
    assert int(quantity.number) == 123456789012345678901234 * 10**11
