"""All files together: what is in them, what is not, and which of them a change touches."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest

from generator.model.data_table import DATABASE, CellType, DataTable
from generator.model.form import Status
from generator.model.history import FileHistory
from generator.model.project import Place
from generator.model.site import Edition
from generator.render.exports import Contents, export_files
from generator.render.exports.columns import FINDINGS, FUNDS, INDICATORS, PROJECTS, TABLES
from generator.render.exports.delimited import FORMULA_SIGNS
from tests.render.exports.samples import (
    REVISION,
    Exported,
    export,
    export_small,
    make_provenance,
    open_workbook,
    read_csv,
    read_database,
    read_json,
    read_objects,
)
from tests.render.exports.test_delimited import FORMULAS
from tests.render.hostile import TEXTS, make_hostile_corpus
from tests.render.samples import CATALOGUE, assess, find, make_corpus, make_form, small_corpus

HOSTILE = [*TEXTS, *FORMULAS]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_all_formats_hold_the_same_rows(table: DataTable[Any]) -> None:
    files = export(*make_hostile_corpus(HOSTILE))
    rows = read_objects(files[f"data/{table.file('json')}"])
    assert len(rows) >= 1
    assert read_csv(files[f"data/{table.file('csv')}"], table) == rows
    key = [[column.name for column in table.columns].index(name) for name in table.key]
    ordered = sorted(rows, key=lambda row: [row[position] for position in key])
    assert read_database(files[f"data/{DATABASE}"], table) == ordered


@pytest.mark.parametrize("table", [PROJECTS, INDICATORS, FINDINGS], ids=lambda table: table.name)
def test_a_workbook_holds_the_rows_of_its_year(table: DataTable[Any]) -> None:
    files = export(*make_hostile_corpus(HOSTILE))
    rows = read_objects(files[f"data/{table.file('json', '2023')}"])
    sheet = open_workbook(files["data/jixiao-2023.xlsx"])[table.title]
    texts = [n for n, column in enumerate(table.columns) if column.type is CellType.TEXT and not column.words]
    shown = [tuple(row[n] or "" for n in texts) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert shown == [tuple(row[n] for n in texts) for row in rows]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_years_together_are_the_whole() -> None:
    files = export_small()
    for table in TABLES:
        if table.by_year:
            years = [read_objects(files[f"data/{table.file('json', year)}"]) for year in ("2022", "2023")]
            assert years[0] + years[1] == read_objects(files[f"data/{table.file('json')}"])


def test_same_input_makes_the_same_bytes() -> None:
    assert export_small() == export_small()


def test_a_change_touches_its_year_and_the_whole_and_nothing_else() -> None:
    corpus, assessments, findings = small_corpus()
    changed = [assess(make_form(name="改了"), 2022, "yiyuan", "tijian"), *assessments[1:]]
    before, after = export(corpus, assessments, findings), export(corpus, changed, findings)
    touched = {path for path in after if after[path] != before.get(path)}
    assert not any("2023" in path for path in touched)
    assert {
        "api/v1/projects/2022/yiyuan/tijian.json",
        "api/v1/units/yiyuan.json",
        "data/projects.csv",
    } <= touched
    assert "api/v1/units/dangqun.json" not in touched
    assert "data/units.csv" not in touched


def test_internal_parts_of_a_file_are_in_no_file() -> None:
    form = make_form(reviews=({"by": "审核员丙", "comment": "机密意见"},), internal={"note": "机密附注"})
    one = assess(form)
    found = [
        find(one, "reviews[0].key", "机密检查"),
        find(one, "internal.note", "机密检查"),
        find(one, "name", "可说"),
    ]
    for edition in Edition:
        files = export(make_corpus(one), [one], {one.project.place.path: found}, edition)
        assert not any("机密".encode() in file or "审核员丙".encode() in file for file in files.values())
        assert [row[9] for row in read_objects(files["data/findings.json"])] == ["warning"]


def test_advice_on_how_to_mend_a_file_is_not_published() -> None:
    assert not any("请核对后改正".encode() in file for file in export_small().values())


def test_each_edition_says_which_it_is() -> None:
    for edition in Edition:
        about = read_json(export(*small_corpus(), edition)["data/projects.json"])["about"]
        assert about["edition"] == edition.value


def test_withdrawn_projects_stay_and_say_so() -> None:
    position = [column.name for column in INDICATORS.columns].index("status")
    rows = read_objects(export_small()["data/indicators.json"])
    assert {row[position] for row in rows if "chehui" in row[0]} == {Status.WITHDRAWN.value}


def test_documents_of_a_project_a_unit_a_department_and_a_year_say_where_they_come_from() -> None:
    files = export_small()
    for path, page in {
        "projects/2023/dangqun/dangjian": "projects/2023/dangqun/dangjian/",
        "units/kong": "units/kong/",
        "departments/weijiwei": "departments/weijiwei/",
        "years/2022": "years/2022/",
        "index": "data/",
    }.items():
        about = read_json(files[f"api/v1/{path}.json"])["about"]
        assert about["source"] == page
        assert about["licence"]["name"] == "CC BY 4.0"
        assert (about["rule_set"], list(about["profiles"])) == ("1.0", ["mof-2020"])


def test_every_csv_row_says_where_it_comes_from() -> None:
    for path, file in export_small().items():
        if path.endswith(".csv") and path.startswith("data/"):
            lines = file.decode("utf-8-sig").rstrip("\r\n").split("\r\n")[1:]
            assert all(",CC BY 4.0,0123456789ab,1.0,mof-2020@" in line for line in lines)


def test_index_leads_to_every_document() -> None:
    files = export_small()
    index = read_json(files["api/v1/index.json"])
    named = {f"api/v1/{one['path']}" for one in (*index["years"], *index["departments"], *index["units"])}
    ids = [row[0] for row in read_objects(files["data/projects.json"])]
    named |= {f"api/v1/{index['project_path'].format(id=one)}" for one in ids}
    named |= {f"api/v1/{index['project_csv_path'].format(id=one)}" for one in ids}
    assert named | {"api/v1/index.json", "api/v1/schema.json"} == {p for p in files if p.startswith("api/")}


def test_document_of_a_department_holds_its_units_and_their_projects() -> None:
    files = export_small()
    document = read_json(files["api/v1/departments/weijiwei.json"])
    assert [one["id"] for one in document["units"]] == ["kong", "yiyuan"]
    assert [one["id"] for one in document["projects"]] == ["2022/yiyuan/tijian", "2023/yiyuan/chehui"]
    counts = {one["id"]: one["projects"] for one in read_json(files["api/v1/index.json"])["departments"]}
    assert counts == {"weijiwei": 2, "xianghuaqiao": 1}


def test_money_in_wan_is_told_in_yuan_exactly() -> None:
    total = {"initial": Decimal("82.9"), "adjusted": Decimal("82.900001"), "executed": None}
    one = assess(make_form(funds={"unit": "万元", "total": total, "weight": 10}))
    row = read_json(export(make_corpus(one), [one], {})["data/projects.json"])["rows"][0]
    assert (row["initial"], row["adjusted"], row["executed"]) == (Decimal(829000), Decimal("829000.01"), None)
    assert row["money_unit"] == "万元"


def test_the_longest_numbers_keep_every_digit_in_every_format() -> None:
    longest = Decimal("999999999999999.999999")
    one = assess(make_form(funds={"total": {"initial": longest, "adjusted": -longest}, "weight": 10}))
    files = export(make_corpus(one), [one], {})
    position = [column.name for column in FUNDS.columns].index("initial")
    for rows in (
        read_objects(files["data/funds.json"]),
        read_csv(files["data/funds.csv"], FUNDS),
        read_database(files[f"data/{DATABASE}"], FUNDS),
    ):
        assert rows[0][position : position + 2] == (longest, -longest)
    cells = open_workbook(files["data/jixiao-2023.xlsx"])[FUNDS.title][2]
    assert [cells[position].value, cells[position + 1].value] == [str(longest), str(-longest)]


def test_the_csv_of_a_project_holds_every_row_that_carries_points() -> None:
    files = export_small()
    rows = read_csv(files["api/v1/projects/2023/dangqun/dangjian.csv"], INDICATORS)
    assert rows[1:] == [row for row in read_objects(files["data/indicators.json"]) if row[0] == rows[0][0]]
    execution = dict(zip([column.name for column in INDICATORS.columns], rows[0], strict=True))
    assert (execution["position"], execution["name"]) == (0, "预算执行率")
    assert (execution["target"], execution["actual"], execution["outcome"]) == ("100%", "90.56%", "short")
    assert execution["url"] == "projects/2023/dangqun/dangjian/#funds"
    (project,) = [row for row in read_objects(files["data/projects.json"]) if row[0] == rows[0][0]]
    for name in ("weight", "accepted"):
        column = [column.name for column in INDICATORS.columns].index(name)
        total = [column.name for column in PROJECTS.columns].index(name)
        assert sum(row[column] or 0 for row in rows) == project[total]


OLD, SEEN, GONE = "2022/yiyuan/tijian", "2023/dangqun/dangjian", "2023/yiyuan/chehui"


def date_small(**numbers: str) -> Exported:
    """Export the small corpus where its projects were last changed by commits of such ids, the newest first."""
    day, ids = date(2024, 3, 1), {"old": OLD, "seen": SEEN, "gone": GONE}
    history = {
        f"projects/{ids[name]}.toml": FileHistory(day, day, commit=40 * sign)
        for name, sign in numbers.items()
    }
    return export(*small_corpus(), history=history)


def tell_revision(file: bytes) -> str | None:
    revision: str | None = read_json(file)["about"]["revision"]
    return revision


def test_every_file_tells_the_last_commit_that_changed_what_it_holds() -> None:
    files = date_small(old="c", gone="b", seen="a")
    assert tell_revision(files[f"api/v1/projects/{SEEN}.json"]) == 40 * "a"
    assert tell_revision(files["api/v1/years/2023.json"]) == 40 * "b"
    assert tell_revision(files["data/indicators-2023.json"]) == 40 * "b"
    assert tell_revision(files["api/v1/units/yiyuan.json"]) == 40 * "c"
    assert tell_revision(files["api/v1/departments/xianghuaqiao.json"]) == 40 * "a"
    assert tell_revision(files["api/v1/units/kong.json"]) is None
    assert tell_revision(files["data/indicators.json"]) == REVISION


def test_what_a_shallow_clone_cut_off_may_be_the_newest_and_so_none_is_told() -> None:
    files = date_small(seen="a", gone="")
    assert tell_revision(files[f"api/v1/projects/{SEEN}.json"]) == 40 * "a"
    assert tell_revision(files[f"api/v1/projects/{GONE}.json"]) is None
    assert tell_revision(files["api/v1/years/2023.json"]) is None


@pytest.mark.parametrize(
    "path", ["data/projects.csv", "data/projects-2023.csv", f"api/v1/projects/{SEEN}.csv"]
)
def test_every_row_tells_the_last_commit_of_its_project(path: str) -> None:
    file = date_small(gone="b", seen="a")[path].decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(file, newline="")))
    expected = {OLD: "", SEEN: 12 * "a", GONE: 12 * "b"}
    assert {row.get("id", row.get("project")): row["revision"] for row in rows}.items() <= expected.items()


def test_workbooks_of_years_are_left_alone_where_the_caller_keeps_them() -> None:
    asked: dict[str, list[str]] = {}

    def keep(path: str, places: Sequence[Place], make: Callable[[], bytes]) -> bytes | None:
        asked[path] = [one.id for one in places]
        return None

    corpus, assessments, findings = small_corpus()
    ordered = sorted(assessments, key=lambda one: one.project.place)
    contents = Contents(corpus, ordered, findings, CATALOGUE, keep=keep)
    kept = {path for path, file in export_files(contents, make_provenance(corpus)) if file is None}
    assert asked == {"data/jixiao-2022.xlsx": [OLD], "data/jixiao-2023.xlsx": [SEEN, GONE]}
    assert kept == set(asked)


def test_a_commit_changes_only_files_that_hold_something_of_what_it_changed() -> None:
    before, after = date_small(old="c", seen="b", gone="a"), date_small(seen="d", old="c", gone="a")
    changed = {path for path, content in after.items() if content != before[path]}
    assert f"api/v1/projects/{SEEN}.csv" in changed
    assert not [path for path in changed if "2022" in path or "yiyuan" in path or "chehui" in path]


def test_the_csv_of_a_hostile_project_starts_no_formula() -> None:
    files = export(*make_hostile_corpus(HOSTILE))
    for path in (path for path in files if path.startswith("api/") and path.endswith(".csv")):
        for line in csv.reader(StringIO(files[path].decode("utf-8-sig"), newline=""), strict=True):
            texts = [
                text
                for text, column in zip(line[:-4], INDICATORS.columns, strict=True)
                if column.type is CellType.TEXT
            ]
            assert not any(text.startswith(tuple(FORMULA_SIGNS)) for text in texts)


def test_one_workbook_lists_the_projects_of_all_years() -> None:
    sheet = open_workbook(export_small()["data/jixiao-projects.xlsx"])["项目"]
    ids = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert ids == ["2022/yiyuan/tijian", "2023/dangqun/dangjian", "2023/yiyuan/chehui"]


def test_a_site_with_an_address_gives_whole_addresses() -> None:
    corpus, assessments, findings = small_corpus()
    assert corpus.site is not None
    site = corpus.site.model_copy(update={"url": "https://example.org/jx"})
    rows = read_json(export(replace(corpus, site=site), assessments, findings)["data/projects.json"])["rows"]
    assert rows[0]["page"] == "https://example.org/jx/projects/2022/yiyuan/tijian/"


def test_there_are_files_without_any_project() -> None:
    files = export(make_corpus(), [], {})
    assert read_objects(files["data/projects.json"]) == []
    assert read_csv(files["data/projects.csv"], PROJECTS) == []
    assert read_json(files["api/v1/index.json"])["years"] == []
