"""A project's page in Chromium: as it prints, what can be copied from it, and what it says to machines."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.pipeline import build
from generator.publish.order import BuildOrder
from generator.runtime.progress import Silence
from tests.conftest import serve_folder
from tests.inline import CONTENT
from tests.render.test_browser import read_pdf, squeeze
from tests.render.thirty_rows import SENTENCE, name_row, write_long_goal, write_thirty_rows

pytestmark = pytest.mark.browser

FOLDER = "projects/2023/xianghuaqiao-dangqun"
LONG = f"{FOLDER}/dangjian-gongzuo/"
LONG_FORMS = {"sanshi": {}, "changwen": {3: SENTENCE * 5, 14: SENTENCE * 20, 25: SENTENCE * 55}}
ENDLESS = 25
"""The row of `changwen` that is longer than a sheet."""
HEAVIEST = 60_000
"""Bytes that the HTML of a project's page may have."""
NO_PDF_READER = "there is no poppler here to read the printed form with: install Debian's `poppler-utils`"


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that says where it stands, with a project of three years; the first is withdrawn."""
    folder = tmp_path_factory.mktemp("years")
    shutil.copytree(CONTENT, folder / "content")
    site = folder / "content/site.toml"
    site.write_text(site.read_text().replace('url = ""', 'url = "https://jixiao.test"', 1))
    projects = folder / "content/projects"
    form = (projects / "2023/xianghuaqiao-dangqun/dangqun-guifanhua.toml").read_text()
    withdrawn = form.replace('"published"', '"withdrawn"\nwithdrawal = "数字填错了。"')
    for year, text in ((2021, withdrawn), (2022, form.replace("≥83个", "≥80个"))):
        file = projects / str(year) / "xianghuaqiao-dangqun/dangqun-guifanhua.toml"
        file.parent.mkdir(parents=True)
        file.write_text(text)
    for slug, explanations in LONG_FORMS.items():
        file = projects / FOLDER.removeprefix("projects/") / f"{slug}.toml"
        file.write_text(write_thirty_rows(explanations))
    (file.parent / "changmubiao.toml").write_text(write_long_goal(70))
    with serve_folder(build(BuildOrder(folder / "content", folder / "build"), Silence()).site) as server:
        yield server


def print_form(page: Page, folder: Path) -> Path:
    """Print a page on the paper that it asks for."""
    if not shutil.which("pdftotext"):
        pytest.skip(NO_PDF_READER)
    page.pdf(path=folder / "form.pdf", prefer_css_page_size=True)
    return folder / "form.pdf"


def read_sheets(file: Path, folder: Path) -> list[str]:
    """Read each sheet of a PDF by itself, without white space."""
    whole = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True).stdout.decode()
    sheets = []
    for number in range(1, int(re.findall(r"Pages:\s+(\d+)", whole)[0]) + 1):
        chosen = ["-f", str(number), "-l", str(number), str(file), str(folder / "sheet.txt")]
        subprocess.run(["pdftotext", "-raw", *chosen], check=True)
        sheets.append(squeeze((folder / "sheet.txt").read_text()))
    return sheets


def test_the_form_prints_alone_on_a4_on_its_side(page: Page, server: str, tmp_path: Path) -> None:
    page.goto(server + LONG)
    file = print_form(page, tmp_path)
    facts = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True).stdout.decode()
    width, height = map(float, re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", facts)[0])
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 210)
    text = read_pdf(file)
    assert text.index("财政项目支出绩效自评表") < text.index("项目资金") < text.index("总分")
    for furniture in ("检查结果", "数据来源", "分数怎样算出", "引用格式", "首页", "复制", "数据许可"):
        assert furniture not in text


@pytest.mark.parametrize(
    ("slug", "sheets"),
    [
        ("dangjian-gongzuo", 2),
        ("dangqun-guifanhua", 1),
        ("juminqu-fuwu-qunzhong", 1),
        ("juweihui-gongzuo", 1),
    ],
)
def test_no_row_and_no_group_is_torn_between_two_sheets(
    page: Page, server: str, tmp_path: Path, slug: str, sheets: int
) -> None:
    page.goto(f"{server}{FOLDER}/{slug}/")
    groups = page.evaluate(
        """() => {
          const groups = [];
          for (const row of document.querySelectorAll("#indicators tbody tr")) {
            if (row.querySelector("th:not([id]):not([scope=rowgroup])")) groups.push([]);
            groups.at(-1).push(row.cells[row.cells.length - 1].textContent);
          }
          return groups;
        }"""
    )
    found = read_sheets(print_form(page, tmp_path), tmp_path)
    assert len(found) == sheets
    for group in groups:
        formulas = [squeeze(one) for one in group]
        assert sum(all(one in sheet for one in formulas) for sheet in found) >= 1, group
    for sheet in found:
        assert "怎样算出" in sheet  # the head of the table is repeated


@pytest.mark.parametrize("slug", LONG_FORMS)
def test_long_forms_fill_their_sheets_and_tear_no_row(
    page: Page, years: str, tmp_path: Path, slug: str
) -> None:
    page.goto(f"{years}{FOLDER}/{slug}/")
    found = read_sheets(print_form(page, tmp_path), tmp_path)
    assert len(found) == {"sanshi": 3, "changwen": 4}[slug]
    for sheet in found:
        assert "怎样算出" in sheet
        assert "号≥" in sheet, "a sheet with no row on it"
    for number in range(1, 31):
        cells = f"{name_row(number)}≥{number}场{number}场33{LONG_FORMS[slug].get(number, '')}"
        on = [sheet for sheet in found if cells in sheet]
        assert len(on) == (1 if (slug, number) != ("changwen", ENDLESS) else 0), cells
    sentences = sum(map(len, LONG_FORMS[slug].values())) // len(SENTENCE)
    assert sum(sheet.count(SENTENCE) for sheet in found) >= sentences - 1, "one may be divided"


def test_a_long_goal_begins_on_the_first_sheet(page: Page, years: str, tmp_path: Path) -> None:
    page.goto(f"{years}{FOLDER}/changmubiao/")
    first, second = read_sheets(print_form(page, tmp_path), tmp_path)
    assert first.count(SENTENCE) > 5
    assert second.count(SENTENCE) > 5


@pytest.mark.parametrize("width", [390, 1280])
def test_large_amounts_stay_in_their_cells(page: Page, years: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{years}{FOLDER}/changmubiao/")
    cells = page.locator("#funds td:not([colspan])")
    assert all(cells.evaluate_all("cells => cells.map(one => one.scrollWidth <= one.clientWidth + 1)"))


def test_on_a_phone_the_reason_for_unspent_money_bears_no_name_of_an_amount(page: Page, years: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{years}{FOLDER}/changmubiao/")
    cell = page.locator("#funds td[colspan]")
    assert cell.inner_text() == SENTENCE
    assert cell.evaluate("one => getComputedStyle(one, '::before').content") == "none"


def test_a_withdrawn_form_says_so_on_paper_too(page: Page, years: str, tmp_path: Path) -> None:
    page.goto(years + "projects/2021/xianghuaqiao-dangqun/dangqun-guifanhua/")
    assert "撤回原因：数字填错了。" in page.locator(".jx-banner").inner_text()
    assert "撤回原因：数字填错了。" in read_pdf(print_form(page, tmp_path))


@pytest.mark.parametrize("width", [1280, 390])
def test_the_years_lead_to_one_another(page: Page, years: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{years}{FOLDER}/dangqun-guifanhua/")
    heads = page.locator(".jx-years thead th").all_inner_texts()
    assert [squeeze(one) for one in heads][1:] == ["2021年度已撤回", "2022年度", "2023年度（本表）"]
    page.locator(".jx-years thead a", has_text="2022").click()
    page.wait_for_url("**/projects/2022/**")
    assert "≥80个 → 83" in page.locator(".jx-years").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_can_be_told_from_their_ground(page: Page, server: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # both are among the literals
    page.goto(server + LONG)
    colours = page.locator(".jx-sum rect").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert len(set(colours)) == 3  # whole, left, lost
    widths = page.locator(".jx-sum tbody rect").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert min(widths) > 1


def test_a_permanent_link_can_be_copied(page: Page, server: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server + LONG)
    link = page.locator("#indicators th[id] a").first
    page.locator("#indicators th[id] .jx-copy").first.click()
    page.locator(".jx-copied", has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == link.evaluate("one => one.href")


def test_a_permanent_link_can_be_copied_by_keyboard_and_it_is_said(page: Page, server: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server + LONG)
    link = page.locator("#indicators th[id] a").first
    link.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).opacity") == "1"
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text=f"已复制“{link.inner_text()}”的固定链接").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == link.evaluate("one => one.href")


def test_what_could_not_be_copied_is_said(page: Page, server: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(error.message))
    page.goto(server + LONG)
    page.get_by_role("button", name="复制引用格式").click()
    page.get_by_role("status").filter(has_text="没有复制成功").wait_for()
    assert failures == []


def test_a_permanent_link_is_a_link_without_scripts(browser: Browser, server: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server + LONG)
        link = page.locator("#indicators th[id] a").first
        link.click()
        assert page.url.endswith(link.get_attribute("href") or "nowhere")


def test_a_copied_citation_bears_the_day_of_its_reader(page: Page, years: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{years}{FOLDER}/dangqun-guifanhua/")
    page.get_by_role("button", name="复制引用格式").click()
    page.locator(".jx-copied", has_text="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    day = re.findall(r"\[(\d{4}-\d\d-\d\d)\]\. https://jixiao\.test/projects/2023/", copied)
    assert abs((date.fromisoformat(day[0]) - date.today()).days) <= 1


def test_where_nothing_can_be_copied_no_button_is_shown(page: Page, server: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(server + LONG)
    assert page.locator(".jx-copy").count() == 0
    assert "引用格式" in page.locator(".jx-origin").inner_text()


def test_pages_say_to_machines_what_they_are_about(page: Page, years: str) -> None:
    kinds = {
        f"{FOLDER}/dangjian-gongzuo/": ("article", "Dataset"),
        "units/xianghuaqiao-dangqun/": ("article", "GovernmentOrganization"),
        "departments/xianghuaqiao/": ("article", "GovernmentOrganization"),
    }
    for address, (kind, thing) in kinds.items():
        page.goto(years + address)
        heading = page.locator("h1").evaluate("one => one.firstChild.textContent.trim()")
        assert read_meta(page, "og:title").startswith(heading)
        assert read_meta(page, "og:type") == kind
        assert read_meta(page, "og:url") == f"https://jixiao.test/{address}"
        assert read_meta(page, "og:description") == read_meta(page, "description")
        described = json.loads(page.locator("script[type='application/ld+json']").inner_text())
        assert (described["@type"], described["url"]) == (thing, f"https://jixiao.test/{address}")


def read_meta(page: Page, name: str) -> str:
    found = page.locator(f"meta[name='{name}'], meta[property='{name}']").get_attribute("content")
    assert found
    return found


def test_the_data_of_a_page_lies_where_its_link_leads(page: Page, server: str) -> None:
    page.goto(server + LONG)
    link = page.locator(".jx-origin a", has_text="JSON").evaluate("one => one.href")
    assert page.request.get(link).json()["project"]["name"] == "党建工作专项经费"
    link = page.locator(".jx-origin a", has_text="CSV").evaluate("one => one.href")
    assert "两新党组织人员体检完成率" in page.request.get(link).text()


def test_no_page_of_the_published_forms_is_too_heavy(site: Path) -> None:
    pages = sorted((site / FOLDER).glob("*/index.html"))
    assert len(pages) == 4
    assert max(page.stat().st_size for page in pages) <= HEAVIEST
