"""Scoring rules as data."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.profile import Profile, Rounding, RoundingMode
from tests.score.samples import load_content

CENT = Decimal("0.01")
NUMBERS = st.decimals(-10_000, 10_000, places=6)


def load_profile(name: str) -> Profile:
    return load_content().profiles[name]


def make_rounding(mode: RoundingMode, step: Decimal = CENT) -> Rounding:
    return Rounding(step=step, mode=mode, basis="无")


@pytest.mark.parametrize(
    ("mode", "number", "rounded"),
    [
        (RoundingMode.HALF_UP, "9.055", "9.06"),
        (RoundingMode.HALF_UP, "9.0549", "9.05"),
        (RoundingMode.HALF_UP, "-9.055", "-9.06"),
        (RoundingMode.UP, "90.5501", "90.56"),
        (RoundingMode.UP, "90.55", "90.55"),
        (RoundingMode.DOWN, "90.5599", "90.55"),
    ],
)
def test_each_mode_rounds_as_it_says(mode: RoundingMode, number: str, rounded: str) -> None:
    assert make_rounding(mode).apply(Decimal(number)) == Decimal(rounded)


@given(
    NUMBERS, st.sampled_from(RoundingMode), st.sampled_from([CENT, Decimal("0.5"), Decimal(1), Decimal(5)])
)
def test_what_is_rounded_lies_on_a_step_and_near(number: Decimal, mode: RoundingMode, step: Decimal) -> None:
    rounded = make_rounding(mode, step).apply(number)
    assert rounded % step == 0
    assert abs(rounded - number) < step
    assert make_rounding(mode, step).apply(rounded) == rounded


@pytest.mark.parametrize("mode", RoundingMode)
def test_the_largest_rate_is_rounded_to_the_finest_step(mode: RoundingMode) -> None:
    """What a form may spend at most, of the least budget that it may have, in the finest step of a profile."""
    rate = Decimal("999999999999999.999999") * 100 / Decimal("0.000001")
    assert make_rounding(mode, Decimal("0.000001")).apply(rate) == rate


def test_every_way_to_round_has_a_word_of_its_own() -> None:
    assert len({mode.word for mode in RoundingMode}) == len(RoundingMode)


def make_profile(title: str = "某办法", *, inferred: bool = False, verified: bool = False) -> Profile:
    table = load_profile("mof-2020").model_dump()
    table["document"] |= {"title": title, "inferred": inferred}
    table["total"] |= {"verified": verified}
    return Profile.model_validate(table)


@pytest.mark.parametrize(
    ("inferred", "verified", "name"),
    [
        (False, True, "《某办法》"),
        (False, False, "《某办法》（依据待核对）"),
        (True, False, "某办法（依据待核对）"),
        (True, True, "某办法"),
    ],
)
def test_a_profile_is_named_by_what_stands_behind_it(inferred: bool, verified: bool, name: str) -> None:
    assert make_profile(inferred=inferred, verified=verified).name == name


def test_nobody_but_this_site_issues_what_was_inferred() -> None:
    assert make_profile(inferred=True).document.issued_by == "本站整理"
    assert make_profile().document.issued_by == "财政部"


def share(*present: str) -> dict[str, Decimal]:
    return {one.name[:2]: one.points for one in load_profile("mof-2021").share_groups(present)}


def test_points_go_to_other_groups_where_one_is_not_there() -> None:
    whole = ("成本指标", "产出指标", "效益指标", "满意度指标")
    assert share(*whole) == {"成本": 20, "产出": 40, "效益": 20, "满意": 10}
    assert share(*whole[1:]) == {"成本": 20, "产出": 50, "效益": 30, "满意": 10}
    assert share(*whole[:3]) == {"成本": 20, "产出": 40, "效益": 30, "满意": 10}
    assert share(*whole[1:3]) == {"成本": 20, "产出": 50, "效益": 40, "满意": 10}


def test_a_profile_governs_the_years_of_its_document() -> None:
    assert [load_profile("mof-2021").covers(year) for year in (2020, 2021, 2030)] == [False, True, True]
    assert [load_profile("beijing-2016").covers(year) for year in (2015, 2018, 2019)] == [False, True, False]
    bare = load_profile("mof-2020").model_copy(update={"validity": None})
    assert bare.covers(1999)
