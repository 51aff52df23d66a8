"""Numbers of persons are not repeated."""

from dataclasses import replace

import pytest

from generator.model.finding import Finding, Severity
from generator.text.masking import mask_finding, mask_numbers


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("联系人 13812345678。", "联系人 138******78。"),
        ("138 1234 5678", "138********78"),
        ("138-1234-5678", "138********78"),
        ("１３８１２３４５６７８", "138******78"),
        ("电话／传真：１３８１２３４５６７８：张三", "电话／传真：138******78：张三"),
        ("身份证11010519491231002x的", "身份证110*************2x的"),
        ("卡号6222021234567890123", "卡号622**************23"),
        ("卡号 6222 0212 3456 7890 123", "卡号 622******************23"),
        ("13812345678 13912345678", "138******78 139******78"),
        ("+8613812345678", "+861********78"),
        ("62220212345 67890123", "622***************23"),
        ("2023-13812345678", "2023-138******78"),
        ("见 https://me:secret@example.org/a@b", "见 https://*********@example.org/a@b"),
        ("ssh://token@example.org", "ssh://*****@example.org"),
    ],
)
def test_the_middle_of_a_personal_number_and_a_password_are_masked(text: str, masked: str) -> None:
    assert mask_numbers(text) == masked
    assert len(masked) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "20230101-20231231",
        "2020.1.1-2020.12.31",
        "829000.00元",
        "12345678901",
        "≥83个",
        "≥８３个，共２０２３年",
        "2023 年 1 月",
        "1" * 40,
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask_numbers(text) == text


def test_a_finding_is_masked_in_all_that_it_says() -> None:
    number, masked = "13812345678", "138******78"
    quoted = Finding(
        "P001", "x", Severity.ERROR, "a.toml", number, "key", f"改 {number}", waiver=f"说明 {number}"
    )
    shown = mask_finding(quoted)
    assert (shown.message, shown.suggestion, shown.waiver) == (masked, f"改 {masked}", f"说明 {masked}")
    plain = replace(quoted, message="甲", suggestion="", waiver="")
    assert mask_finding(plain) is plain
