"""How often something is done."""

import pytest

from generator.score.values.frequencies import read_frequency
from tests.score.values.notation import write_deadline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按月发放", "every 月"),
        ("按月及时足额发放", "every 月"),
        ("每季度", "every 季"),
        ("每季度1次", "every 季 1 次"),
        ("每月不少于2次", "every 月 ≥2 次"),
        ("每年4次以上", "every 年 ≥4 次"),
        ("4次以上/年", "every 年 ≥4 次"),
        ("≥1次/季度", "every 季 ≥1 次"),
        ("2次每年", "every 年 2 次"),
        ("2次/每年", "every 年 2 次"),
        ("一年一次", "every 年 1 次"),
        ("每半年1次", "every 半年 1 次"),
        ("0次/年", "every 年 0 次"),
        ("每月10日前发放", "every 月 day 10"),
    ],
)
def test_frequencies(text: str, expected: str) -> None:
    frequency = read_frequency(text)
    assert frequency is not None
    assert write_deadline(frequency) == expected


@pytest.mark.parametrize(
    "text", ["1期/月", "检查2次/月", "每人", "每次", "按要求", "每月未发放", "月", "每人每年2次"]
)
def test_what_says_not_how_often_is_none(text: str) -> None:
    assert read_frequency(text) is None
