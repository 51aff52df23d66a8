"""Rules about the same project a year before."""

import pytest

from generator.check.rules.rule import ProjectRule
from generator.check.rules.series import (
    FailedIndicatorVanished,
    PointsMovedFromFailed,
    PreviousUnclear,
    TargetFarBelowLastYear,
)
from tests.check.rules.near_misses import keys_among

BEFORE, NOW = "projects/2022/unit/project.toml", "projects/2023/unit/project.toml"


def form(row: str, budget: int = 100, more: str = "") -> str:
    return f'name = "项目"\n{more}\nfunds.total.adjusted = {budget}\nindicators = [{{ name = "甲", {row} }}]'


FAILED = form('target = "≥300天", actual = "240天", weight = 20')


@pytest.mark.parametrize(
    ("rule", "before", "now", "expected"),
    [
        (TargetFarBelowLastYear, FAILED, form('target = "≥100天"'), ["indicators[0].target"]),
        (TargetFarBelowLastYear, FAILED, form('target = "≥168天"'), []),
        (TargetFarBelowLastYear, FAILED, form('target = "≤100天"'), []),
        (
            TargetFarBelowLastYear,
            form('target = "300件", actual = "240件"').replace("甲", "投诉件数"),
            form('target = "100件"').replace("甲", "投诉件数"),
            [],
        ),
        (TargetFarBelowLastYear, FAILED, form('target = "≥100次"'), []),
        (TargetFarBelowLastYear, FAILED, form('target = "≥100天"', budget=40), []),
        (TargetFarBelowLastYear, FAILED, form('target = "≥100天", explanation = "馆舍大修"'), []),
        (PointsMovedFromFailed, FAILED, form("weight = 10"), ["indicators[0].weight"]),
        (
            FailedIndicatorVanished,
            form('target = "建成", actual = "未完成", weight = 20, score = 0'),
            form("").replace("甲", "乙"),
            ["indicators"],
        ),
        (PointsMovedFromFailed, FAILED, form("weight = 20"), []),
        (
            PointsMovedFromFailed,
            form('target = "≥3天", actual = "3天", weight = 20'),
            form("weight = 10"),
            [],
        ),
        (FailedIndicatorVanished, FAILED, form("").replace("甲", "乙"), ["indicators"]),
        (FailedIndicatorVanished, FAILED, form("").replace("甲", "甲 "), []),
        (
            FailedIndicatorVanished,
            form('target = "≥3天", actual = "3天"'),
            form("").replace("甲", "乙"),
            [],
        ),
        # what was not public last year must not show on a public page
        (FailedIndicatorVanished, FAILED, form("", more='status = "published"').replace("甲", "乙"), []),
    ],
)
def test_row_of_two_years(rule: type[ProjectRule], before: str, now: str, expected: list[str]) -> None:
    assert keys_among(rule, {BEFORE: before, NOW: now}) == expected


@pytest.mark.parametrize(
    ("before", "path", "now", "expected"),
    [
        ('name = "项目"', NOW, 'name = "项目"', []),
        ('name = "项目"', NOW, 'name = "新项目"', ["name"]),
        ('name = "2022年项目"', NOW, 'name = "2023年项目"', []),
        ('name = "2022年项目"', "projects/2023/unit/new.toml", 'name = "2023年项目"', ["name"]),
        ('name = "项目"', NOW, 'name = "新项目"\nprevious = "2022/unit/project"', []),
        ('name = "项目"', "projects/2023/unit/new.toml", 'name = "项目"', ["name"]),
        ('name = "项目"', "projects/2023/unit/new.toml", 'name = "项目"\nprevious = "2022/unit/project"', []),
        ('name = "项目"', "projects/2023/unit/new.toml", 'name = "另一个项目"', []),
        ('name = "项目"', NOW, 'name = "项目"\nprevious = "2022/unit/gone"', ["previous"]),
        ('name = "项目"', NOW, 'name = "项目"\nprevious = "../../etc/passwd"', ["previous"]),
    ],
)
def test_name_and_path_of_two_years(before: str, path: str, now: str, expected: list[str]) -> None:
    assert keys_among(PreviousUnclear, {BEFORE: before, path: now}) == expected
