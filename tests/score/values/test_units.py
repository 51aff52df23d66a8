"""Units that mean the same, and how they scale."""

import re

import pytest

from generator.score.values.units import CANONICAL, is_either_way, match_any, measure_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("人", "名"),
        ("平方米", "㎡"),
        ("元/人·月", "元/月/人"),
        ("元/人、天", "元/人*日"),
        ("万", "万"),
        ("元/年", "元"),
        ("", "家"),
        ("/月", "元/月"),
        ("天", "小时"),
        ("km", "米"),
    ],
)
def test_units_that_fit(one: str, other: str) -> None:
    assert measure_of(one).fits(measure_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("人", "人次"), ("个", "家"), ("天", "工作日"), ("元/人", "元"), ("元", "月"), ("月", "天")],
)
def test_units_that_do_not_fit(one: str, other: str) -> None:
    assert not measure_of(one).fits(measure_of(other))


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("人(次)", "人次", True),
        ("台(套)", "套", True),
        ("台(套)", "台(套)", True),
        ("台(套)", "个", False),
        ("人(次)/年", "人次", True),
        ("人(次)/月", "人次", False),
    ],
)
def test_a_unit_may_be_one_of_two(one: str, other: str, fits: bool) -> None:
    assert measure_of(one).fits(measure_of(other)) is fits


@pytest.mark.parametrize(("one", "other"), [("周岁", "岁"), ("dB", "分贝"), ("μg/m3", "微克/立方米")])
def test_names_of_one_unit_fit(one: str, other: str) -> None:
    assert measure_of(one).fits(measure_of(other))


def test_fifteen_mu_are_one_hectare() -> None:
    assert measure_of("亩").factor * 15 == measure_of("公顷").factor


@pytest.mark.parametrize(
    ("unit", "least"),
    [("小时", 3600), ("季度", 3), ("km", 1_000_000), ("公顷", 30_000), ("吨", 1_000_000_000)],
)
def test_scales(unit: str, least: int) -> None:
    assert measure_of(unit).factor == least


def test_every_name_of_a_unit_leads_to_one_that_leads_to_itself() -> None:
    assert {CANONICAL[unit] for unit in CANONICAL.values()} == set(CANONICAL.values())
    assert all(CANONICAL[unit] == unit for unit in CANONICAL.values())


def test_more_of_a_duration_or_a_reading_may_be_better_or_worse() -> None:
    assert all(map(is_either_way, ("小时", "个工作日", "℃")))
    assert not any(map(is_either_way, ("家", "元", "", "%")))


def test_the_longest_of_several_names_is_matched() -> None:
    names = ["个", "个小时", "m2", "元/人"]
    assert re.findall(match_any(names), "个小时 个站点 m2 元/人") == ["个小时", "个", "m2", "元/人"]
