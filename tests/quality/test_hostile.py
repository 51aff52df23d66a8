"""Hostile files through a whole build: whatever is published shows them as the texts they are."""

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from playwright.sync_api import Browser, Page

from generator.pipeline import build
from generator.publish.order import BuildOrder
from generator.runtime.progress import Silence
from tests.conftest import serve_folder
from tests.inline import CONTENT
from tests.quality.conftest import commit_on, settle
from tests.quality.kinds import choose_pages
from tests.quality.visits import listen
from tests.render.hostile import ELSEWHERE, FORMULAS, TEXTS
from tests.render.markup import parse, text_of
from tests.render.search.dialog import Dialog
from tests.render.test_escaping import shown
from tests.repositories import git

ALL = (*TEXTS, *FORMULAS)
FORM = """name = {0}
status = "published"
source = {0}
code = {1}
departments = [{0}, {0}]
period = {1}
filed = {1}
[facts]
{1} = {0}
[funds]
weight = 10
method = {0}
explanation = {0}
total = {{ initial = 100, adjusted = 100, executed = 90 }}
sources = [
  {{ name = {0}, initial = 100, adjusted = 100, executed = 90, rate = {1}, weight = 10, score = 9 }},
  {{ name = {0}, breakdown = {0}, executed = 90, rate = {1} }},
]
[[goals]]
expected = {0}
actual = {0}
[[indicators]]
level1 = {0}
level2 = {0}
name = {0}
target = {0}
actual = {0}
explanation = {0}
method = {0}
weight = 90
score = 80
reviewed = 79
goal = 1
[[indicators]]
name = {0}
merged = true
method = {0}
goal = 1
[[notes]]
title = {0}
text = {0}
[reported]
total = 89
grade = {1}
"""


def write_toml(text: str) -> str:
    """Write a text as TOML does, which has its signs as JSON does but for the last control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of files that say a hostile text in all their fields; what cannot be loaded has no page."""
    folder = tmp_path_factory.mktemp("hostile")
    content = folder / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("projects"))
    settle(content / "site.toml")
    name = write_toml(TEXTS[2])
    organisations = f"[departments.one]\nname = {name}\n[units.one]\nname = {name}\ndepartment = 'one'\n"
    (content / "organisations.toml").write_text(organisations, encoding="utf-8")
    site = (content / "site.toml").read_text(encoding="utf-8")
    for said in ("财政项目支出绩效自评公开", "绩效自评公开示例站"):
        assert f'"{said}"' in site
        site = site.replace(f'"{said}"', name)
    (content / "site.toml").write_text(site, encoding="utf-8")
    (content / "projects/2023/one").mkdir(parents=True)
    for number, text in enumerate(ALL):
        file = content / f"projects/2023/one/p{number}.toml"
        file.write_text(FORM.format(write_toml(text), write_toml(text[:100])), encoding="utf-8")
    git(folder, "init", "-q")
    commit_on(folder, "2024-03-01")
    return build(BuildOrder(content, folder / "build"), Silence()).site


@pytest.fixture(scope="module")
def said(hostile: Path) -> dict[int, str]:
    """The texts that were taken up, by the numbers of their pages."""
    there = {number: text for number, text in enumerate(ALL) if find_page(hostile, number).is_file()}
    assert len(there) > len(ALL) - 5
    return there


def find_page(site: Path, number: int) -> Path:
    return site / f"projects/2023/one/p{number}/index.html"


def test_pages_show_the_texts(hostile: Path, said: dict[int, str]) -> None:
    for number, text in said.items():
        (heading,) = parse(find_page(hostile, number).read_text(encoding="utf-8")).iter("h1")
        assert text_of(heading).removesuffix("¶").strip() == shown(text)


def test_linked_data_says_the_texts(hostile: Path, said: dict[int, str]) -> None:
    for number, text in said.items():
        tree = parse(find_page(hostile, number).read_text(encoding="utf-8"))
        (script,) = (one for one in tree.iter("script") if one.get("type") == "application/ld+json")
        assert json.loads(script.text or "")["name"].startswith(" ".join(text.split()))


def test_the_feed_says_the_texts(hostile: Path, said: dict[int, str]) -> None:
    feed = fromstring((hostile / "updates/feed.xml").read_bytes())
    titles = " ".join("".join(one.itertext()) for one in feed.iter("{http://www.w3.org/2005/Atom}title"))
    missing = [text for text in said.values() if shown(text) not in " ".join(titles.split())]
    assert missing == []


def test_no_cell_of_a_table_starts_a_formula(hostile: Path, said: dict[int, str]) -> None:
    files = list((hostile / "data").rglob("*.csv"))
    assert files
    for file in files:
        cells = [cell for row in csv.reader(file.open(encoding="utf-8-sig", newline="")) for cell in row]
        assert [
            one
            for one in cells
            if one.startswith(("=", "+", "@", "\t", "\r")) or (one.startswith("-") and not is_number(one))
        ] == []
    names = {
        row["name"]
        for row in csv.DictReader((hostile / "data/projects.csv").open(encoding="utf-8-sig", newline=""))
    }
    assert {f"'{text}" for text in FORMULAS} <= names


def is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()


MADE = """() => [
  ...document.querySelectorAll("article :is(img, iframe, object, embed, form:not([class]), style, base)"),
  ...document.querySelectorAll("article :is([onclick], [onerror], [onload], [ontoggle], [onmouseover])"),
  ...document.querySelectorAll("dialog :is(img, iframe, object), script[src*='elsewhere']"),
].map((one) => one.outerHTML.slice(0, 200))"""
"""What only a text could have made."""


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A page that heeds no policy, which must not be what saves us; tests/render/test_hostile.py visits under it."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_a_browser_makes_nothing_of_the_texts(visitor: Page, hostile: Path, said: dict[int, str]) -> None:
    kinds = [page for page in choose_pages(hostile) if not page.startswith(("rules/", "projects/"))]
    with serve_folder(hostile) as server:
        noises = listen(visitor, server)
        made: dict[str, Any] = {}
        for address in (*kinds, *(f"projects/2023/one/p{number}/" for number in said)):
            visitor.goto(server + address, wait_until="domcontentloaded")
            made[address] = visitor.evaluate(MADE)
        dialog = Dialog(visitor, f"{server}explore/").open()
        for text in ("alert", ELSEWHERE, "onerror", *FORMULAS[:1]):
            assert dialog.ask(text)
            made[text] = visitor.evaluate(MADE)
    assert {where: what for where, what in made.items() if what} == {}
    assert [
        one for one in noises if not one.startswith(f"failed: {server}")
    ] == []  # left before all was there
