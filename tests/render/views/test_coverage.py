"""Who has filed as a reader sees it."""

from datetime import date
from typing import Any

import pytest

from generator.model.assessment import Assessment
from generator.model.organisations import Call
from generator.render.views.coverage import CoverageViews, show_day
from generator.render.views.tables import TablePage
from generator.summarise.coverage import cover_years
from tests.summarise.samples import ORGANISATIONS, assess


def view(*assessments: Assessment, call: dict[str, Any] | None = None) -> dict[str, TablePage]:
    """The pages by their path, with a call for 2023."""
    calls = {} if call is None else {"2023": Call.model_validate(call)}
    organisations = ORGANISATIONS.model_copy(update={"calls": calls})
    pages = CoverageViews(organisations).view_all(cover_years(assessments, organisations))
    return {path: page for path, _, page in pages if isinstance(page, TablePage)}


def read(page: TablePage) -> dict[str, list[list[str]]]:
    """The cells of each table, by its id, with their small print."""
    return {
        table.id: [["".join((cell.text, *cell.notes)) for cell in row.cells] for row in table.rows]
        for table in page.tables
    }


def test_a_year_tells_who_is_missing_before_who_has_filed() -> None:
    page = view(assess(), assess(unit="yiyuan", year=2022))["coverage/2023.md"]
    assert read(page) == {
        "missing": [["医院", "卫生局", "未见报送", "0"]],
        "filed": [["第一小学", "教育局", "已报送", "1"]],
    }


def test_late_is_said_only_where_the_forms_show_it() -> None:
    call = {"by": date(2024, 3, 31), "units": ("yiyuan",)}
    before, after = view(assess(), call=call), view(assess(), assess(year=2024), call=call)
    assert read(before["coverage/2023.md"])["missing"][0][2] == "未见报送"
    assert [page["coverage/2023.md"].facts[4].number for page in (before, after)] == ["0", "1"]
    assert read(after["coverage/2023.md"])["missing"][0][2] == "逾期未见报送"


def test_the_list_tells_the_day_and_the_numbers() -> None:
    pages = view(assess(), call={"by": date(2024, 3, 31)})
    assert read(pages["coverage/index.md"]) == {
        "years": [["2023 年度", "2024 年 3 月 31 日", "3", "1", "2", "1"]]
    }


def test_a_year_without_a_call_expects_no_number() -> None:
    (row,) = read(view(assess())["coverage/index.md"])["years"]
    assert row == ["2023 年度", "—", "没有录入通知", "1", "0", "1"]


def test_a_withdrawn_form_is_told_of() -> None:
    page = view(assess(status="withdrawn"))["coverage/2023.md"]
    assert read(page)["missing"] == [["第一小学", "教育局", "未见报送", "0另有 1 张已撤回"]]


@pytest.mark.parametrize(("day", "shown"), [(date(2024, 3, 5), "2024 年 3 月 5 日"), (None, "—")])
def test_a_day_is_written_as_people_read_it(day: date | None, shown: str) -> None:
    assert show_day(day) == shown
