"""The whole story told once: what gets a page, what is heard on the way, and what stops it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from generator import pipeline
from generator.check import checking
from generator.check.checking import CannotRunError
from generator.check.rules import ALL_RULES
from generator.model.finding import Finding, Severity
from generator.model.site import Edition
from generator.pipeline import build
from generator.publish.order import BuildOrder
from generator.runtime.progress import Stage
from tests.builds import FIRST, SECOND, list_times, read_tree, replace, run


class Memory:
    """A listener who remembers what he heard."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self.steps: list[tuple[int, int]] = []
        self.over = 0

    def begin(self, stage: Stage) -> None:
        self.stages.append(stage)

    def advance(self, done: int, total: int) -> None:
        self.steps.append((done, total))

    def finish(self) -> None:
        self.over += 1


def stop(*_: object, **__: object) -> NoReturn:
    raise KeyboardInterrupt


def test_failure_of_mkdocs_waits_for_pagefind(order: BuildOrder, monkeypatch: pytest.MonkeyPatch) -> None:
    (order.content / FIRST).unlink()
    waited = []

    class Run:
        def wait(self) -> None:
            waited.append("until the index was made")

    monkeypatch.setattr(pipeline, "start_indexing", lambda *_: Run())
    monkeypatch.setattr(pipeline, "publish", stop)
    with pytest.raises(KeyboardInterrupt):
        run(order)
    assert waited


def test_folder_that_no_build_made_is_not_cleared_out(order: BuildOrder, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "thesis.md").touch()
    with pytest.raises(CannotRunError, match="docs"):
        run(BuildOrder(order.content, folder))
    assert (folder / "docs" / "thesis.md").exists()


@pytest.mark.parametrize(
    "part", ["site", "docs", "site.new", "search", "search-source", "lock", "complete", "memory.json"]
)
def test_part_of_the_build_folder_that_leads_elsewhere_is_left_alone(
    order: BuildOrder, tmp_path: Path, part: str
) -> None:
    elsewhere, link = tmp_path / "elsewhere", order.folder / part
    if link.is_dir() or part == "site.new":
        elsewhere.mkdir()
        (elsewhere / "thesis.md").write_text("mine", encoding="utf-8")
        shutil.rmtree(link, ignore_errors=True)
    else:
        elsewhere.write_text("mine", encoding="utf-8")
        link.unlink()
    link.symlink_to(elsewhere)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    with pytest.raises(CannotRunError, match=f"{link} 是指向别处的链接"):
        run(order)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(
    "folder", [".", "content", "content/build", "content/projects", "link", "content/../content"]
)
def test_build_folder_in_or_around_the_content_is_refused(order: BuildOrder, folder: str) -> None:
    whole = order.content.parent
    (whole / "link").symlink_to("content/pages")
    before = {path: path.stat().st_mtime_ns for path in whole.rglob("*")}
    with pytest.raises(CannotRunError, match="内容文件夹"):
        run(BuildOrder(order.content, whole / folder))
    assert {path: path.stat().st_mtime_ns for path in whole.rglob("*")} == before


def test_settings_that_are_not_there_are_refused(order: BuildOrder) -> None:
    with pytest.raises(CannotRunError, match="--mkdocs-config"):
        run(BuildOrder(order.content, order.folder, settings=Path("nowhere.yml")))


def test_settings_that_mkdocs_cannot_read_are_refused(order: BuildOrder, tmp_path: Path) -> None:
    settings = tmp_path / "my.yml"
    settings.write_text("site_name: [", encoding="utf-8")
    before = list_times(order)
    with pytest.raises(CannotRunError, match=r"读不了 .*my\.yml"):
        run(BuildOrder(order.content, order.folder, settings=settings))
    assert {path: time for path, time in list_times(order).items() if "/site/" in path} == {
        path: time for path, time in before.items() if "/site/" in path
    }


def test_internal_edition_asks_not_to_be_listed(order: BuildOrder) -> None:
    internal = BuildOrder(order.content, order.folder.with_name("internal"), Edition.INTERNAL)
    for one, asks in ((order, False), (internal, True)):
        run(one)
        assert ("X-Robots-Tag: noindex" in (one.site / "_headers").read_text(encoding="utf-8")) is asks
        page = (one.site / FIRST.removesuffix(".toml") / "index.html").read_text(encoding="utf-8")
        assert ('<meta name="robots" content="noindex">' in page) is asks


def test_projects_with_errors_have_no_page_and_stop_no_other(order: BuildOrder) -> None:
    everything = run(order).projects
    (order.content / FIRST).write_text("name = ", encoding="utf-8")
    built = run(order)
    assert built.projects == everything - 1
    assert FIRST in {one.path for one in built.checked.findings if one.severity is Severity.ERROR}
    assert not (order.site / FIRST.removesuffix(".toml")).exists()
    assert (order.site / SECOND.removesuffix(".toml") / "index.html").is_file()


def test_project_with_a_finding_that_must_be_mended_has_no_page(
    order: BuildOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    grave = Finding("P001", "private", Severity.ERROR, FIRST, "有身份证号。")
    light = Finding("S002", "sum", Severity.WARNING, SECOND, "总分不对。")
    monkeypatch.setattr(checking, "judge_collection", lambda *_: (grave, light))
    monkeypatch.setattr(pipeline, "CATALOGUE", tuple(rule.page() for rule in ALL_RULES))
    run(order)
    assert not (order.site / FIRST.removesuffix(".toml")).exists()
    assert (order.site / SECOND.removesuffix(".toml") / "index.html").is_file()


def test_what_a_link_leads_to_is_not_published(order: BuildOrder, tmp_path: Path) -> None:
    secret = "SecretOfTheHouse"
    replace(order.content / FIRST, 'status = "published"', f'status = "draft"\nsource = "{secret}"')
    (tmp_path / "token").write_text(secret, encoding="utf-8")
    pages = order.content / "pages"
    pages.mkdir(exist_ok=True)
    (pages / "about.md").unlink(missing_ok=True)
    (pages / "about.md").symlink_to(order.content / FIRST)
    (pages / "token.md").symlink_to(tmp_path / "token")
    built = run(order)
    links = {one.path for one in built.checked.findings if one.rule == "link-in-content"}
    assert links == {"pages/about.md", "pages/token.md"}
    assert not [path for path, content in read_tree(order).items() if secret.encode() in content]


def test_no_number_of_a_person_beside_forms_is_published_and_nothing_else_is_stopped(
    order: BuildOrder,
) -> None:
    number = b"13800138000"
    page = order.content / "pages/contacts.md"
    page.parent.mkdir(exist_ok=True)
    page.write_bytes(b"# List\n\n" + number)
    organisations = order.content / "organisations.toml"
    text = organisations.read_text(encoding="utf-8")
    organisations.write_text(
        text.replace('name = "', f'note = "{number.decode()}"\nname = "', 1), encoding="utf-8"
    )
    run(order)
    published = read_tree(order)
    assert not [path for path, content in published.items() if number in content]
    assert "site/contacts/index.html" not in published
    assert f"site/{FIRST.removesuffix('.toml')}/index.html" in published


def test_drafts_are_for_the_internal_edition_only(order: BuildOrder) -> None:
    replace(order.content / FIRST, 'status = "published"', 'status = "draft"')
    internal = run(BuildOrder(order.content, order.folder.with_name("internal"), Edition.INTERNAL))
    public = run(order)
    assert internal.projects == public.projects + 1


@pytest.mark.parametrize("file", ["site.toml", "organisations.toml", "profiles/shanghai.toml"])
def test_site_that_nobody_publishes_cannot_be_built(order: BuildOrder, file: str) -> None:
    before = list_times(order)
    (order.content / file).write_text("title = ", encoding="utf-8")
    with pytest.raises(CannotRunError):
        run(order)
    assert list_times(order) == before


def test_listener_hears_every_stage_in_order_and_no_step_too_many(base: Path, tmp_path: Path) -> None:
    memory = Memory()
    build(BuildOrder(base / "content", tmp_path), memory)
    *before, export, write, publish, search = list(Stage)
    assert memory.stages == [*before, search, export, write, publish, search], (
        "Pagefind begins when both cores are not needed for pages any more, and ends last"
    )
    assert all(0 < done <= total for done, total in memory.steps if done)
    assert memory.over


def test_two_processes_give_the_same_bytes_as_one(
    base: Path, tmp_path: Path, use_copies: Callable[[], None]
) -> None:
    use_copies()
    order = BuildOrder(base / "content", tmp_path)
    run(order)
    assert read_tree(order) == read_tree(BuildOrder(base / "content", base / "build"))
    before = list_times(order)
    run(order)
    assert list_times(order) == before


def test_same_content_in_another_place_gives_the_same_bytes(base: Path, tmp_path: Path) -> None:
    shutil.copytree(base / "content", tmp_path / "elsewhere")
    here = BuildOrder(base / "content", base / "build")
    there = BuildOrder(Path(os.path.relpath(tmp_path / "elsewhere")), tmp_path / "build")
    run(there)
    assert read_tree(there) == read_tree(here)


PAGES = {
    "about": "[](http://]) [甲](https://\u2100.com) [乙](mailto://[) [丙](gone.md) [丁](#gone) ![戊](gone.png)\n",
    "glossary": "---\ntitle: [甲\ntemplate: main.html\n---\n\n## 词\n\n**词**是词。\n",
    "guide": "---\nsearch: &a [*a, *a]\nhide: 1\ntitle: 5\n---\n\n{% include 'x' %} {{ config }} {: onclick=x }\n",
    "open": "甲\n<!-- 乙",
    "brackets": "[" * 6000,
    "quotes": "> " * 2000,
    "emphasis": "*" * 4000 + "**甲" * 2000,
    "rulers": "***\n" * 5000,
}


def test_no_hand_written_page_keeps_the_site_from_being_built(order: BuildOrder) -> None:
    for name, text in PAGES.items():
        file = order.content / "pages" / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    built = run(order)
    told = {finding.path for finding in built.checked.corpus.findings}
    assert told == {
        f"pages/{name}.md" for name in ("about", "open", "brackets", "quotes", "emphasis", "rulers")
    }
    assert "[丙]&#40;gone.md)" in (order.site / "about" / "index.html").read_text(encoding="utf-8")
    assert not (order.site / "pages").exists()
