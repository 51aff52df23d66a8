"""The explore page in Chromium: finding, sorting, sharing, and what it says to everybody."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.render.numbers import format_rate, format_wan
from generator.summarise.totals import add_up
from tests.quality.visits import find_barriers
from tests.render.explore import Explore, make_projects, serve_projects
from tests.render.test_browser import listen

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def explored(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that knows a handful of projects."""
    with serve_projects(site, tmp_path_factory.mktemp("explore"), make_projects()) as address:
        yield address


@pytest.fixture
def explore(page: Page, explored: str) -> Explore:
    """The page, with every project read."""
    return Explore(page, explored)


# ---- finding ----


def test_all_projects_are_there_at_first_the_newest_year_on_top(explore: Explore) -> None:
    assert explore.names() == ["撤回的", "党建", "宣传", "设备 Ａ", "体检"]


@pytest.mark.parametrize(
    ("name", "label", "names"),
    [
        ("year", "2022 年度", ["体检"]),
        ("department", "卫生健康委员会", ["设备 Ａ", "体检"]),
        ("unit", "社区卫生服务中心", ["设备 Ａ", "体检"]),
        ("grade", "优", ["党建", "宣传", "设备 Ａ", "体检"]),
        ("status", "已撤回", ["撤回的"]),
        ("difference", "认定低于自评", ["撤回的", "党建"]),
        ("difference", "复算高于自评", ["体检"]),
        ("difference", "与自评相同", ["设备 Ａ"]),
        ("difference", "没法相比", ["宣传"]),
    ],
)
def test_a_choice_keeps_what_it_says(explore: Explore, name: str, label: str, names: list[str]) -> None:
    assert explore.choose(**{name: label}).names() == names


def test_choices_hold_together(explore: Explore) -> None:
    assert explore.choose(year="2023 年度", department="卫生健康委员会").names() == ["设备 Ａ"]


def test_a_department_leaves_only_its_units_to_choose_from(explore: Explore) -> None:
    explore.choose(unit="社区党群服务中心").choose(department="卫生健康委员会")
    assert explore.select("unit").locator("option").all_inner_texts() == [
        *("全部", "尚未填报的单位", "社区卫生服务中心")
    ]
    assert explore.select("unit").input_value() == ""
    assert explore.names() == ["设备 Ａ", "体检"]


@pytest.mark.parametrize("text", ["设备", "设备 a", "卫生服务 备", "委员会 Ａ"])
def test_every_word_must_be_in_a_name_whatever_its_width(explore: Explore, text: str) -> None:
    assert explore.type(text).names() == ["设备 Ａ"]


def test_where_nothing_is_found_the_page_says_so(explore: Explore) -> None:
    explore.type("没有这样的")
    expect(explore.status).to_have_text("没有符合这些条件的项目。")
    expect(explore.page.locator(".jx-explore .jx-scroll")).to_be_hidden()
    expect(explore.export).to_be_disabled()


def test_clearing_brings_everything_back(explore: Explore) -> None:
    explore.choose(year="2022 年度").type("体检")
    explore.page.get_by_role("button", name="清除条件").click()
    expect(explore.rows).to_have_count(5)
    assert explore.query() == ""


def test_money_is_added_up_as_on_other_pages(explore: Explore) -> None:
    whole = add_up(make_projects())
    expect(explore.status).to_have_text(
        f"找到 5 个项目，全年预算数合计 {format_wan(whole.budget)} 万元，"
        f"全年执行数合计 {format_wan(whole.spent)} 万元，执行率 {format_rate(whole.rate)}。"
    )


def test_where_no_money_counts_no_sum_is_told(explore: Explore) -> None:
    explore.choose(status="已撤回")
    expect(explore.status).to_have_text("找到 1 个项目。")


# ---- sorting ----


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("全年预算数从多到少", ["宣传", "党建", "体检", "设备 Ａ", "撤回的"]),
        ("全年预算数从少到多", ["设备 Ａ", "党建", "体检", "宣传", "撤回的"]),
        ("全年执行数从多到少", ["党建", "体检", "设备 Ａ", "撤回的", "宣传"]),
        ("自评得分从高到低", ["党建", "设备 Ａ", "体检", "撤回的", "宣传"]),
    ],
)
def test_projects_are_sorted_and_what_cannot_be_ranked_comes_last(
    explore: Explore, sort: str, names: list[str]
) -> None:
    assert explore.choose(sort=sort).names() == names


def test_a_press_on_a_column_sorts_by_it_and_a_second_one_the_other_way(explore: Explore) -> None:
    head = explore.page.locator("th[data-sort=budget]")
    for order in ("descending", "ascending"):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", order)
    assert explore.names()[0] == "设备 Ａ"
    assert explore.select("sort").input_value() == "budget-rising"


# ---- the address ----


def test_the_address_says_what_is_asked(explore: Explore) -> None:
    explore.choose(year="2023 年度", unit="社区卫生服务中心", sort="失分从多到少").type("设备")
    assert explore.query() == "?text=设备&year=2023&unit=yiyuan&sort=lost"


def test_an_address_opens_the_same_view_again(page: Page, explored: str) -> None:
    explore = Explore(
        page, explored, "?text=%E6%9C%8D%E5%8A%A1&year=2023&difference=lowered&sort=lost-rising"
    )
    expect(explore.text).to_have_value("服务")
    expect(explore.select("difference")).to_have_value("lowered")
    assert explore.names() == ["党建", "撤回的"]
    page.reload()
    assert explore.names() == ["党建", "撤回的"]


def test_each_choice_is_one_step_back_and_typing_is_one_altogether(explore: Explore) -> None:
    explore.choose(year="2023 年度").type("设备")
    explore.page.go_back()
    expect(explore.text).to_have_value("")
    expect(explore.select("year")).to_have_value("2023")
    expect(explore.rows).to_have_count(4)
    explore.page.go_back()
    expect(explore.rows).to_have_count(5)
    explore.page.go_forward()
    expect(explore.rows).to_have_count(4)


def test_what_the_site_does_not_know_is_named_and_left_out(page: Page, explored: str) -> None:
    explore = Explore(page, explored, "?unit=<b>nobody</b>&year=2022")
    assert explore.names() == ["体检"]
    expect(explore.unknown).to_have_text("网址里的这些条件本站没有，没有用上：<b>nobody</b>。")
    explore.choose(year="2023 年度")
    assert explore.query() == "?year=2023"
    expect(explore.unknown).to_be_hidden()


@pytest.mark.parametrize(
    ("folder", "name", "value"),
    [
        ("years", "year", "2023"),
        ("departments", "department", "xianghuaqiao"),
        ("units", "unit", "xianghuaqiao-dangqun"),
    ],
)
def test_pages_of_years_departments_and_units_lead_to_their_own_view(
    page: Page, server: str, folder: str, name: str, value: str
) -> None:
    page.goto(f"{server}{folder}/{value}/")
    page.get_by_role("link", name="筛选、排序、导出本页项目").click()
    page.wait_for_selector(".jx-explore[data-answered=whole]")
    expect(page.locator(f".jx-explore select[name={name}]")).to_have_value(value)
    expect(page.locator(".jx-explore tbody tr")).to_have_count(4)


# ---- everybody ----


def test_every_row_leads_to_its_project_and_unit(explore: Explore, explored: str) -> None:
    links = explore.rows.nth(3).locator("a")
    assert links.evaluate_all("all => all.map(one => one.href)") == [
        f"{explored}projects/2023/yiyuan/shebei/",
        f"{explored}units/yiyuan/",
    ]


def test_the_number_of_results_is_said_aloud(explore: Explore) -> None:
    expect(explore.status).to_have_role("status")
    explore.choose(year="2022 年度")
    expect(explore.status).to_contain_text("找到 1 个项目")


def test_everything_works_by_keyboard_alone(explore: Explore) -> None:
    explore.text.focus()
    explore.page.keyboard.type("服务")
    explore.page.keyboard.press("Enter")
    explore.page.keyboard.press("Tab")
    expect(explore.select("year")).to_be_focused()
    explore.page.keyboard.press("ArrowDown")
    expect(explore.select("year")).to_have_value("2023")
    expect(explore.rows).to_have_count(4)
    explore.page.locator("th[data-sort=budget] button").focus()
    explore.page.keyboard.press("Enter")
    assert explore.wait().names()[0] == "宣传"


def test_rows_that_are_shown_already_keep_the_focus(explore: Explore) -> None:
    link = explore.rows.first.locator("a").first
    link.focus()
    explore.page.evaluate(
        "history.pushState(null, '', '?sort=nothing'); dispatchEvent(new Event('popstate'))"
    )
    explore.wait()
    expect(link).to_be_focused()


@pytest.mark.parametrize("width", [1280, 640, 390])
def test_no_width_needs_scrolling_to_the_side(explore: Explore, width: int) -> None:
    explore.page.set_viewport_size({"width": width, "height": 900})
    assert explore.page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_every_value_bears_the_name_of_its_column(explore: Explore) -> None:
    explore.page.set_viewport_size({"width": 390, "height": 900})
    labels = explore.rows.first.locator("td").evaluate_all(
        "all => all.map(one => JSON.parse(getComputedStyle(one, '::before').content))"
    )
    heads = explore.page.locator(".jx-explore thead th").all_text_contents()
    assert labels == heads[1:]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_with_rows_on_the_page(
    explore: Explore, scheme: Literal["light", "dark"], width: int
) -> None:
    explore.choose(sort="失分从多到少")
    assert find_barriers(explore.page, scheme, width) == []


def test_the_page_is_quiet_and_fetches_nothing_from_elsewhere(page: Page, explored: str) -> None:
    noises = listen(page, explored)
    Explore(page, explored).choose(year="2023 年度").type("设备")
    assert noises == []


def test_without_scripts_the_page_says_what_to_do(browser: Browser, explored: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{explored}explore/")
        expect(page.locator(".jx-explore__status")).to_contain_text("要用脚本")
        expect(page.locator(".jx-explore form")).to_be_hidden()
        page.locator(".jx-note").get_by_role("link", name="年度").click()
        expect(page.locator("h1")).to_contain_text("年度")


def test_where_the_data_cannot_be_had_the_page_says_so(page: Page, explored: str) -> None:
    page.route("**/explore/index.json", lambda route: route.abort())
    page.goto(f"{explored}explore/")
    expect(page.get_by_role("alert")).to_contain_text("没有取全")
    expect(page.locator(".jx-explore form")).to_be_hidden()


def test_what_could_be_read_can_be_used_and_is_not_taken_for_everything(page: Page, explored: str) -> None:
    page.route("**/explore/2022-1.json*", lambda route: route.abort())
    page.goto(f"{explored}explore/")
    expect(page.get_by_role("alert")).to_contain_text("没有取全")
    page.locator("input[name=text]").fill("设备")
    expect(page.locator(".jx-explore tbody tr")).to_have_count(1)
    expect(page.get_by_role("alert")).to_contain_text("没有取全")
    expect(page.locator("button[name=export]")).to_be_disabled()
