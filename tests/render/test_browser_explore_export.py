"""What the explore page shows and exports, held against what the generator writes; and hostile texts on it."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.model.organisations import Organisations
from generator.render.exports.delimited import FORMULA_SIGNS, guard
from generator.render.numbers import format_rate, format_score, format_wan
from tests.render.explore import DAY, REVISION, Explore, make_projects, serve_projects
from tests.render.hostile import ELSEWHERE, TEXTS, make_hostile_form, put_everywhere
from tests.render.samples import ORGANISATIONS, assess
from tests.render.test_browser import listen

pytestmark = pytest.mark.browser

FORMULAS = (*(f"{sign}1+1" for sign in FORMULA_SIGNS.replace("\r", "")), "'引号", '说"引号",逗号', "两\n行")
HOSTILE = [text for text in (*FORMULAS, *TEXTS) if text.strip()]
FIGURES = [
    *("0", "0.005", "0.004999999", "12.345", "99.995", "829000.00", "-60", "-1234567.891"),
    *("999999999999999.994", "1000000", "49.999999", "50.00"),
]
KEPT = ("department",)


@pytest.fixture(scope="module")
def explored(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that knows a handful of projects."""
    with serve_projects(site, tmp_path_factory.mktemp("export"), make_projects()) as address:
        yield address


@pytest.fixture
def explore(page: Page, explored: str) -> Explore:
    """The page, with every project read."""
    return Explore(page, explored)


@pytest.fixture(scope="module")
def hostile(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose projects and units bear hostile names."""
    projects = [assess(make_hostile_form(text), slug=f"p{at:03}") for at, text in enumerate(HOSTILE)]
    values = put_everywhere(ORGANISATIONS.model_dump(), HOSTILE[-3], KEPT)
    organisations = Organisations.model_validate(values)
    with serve_projects(site, tmp_path_factory.mktemp("hostile"), projects, organisations) as address:
        yield address


# ---- the file ----


def test_the_file_holds_what_the_view_shows_in_its_order(explore: Explore) -> None:
    shown = explore.choose(year="2023 年度", sort="全年预算数从多到少").names()
    assert [row["项目名称"] for row in explore.read_csv()] == shown


def test_figures_in_the_file_are_as_exact_as_they_were_filed(explore: Explore) -> None:
    (row,) = [row for row in explore.read_csv() if row["项目名称"] == "党建"]
    assert (row["全年预算数（元）"], row["全年执行数（元）"]) == ("829000", "750700")
    assert (row["预算执行率（比值）"], row["自评总分"], row["认定总分"], row["失分"]) == (
        *("0.905548", "96.06", "92.80", "7.20"),
    )


def test_every_row_says_where_it_comes_from_and_by_what_right(explore: Explore, explored: str) -> None:
    rows = explore.choose(year="2022 年度").read_csv()
    (row,) = rows
    assert row["网页"] == f"{explored}projects/2022/yiyuan/tijian/"
    assert row["出处"] == f"{explored}explore/?year=2022"
    assert (row["数据许可"], row["许可全文"]) == (
        *("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    )
    assert (row["数据版本"], row["数据日期"]) == (REVISION, DAY.isoformat())
    date.fromisoformat(row["取用日期"])


def test_the_file_is_one_that_excel_opens_and_bears_the_day_in_its_name(explore: Explore) -> None:
    with explore.page.expect_download() as waiting:
        explore.export.click()
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith("\ufeff项目编号,".encode())
    assert content.endswith(b"\r\n")
    assert waiting.value.suggested_filename.startswith("检索结果-20")
    assert waiting.value.suggested_filename.endswith(".csv")


def test_cells_are_guarded_as_those_of_the_other_downloads_are(explore: Explore) -> None:
    guarded = call(explore.page, "explore-csv.js", "guard", [*FORMULAS, *TEXTS])
    assert guarded == [guard(text) for text in [*FORMULAS, *TEXTS]]


def test_no_cell_of_the_file_can_start_a_formula(page: Page, hostile: str) -> None:
    rows = Explore(page, hostile).read_csv()
    cells = [cell for row in rows for cell in row.values()]
    assert len(rows) == len(HOSTILE)
    assert [cell for cell in cells if cell.startswith(tuple(FORMULA_SIGNS))] == []


# ---- figures ----


def test_figures_are_rounded_as_on_every_other_page(explore: Explore) -> None:
    numbers = [Decimal(text) for text in FIGURES]
    assert show(explore.page, "showWan", FIGURES) == list(map(format_wan, numbers))
    for way, more, written in (
        ("showPoints", (), map(format_score, numbers)),
        ("showShare", ("7",), (format_rate(one / 7) for one in numbers)),
    ):
        shown = show(explore.page, way, FIGURES, *more)
        assert [one.replace(",", "") for one in shown] == list(written)


def show(page: Page, way: str, figures: list[str], *more: str) -> list[str]:
    """Show figures as the page does."""
    shown: list[str] = page.evaluate(
        """async ([way, figures, more]) => {
          const figuring = await import(new URL("../assets/javascripts/explore-figures.js", location.href));
          const rest = more.map(figuring.readFigure);
          return figures.map((one) => figuring[way](figuring.readFigure(one), ...rest));
        }""",
        [way, figures, list(more)],
    )
    return shown


def call(page: Page, module: str, function: str, values: list[Any]) -> list[Any]:
    """Call a function of a module of the page for each value."""
    results: list[Any] = page.evaluate(
        """async ([module, name, values]) => {
          const { [name]: run } = await import(new URL(`../assets/javascripts/${module}`, location.href));
          return values.map((one) => run(one));
        }""",
        [module, function, values],
    )
    return results


# ---- hostile texts ----


def test_hostile_names_read_as_they_are_and_do_nothing(page: Page, hostile: str) -> None:
    noises = listen(page, hostile)
    explore = Explore(page, hostile)
    expected = json.loads(page.evaluate("fetch('2023-1.json').then((one) => one.text())"))["name"]
    names = page.locator(".jx-explore tbody th")
    shown = names.all_text_contents()
    following = page.get_by_role("button", name="下一页")
    while following.is_enabled():
        following.click()
        explore.wait()
        shown += names.all_text_contents()
    assert shown == expected
    assert page.locator(".jx-explore :is(script, img, h1, iframe)").count() == 0
    assert noises == []


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", f'"><script src="//{ELSEWHERE}/x.js">'])
def test_a_hostile_address_only_fills_the_field(page: Page, explored: str, text: str) -> None:
    noises = listen(page, explored)
    page.goto(f"{explored}explore/")
    query = page.evaluate("(text) => `?${new URLSearchParams({ text, unit: text, sort: text })}`", text)
    explore = Explore(page, explored, query)
    assert explore.text.input_value() == text
    assert text in explore.unknown.inner_text()
    assert noises == []
