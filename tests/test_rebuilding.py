"""A site brought back into step with its content must be what a clean build gives.

What is compared is every file of the Markdown and of the site, byte for byte, but for three kinds of files that
Pagefind itself writes in another order each time; what those are made of stands in the names of their folders.
"""

import dataclasses
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from generator import pipeline
from generator.model.assessment import Assessment
from generator.model.finding import Finding
from generator.model.site import Edition
from generator.publish import mkdocs, state
from generator.publish.order import BuildOrder
from generator.publish.write import Changes, write_changes
from generator.render.render import Renderer
from generator.render.search import IndexingError
from tests.builds import FIRST, SECOND, list_times, read_tree, replace, run


def expect_clean_build(order: BuildOrder) -> None:
    """Hold a build against a clean one of the same content in another folder."""
    clean = dataclasses.replace(order, folder=order.folder.with_name("clean"))
    run(clean)
    actual, expected = read_tree(order), read_tree(clean)
    assert sorted(actual) == sorted(expected)
    assert [path for path in expected if actual[path] != expected[path]] == []
    assert list_folders(order.site) == list_folders(clean.site), "folders are left over"


def expect_every_page_anew(order: BuildOrder, before: dict[str, int]) -> None:
    """Hold times against those before: no page of the site may be left from then."""
    after = list_times(order)
    pages = [path for path in after if path.endswith("index.html")]
    assert pages
    assert [path for path in pages if after[path] == before.get(path)] == []


def list_folders(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())


def change_project(content: Path) -> None:
    replace(content / FIRST, 'expected = "', 'expected = "改了：')


def add_project(content: Path) -> None:
    new = content / "projects/2024/hecheng-0000/xinzeng.toml"
    new.parent.mkdir(parents=True)
    shutil.copyfile(content / FIRST, new)


def rename_project(content: Path) -> None:
    (content / FIRST).rename((content / FIRST).with_name("gaiming.toml"))


def remove_projects(content: Path) -> None:
    shutil.rmtree(content / "projects/2019")
    (content / SECOND).unlink()


def unpublish_project(content: Path) -> None:
    replace(content / FIRST, 'status = "published"', 'status = "draft"')


def break_project(content: Path) -> None:
    (content / FIRST).write_text("name = ", encoding="utf-8")


def rename_unit(content: Path) -> None:
    replace(
        content / "organisations.toml", '[units.hecheng-0000]\nname = "', '[units.hecheng-0000]\nname = "新名'
    )


def write_page(content: Path) -> None:
    (content / "pages" / "shuoming.md").write_text(
        "# 说明\n\n见[名词解释](../glossary.md)。\n", encoding="utf-8"
    )


def change_everything(content: Path) -> None:
    for step in (add_project, rename_project, write_page, rename_unit):
        step(content)
    (content / SECOND).unlink()


@pytest.mark.parametrize(
    "step",
    [
        change_project,
        add_project,
        rename_project,
        remove_projects,
        unpublish_project,
        break_project,
        rename_unit,
        write_page,
        change_everything,
    ],
)
def test_rebuild_gives_what_a_clean_build_gives(order: BuildOrder, step: Callable[[Path], None]) -> None:
    before = read_tree(order)
    step(order.content)
    run(order)
    assert read_tree(order) != before
    expect_clean_build(order)


def test_rebuild_of_unchanged_content_touches_nothing(order: BuildOrder) -> None:
    before = list_times(order)
    run(order)
    assert list_times(order) == before


def test_rebuild_touches_only_what_a_change_shows_in(order: BuildOrder) -> None:
    before = list_times(order)
    change_project(order.content)
    run(order)
    changed = {path for path, time in list_times(order).items() if time != before.get(path)}
    own = {path for path in changed if path.endswith((".md", "index.html")) and "pagefind" not in path}
    assert own == {
        str(order.docs / f"{FIRST.removesuffix('.toml')}.md"),
        str(order.site / FIRST.removesuffix(".toml") / "index.html"),
    }


def test_only_projects_that_changed_are_rendered_again(
    order: BuildOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    render = Renderer.project_page

    def note(self: Renderer, assessment: Assessment, findings: Iterable[Finding] = ()) -> str:
        rendered.append(assessment.project.place.path)
        return render(self, assessment, findings)

    monkeypatch.setattr(Renderer, "project_page", note)
    change_project(order.content)
    run(order)
    assert rendered == [FIRST]


def test_order_for_a_clean_build_is_one(order: BuildOrder) -> None:
    before = list_times(order)
    run(BuildOrder(order.content, order.folder, clean=True))
    expect_every_page_anew(order, before)


def test_change_of_the_publisher_makes_a_clean_build(order: BuildOrder) -> None:
    before = list_times(order)
    replace(order.content / "site.toml", 'publisher = "', 'publisher = "新的')
    run(order)
    expect_every_page_anew(order, before)
    expect_clean_build(order)


def test_change_of_the_theme_makes_a_clean_build(
    order: BuildOrder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(mkdocs.THEME, theme)
    replace(theme / "404.html", "<h1>", "<h1>新主题：")
    monkeypatch.setattr(mkdocs, "THEME", theme)
    monkeypatch.setattr(state, "PACKAGE", theme)
    before = list_times(order)
    run(order)
    expect_every_page_anew(order, before)
    assert "新主题" in (order.site / "404.html").read_text(encoding="utf-8")
    expect_clean_build(order)


def test_other_mkdocs_settings_make_a_clean_build(order: BuildOrder, tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    shutil.copyfile("mkdocs.yml", settings)
    replace(settings, "关于本站", "关于我们")
    order = dataclasses.replace(order, settings=settings)
    before = list_times(order)
    run(order)
    expect_every_page_anew(order, before)
    assert "关于我们" in (order.site / "index.html").read_text(encoding="utf-8")
    expect_clean_build(order)


def test_settings_of_the_folder_one_stands_in_run_nothing(
    order: BuildOrder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "mkdocs.yml"
    shutil.copyfile("mkdocs.yml", settings)
    settings.write_text(settings.read_text(encoding="utf-8") + "\nhooks: [hook.py]\n", encoding="utf-8")
    (tmp_path / "hook.py").write_text("raise ZeroDivisionError", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run(dataclasses.replace(order, clean=True))


def test_change_of_the_edition_makes_a_clean_build_and_leaves_nothing_internal(order: BuildOrder) -> None:
    unpublish_project(order.content)
    internal = BuildOrder(order.content, order.folder, Edition.INTERNAL)
    page = order.site / FIRST.removesuffix(".toml") / "index.html"
    run(internal)
    assert page.is_file()
    before = list_times(order)
    run(order)
    expect_every_page_anew(order, before)
    assert not page.exists()
    expect_clean_build(order)


def stop(*_: object, **__: object) -> NoReturn:
    raise KeyboardInterrupt


def write_half(folder: Path, changes: Changes) -> NoReturn:
    write_changes(folder, Changes(changes.written[::2], changes.removed[::2]))
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("part", "stopped"),
    [("write_changes", write_half), ("publish", stop), ("publish_index", stop)],
)
def test_interrupted_build_is_made_good_by_the_next(
    order: BuildOrder, monkeypatch: pytest.MonkeyPatch, part: str, stopped: Callable[..., NoReturn]
) -> None:
    change_everything(order.content)
    with monkeypatch.context() as interrupted:
        interrupted.setattr(pipeline, part, stopped)
        with pytest.raises(KeyboardInterrupt):
            run(order)
    run(order)
    expect_clean_build(order)


def test_build_interrupted_in_mkdocs_is_made_good_by_the_next(
    order: BuildOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_everything(order.content)
    with monkeypatch.context() as interrupted:
        interrupted.setattr("mkdocs.structure.pages.Page.validate_anchor_links", stop)
        with pytest.raises(KeyboardInterrupt):
            run(order)
    run(order)
    expect_clean_build(order)


def test_site_that_was_deleted_is_built_again(order: BuildOrder) -> None:
    before = read_tree(order)
    for entry in (order.site / "index.html", order.site / "projects"):
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    run(order)
    assert read_tree(order) == before


def test_page_that_somebody_wrote_into_the_markdown_is_put_right(order: BuildOrder) -> None:
    before = read_tree(order)
    (order.docs / "index.md").write_text("# 别的\n", encoding="utf-8")
    (order.docs / "extra.md").write_text("# 多的\n", encoding="utf-8")
    run(order)
    assert read_tree(order) == before


def test_link_from_a_written_page_goes_with_the_page_that_it_leads_to(order: BuildOrder) -> None:
    target = f"{FIRST.removesuffix('.toml')}.md"
    (order.content / "pages" / "about.md").write_text(
        f"# 关于\n\n见[一个项目]({target})。\n", encoding="utf-8"
    )
    run(order)
    (order.content / FIRST).unlink()
    run(order)
    expect_clean_build(order)


def test_failure_of_pagefind_fails_the_build(order: BuildOrder, monkeypatch: pytest.MonkeyPatch) -> None:
    change_project(order.content)

    def fail(*_: object) -> NoReturn:
        raise IndexingError("out of order")

    with monkeypatch.context() as failing:
        failing.setattr("generator.render.search.indexing.run_pagefind", fail)
        with pytest.raises(IndexingError):
            run(order)
    run(order)
    expect_clean_build(order)
