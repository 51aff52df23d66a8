"""The search box and its dialog, used in Chromium on the site of the real content."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.conftest import serve_folder
from tests.render.search.dialog import BOX, Dialog

pytestmark = pytest.mark.browser

PROJECT = "党建工作专项经费"


@pytest.fixture
def dialog(page: Page, server: str) -> Dialog:
    """The dialog of the home page, not yet open."""
    return Dialog(page, server)


def watch_requests(page: Page, address: str) -> list[str]:
    """Collect the addresses that the page asks for, relative to the site where they lie below it."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.removeprefix(address))

    page.on("request", note)
    return asked


# ---- opening and closing ----


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_keys_open_the_dialog_and_put_the_cursor_into_it(dialog: Dialog, key: str) -> None:
    dialog.page.keyboard.press(key)
    expect(dialog.input).to_be_focused()
    expect(dialog.input).to_have_value("")


def test_escape_closes_the_dialog_at_once_and_gives_the_focus_back(dialog: Dialog) -> None:
    dialog.page.focus(BOX)
    dialog.page.keyboard.press("Enter")
    dialog.ask("经费")
    dialog.page.keyboard.press("Escape")
    expect(dialog.frame).to_be_hidden()
    expect(dialog.page.locator(BOX)).to_be_focused()


@pytest.mark.parametrize(
    "leave", [lambda one: one.frame.get_by_text("关闭").click(), lambda one: one.page.mouse.click(9, 600)]
)
def test_a_click_on_close_or_beside_the_dialog_closes_it(
    dialog: Dialog, leave: Callable[[Dialog], None]
) -> None:
    dialog.open()
    leave(dialog)
    expect(dialog.frame).to_be_hidden()


def test_opened_again_the_dialog_offers_what_was_typed_before(dialog: Dialog) -> None:
    dialog.open().ask("体检")
    dialog.page.keyboard.press("Escape")
    dialog.page.keyboard.press("/")
    expect(dialog.input).to_be_focused()
    dialog.page.keyboard.type("补贴")
    expect(dialog.input).to_have_value("补贴")


def test_a_slash_in_a_field_is_a_slash(dialog: Dialog) -> None:
    dialog.open().input.press_sequentially("GB/T")
    expect(dialog.input).to_have_value("GB/T")


def test_the_focus_stays_inside_the_dialog(dialog: Dialog) -> None:
    dialog.open().ask("体检完成率")
    for _ in range(12):
        dialog.page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        assert dialog.page.evaluate(inside)


@pytest.mark.parametrize("path", ["years/", "units/xianghuaqiao-dangqun/", "rules/", "about/", "404.html"])
def test_the_box_is_on_every_page(page: Page, server: str, path: str) -> None:
    assert PROJECT in Dialog(page, server + path).open().ask(PROJECT)


def test_without_scripts_there_is_no_box(browser: Browser, server: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(server)
    expect(page.locator(BOX)).to_be_hidden()
    page.close()


# ---- asking ----


def test_results_come_while_typing(dialog: Dialog) -> None:
    dialog.open().input.press_sequentially("体检完成率")
    expect(dialog.links.first).to_have_text(PROJECT)


def test_text_composed_by_an_input_method_is_looked_for_when_it_is_done(dialog: Dialog) -> None:
    dialog.open()
    session = dialog.page.context.new_cdp_session(dialog.page)
    dialog.page.clock.install()
    session.send("Input.imeSetComposition", {"text": "ti'jian", "selectionStart": 7, "selectionEnd": 7})
    dialog.page.clock.run_for(1000)
    expect(dialog.input).to_have_value("ti'jian")
    expect(dialog.frame).not_to_have_attribute("data-busy", "")
    assert dialog.read_status() == ""
    dialog.page.clock.resume()
    session.send("Input.insertText", {"text": "体检完成率"})
    expect(dialog.links.first).to_have_text(PROJECT)


def test_matches_are_marked_in_an_excerpt_that_reads_as_it_was_written(dialog: Dialog) -> None:
    dialog.open().ask("体检完成率")
    excerpt = dialog.items.first.locator(".jx-search__excerpt")
    assert excerpt.locator("mark").all_inner_texts() == ["体检完成率", "体检完成率"]
    assert excerpt.inner_text().startswith(
        "两新党组织人员体检完成率 | =100% | 基本完成 | 体检完成率85.8%，体检时间迟于"
    )


def test_the_facts_of_a_project_stand_below_its_title(dialog: Dialog) -> None:
    dialog.open().ask(PROJECT)
    item = dialog.items.first
    assert item.locator(".jx-search__kind").inner_text() == "项目"
    facts = item.locator(".jx-search__facts span").all_inner_texts()
    assert facts[0] == "2023年度"
    assert {"执行率：90.56%", "认定得分：96.56", "等级：优"} <= set(facts)


def test_the_number_of_results_is_told(dialog: Dialog) -> None:
    titles = dialog.open().ask("体检完成率")
    assert dialog.read_status() == f"找到 {len(titles)} 项"


def test_nothing_found_is_told_with_advice(dialog: Dialog) -> None:
    assert dialog.open().ask("火星 探测") == []
    assert dialog.read_status() == "没有同时含有“火星”、“探测”的页面。"
    advice = dialog.frame.locator("[data-when=none]")
    expect(advice).to_contain_text("中间加空格")
    advice.get_by_role("link", name="单位").click()
    expect(dialog.page).to_have_url(re.compile(r"/units/$"))


def test_marks_alone_are_no_question(dialog: Dialog) -> None:
    assert dialog.open().ask("“、”…") == []
    assert "标点" in dialog.read_status()


def test_an_emptied_field_shows_the_hints_again(dialog: Dialog) -> None:
    dialog.open().ask("体检")
    assert dialog.ask("") == []
    expect(dialog.frame.locator("[data-when=empty]")).to_be_visible()


def test_a_result_opens_its_page(dialog: Dialog) -> None:
    dialog.open().ask(PROJECT)
    dialog.links.first.click()
    expect(dialog.page).to_have_url(re.compile(r"/projects/2023/xianghuaqiao-dangqun/dangjian-gongzuo/$"))
    expect(dialog.page.locator("h1")).to_contain_text(PROJECT)


def test_results_are_reached_by_the_arrow_keys(dialog: Dialog) -> None:
    dialog.open().ask("党群")
    dialog.page.keyboard.press("ArrowDown")
    dialog.page.keyboard.press("ArrowDown")
    expect(dialog.links.nth(1)).to_be_focused()
    dialog.page.keyboard.press("ArrowUp")
    dialog.page.keyboard.press("ArrowUp")
    expect(dialog.input).to_be_focused()
    dialog.page.keyboard.press("ArrowDown")
    dialog.page.keyboard.press("Enter")
    expect(dialog.page).to_have_url(re.compile(r"/projects/2023/"))


def test_links_hold_where_the_site_lies_below_a_folder(page: Page, site: Path) -> None:
    with serve_folder(site.parent) as address:
        dialog = Dialog(page, f"{address}{site.name}/units/")
        dialog.open().ask(PROJECT)
        dialog.links.first.click()
        expect(page.locator("h1")).to_contain_text(PROJECT)
        assert page.url.startswith(f"{address}{site.name}/projects/")


# ---- filters and sorts ----


def test_filters_offer_what_there_is(dialog: Dialog) -> None:
    dialog.open().choose(year="2023")
    for name, choices in {
        "year": ["全部", "2023"],
        "department": ["全部", "上海市青浦区香花桥街道办事处"],
        "unit": ["全部", "上海市青浦区香花桥街道社区党群服务中心"],
        "grade": ["全部", "优"],
    }.items():
        assert dialog.find_select(name).locator("option").all_inner_texts() == choices


def test_a_filter_keeps_only_what_fits_and_says_so(dialog: Dialog) -> None:
    everything = dialog.open().ask("得分")
    chosen = dialog.choose(year="2023", grade="优")
    assert len(chosen) == 4
    assert len(everything) > 4
    expect(dialog.frame.locator(".jx-search__chosen")).to_have_text("2023，优")


def test_filters_without_text_list_all_that_fits(dialog: Dialog) -> None:
    dialog.open().choose(unit="上海市青浦区香花桥街道社区党群服务中心")
    assert dialog.read_status() == "共 6 项"  # the unit's own page and its disclosure texts among them


@pytest.mark.parametrize(
    ("sort", "fact", "values"),
    [
        ("得分高的在前", "认定得分：", ["100", "99.99", "96.56", "95.22"]),
        ("预算多的在前", "预算数：", ["1,500,000元", "829,000元", "782,000元", "650,000元"]),
        ("执行率高的在前", "执行率：", ["100.00%", "99.91%", "92.22%", "90.56%"]),
    ],
)
def test_projects_are_sorted(dialog: Dialog, sort: str, fact: str, values: list[str]) -> None:
    dialog.open().choose(sort=sort)
    facts = dialog.frame.locator(".jx-search__facts span").all_inner_texts()
    assert [text.removeprefix(fact) for text in facts if text.startswith(fact)] == values


def test_filters_and_sorts_are_cleared_together(dialog: Dialog) -> None:
    before = dialog.open().ask("得分")
    dialog.choose(year="2023", sort="得分高的在前")
    dialog.frame.locator("form .jx-search__reset").click()
    assert dialog.read_titles() == before


# ---- what is asked of the server ----


def test_nothing_but_the_box_is_loaded_before_it_is_used(page: Page, server: str) -> None:
    asked = watch_requests(page, server)
    Dialog(page, server)
    assert [path for path in asked if "search" in path and path.endswith(".js")] == [
        "assets/javascripts/search.js"
    ]
    assert not any(path.startswith("pagefind/") for path in asked)


def test_searching_asks_no_other_site_and_never_for_materials_search(page: Page, server: str) -> None:
    asked = watch_requests(page, server)
    dialog = Dialog(page, server)
    dialog.open().ask("体检完成率")
    dialog.choose(year="2023", sort="得分高的在前")
    assert not [path for path in asked if path.startswith(("http:", "https:", "//"))]
    assert not [path for path in asked if "lunr" in path or "workers" in path or "search_index" in path]


def test_the_first_answer_is_here_after_less_than_300_kilobytes(page: Page, server: str) -> None:
    sizes: list[int] = []
    dialog = Dialog(page, server)
    page.on("response", lambda response: sizes.append(int(response.headers.get("content-length", 0))))
    dialog.open().ask("体检完成率")
    assert 0 < sum(sizes) < 300_000


def test_a_failure_is_told_and_the_next_question_tries_again(dialog: Dialog) -> None:
    dialog.page.route("**/pagefind/shards.json", lambda route: route.abort())
    dialog.open().ask("体检")
    assert "请检查网络" in dialog.read_status()
    dialog.page.unroute("**/pagefind/shards.json")
    assert PROJECT in dialog.ask("体检")


def test_a_lost_connection_is_not_taken_for_an_answer(dialog: Dialog) -> None:
    with dialog.page.expect_response("**/wasm*"):
        dialog.open()
    dialog.page.context.set_offline(True)
    assert dialog.ask("体检") == []
    assert "请检查网络" in dialog.read_status()
    dialog.page.context.set_offline(False)
    assert PROJECT in dialog.ask("体检")


def test_a_result_that_could_not_be_had_is_asked_for_again(dialog: Dialog) -> None:
    dialog.page.route("**/fragment/**", lambda route: route.abort())
    dialog.open().ask("体检")
    assert "请检查网络" in dialog.read_status()
    dialog.page.unroute("**/fragment/**")
    assert PROJECT in dialog.ask("体检")


def test_filters_that_could_not_be_had_are_asked_for_again(dialog: Dialog) -> None:
    dialog.page.route("**/pagefind/shards.json", lambda route: route.abort())
    summary = dialog.open().frame.locator("summary")
    summary.click()
    expect(dialog.frame.locator(".jx-search__status")).to_contain_text("请检查网络")
    summary.click()
    dialog.page.unroute("**/pagefind/shards.json")
    assert len(dialog.choose(year="2023")) == 6  # with who filed that year, and what lost points


# ---- looks ----


WIDER = """() => [...document.querySelectorAll("dialog, dialog *")]
  .filter((one) => one.scrollWidth > innerWidth || one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML)"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    dialog = Dialog(page, server)
    dialog.open().ask("党群")
    dialog.choose(sort="得分高的在前")
    assert page.evaluate(WIDER) == []


# ---- what a strict policy allows ----

# What is left out, fonts and frames among it, falls under the first.
POLICY = "default-src 'none'; connect-src 'self'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
COLLECT = "addEventListener('securitypolicyviolation', (one) => (window.violations ??= []).push(one.violatedDirective))"


def test_nothing_of_the_search_needs_more_than_a_strict_policy_allows(page: Page, server: str) -> None:
    def add_policy(route: Route) -> None:
        response = route.fetch()
        route.fulfill(
            response=response, headers={**response.headers, "content-security-policy-report-only": POLICY}
        )

    page.route("**/*", add_policy)
    page.add_init_script(COLLECT)
    dialog = Dialog(page, server)
    page.evaluate("window.violations = []")  # those of the theme's own inline scripts
    dialog.open().ask("体检完成率")
    dialog.choose(year="2023", sort="得分高的在前")
    assert page.evaluate("window.violations") == []
