"""What explanations say."""

import pytest

from generator.check.facts.explanations import find_given_away, find_stated_share, says_undone, weigh_reason
from generator.model.case import Reason
from generator.score import score_row
from tests.inline import gather_files
from tests.score.samples import make_profile, make_row


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.MISSING),
        ("  \n", Reason.MISSING),
        ("无", Reason.EMPTY),
        (" 无。", Reason.EMPTY),
        ("0", Reason.EMPTY),
        ("/", Reason.EMPTY),
        ("——", Reason.EMPTY),
        ("……", Reason.EMPTY),
        ("无偏差", Reason.EMPTY),
        ("今后加强管理。", Reason.EMPTY),
        ("下一步继续改进", Reason.EMPTY),
        ("酌情扣1分", Reason.EMPTY),
        ("未达到目标值", Reason.EMPTY),
        ("基本完成", Reason.EMPTY),
        ("存在偏差", Reason.EMPTY),
        ("同上", Reason.GIVEN),  # a reason stands above
        ("详见自评报告", Reason.GIVEN),
        ("样本偏少，今后加强管理", Reason.GIVEN),
        ("未完成验收", Reason.GIVEN),
        ("无法按期完工", Reason.GIVEN),
        ("疫情", Reason.GIVEN),
        ("0起事故，因停工", Reason.GIVEN),
    ],
)
def test_a_reason_is_weighed(text: str, reason: Reason) -> None:
    assert weigh_reason(text) is reason


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("1个站点未建成", True),
        ("没有按时完成", True),
        ("上半年未完成，下半年已全部补齐", False),
        ("大雨停工三日", False),
        ("上年未完成的任务结转到今年", False),
        ("活动未能开展，改为线上", False),
        ("", False),
    ],
)
def test_something_undone_is_told_from_something_done_late(text: str, undone: bool) -> None:
    assert says_undone(text) is undone


@pytest.mark.parametrize(
    ("target", "actual", "shown"),
    [
        ("=100%", "基本完成", "85.8%"),
        ("=100%", "95%", None),
        ("规范", "基本规范", None),
        ("9月前", "基本完成", None),
    ],
)
def test_a_number_is_given_away_only_where_one_is_due_and_words_stand(
    target: str, actual: str, shown: str | None
) -> None:
    row, profile = make_row(target, actual, explanation="完成率85.8%，因人手不足。"), make_profile()
    given = find_given_away(0, row, score_row(0, row, profile), profile)
    assert (given and given.shown) == shown


@pytest.mark.parametrize(("actual", "stated"), [("95%", "85.8%"), ("85.8%", ""), ("95人", ""), ("95", "")])
def test_a_share_is_held_against_another_share_alone(actual: str, stated: str) -> None:
    row = make_row("≥100人", actual, name="体检完成率", explanation="完成率85.8%，因人手不足。")
    assert find_stated_share(row, score_row(0, row, make_profile())) == stated


def test_copies_stand_in_order_and_other_years_of_a_project_are_none() -> None:
    form = 'name = "项目"\nindicators = [{ name = "甲", explanation = "因人手不足，场地没有按时腾出来。" }]'
    years, slugs = (2022, 2023), ("d", "b", "c", "a")
    files = {f"projects/{year}/unit/{slug}.toml": form for year in years for slug in slugs}
    (case,) = (one for one in gather_files(files).cases if one.place.id == "2023/unit/b")
    assert [(one.year, one.slug) for one in case.rows[0].copies] == [
        (year, slug) for year in years for slug in "acd"
    ]
