"""The group that a 一级指标 names."""

import pytest

from generator.score import find_group
from tests.score.samples import make_profile


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
