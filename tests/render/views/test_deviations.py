"""Lost points as a reader sees them, and that no page grows without bound."""

import pytest

from generator.model.anchors import row_ids
from generator.model.assessment import Assessment
from generator.render.views import deviations as module
from generator.render.views.deviations import DeviationViews
from generator.render.views.tables import Cell, TablePage
from generator.summarise.deviations import find_deviations
from tests.summarise.samples import ORGANISATIONS, assess, row

SHORT = row(actual="80册", explanation="供货晚了")
EVERYWHERE = [assess(SHORT, unit=unit) for unit in ("yixiao", "erxiao", "yiyuan")]


def view(*assessments: Assessment) -> dict[str, TablePage]:
    """The pages by their path."""
    pages = DeviationViews(ORGANISATIONS).view_all(find_deviations(assessments, ORGANISATIONS))
    return {path: page for path, _, page in pages if isinstance(page, TablePage)}


def first_row(page: TablePage) -> tuple[Cell, ...]:
    """The first lost row of a page."""
    return page.tables[-1].rows[0].cells


def test_a_lost_row_says_what_fell_short_why_and_what_came_of_it() -> None:
    cells = first_row(view(assess(SHORT))["deviations/2023.md"])
    assert [cell.text for cell in cells] == [
        "图书项目",
        "图书册数",
        "≥100册",
        "80册",
        "18",
        "供货晚了",
        "尚未报送",
    ]


def test_a_lost_row_leads_to_the_row_of_its_form() -> None:
    cells = first_row(view(assess(SHORT))["deviations/2023.md"])
    (anchor,) = row_ids((SHORT,))
    assert cells[0].address == "projects/2023/yixiao/tushu/"
    assert cells[1].address == f"projects/2023/yixiao/tushu/#{anchor}"


def test_lost_execution_leads_to_the_funds() -> None:
    spent = assess(funds={"total": {"adjusted": 100, "executed": 80}})
    cells = first_row(view(spent)["deviations/2023.md"])
    assert cells[1].address.endswith("/tushu/#funds")
    assert [cell.text for cell in cells[4:6]] == ["2", "未写"]


def test_the_next_year_shows_both_values_and_leads_there() -> None:
    later = first_row(view(assess(SHORT), assess(year=2024))["deviations/2023.md"])[-1]
    (anchor,) = row_ids((row(),))
    assert (later.text, later.notes) == ("已达成", ("指标值 ≥100册，完成 100册",))
    assert later.address == f"projects/2024/yixiao/tushu/#{anchor}"


def test_the_next_execution_shows_its_rate() -> None:
    spent = assess(funds={"total": {"adjusted": 100, "executed": 80}})
    later = first_row(view(spent, assess(year=2024))["deviations/2023.md"])[-1]
    assert (later.text, later.notes) == ("已达成", ("执行率 100.00%",))


def test_a_vanished_indicator_leads_to_the_next_form_as_a_whole() -> None:
    later = first_row(view(assess(SHORT), assess(row("人数"), year=2024))["deviations/2023.md"])[-1]
    assert (later.text, later.address) == ("不再设置这项指标", "projects/2024/yixiao/tushu/")


def test_a_year_lists_departments_with_their_units_and_leads_to_their_rows() -> None:
    page = view(*EVERYWHERE)["deviations/2023.md"]
    assert [(row.cells[0].text, row.level) for row in page.tables[0].rows] == [
        ("教育局", 0),
        ("第二小学", 1),
        ("第一小学", 1),
        ("卫生局", 0),
        ("医院", 1),
    ]
    assert page.tables[0].rows[1].cells[0].address == "deviations/2023/#u-erxiao"
    assert [table.id for table in page.tables[1:]] == ["u-erxiao", "u-yixiao", "u-yiyuan"]


def test_a_big_year_gives_its_departments_pages_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ON_A_PAGE", 2)
    pages = view(*EVERYWHERE)
    assert sorted(pages) == [
        "deviations/2023.md",
        "deviations/2023/jiaoyu.md",
        "deviations/2023/weisheng.md",
        "deviations/index.md",
    ]
    assert len(pages["deviations/2023.md"].tables) == 1
    assert [table.id for table in pages["deviations/2023/jiaoyu.md"].tables] == [
        "totals",
        "u-erxiao",
        "u-yixiao",
    ]


def test_a_big_department_gives_its_units_pages_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ON_A_PAGE", 1)
    pages = view(*EVERYWHERE)
    assert [table.id for table in pages["deviations/2023/jiaoyu.md"].tables] == ["totals"]
    assert [table.id for table in pages["deviations/2023/jiaoyu/yixiao.md"].tables] == ["u-yixiao"]
    assert "deviations/2023/weisheng/yiyuan.md" not in pages


@pytest.mark.parametrize("most", [1, 2, 3])
def test_every_link_within_leads_to_a_page_and_to_a_table_on_it(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(module, "MOST_ON_A_PAGE", most)
    pages = view(*EVERYWHERE)
    found = [
        cell.address.partition("#")
        for page in pages.values()
        for table in page.tables
        for one in table.rows
        for cell in one.cells
        if cell.address.startswith("deviations/")
    ]
    assert found
    for address, _, anchor in found:
        page = pages[f"{address.rstrip('/')}.md"]
        assert not anchor or anchor in {table.id for table in page.tables}


@pytest.mark.parametrize("most", [1, 2, 3])
def test_every_lost_row_stands_on_one_page(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(module, "MOST_ON_A_PAGE", most)
    ids = [table.id for page in view(*EVERYWHERE).values() for table in page.tables]
    assert sorted(one for one in ids if one.startswith("u-")) == ["u-erxiao", "u-yixiao", "u-yiyuan"]


def test_without_lost_points_the_list_is_there_and_empty() -> None:
    pages = view(assess())
    assert list(pages) == ["deviations/index.md"]
    assert pages["deviations/index.md"].tables == ()


def test_rows_of_each_project_lead_to_its_own_form() -> None:
    other = row("人数", "≥9人", "1人")
    page = view(assess(SHORT, slug="a"), assess(other, slug="b"))["deviations/2023.md"]
    found = [one.cells[1].address.partition("#")[2] for one in page.tables[-1].rows]
    assert found == [*row_ids((SHORT,)), *row_ids((other,))]
