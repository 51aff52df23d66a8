"""The rule about years that are not the form's; the forms here are of 2023."""

import pytest

from generator.check.rules.years import YearOfAnotherForm
from tests.check.rules.near_misses import keys_of


@pytest.mark.parametrize(
    ("name", "fires"),
    [
        ("2022年公共图书馆开放经费", True),
        ("2024年公共图书馆开放经费", True),
        ("2023年公共图书馆开放经费", False),
        ("公共图书馆开放经费", False),
        ("2022年结转公共图书馆开放经费", False),
        ("2022年度绩效考核奖励", False),
        ("2022-2024年公共图书馆建设", False),
        ("2022年至2024年公共图书馆建设", False),
        ("2022年、2023年公共图书馆开放经费", False),
        ("沪财〔2022〕15号公共图书馆开放经费", False),
    ],
)
def test_name(name: str, fires: bool) -> None:
    assert keys_of(YearOfAnotherForm, f'name = "{name}"') == (["name"] if fires else [])


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("2022年12月底前", "2023年11月", ["indicators[0].target"]),
        ("2022年12月底前", "2022年12月", ["indicators[0].target"]),  # once a row
        ("2023年12月底前", "2022年11月", ["indicators[0].actual"]),
        ("2023年12月底前", "2023年11月", []),
        ("12月底前", "11月", []),
        ("2023年12月底前", "2024年1月", []),  # late, which another rule tells
        ("2024年3月底前", "2024年2月", []),  # a project that ends next year
        ("2022年1月-2023年12月", "2023年12月", []),
        ("比2022年提高5%", "6%", []),
        ("2022个", "2022个", []),
    ],
)
def test_row(target: str, actual: str, expected: list[str]) -> None:
    row = f'{{ name = "完成时间", target = "{target}", actual = "{actual}" }}'
    assert keys_of(YearOfAnotherForm, f'name = "项目"\nindicators = [{row}]') == expected


def test_a_year_within_the_printed_period_is_the_forms_own() -> None:
    row = '{ name = "完成时间", target = "2022年12月底前", actual = "2022年12月" }'
    text = f'name = "项目"\nperiod = "2022年-2024年"\nindicators = [{row}]'
    assert keys_of(YearOfAnotherForm, text) == []
