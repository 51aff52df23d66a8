"""The paragraphs for the final accounts: every number in them, and what is said of what is missing."""

import re
from decimal import Decimal

import pytest

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.overview import DisclosureSeries, Overviews
from generator.summarise import gather_overviews
from generator.summarise.disclosures import LONGEST_REASON, shorten
from generator.summarise.totals import summarise
from tests.summarise.samples import ORGANISATIONS, assess, row

SHORT = row(actual="80册", score=72, explanation="供货晚了。\n明年提前采购。")


def gather(*assessments: Assessment) -> Overviews:
    projects = tuple(one.project for one in assessments)
    corpus = Corpus(None, ORGANISATIONS, {}, projects, (), (), ())
    return gather_overviews(assessments, summarise(assessments, ORGANISATIONS), corpus)


def describe(*assessments: Assessment, year: str = "2023") -> list[str]:
    """The paragraphs of 第一小学 for a year."""
    return find(gather(*assessments).units, "yixiao", year)


def find(series: tuple[DisclosureSeries, ...], key: str, year: str) -> list[str]:
    (texts,) = (one.years for one in series if one.key == key)
    (text,) = (one for one in texts if one.year == year)
    return list(text.paragraphs)


def test_number_and_money_come_first() -> None:
    assert describe(assess(), assess(slug="b"))[0] == (
        "2023年度，第一小学对2个项目开展了绩效自评，涉及全年预算20.00万元，全年执行20.00万元，预算执行率100.00%。"
    )


def test_money_that_is_not_stated_is_told() -> None:
    silent = assess(slug="b", funds={"total": {"adjusted": 100}})
    assert "没有全年预算数或全年执行数的项目1个，不计入上述金额。" in describe(assess(), silent)[0]
    assert describe(silent)[0].endswith("自评表没有全年预算数或全年执行数，金额无法汇总。")


def test_claimed_and_accepted_averages_stand_side_by_side() -> None:
    claiming = assess(SHORT, reported={"total": Decimal(100)})
    assert describe(claiming)[1] == (
        "单位自评平均得分100.00分；按评分办法复算，认定平均得分82.00分，等级为“良”1个。认定得分低于自评得分的项目1个。"
        "各表分值共100分里复算过100分（90分与自评一致，10分自评未填）。"
    )


def test_projects_that_count_in_no_average_are_told() -> None:
    partly = assess(row(actual=""), slug="b")
    assert describe(assess(row(score=90)), partly)[1].endswith(
        "未填自评总分的项目2个，不计入自评平均得分。未评全的项目1个，不计入认定平均得分和等级。"
        "各表分值共200分里复算过110分（90分与自评一致，20分自评未填），未评90分。"
    )


def test_where_nothing_was_claimed_nor_assessed_whole_only_that_is_said() -> None:
    assert describe(assess(row(actual="")))[1] == (
        "未填自评总分的项目1个，不计入自评平均得分。未评全的项目1个，不计入认定平均得分和等级。"
        "各表分值共100分里复算过10分（10分自评未填），未评90分。"
    )


def test_problems_carry_both_values_the_points_and_the_reason() -> None:
    assert describe(assess(SHORT))[2] == (
        "按认定得分，失分事项1项，涉及1个项目，共失18分。具体：一是“图书项目”的“图书册数”，年度指标值“≥100册”，"
        "实际完成值“80册”，失18分，原因及改进措施：供货晚了。 明年提前采购。"
    )


def test_a_problem_without_a_reason_is_counted() -> None:
    said = describe(assess(row(actual="80册")))[2]
    assert "表中未说明原因。未说明原因的失分事项1项。" in said


def test_only_the_largest_problems_are_told_the_largest_first() -> None:
    rows = [row(f"第{n}项", "≥10册", f"{n}册", weight=15) for n in range(1, 7)]
    said = describe(assess(*rows))[2]
    assert re.findall("第(.)项”，年", said) == list("12345")
    assert "主要问题：一是" in said
    assert "六是" not in said


@pytest.mark.parametrize(
    ("project", "words"),
    [(assess(), "各项内容均未失分。"), (assess(row(actual="")), "已评的内容均未失分。")],
)
def test_where_nothing_was_lost_that_is_said(project: Assessment, words: str) -> None:
    assert describe(project)[2:] == [words]


def test_what_was_mended_is_told_in_both_years() -> None:
    then, now = assess(SHORT, row("人数", "≥9人", "1人", weight=0), year=2022), assess()
    assert describe(then, now, year="2022")[3] == (
        "对照2023年度自评，上述1项失分事项中，已整改（2023年度已达成）1项。"
    )
    assert describe(then, now)[3] == "2022年度的1项失分事项中，已整改（2023年度已达成）1项。"


def test_what_is_not_mended_yet_is_told() -> None:
    then, now = assess(SHORT, year=2022), assess(SHORT)
    assert "仍在整改（2023年度仍未达成）1项" in describe(then, now)[3]


def test_without_a_later_form_nothing_is_called_mended() -> None:
    assert describe(assess(SHORT))[3:] == ["上述失分事项的整改结果，待2024年度自评时核对。"]


def test_a_department_puts_its_units_together_and_names_them() -> None:
    said = find(gather(assess(SHORT), assess(unit="erxiao")).departments, "jiaoyu", "2023")
    assert said[0].startswith("2023年度，教育局组织所属2个单位对2个项目开展了绩效自评")
    assert "一是第一小学“图书项目”" in said[2]


def test_withdrawn_projects_count_in_nothing() -> None:
    withdrawn = assess(SHORT, slug="b", status="withdrawn")
    assert describe(assess(), withdrawn) == describe(assess())
    assert gather(withdrawn).units == ()


def test_a_long_reason_ends_with_a_whole_sentence_and_says_where_the_rest_is() -> None:
    first = "供货" * 40
    assert shorten(f"{first}。{'采购' * 40}。") == f"{first}……（全文见自评表）"
    assert len(shorten("供" * 1000)) == LONGEST_REASON + len("……（全文见自评表）")
    assert shorten("供" * LONGEST_REASON) == "供" * LONGEST_REASON
    assert shorten("供货晚了。") == "供货晚了"
