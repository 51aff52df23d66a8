"""A year held against the one before it, in figures and in words."""

from decimal import Decimal

import pytest

from generator.model.summary import Pair, YearChange
from generator.render.numbers import NONE
from generator.render.views.year_change import ChangeRow, list_rows, view_change
from generator.summarise.totals import summarise
from tests.render.samples import ORGANISATIONS, assess, make_form

SAME = Pair(Decimal(1), Decimal(1))


def rows(**pairs: Pair) -> dict[str, ChangeRow]:
    figures = dict.fromkeys(("budget", "spent", "rate", "score"), SAME) | pairs
    return dict(zip(figures, list_rows(YearChange(2023, 1, **figures)), strict=True))


def pair(now: str | None, before: str | None) -> Pair:
    return Pair(*(None if one is None else Decimal(one) for one in (now, before)))


@pytest.mark.parametrize(
    ("figure", "now", "before", "words"),
    [
        ("budget", "46", "46", "持平"),
        ("budget", "1082.90", "80.13", "增加 1,002.77 万元（1251.43%）"),
        ("budget", "10.00", "0.00", "增加 10.00 万元"),
        ("budget", "10.00", "-5.00", "增加 15.00 万元"),
        ("spent", "75.07", "80.00", "减少 4.93 万元（6.16%）"),
        ("rate", "0.9056", "0.8935", "提高 1.21 个百分点"),
        ("rate", "0.8935", "0.9056", "下降 1.21 个百分点"),
        ("score", "92.80", "92.85", "下降 0.05 分"),
        ("score", None, "92.85", "没有可比的数"),
        ("budget", "92.85", None, "没有可比的数"),
    ],
)
def test_every_difference_is_told_in_words(
    figure: str, now: str | None, before: str | None, words: str
) -> None:
    assert rows(**{figure: pair(now, before)})[figure].words == words


def test_figures_are_shown_as_elsewhere_and_none_as_none() -> None:
    shown = rows(budget=pair("1082.9", None), rate=pair("0.9056", None))
    assert [(one.now, one.before) for one in (shown["budget"], shown["rate"])] == [
        ("1,082.90", NONE),
        ("90.56%", NONE),
    ]


def test_a_section_is_held_against_the_year_before_or_says_that_there_is_none() -> None:
    projects = [assess(make_form(), year) for year in (2020, 2022, 2023)]
    newest, middle, oldest = summarise(projects, ORGANISATIONS).years
    views = [view_change(one) for one in (newest, middle, oldest)]
    assert [(one.now, one.before, one.projects, len(one.rows)) for one in views if one] == [
        ("2023 年度", "2022 年度", 1, 4),
        ("2022 年度", "2021 年度", 0, 0),
        ("2020 年度", "2019 年度", 0, 0),
    ]


def test_a_section_without_a_year_says_nothing_of_change() -> None:
    (empty,) = (one for one in summarise((), ORGANISATIONS).units if one.key == "kong")
    assert view_change(empty) is None
