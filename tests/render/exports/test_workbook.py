"""XLSX, as openpyxl reads it and as its parts are written."""

import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.model.data_table import CellType, Column
from generator.render.exports.cells import Cell, Figure
from generator.render.exports.columns import PROJECTS
from generator.render.exports.workbook import Heading, Sheet, is_number, spell, write_workbook
from tests.render.exports.samples import export_small, open_workbook
from tests.render.exports.test_delimited import FORMULAS

COLUMNS: tuple[Column[Any], ...] = (
    Column("a", "甲", CellType.TEXT, "", str),
    Column("b", "乙", CellType.NUMBER, "", str, "元"),
    Column("c", "丙", CellType.BOOLEAN, "", bool),
    Column("d", "丁", CellType.TEXT, "", str, words={"met": "达成"}),
)


def write(*rows: tuple[Cell, ...]) -> bytes:
    return write_workbook([Sheet("表", [Heading.of(one) for one in COLUMNS[: len(rows[0])]], rows)])


@pytest.mark.parametrize("text", [*FORMULAS, "<b>&amp;\"'", "  空格  ", "甲\n乙\t丙", "👍", "0012", "TRUE"])
def test_every_text_is_text_and_comes_back(text: str) -> None:
    cell = open_workbook(write((text,)))["表"]["A2"]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\r", "\n")


def test_numbers_are_numbers_unless_digits_would_be_lost() -> None:
    sheet = open_workbook(write(("", Figure("-5.50")), ("", Figure("999999999999999.999999")), ("", None)))[
        "表"
    ]
    assert [sheet[f"B{n}"].value for n in (2, 3, 4)] == [-5.5, "999999999999999.999999", None]


def test_headings_and_codes_are_words() -> None:
    sheet = open_workbook(write(("x", None, True, "met"), ("x", None, False, "met")))["表"]
    assert [cell.value for cell in sheet[1]] == ["甲", "乙（元）", "丙", "丁"]
    assert [sheet["C2"].value, sheet["C3"].value, sheet["D2"].value] == ["是", "否", "达成"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"


def test_true_is_no_number() -> None:
    assert not is_number(True)
    assert is_number(1)


def test_what_excel_takes_for_the_code_of_a_sign_is_written_out() -> None:
    assert spell("_x0041_ _x_ _x004_") == "_x005F_x0041_ _x_ _x004_"


def test_a_text_is_cut_where_excel_takes_no_more_and_never_within_a_sign() -> None:
    assert len(spell("长" * 40_000)) == 32_767
    assert spell("👍" * 20_000) == "👍" * 16_383


def test_workbook_has_no_formula_no_link_outside_and_no_time() -> None:
    content = export_small()["data/jixiao-2023.xlsx"]
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not any("external" in name.lower() or "docProps" in name for name in parts)
    for part in parts.values():
        ET.fromstring(part)
        assert b"TargetMode" not in part
        assert b"<f>" not in part


def test_columns_beyond_z_have_two_letters() -> None:
    sheet = open_workbook(export_small()["data/jixiao-projects.xlsx"])["项目"]
    assert len(PROJECTS.columns) > 26
    assert [cell.value.partition("（")[0] for cell in sheet[1]] == [one.title for one in PROJECTS.columns]


def test_first_sheet_tells_where_the_data_comes_from() -> None:
    notes = open_workbook(export_small()["data/jixiao-2023.xlsx"])["说明"]
    told = {row[0].value: row[1].value for row in notes.iter_rows()}
    assert told["数据许可"] == "CC BY 4.0"
    assert told["数据版本"].startswith("0123456789ab")
    assert told["规则版本"] == "1.0"
