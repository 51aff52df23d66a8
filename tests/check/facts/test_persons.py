"""Numbers of persons in public texts."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.facts.persons import find_numbers, find_private_numbers, list_public_texts
from generator.model.case import PrivateKind
from generator.model.form import Form
from generator.text.masking import mask_numbers

IDENTITY, MOBILE, CARD = PrivateKind.IDENTITY, PrivateKind.MOBILE, PrivateKind.BANK_CARD
FULL_WIDTH = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in "0123456789X-."}


def kinds_in(text: str) -> list[PrivateKind]:
    return [kind for kind, _ in find_numbers(text)]


ROW_TEXTS = ("level1", "level2", "name", "target", "actual", "measured", "method", "explanation")


def write_all(names: tuple[str, ...], prefix: str = "") -> dict[str, str]:
    """Cells that each say where they stand, at some length."""
    return {name: f"{prefix}{name}{LONG}" for name in names}


LONG = "，说来话长，一言难尽。"
PUBLIC: dict[str, object] = {
    **write_all(("name", "source", "withdrawal", "code", "period", "filed", "previous", "profile")),
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
    "waivers": (write_all(("rule", "key", "reason"), "waivers[0]."),),
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
    ("number", "kinds"),
    [
        ("11010519491231002X", [IDENTITY]),
        ("110105194912310021", []),  # wrong check digit
        ("110105194913310023", []),  # no such month
        ("13800138000", [MOBILE]),
        ("12800138000", []),
        ("6222021234567890128", [CARD]),
        ("6222021234567890123", []),  # does not pass Luhn
        ("4111111111111111", [CARD]),
        ("620102202301010009", []),  # region and year: a code of a project in Gansu, though it passes Luhn
        ("9111111111111110", []),  # no card begins so, though it passes Luhn
        ("41111111111111113", []),  # such cards have 16 digits
    ],
)
def test_a_number_is_classified_by_its_own_check(number: str, kinds: list[PrivateKind]) -> None:
    assert kinds_in(number) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("电话13800138000。", [MOBILE]),
        ("13800138000.", [MOBILE]),
        ("电话.13800138000. ", [MOBILE]),
        ("tel13800138000", [MOBILE]),
        ("Tel.13800138000", [MOBILE]),
        ("ＴＥＬ13800138000", [MOBILE]),
        ("138.0013.8000", [MOBILE]),
        ("138．0013．8000", [MOBILE]),
        ("138·0013·8000", [MOBILE]),
        ("138－0013－8000", [MOBILE]),
        ("138—0013—8000", [MOBILE]),
        ("138_0013_8000", [MOBILE]),
        ("138 0013  8000", [MOBILE]),
        ("138 - 0013 - 8000", [MOBILE]),
        ("138\t0013\u30008000", [MOBILE]),
        ("(138)0013-8000", [MOBILE]),
        ("（138）0013 8000", [MOBILE]),
        ("13800-138000", [MOBILE]),
        ("电话 138-0013-8000", [MOBILE]),
        ("电话１３８００１３８０００", [MOBILE]),
        ("𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎", [MOBILE]),
        ("1️3️8️0️0️1️3️8️0️0️0️", []),  # a group for each digit: told from a list of numbers by nothing
        ("编号13800138000", [MOBILE]),
        ("编号：13800138000", [MOBILE]),
        ("①13800138000②13900139000", [MOBILE, MOBILE]),
        ("⒈13800138000", [MOBILE]),
        ("志愿者编号13800138000", [MOBILE]),
        ("电话+8613800138000", [MOBILE]),
        ("电话0086-138 0013 8000", [MOBILE]),
        ("(+86)138-0013-8000", [MOBILE]),
        ("013800138000", [MOBILE]),
        ("13800138000@163.com", [MOBILE]),
        ("[电话](tel:13800138000)", [MOBILE]),
        ("138\\-0013\\-8000", [MOBILE]),  # as programs write Markdown
        ("张三13800138000、李四13900139000", [MOBILE, MOBILE]),
        ("13800138000 13900139000", [MOBILE, MOBILE]),
        ("138 0013 8000%", [MOBILE]),
        ("13800138000/13900139000", [MOBILE, MOBILE]),
        ("138 0013 8000 139 0013 9000", [MOBILE, MOBILE]),
        ("2023-10-13 13800138000", [MOBILE]),
        ("1. 13800138000", [MOBILE]),
        ("13800138000(13900139000)", [MOBILE, MOBILE]),
        ("https://www.example.gov.cn/1.html，电话13800138000", [MOBILE]),
        ("11010519491231002x", [IDENTITY]),
        ("11010519491231002Ｘ", [IDENTITY]),
        ("11010519491231002ｘ", [IDENTITY]),
        ("11010519491231002×", [IDENTITY]),
        ("110105 19491231 002 X", [IDENTITY]),
        ("110105－19491231－002X", [IDENTITY]),
        ("id11010519491231002X.", [IDENTITY]),
        ("身份证编号11010519491231002X人", [IDENTITY]),
        ("证件编号：11010519491231002X", [IDENTITY]),
        ("有效证件代码11010519491231002X", [IDENTITY]),
        ("11010519491231002X 13800138000", [IDENTITY, MOBILE]),
        ("6222021234567890128.", [CARD]),
        ("6222021234567890128元", [CARD]),
        ("卡编号：6222021234567890128", [CARD]),
        ("622202 1234567890128", [CARD]),
        ("6222.0212.3456.7890.128", [CARD]),
        ("卡号 6222 0212 3456 7890 128，电话 13800138000", [CARD, MOBILE]),
        ("卡号 6222 0212 3456 7890 128 138 0013 8000", [CARD, MOBILE]),
    ],
)
def test_numbers_of_persons_are_found_in_every_spelling(text: str, kinds: list[PrivateKind]) -> None:
    assert kinds_in(text) == kinds
    assert len(mask_numbers(text)) == len(text)
    if kinds:
        assert kinds_in(mask_numbers(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "项目编码 50011523T000003234567",
        "合同号 A13800138000",
        "HT-13800138000",
        "HT-2023-13800138000",
        "沪府2023-13800138000号",
        "13800138000A",
        "2113800138000",
        "金额 13800138000.00 元",
        "13800138000.5",
        "0.13800138000",
        "1.3800138000",
        "138.00138000",
        "总投资13800138000元",
        "总投资 13800138000",
        "￥13800138000",
        "13 800 138 000",
        "15000.00 1234.00",
        "150 160 170 180",
        "1998.12.1-2001年",
        "1949-10-01-1999-10-01",
        "021-12345678",
        "021-12345678-8001",
        "0571-87654321、0571-87654322",
        "010 6234 5678 转 8001",
        "400-820-8820",
        "95588",
        "合同编号：13800138000",
        "资产编号13800138000",
        "项目编号：310118202301010001",
        "https://www.example.gov.cn/art/13800138000/1.html，公开",
        "项目代码620102202301010007",
        "统一社会信用代码12310118425012345X",
        "统一社会信用代码 91310000132200018Q",
        "2209-310118-04-01-123456",
        "2209-410118-04-01-123456",
        "2021年1月1日至2021年12月31日",
        "财预〔2020〕10号",
        "沪财预〔2020〕1380013号8000",
        "20230101-20231231",
        "138****8000",
        "138\n0013\n8000",
    ],
)
def test_near_misses_stay_silent(text: str) -> None:
    assert kinds_in(text) == []


def write(number: str, sizes: tuple[int, ...], gap: str) -> str:
    """Part a number into groups."""
    at = [sum(sizes[:count]) for count in range(len(sizes) + 1)]
    return gap.join(number[start:end] for start, end in pairwise(at) if number[start:end])


def add_luhn(digits: str) -> str:
    return next(digits + last for last in "0123456789" if passes_luhn(digits + last))


def passes_luhn(number: str) -> bool:
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(map(int, "".join(map(str, doubled)))) % 10 == 0


def add_check_digit(digits: str) -> str:
    weights = [2**power % 11 for power in range(17, 0, -1)]
    rest = (1 - sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))) % 11
    return digits + "0123456789X"[rest]


MOBILES = st.from_regex("1[3-9][0-9]{9}", fullmatch=True)
IDENTITIES = st.from_regex(
    "[1-8][0-9]{5}(19[0-9]{2}|200[0-9])(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}", fullmatch=True
).map(add_check_digit)
CARDS = (
    st.from_regex("62[0-9]{13,16}|4[0-9]{14}|5[1-5][0-9]{13}", fullmatch=True)
    .map(add_luhn)
    .filter(lambda number: not re.match("[0-9]{6}20[0-4][0-9]", number))
)
GAPS = st.sampled_from(["-", "－", "–", "—", " ", "  ", "\u3000", " - ", ".", "．", "·"])
BEFORE = st.sampled_from(
    ["", "张三", "tel", "Tel:", "编号", "编号：", "电话", "（", "身份证号 ", "1、", "+86 ", "卡号："]
)
AFTER = st.sampled_from(["", ".", "。", "．", "，", "）", "张三", " ", "\n", "..."])
NUMBERS = st.one_of(
    st.tuples(st.just(MOBILE), MOBILES, st.sampled_from([(11,), (3, 4, 4)])),
    st.tuples(st.just(IDENTITY), IDENTITIES, st.sampled_from([(18,), (6, 8, 4), (6, 4, 4, 4)])),
    st.tuples(st.just(CARD), CARDS, st.sampled_from([(19,), (4, 4, 4, 4, 3)])),
)


@given(NUMBERS, GAPS, BEFORE, AFTER, st.booleans())
def test_any_number_is_found_in_any_of_the_spellings_and_masked(
    one: tuple[PrivateKind, str, tuple[int, ...]], gap: str, before: str, after: str, is_wide: bool
) -> None:
    kind, number, sizes = one
    written = write(number, sizes, gap)
    text = before + (written.translate(FULL_WIDTH) if is_wide else written) + after
    assert kinds_in(text) == [kind]
    assert kinds_in(mask_numbers(text)) == []


CODES = st.one_of(
    st.from_regex("(HT|XM|ZC|GC)-?[0-9]{11,19}", fullmatch=True),
    st.from_regex("(合同|项目|资产|设备)编号[：:]?[0-9]{11,19}", fullmatch=True),
    st.from_regex("[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}", fullmatch=True),
    st.from_regex("(010|02[0-9]|0[3-9][0-9]{2})-[2-8][0-9]{6,7}", fullmatch=True),
    st.from_regex("[0-9]{1,14}\\.[0-9]{1,9}", fullmatch=True),
    st.from_regex("[1-9][0-9]{0,11}(\\.[0-9]{1,6})?(万|亿)?元", fullmatch=True),
    st.from_regex(
        "(19|20)[0-9]{2}([-./])[01][0-9]\\2[0-3][0-9][-—至](19|20)[0-9]{2}\\2[01][0-9]\\2[0-3][0-9]",
        fullmatch=True,
    ),
    st.from_regex("9[1-3][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", fullmatch=True),
)


@given(CODES, st.sampled_from(["", "（", "见"]), AFTER)
def test_no_code_or_amount_is_taken_for_a_number_of_a_person(code: str, before: str, after: str) -> None:
    assert kinds_in(before + code + after) == []


@given(IDENTITIES, st.integers(1, 10))
def test_an_identity_number_with_a_wrong_check_digit_is_none(number: str, step: int) -> None:
    wrong = "0123456789X"[("0123456789X".index(number[17]) + step) % 11]
    assert IDENTITY not in kinds_in(number[:17] + wrong)


@given(CARDS, st.integers(1, 9))
def test_a_card_number_with_a_wrong_check_digit_is_none(number: str, step: int) -> None:
    assert CARD not in kinds_in(number[:-1] + str((int(number[-1]) + step) % 10))


def test_a_number_is_shown_only_in_part() -> None:
    (found,) = find_private_numbers(Form(name="甲", source="13800138000"))
    assert (found.key, found.masked) == ("source", "138******00")
