"""Scoring rules in words, each with its basis."""

import re
from decimal import Decimal
from typing import Any

import pytest

from generator.model.profile import Profile, Rounding
from generator.model.stated import find_stated
from generator.render.views.profile import ProfileView, describe_grade, describe_rounding, view_profile
from tests.render.samples import PROFILE
from tests.score.samples import load_content


def change(**changes: Any) -> ProfileView:
    return view_profile(Profile.model_validate(PROFILE.model_dump() | changes), ["mof-2020"])


def read(view: ProfileView) -> dict[str, str]:
    return {row.item: row.value for group in view.groups for row in group.rows}


def test_every_value_of_a_profile_is_shown_with_its_basis() -> None:
    stated = list(find_stated(PROFILE))
    shown = [row for group in view_profile(PROFILE, ()).groups for row in group.rows]
    assert len(shown) == len(stated)
    assert sorted(row.basis for row in shown) == sorted(one.basis for one in stated)
    assert sum(row.verified for row in shown) == sum(one.verified for one in stated)


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
    assert view_profile(PROFILE, ["early", PROFILE.id]).is_default
    assert not view_profile(PROFILE, ["shanghai"]).is_default


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


def view(name: str) -> ProfileView:
    return view_profile(load_content().profiles[name], ())


def test_every_value_of_the_shipped_profiles_is_shown_with_its_basis() -> None:
    for profile in load_content().profiles.values():
        if profile.is_scored:
            stated = sorted(one.basis for one in find_stated(profile))
            shown = [row.basis for group in view_profile(profile, ()).groups for row in group.rows]
            assert sorted(shown) == stated


def test_a_reader_is_told_what_is_of_the_text_and_what_is_inferred() -> None:
    hubei = view("hubei")
    assert (hubei.title, hubei.issuer) == ("本站整理的湖北口径（依据待核对）", "本站整理")
    assert re.fullmatch(
        r"这一页的 \d+ 项规定，\d+ 项以文件为依据（其中 0 项核对过原文），\d+ 项由公开的自评表推得，\d+ 项本站取定。",
        hubei.grounds,
    )
    marks = {row.item: row.mark for group in hubei.groups for row in group.rows}
    assert marks["预算执行率"] == "由公开的自评表推得"
    assert marks["预算执行率偏低"] == "本站取定"
    assert marks["总分"] == "待核对"
    verified = {row.item: row.mark for group in change().groups for row in group.rows}
    assert verified["预算执行率"] == ""


@pytest.mark.parametrize(
    ("name", "item", "words"),
    [
        (
            "mof-2021",
            "预算执行率",
            "10 分；看全年执行数 ÷ 全年预算数：90% 及以上得分值的 100%，80% 及以上得分值的 70%，"
            "60% 及以上得分值的 50%，不到 60% 得 0 分",
        ),
        ("mof-2021", "不设成本指标的", "分值改为：产出指标加 10 分，效益指标加 10 分"),
        (
            "mof-2021",
            "指标值是数字的、指标值是几个数字的：按完成比例赋分",
            "达到得满分，没有达到的按完成比例得分；完成不到 60% 的，得 0 分",
        ),
        ("mof-2021", "指标值是“是”、“否”、“有”、“无”的：直接赋分", "达到得满分，没有达到得 0 分"),
        (
            "beijing-2016",
            "预算执行率",
            "10 分；全年执行数 ÷ 年初预算数 先取整到 1%，再乘分值；超过 100% 的按 100% 计",
        ),
        ("beijing-2016", "适用的年度", "2016 年度起，到 2018 年度止"),
        (
            "hubei",
            "分值的位置",
            "分值在年度总体目标上，各行没有分值：各行的自评得分相加，在目标的分值以内照单位自评认定",
        ),
        ("hubei", "满意度指标（也写作服务对象满意度指标、服务对象满意度）", "与上一类合计"),
        ("ningxia", "决策指标（也写作项目决策）", "10 分；各行是表上固定的，不设指标值，由单位自评"),
        ("ningxia", "预算执行率", "不单独计分"),
        ("transfer-unscored", "总分", "不设分值"),
    ],
)
def test_each_method_is_put_into_words(name: str, item: str, words: str) -> None:
    assert read(view(name))[item] == words


def test_a_profile_without_grades_says_that_none_is_demanded() -> None:
    leads = {group.id: group.lead for group in view("hubei").groups}
    assert "不分等级" in leads["grades"]
    assert "不设分值" in {group.id: group.lead for group in view("transfer-unscored").groups}["weights"]


def test_over_completion_may_cost_a_fixed_part() -> None:
    over = {"threshold": Decimal(2), "effect": "fixed", "deduction": Decimal("0.1"), "equal_is_met": True}
    words = read(change(over_completion={**over, "basis": "某文件"}))["完成值超过指标值的 2 倍"]
    assert words == "扣去分值的 10%；指标值写“=”的，超过也算达到，不用说明"
