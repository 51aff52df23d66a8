"""Quantities that sentences mention."""

import pytest

from generator.score.values.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("体检完成率85.8%，体检时间迟于部分企业体检时间", ["85.8%"]),
        ("1个新建党群服务站因建站不成熟未建", ["1个"]),
        ("全年支出 82.9 万元，服务1,200人次。", ["82.9万元", "1,200人次"]),
        ("比上年提高2个百分点", []),
        ("每人补贴400元", []),
        ("第3名", []),
        ("规范", []),
    ],
)
def test_quantities_with_a_known_unit_but_no_differences_or_rates(text: str, shown: list[str]) -> None:
    assert [one.shown for one in find_mentions(text)] == shown
