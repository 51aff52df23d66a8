"""Stretches of budget years."""

import pytest

from generator.model.years import Years


@pytest.mark.parametrize(
    ("bounds", "covered", "words"),
    [
        ({}, [2018, 2019, 2020, 2021], "不限年度"),
        ({"from": 2019}, [2019, 2020, 2021], "2019 年度起"),
        ({"to": 2019}, [2018, 2019], "到 2019 年度止"),
        ({"from": 2019, "to": 2020}, [2019, 2020], "2019 年度起，到 2020 年度止"),
    ],
)
def test_years_are_bounded_on_either_side_or_on_none(
    bounds: dict[str, int], covered: list[int], words: str
) -> None:
    years = Years.model_validate(bounds)
    assert [year for year in range(2018, 2022) if years.covers(year)] == covered
    assert years.words == words
    assert Years.model_validate(years.model_dump()) == years
