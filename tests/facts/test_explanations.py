"""What explanations say."""

import pytest

from generator.facts.explanations import says_undone, weigh_reason
from generator.model.case import Reason


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
