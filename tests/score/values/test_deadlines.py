"""Deadlines and periods, whatever stands around the date."""

import pytest

from generator.score.values.deadlines import read_deadline
from tests.score.values.notation import write_deadline


def read(text: str) -> str:
    deadline = read_deadline(text)
    return "none" if deadline is None else write_deadline(deadline)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月31日前", "by 12-31"),
        ("12月31日之前完成", "by 12-31"),
        ("2023年6月", "by 2023-06"),
        ("2023-12-31", "by 2023-12-31"),
        ("20231231", "by 2023-12-31"),
        ("≤20231231", "by 2023-12-31"),
        ("20231331", "none"),
        ("20231231元", "none"),
        ("2023/6", "by 2023-06"),
        ("于2023年6月30日前完成", "by 2023-06-30"),
        ("不晚于9月10日", "by 09-10"),
        ("≤12月", "by 12"),
        ("当年12月底前", "by 12"),
        ("12月中旬", "by 12-20"),
        ("十二月", "by 12"),
        ("2023年", "by 2023-12"),
        ("年底前", "by 12"),
        ("年内", "by 12"),
        ("第四季度", "by 12"),
        ("2023年三季度末", "by 2023-09"),
        ("上半年", "by 06"),
    ],
)
def test_the_last_day_that_counts(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月前", "before 09"),
        ("2023年前", "before 2023-01"),
        ("<9月", "before 09"),
        ("<9月1日", "before 09-01"),
        ("9月前完成体检", "before 09"),
    ],
)
def test_the_moment_before_it_begins(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1-12月", "period 01-01..12"),
        ("2023年度1-12月", "period 01-01..2023-12"),
        ("2023年1月1日至12月31日", "period 01-01..2023-12-31"),
        ("2023.01-2023.12", "period 01-01..2023-12"),
        ("2023年3月~10月", "period 03-01..2023-10"),
        ("2023年3月-2024年3月", "period ..2024-03"),
        ("2023-2025年", "period ..2025-12"),
    ],
)
def test_periods(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("9月", (9, 1)),
        ("9月5日", (9, 5)),
        ("9月下旬", (9, 21)),
        ("12月底", (12, 21)),
        ("2023年底", (12, 1)),
        ("年内", (1, 1)),
        ("第四季度", (10, 1)),
        ("下半年", (7, 1)),
        ("12月底前", None),
        ("9月前", None),
    ],
)
def test_the_first_day_that_a_text_can_mean(text: str, since: tuple[int, int] | None) -> None:
    deadline = read_deadline(text)
    assert deadline is not None
    assert deadline.since == since


@pytest.mark.parametrize(
    "text",
    [
        *(
            "13月",
            "0月",
            "12月32日",
            "9月未完成",
            "9月延期",
            "三季度前",
            "上半年前",
            "年",
            "月底",
            "当月",
            "长期",
        ),
        *("3-5天", "45-50人", "1-2", "20-23", "按时完成", "2023年" * 10),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read(text) == "none"
