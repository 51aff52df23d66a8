"""XLSX for people: Chinese headings, words for codes, a frozen first row and filters; no formulas, no links.

It is written here, part by part, and not by openpyxl: that takes 0.2 ms a row of indicators and puts the time of day
into the file; this takes a twentieth. Every text is a shared string, so no cell can ever be a formula. A number is a
number where Excel keeps all of its digits, else it is text.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from generator.model.data_table import CellType, Column, DataTable
from generator.render.exports.cells import Cell, Figure, Row, fits_float

_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the file bears: the earliest that a zip can say."""

_LONGEST_TEXT: Final = 32_767
"""How many UTF-16 units Excel takes in a cell."""

_CODED_SIGN: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as the code of a sign."""

_YES_NO: Final[Mapping[Any, str]] = {True: "是", False: "否"}
_NAMESPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES: Final = (
    f'{_HEAD}<styleSheet xmlns="{_NAMESPACE}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>'
    '<font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill '
    'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>'
    '<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" '
    'fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" '
    'xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column of a sheet; `words` are shown for the codes in it, which makes it narrow."""

    text: str
    words: Mapping[Any, str] = field(default_factory=dict)
    is_wide: bool = True

    @classmethod
    def of(cls, column: Column[Any]) -> "Heading":
        """Head a column of a table."""
        words = _YES_NO if column.type is CellType.BOOLEAN else column.words
        text = f"{column.title}（{column.unit}）" if column.unit else column.title
        return cls(text, words, column.type is CellType.TEXT and not words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, what stands above its columns, its rows."""

    name: str
    headings: Sequence[Heading]
    rows: Sequence[Row]

    @classmethod
    def of(cls, table: DataTable[Any], rows: Sequence[Row]) -> "Sheet":
        """Show a table."""
        return cls(table.title, tuple(map(Heading.of, table.columns)), rows)


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Write a workbook; the same sheets make the same bytes."""
    strings = _Strings()
    parts = {
        f"xl/worksheets/sheet{n}.xml": "".join(_write_sheet(sheet, strings))
        for n, sheet in enumerate(sheets, start=1)
    }
    numbers = range(1, len(sheets) + 1)
    parts |= {
        "[Content_Types].xml": _list_types(numbers),
        "_rels/.rels": _relate([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _list_sheets(sheets),
        "xl/_rels/workbook.xml.rels": _relate(
            [
                *(("worksheet", f"worksheets/sheet{n}.xml") for n in numbers),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ]
        ),
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": strings.write(),
    }
    return _pack(parts)


def _pack(parts: Mapping[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, parts[name], compresslevel=1)
    return file.getvalue()


class _Strings:
    """The texts of a workbook, each of them once."""

    def __init__(self) -> None:
        self._numbers: defaultdict[Any, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self.number: Callable[[Any], int] = self._numbers.__getitem__
        """Gives a text its number: the next one to a text that was not there before."""

    def write(self) -> str:
        items = "".join(f'<si><t xml:space="preserve">{spell(text)}</t></si>' for text in self._numbers)
        return f'{_HEAD}<sst xmlns="{_NAMESPACE}" uniqueCount="{len(self._numbers)}">{items}</sst>'


def spell(text: str) -> str:
    """Write a text for XML so that Excel shows it as it is, cut where Excel takes no more."""
    if len(text) * 2 > _LONGEST_TEXT:
        text = text.encode("utf-16-le")[: 2 * _LONGEST_TEXT].decode("utf-16-le", "ignore")
    return escape(_CODED_SIGN.sub("_x005F_", text))


def _write_sheet(sheet: Sheet, strings: _Strings) -> Iterator[str]:
    last = _name_column(len(sheet.headings) - 1)
    yield (
        f'{_HEAD}<worksheet xmlns="{_NAMESPACE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    )
    for n, column in enumerate(sheet.headings, start=1):
        yield f'<col min="{n}" max="{n}" width="{22 if column.is_wide else 14}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield '<row r="1">'
    for n, column in enumerate(sheet.headings):
        yield f'<c r="{_name_column(n)}1" t="s" s="1"><v>{strings.number(column.text)}</v></c>'
    yield "</row>"
    yield from _write_rows(sheet, strings)
    yield f'</sheetData><autoFilter ref="A1:{last}{len(sheet.rows) + 1}"/></worksheet>'


def _write_rows(sheet: Sheet, strings: _Strings) -> Iterator[str]:
    """Write the rows below the headings; a cell without anything in it is left out."""
    columns = [(f'<c r="{_name_column(n)}', one.words) for n, one in enumerate(sheet.headings)]
    number = strings.number
    for n, row in enumerate(sheet.rows, start=2):
        as_number, as_text = f'{n}"><v>', f'{n}" t="s"><v>'
        cells = [f'<row r="{n}">']
        for (opening, words), cell in zip(columns, row, strict=True):
            if cell is None or cell == "":
                continue
            shown = words.get(cell, cell) if words else cell
            if type(shown) is not str and is_number(shown):
                cells.append(f"{opening}{as_number}{shown}</v></c>")
            else:
                cells.append(f"{opening}{as_text}{number(shown)}</v></c>")
        cells.append("</row>")
        yield "".join(cells)


def is_number(cell: Cell) -> bool:
    """Tell whether Excel can hold a cell as a number without losing a digit of it."""
    return fits_float(cell) if isinstance(cell, Figure) else type(cell) is int


def _name_column(index: int) -> str:
    """Name a column as Excel does: A, Z, AA."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _list_types(numbers: Iterable[int]) -> str:
    kinds = {
        "workbook.xml": "sheet.main",
        "styles.xml": "styles",
        "sharedStrings.xml": "sharedStrings",
        **{f"worksheets/sheet{n}.xml": "worksheet" for n in numbers},
    }
    overrides = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relate(targets: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _list_sheets(sheets: Sequence[Sheet]) -> str:
    entries = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="r{n}"/>'
        for n, sheet in enumerate(sheets, start=1)
    )
    return (
        f'{_HEAD}<workbook xmlns="{_NAMESPACE}" xmlns:r="{_RELATIONS}"><sheets>{entries}</sheets></workbook>'
    )
