"""Scoring rules in words, each with its basis."""

from decimal import Decimal
from typing import Any

import pytest

from generator.model.profile import Profile, Rounding
from generator.model.stated import Stated
from generator.pages.views_profile import ProfileView, describe_grade, describe_rounding, view_profile
from tests.pages.samples import PROFILE


def change(**changes: Any) -> ProfileView:
    return view_profile(Profile.model_validate(PROFILE.model_dump() | changes), "mof-2020")


def read(view: ProfileView) -> dict[str, str]:
    return {row.item: row.value for group in view.groups for row in group.rows}


def test_every_value_of_a_profile_is_shown_with_its_basis() -> None:
    stated = list(find_stated(PROFILE))
    shown = [row for group in view_profile(PROFILE, "").groups for row in group.rows]
    assert len(shown) == len(stated)
    assert sorted(row.basis for row in shown) == sorted(one.basis for one in stated)
    assert sum(row.verified for row in shown) == sum(one.verified for one in stated)


def find_stated(value: object) -> Any:
    """Find all values that state a basis, wherever they are in a profile."""
    if isinstance(value, Stated):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from find_stated(one)
    elif hasattr(value, "__dict__"):
        for one in vars(value).values():
            yield from find_stated(one)


def test_values_are_put_into_words() -> None:
    words = read(change())
    assert words["总分"] == "100 分"
    assert words["印出的执行率"] == "四舍五入到 0.01 个百分点"
    assert words["满意度指标（也写作满意度）"] == "10 分"
    assert words["达成"] == "分值的 100%～80%；表上写“按要求完成”的归入本档"
    assert words["执行率低于 60%"] == "总分不高于 89 分"
    assert words["良"] == "80 分及以上，不到 90 分"


def test_reverse_quantities_and_over_completion_are_told_as_the_profile_has_them() -> None:
    basis = {"basis": "某文件"}
    words = read(
        change(
            reverse={"method": "linear", **basis},
            over_completion={"threshold": Decimal("1.5"), "effect": "deduct", **basis},
        )
    )
    assert "两倍时得 0 分" in words["反向指标（≤、<）"]
    assert words["完成值超过指标值的 1.5 倍"] == "得分 = 分值 × 1.5 ÷（完成值 ÷ 指标值）"


def test_what_was_not_verified_is_counted() -> None:
    view = change()
    assert view.unverified == sum(not row.verified for group in view.groups for row in group.rows)
    assert 0 < view.unverified < sum(len(group.rows) for group in view.groups)


def test_the_default_is_marked() -> None:
    assert view_profile(PROFILE, PROFILE.id).is_default
    assert not view_profile(PROFILE, "shanghai").is_default


@pytest.mark.parametrize(
    ("least", "above", "words"),
    [
        ("90", None, "90 分及以上"),
        ("80", "90", "80 分及以上，不到 90 分"),
        ("0", "60", "不到 60 分"),
        ("0", None, "0 分及以上"),
    ],
)
def test_grades_are_told_by_their_bounds(least: str, above: str | None, words: str) -> None:
    assert describe_grade(Decimal(least), None if above is None else Decimal(above)) == words


def test_roundings_are_told_by_way_and_step() -> None:
    rounding = Rounding.model_validate({"step": Decimal("0.10"), "mode": "up", "basis": "某文件"})
    assert describe_rounding(rounding, " 分") == "向上进位到 0.1 分"
