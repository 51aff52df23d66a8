"""Numbers of persons in public texts."""

import pytest

from generator.facts.persons import classify, find_private_numbers, list_public_texts
from generator.model.case import PrivateKind
from generator.model.form import Form

IDENTITY, MOBILE, CARD = PrivateKind.IDENTITY, PrivateKind.MOBILE, PrivateKind.BANK_CARD


ROW_TEXTS = ("level1", "level2", "name", "target", "actual", "measured", "method", "explanation")


def write_all(names: tuple[str, ...], prefix: str = "") -> dict[str, str]:
    """Cells that each say where they stand, at some length."""
    return {name: f"{prefix}{name}{LONG}" for name in names}


LONG = "，说来话长，一言难尽。"
PUBLIC: dict[str, object] = {
    **write_all(("name", "source", "withdrawal", "code", "period", "filed")),
    "departments": (f"departments[0]{LONG}",),
    "facts": {"a": f"facts.a{LONG}"},
    "funds": {
        **write_all(("explanation", "method"), "funds."),
        "sources": (write_all(("name", "breakdown", "rate"), "funds.sources[0]."),),
    },
    "goals": (write_all(("expected", "actual"), "goals[0]."),),
    "indicators": (write_all(ROW_TEXTS, "indicators[0]."),),
    "notes": (write_all(("title", "text"), "notes[0]."),),
    "reported": write_all(("rate", "grade"), "reported."),
    "waivers": ({"rule": "S003"} | write_all(("reason",), "waivers[0]."),),
}
SECRET: dict[str, object] = {
    "reviews": ({"by": "某人", "comment": f"秘密{LONG}"},),
    "internal": {"电话": f"秘密{LONG}"},
}


def test_every_text_of_a_form_that_is_public_is_listed_and_no_other() -> None:
    listed = list_public_texts(Form.model_validate(PUBLIC | SECRET))
    said = {one.key: one.text.removeprefix("a：").removesuffix(LONG) for one in listed}
    assert said == {key: key for key in said}
    assert len(said) == str(PUBLIC).count(LONG)


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ({"facts": {"联系人及电话": "某某，13800138000"}}, 'facts."联系人及电话"'),
        ({"facts": {"a-1": "13800138000"}}, "facts.a-1"),
        ({"departments": ("某局", "某局 13800138000")}, "departments[1]"),
        ({"notes": ({"title": "说明", "text": "电话 13800138000"},)}, "notes[0].text"),
        ({"code": "13800138000"}, "code"),
        ({"period": "2023 年，电话 13800138000"}, "period"),
    ],
)
def test_a_number_is_found_at_the_cell_that_holds_it(cells: dict[str, object], key: str) -> None:
    form = Form.model_validate({"name": "甲", **cells})
    assert [(one.kind, one.key) for one in find_private_numbers(form)] == [(MOBILE, key)]


@pytest.mark.parametrize(
    "cells", [{"code": "6222021234567890128"}, {"facts": {"项目编码": "6222021234567890128"}}]
)
def test_a_code_of_a_project_is_not_taken_for_a_bank_card(cells: dict[str, object]) -> None:
    assert find_private_numbers(Form.model_validate({"name": "甲", **cells})) == ()


def test_a_number_in_a_level_is_told_once_where_it_is_written() -> None:
    rows = tuple({"level1": "产出 13800138000", "name": name} for name in ("一", "二", "三"))
    form = Form.model_validate({"name": "甲", "indicators": rows})
    assert [one.key for one in find_private_numbers(form)] == ["indicators[0].level1"]


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
        ("620102202301010009", None),  # region and year: a code of a project in Gansu, though it passes Luhn
        ("9111111111111110", None),  # no card begins so, though it passes Luhn
        ("41111111111111113", None),  # such cards have 16 digits
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
        ("电话+8613800138000", [MOBILE]),
        ("电话0086-138 0013 8000", [MOBILE]),
        ("张三13800138000、李四13900139000", [MOBILE, MOBILE]),
        ("13800138000 13900139000", [MOBILE, MOBILE]),
        ("总投资13800138000元", []),
        ("合同编号：13800138000", []),
        ("https://www.example.gov.cn/art/13800138000/1.html，公开", []),
        ("https://www.example.gov.cn/1.html，电话13800138000", [MOBILE]),
        ("项目代码620102202301010007", []),
        ("统一社会信用代码12310118425012345X", []),
        ("2209-310118-04-01-123456", []),
        ("2021年1月1日至2021年12月31日", []),
    ],
)
def test_numbers_of_persons_are_found_in_text(text: str, kinds: list[PrivateKind]) -> None:
    assert [one.kind for one in find_private_numbers(Form(name="甲", source=text))] == kinds


def test_a_number_is_shown_only_in_part() -> None:
    (found,) = find_private_numbers(Form(name="甲", source="13800138000"))
    assert found.masked == "138******00"
