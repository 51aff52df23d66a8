"""XLSX, as openpyxl reads it and as its parts are written."""

import errno
import pickle
import re
import time
import zipfile
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.model.data_table import CellType, Column
from generator.render.exports.cells import Cell, Figure
from generator.render.exports.columns import PROJECTS
from generator.render.exports.workbook import Heading, Sheet, is_number, write_workbook
from generator.text.cleaning import clean_text
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
    cell = open_workbook(write((clean_text(text),)))["表"]["A2"]
    assert cell.data_type == "s"
    assert cell.value == clean_text(text)


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


def read_parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_excel_takes_for_the_code_of_a_sign_is_written_out() -> None:
    page = read_parts(write(("_x0041_ _x_ _x004_",)))["xl/worksheets/sheet1.xml"]
    assert b">_x005F_x0041_ _x_ _x004_<" in page


@pytest.mark.parametrize(
    "text",
    ["<r><t>x</t></r>", "<r></r>", "<r>&</r>", "<r><f>1+1</f></r>", "<r>" + 8190 * "<b/>" + "</r>" + 9 * "x"],
)
def test_a_text_that_looks_like_the_inside_of_a_cell_is_text(text: str) -> None:
    content = write((text,))
    assert open_workbook(content)["表"]["A2"].value == text[:32_767]
    assert b"<b/>" not in read_parts(content)["xl/worksheets/sheet1.xml"]


def test_a_text_is_cut_where_excel_takes_no_more_and_never_within_a_sign() -> None:
    long = (("长" * 40_000,), ("👍" * 20_000,), ("长" * 32_767,))
    sheet = open_workbook(write(*long))["表"]
    assert [sheet[f"A{n}"].value for n in (2, 3, 4)] == ["长" * 32_767, "👍" * 16_383, "长" * 32_767]


@pytest.mark.parametrize(
    "figure", ["9.95", "8.51", "829000.00", "0.000001", "-12345678901234.5", "123456789012345"]
)
def test_a_number_is_written_with_its_own_digits(figure: str) -> None:
    page = read_parts(write(("", Figure(figure))))["xl/worksheets/sheet1.xml"].decode()
    (written,) = re.findall(r'<c r="B2"><v>([^<]*)</v>', page)
    assert Decimal(written) == Decimal(figure)


def test_columns_are_as_wide_as_what_they_hold() -> None:
    content = write(("x", None, True, "met"))
    sheet = open_workbook(content)["表"]
    columns = {(one.min, one.max): one.width for one in sheet.column_dimensions.values()}
    assert columns == {(1, 1): 22, (2, 4): 14}
    assert sheet["A1"].font.b
    assert {sheet["A1"].font.name, sheet["A2"].font.name} == {"宋体"}


def test_same_sheets_make_the_same_bytes_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    first = write(("x", Figure("1.5")))
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    again = write(("x", Figure("1.5")))
    monkeypatch.undo()
    time.tzset()
    assert again == first


def test_a_sheet_can_be_handed_to_another_process() -> None:
    sheet = Sheet.of(PROJECTS, [])
    assert pickle.loads(pickle.dumps(sheet)) == sheet  # noqa: S301 - our own bytes


def test_workbook_has_no_formula_no_link_outside_and_no_time_or_person() -> None:
    content = export_small()["data/jixiao-2023.xlsx"]
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert len({entry.date_time for entry in archive.infolist()}) == 1
    parts = read_parts(content)
    assert not any("external" in name.lower() for name in parts)
    for part in parts.values():
        ET.fromstring(part)
        assert b"TargetMode" not in part
        assert b"<f>" not in part
    told = open_workbook(content).properties
    assert (told.created, told.modified) == (datetime(1980, 1, 1), datetime(1980, 1, 1))
    assert (told.creator, told.lastModifiedBy) == (None, None)


def test_what_the_system_refuses_is_told_by_its_own_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", refuse)
    with pytest.raises(OSError, match="No space left") as refused:
        write(("x",))
    assert refused.value.errno == errno.ENOSPC


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
