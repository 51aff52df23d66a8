"""What the text of a cell is read as: every example of the design first, then what cities publish."""

import pytest
from hypothesis import example, given

from generator.model.value import Empty, Kind, Words
from generator.score.values import read_value
from tests.score.values.cells import CELLS
from tests.score.values.notation import write_value

DESIGN = {
    "≥83个": "≥83 个",
    ">=90": "≥90",
    ">=90%": "≥0.9 share",
    "=100%": "=1 share",
    "=10家": "=10 家",
    "13家": "13 家",
    "≤202.6万元": "≤2026000 元",
    "‹24小时": "<24 小时",
    "≥0.97比例": "≥0.97 share",
    "≥100百分比": "≥1 share",
    "≧735人次": "≥735 人次",
    "═100%": "=1 share",
    "不少于12种": "≥12 种",
    "不超过3天": "≤3 天",
    ">=530元/人*月": "≥530 元/人*月",
    "400元/人、天": "400 元/人、天",
    "≤620万/月": "≤6200000 /月",
    "1346.0088万平方米": "13460088 平方米",
    "0起": "0 起",
    "5万": "50000",
    "650,000": "650000",
    "2.38 万元": "23800 元",
    "9月前": "before 09",
    "12月底前": "by 12",
    "2021年12月31日": "by 2021-12-31",
    "2021年底": "by 2021-12",
    "2021年1月-12月": "period 01-01..2021-12",
    "2020.1.1-2020.12.31": "period 01-01..2020-12-31",
    "按月发放": "every 月",
    "1次/月": "every 月 1 次",
    "党务干部140人、信息员65人": "140 人 [党务干部] + 65 人 [信息员]",
    "完成1部宣传片,2套方案": "1 部 {宣传片} + 2 套 {方案}",
    "规范": "words",
    "及时": "words",
    "有效保障": "words",
    "建立健全": "words",
    "全覆盖": "words",
    "是": "words",
    "好": "words",
    "应改尽改": "words",
    "按要求完成": "words",
    "基本完成": "words",
    "较为稳定": "words",
    "达成预期指标": "words",
    "无": "words",
    "": "empty",
    "/": "empty",
    "……": "empty",
    "—": "empty",
    "≥**人": "empty",
}


@pytest.mark.parametrize(("text", "expected"), DESIGN.items())
def test_every_example_of_the_design_is_read_as_what_it_is(text: str, expected: str) -> None:
    assert write_value(read_value(text)) == expected


PUBLISHED = {
    "100.00%": "1 share",
    "1,234.56万元": "12345600 元",
    "1，234.56万元": "12345600 元",
    "１００％": "1 share",
    "≥９０％": "≥0.9 share",
    "≧ 95 ﹪": "≥0.95 share",
    ">=100 %": "≥1 share",
    "100%。": "1 share",
    "95%以上": "≥0.95 share",
    "90分以上": "≥90 分",
    "2023年12月底前完成": "by 2023-12",
    "3次/年": "every 年 3 次",
    "每季度1次": "every 季 1 次",
    "不低于上年": "words",
    "优良": "words",
    "一等奖": "words",
    "第1名": "words",
    "5A级": "words",
    "4.5星": "4.5 星",
    "10/10": "words",
    "1:3": "words",
    "±5%": "words",
    "1/3": "words",
    "零投诉": "words",
    "零": "words",
    "全年": "words",
    "是/否": "words",
    "√": "words",
    "①②": "words",
    "2个/1份": "words",
    "7×24小时": "words",
    "1.2.3": "words",
    "1e5": "words",
    "12,34": "words",
    "1,2": "words",
    "2023.12": "words",
    "≥2023年": "words",
    "≥80%且≤90%": "0.8..0.9 share",
    "2023年12月31日24时": "words",
    "2023年完成100人": "words",
}


@pytest.mark.parametrize(("text", "expected"), PUBLISHED.items())
def test_what_cities_publish_is_read_soberly(text: str, expected: str) -> None:
    assert write_value(read_value(text)) == expected


def test_words_and_empty_cells_keep_their_text_as_printed() -> None:
    assert read_value(" 建立 健全。\n") == Words("建立 健全。")
    assert read_value(" / ") == Empty("/")


def test_white_space_around_a_cell_does_not_make_prose_of_it() -> None:
    assert write_value(read_value(" " * 400 + "≥83个" + "\n" * 400)) == "≥83 个"


def test_a_long_text_is_prose_even_where_it_holds_numbers() -> None:
    assert read_value("完成1次、" * 100).kind is Kind.WORDS


def test_a_long_row_of_marks_says_nothing() -> None:
    assert read_value("—" * 1000).kind is Kind.EMPTY


HOSTILE = [
    *(
        "9" * 100_000,
        "≥" * 100_000,
        "1、" * 100_000,
        "，" * 100_000,
        "(" * 100_000,
        "年" * 100_000,
        " " * 100_000,
    ),
    *(
        "达" * 299,
        "完成" * 149 + "x",
        "每月" * 149,
        "1-" * 149,
        "万" * 299,
        "一" * 299,
        "/人" * 149,
        "1" + "/人" * 149,
    ),
    *("x" * 299, "*人" * 149, "百分之" * 99, "2023年" * 59, "1," * 149, "(含" * 149, "9" * 299, "0." * 149),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{text[:6]}x{len(text)}")
def test_long_hostile_text_is_read_all_the_same(text: str) -> None:
    assert read_value(text).kind in Kind


@given(CELLS)
@example("0次/年")
@example("\ud800")
@example("²月")
@example("٣次/年")
def test_any_text_at_all_becomes_a_value(text: str) -> None:
    assert read_value(text).kind in Kind


@given(CELLS)
def test_reading_does_not_depend_on_width_or_white_space(text: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    assert read_value(wide).kind is read_value(text).kind
    assert read_value(f"　{text}\t").kind is read_value(text).kind
