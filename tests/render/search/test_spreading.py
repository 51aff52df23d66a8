"""Text is spread so that every part of it is a run of whole words, and can be put together again."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.search.spreading import GAP, SINGLE, spread_text

SAMPLES = [
    ("党建工作", " 党 建 工 作"),
    ("2023年度", " 2023 年 度"),
    ("≥83个", "≥ 83 个"),
    ("完成率≥90%", " 完 成 率≥ 90%"),
    ("750,700.00元", " 750,700.00 元"),
    ("1.5.2版，3,4号", " 1.5.2 版， 3,4 号"),
    ("PM2.5、100km", " PM 2.5、 100 km"),
    ("Word 文档\nv2 ", f" Word{GAP} 文 档{GAP} v 2"),
    ("干部 、信息员", f" 干 部{GAP}、 信 息 员"),
    ("共____人", " 共 ____ 人"),
    ("GB_2312", " GB _ 2312"),
    ("①完成②5m²", " ① 完 成 ② 5 m ²"),
    ("第Ⅱ期", " 第 Ⅱ 期"),
    ("４．５Ａ", " 4.5 A"),
    ("⼯作⾮常", " 工 作 非 常"),
    ("豈", " 豈"),
    ("经\u200b费\u00ad用", " 经 费 用"),
    ("𠮷野", " 𠮷 野"),
    ("香・港", " 香・ 港"),
    ("", ""),
    ("……——", "……——"),
]


@pytest.mark.parametrize(("text", "spread"), SAMPLES)
def test_text_is_spread(text: str, spread: str) -> None:
    assert spread_text(text) == spread


CELLS = st.text(alphabet="党建工作经费率人ABxyz0123456789.,%≥、。（） \n")
CHARACTERS = st.text(alphabet="党建工作经费率人", min_size=1)


@given(CELLS)
def test_spread_text_can_be_put_together_again(text: str) -> None:
    assert spread_text(text).replace(" ", "").replace(GAP, " ") == " ".join(text.split())


@given(CELLS, CHARACTERS, CELLS)
def test_every_run_of_characters_is_a_run_of_words(before: str, characters: str, after: str) -> None:
    words = [re.sub(r"\W", "", word) for word in spread_text(before + characters + after).split(" ")]
    assert " ".join(characters) in " ".join(words)


@given(CELLS)
def test_numbers_and_latin_words_never_share_a_word(text: str) -> None:
    for word in spread_text(text).split(" "):
        assert len(re.findall(f"[{SINGLE}]|[0-9][0-9.,]*|[A-Za-z]+", word)) <= 1


@given(st.text())
def test_any_text_is_spread_and_no_other_white_space_is_left(text: str) -> None:
    assert set(re.findall(r"[\s\u200b\ufeff\u00ad]", spread_text(text))) <= {" "}


def test_signs_that_stand_alone_are_letters_or_digits_to_pagefind_too() -> None:
    signs = [sign for sign in map(chr, range(0x40000)) if re.match(f"[{SINGLE}]", sign)]
    marks = [sign for sign in signs if not sign.isalnum() and unicodedata.category(sign) != "Cn"]
    assert "".join(marks) == "".join(map(chr, range(0x24B6, 0x24EA))), (
        "circled letters are alphabetic by exception"
    )
