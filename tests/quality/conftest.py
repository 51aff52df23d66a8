"""A site that has everything a site can have, and Chromium's visit to each kind of its pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.pipeline import build
from generator.publish.order import BuildOrder
from generator.runtime.progress import Silence
from tests.conftest import serve_folder
from tests.inline import CONTENT
from tests.quality.kinds import choose_pages
from tests.quality.layouts import LAYOUTS
from tests.quality.visits import Visit, visit
from tests.repositories import ENVIRONMENT, commit, git

UNIT = "xianghuaqiao-dangqun"
FORM = "dangqun-guifanhua.toml"
SETTINGS = {
    'url = ""': 'url = "https://jixiao.test"',
    'repository = ""': 'repository = "https://code.test/jixiao"',
}


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a repository with two days of history, that knows its address, and in it the real content.

    One of its projects has earlier years: the first of them was withdrawn later. Other forms are of other layouts.
    """
    folder = tmp_path_factory.mktemp("grown")
    projects = folder / "content/projects"
    shutil.copytree(CONTENT, folder / "content")
    settle(folder / "content/site.toml")
    form = (projects / "2023" / UNIT / FORM).read_text(encoding="utf-8")
    for slug, text in LAYOUTS.items():
        (projects / "2023" / UNIT / f"{slug}.toml").write_text(text, encoding="utf-8")
    git(folder, "init", "-q")
    for year in ("2021", "2022"):
        (projects / year / UNIT).mkdir(parents=True)
        (projects / year / UNIT / FORM).write_text(form.replace("≥83个", "≥80个"), encoding="utf-8")
    commit_on(folder, "2024-03-01")
    withdrawn = form.replace('"published"', '"withdrawn"\nwithdrawal = "数字填错了。"')
    (projects / "2021" / UNIT / FORM).write_text(withdrawn, encoding="utf-8")
    commit_on(folder, "2024-05-02")
    return build(BuildOrder(folder / "content", folder / "build"), Silence()).site


def settle(file: Path) -> None:
    """Tell a site where it stands, and where its content lies."""
    text = file.read_text(encoding="utf-8")
    for before, after in SETTINGS.items():
        assert before in text
        text = text.replace(before, after, 1)
    file.write_text(text, encoding="utf-8")


def commit_on(folder: Path, day: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            patch.setitem(ENVIRONMENT, name, f"{day}T12:00:00+08:00")
        commit(folder)


@pytest.fixture(scope="session")
def pages(grown: Path) -> list[str]:
    """The addresses of the pages to look at."""
    return choose_pages(grown)


@pytest.fixture(scope="session")
def address(grown: Path) -> Iterator[str]:
    """The address of that site on this machine."""
    with serve_folder(grown) as address:
        yield address


@pytest.fixture(scope="session")
def visits(
    browser: Browser, browser_context_args: dict[str, Any], address: str, pages: list[str]
) -> dict[str, Visit]:
    """What was seen and heard on each page; search, which is the same on all, is used on one of each depth."""
    context = browser.new_context(**browser_context_args, reduced_motion="reduce")
    deep = {page.count("/"): page for page in reversed(pages)}
    try:
        return {
            page: visit(context, address, page, searching=deep[page.count("/")] == page) for page in pages
        }
    finally:
        context.close()
