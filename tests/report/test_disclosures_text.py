"""`report`: the paragraphs as plain text."""

from generator.model.overview import Disclosure, DisclosureSeries
from generator.report.disclosures_text import render_disclosures


def test_each_year_stands_below_its_heading_and_texts_are_parted() -> None:
    years = (Disclosure("2023", ("甲。", "乙。")), Disclosure("2022", ("丙。",)))
    assert render_disclosures([DisclosureSeries("yixiao", "第一小学", years)]) == (
        "第一小学（2023 年度）\n\n甲。\n\n乙。\n\n\n第一小学（2022 年度）\n\n丙。\n"
    )


def test_nothing_in_a_text_moves_the_cursor() -> None:
    series = DisclosureSeries("yixiao", "第一\n小学", (Disclosure("2023", ("\x1b[2J甲",)),))
    assert render_disclosures([series]) == "第一 小学（2023 年度）\n\n�[2J甲\n"
