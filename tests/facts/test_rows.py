"""One indicator with all that rules ask of it."""

from decimal import Decimal

import pytest

from generator.facts.rows import divide_target
from generator.scoring import find_group
from tests.scoring.samples import make_profile, score_cells


@pytest.mark.parametrize(
    ("level1", "name"),
    [
        ("产出指标", "产出指标"),
        ("产出指标（50分）", "产出指标"),
        ("一、产出指标", "产出指标"),
        ("（二）效益指标", "效益指标"),
        ("效益指标(30)", "效益指标"),
        ("效益指标30分", "效益指标"),
        ("产出", "产出指标"),
        ("效果指标", "效益指标"),
        ("服务对象\n满意度", "满意度指标"),
        ("满意度", "满意度指标"),
        ("成本指标", None),
        ("指标", None),
        ("", None),
    ],
)
def test_a_group_is_known_by_any_way_to_print_it(level1: str, name: str | None) -> None:
    group = find_group(level1, make_profile())
    assert (group.name if group else None) == name


@pytest.mark.parametrize(
    ("target", "reached", "share"),
    [
        ("≥50个", "100个", "0.5"),
        ("≥120个", "100个", "1.2"),
        ("≤50个", "100个", None),
        ("≥50个", "基本完成", None),
        ("规范", "100个", None),
        ("≥50个", "100%", None),
        ("≥50个", "0个", None),
    ],
)
def test_a_target_is_divided_by_what_was_reached_before(target: str, reached: str, share: str | None) -> None:
    now, before = score_cells(target, ""), score_cells("≥1个", reached)
    assert divide_target(now, before) == (share and Decimal(share))
