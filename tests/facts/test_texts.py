"""Public texts, reasons, sums of money in goals, and numbers of persons."""

from decimal import Decimal

import pytest

from generator.facts.texts import (
    classify,
    find_amounts,
    find_private_numbers,
    list_public_texts,
    weigh_reason,
)
from generator.model.case import CellText, PrivateKind, Reason
from generator.model.form import Form

IDENTITY, MOBILE, CARD = PrivateKind.IDENTITY, PrivateKind.MOBILE, PrivateKind.BANK_CARD


def test_every_text_of_a_form_that_is_public_is_listed_and_no_other() -> None:
    form = Form.model_validate(
        {
            "name": "甲",
            "source": "乙",
            "funds": {"explanation": "丙", "sources": ({"name": "丁"},)},
            "goals": ({"expected": "戊", "actual": "己"},),
            "indicators": (
                {name: f"{name}！" for name in ("level1", "level2", "name", "target", "actual", "measured")}
                | {"explanation": "庚"},
            ),
            "reported": {"rate": "辛", "grade": "壬"},
            "waivers": ({"rule": "S003", "reason": "癸"},),
            "reviews": ({"by": "某人", "comment": "秘密"},),
            "internal": {"电话": "秘密"},
        }
    )
    texts = {cell.text for cell in list_public_texts(form)}
    assert texts >= set("甲乙丙丁戊己庚辛壬癸") | {"level1！", "measured！"}
    assert "秘密" not in texts


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
        ("无法按期完工", Reason.GIVEN),
        ("疫情", Reason.GIVEN),
        ("0起事故，因停工", Reason.GIVEN),
    ],
)
def test_a_reason_is_weighed(text: str, reason: Reason) -> None:
    assert weigh_reason(text) is reason


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("11010519491231002X", IDENTITY),
        ("110105194912310021", None),  # wrong check digit
        ("110105194913310023", None),  # no such month
        ("13800138000", MOBILE),
        ("12800138000", None),
        ("6222021234567890128", CARD),
        ("6222021234567890123", None),  # does not pass Luhn
        ("4111111111111111", CARD),
        ("9111111111111111", None),
        ("41111111111111110", None),  # such cards have 16 digits
    ],
)
def test_a_number_is_classified_by_its_own_check(number: str, kind: PrivateKind | None) -> None:
    assert classify(number) is kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("电话13800138000。", [MOBILE]),
        ("电话 138-0013-8000", [MOBILE]),
        ("电话１３８００１３８０００", [MOBILE]),
        ("11010519491231002x", [IDENTITY]),
        ("卡号 6222 0212 3456 7890 128，电话 13800138000", [CARD, MOBILE]),
        ("项目编码 50011523T000003234567", []),
        ("合同号 A13800138000", []),
        ("2113800138000", []),
        ("金额 13800138000.00 元", []),
        ("021-12345678", []),
        ("2021年1月1日至2021年12月31日", []),
    ],
)
def test_numbers_of_persons_are_found_in_text(text: str, kinds: list[PrivateKind]) -> None:
    assert [one.kind for one in find_private_numbers([CellText("source", text)])] == kinds


def test_a_number_is_shown_only_in_part() -> None:
    (found,) = find_private_numbers([CellText("source", "13800138000")])
    assert found.masked == "138******00"


def test_sums_of_money_in_goals_are_read_in_yuan_without_rates() -> None:
    goals = ({"expected": "投入82.9万元，慰问140人，每人500元。", "actual": "花了1万元"},)
    amounts = find_amounts(Form.model_validate({"name": "甲", "goals": goals}))
    assert [(one.shown, one.yuan) for one in amounts] == [("82.9万元", Decimal(829_000))]
