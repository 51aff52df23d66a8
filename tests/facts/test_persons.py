"""Numbers of persons in public texts."""

import pytest

from generator.facts.persons import classify, find_private_numbers, list_public_texts
from generator.model.case import PrivateKind
from generator.model.form import Form

IDENTITY, MOBILE, CARD = PrivateKind.IDENTITY, PrivateKind.MOBILE, PrivateKind.BANK_CARD


def test_every_text_of_a_form_that_is_public_is_listed_and_no_other() -> None:
    long = "，说来话长，一言难尽。"
    form = Form.model_validate(
        {
            "name": f"甲{long}",
            "source": f"乙{long}",
            "withdrawal": f"子{long}",
            "funds": {"explanation": f"丙{long}", "sources": ({"name": f"丁{long}"},)},
            "goals": ({"expected": f"戊{long}", "actual": f"己{long}"},),
            "indicators": (
                {name: name + long for name in ("level1", "level2", "name", "target", "actual", "measured")}
                | {"explanation": f"庚{long}"},
            ),
            "reported": {"rate": f"辛{long}", "grade": f"壬{long}"},
            "waivers": ({"rule": "S003", "reason": f"癸{long}"},),
            "reviews": ({"by": "某人", "comment": f"秘密{long}"},),
            "internal": {"电话": f"秘密{long}"},
        }
    )
    texts = {one.text.removesuffix(long) for one in list_public_texts(form)}
    assert texts == set("甲乙丙丁戊己庚辛壬癸子") | {
        "level1",
        "level2",
        "name",
        "target",
        "actual",
        "measured",
    }


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
