"""Indicators in use as a reader sees them."""

from generator.model.anchors import row_ids
from generator.model.assessment import Assessment
from generator.render.views.indicators import view_indicators
from generator.render.views.tables import TablePage
from generator.summarise.indicators import gather_indicators
from tests.score.samples import make_profile
from tests.summarise.samples import assess, row


def view(*assessments: Assessment) -> dict[str, TablePage]:
    """The pages by their path."""
    indicators = gather_indicators(assessments, (make_profile(),))
    return {
        path: page
        for path, template, page in view_indicators(indicators)
        if template == "tables" and isinstance(page, TablePage)
    }


def read(page: TablePage) -> list[list[str]]:
    """The cells of the page's first table with their small print."""
    return [["".join((cell.text, *cell.notes)) for cell in row.cells] for row in page.tables[0].rows]


def view_targets(*targets: str) -> str:
    """What the page of the one group says of the targets."""
    pages = view(*(assess(row(target=target), slug=f"s{n}") for n, target in enumerate(targets)))
    (path,) = (path for path in pages if path != "indicators/index.md")
    return read(pages[path])[0][2]


def test_the_list_leads_to_a_page_for_each_group() -> None:
    pages = view(assess(row(), row("准确率", level2="质量指标")))
    cells = [row.cells[0] for row in pages["indicators/index.md"].tables[0].rows]
    assert [cell.text for cell in cells] == ["数量指标", "质量指标"]
    assert {f"{cell.address.rstrip('/')}.md" for cell in cells} == pages.keys() - {"indicators/index.md"}


def test_a_group_counts_projects_and_outcomes_and_leads_to_the_newest_project() -> None:
    pages = view(assess(slug="a"), assess(row(actual="50册"), slug="b"))
    (path,) = (path for path in pages if path != "indicators/index.md")
    assert read(pages[path]) == [["图书册数", "2", "≥100册", "1", "1", "0", "0", "0", "2023 年度"]]
    assert (
        pages[path].tables[0].rows[0].cells[-1].address == f"projects/2023/yixiao/b/#{row_ids((row(),))[0]}"
    )


def test_targets_that_differ_show_median_range_and_what_is_common() -> None:
    assert view_targets("≥90%", "≥90%", "=100%") == (
        "中位数 90%，从 90% 到 100%常见：≥90%（2 次）、=100%（1 次）"
    )


def test_the_median_between_two_targets_is_exact() -> None:
    assert view_targets("≥90%", "≥95%").startswith("中位数 92.5%")


def test_amounts_bear_their_unit() -> None:
    assert view_targets("≥1200册", "≥100册").startswith("中位数 650册，从 100册 到 1,200册")


def test_words_show_the_most_common() -> None:
    assert view_targets("规范", "规范", "及时") == "规范常见：规范（2 次）、及时（1 次）"


def test_one_target_is_shown_as_printed() -> None:
    assert view_targets("=100%") == "=100%"
    assert view_targets("") == "未填"


def test_cells_left_empty_have_a_name_all_the_same() -> None:
    pages = view(assess(row(level1="", level2="")))
    assert read(pages["indicators/index.md"])[0][:2] == ["未写二级指标", "—"]


def test_without_projects_the_list_is_there_and_empty() -> None:
    pages = view()
    assert list(pages) == ["indicators/index.md"]
    assert pages["indicators/index.md"].tables == ()
