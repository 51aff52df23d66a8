"""MkDocs as it is used here: strict, without clocks, and only for what changed."""

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publish.mkdocs import (
    PACKAGE,
    Publication,
    PublishingError,
    SettingsError,
    find_settings,
    publish,
)
from generator.runtime.placing import put_in_place

NAVIGATION = re.findall(r": ([a-z]+)/index\.md$", find_settings().read_text(encoding="utf-8"), re.M)
PAGES = len(NAVIGATION) + 6


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """The pages of the navigation, and two projects; not yet published."""
    docs = tmp_path / "docs"
    for path in (
        "index.md",
        "about.md",
        "glossary.md",
        "guide.md",
        *(f"{name}/index.md" for name in NAVIGATION),
    ):
        write_page(docs, path, "# 一页\n")
    for slug in ("one", "two"):
        write_page(docs, f"projects/2023/unit/{slug}.md", f"# 项目 {slug}\n")
    return Publication(
        settings=find_settings(),
        docs=docs,
        site=tmp_path / "site",
        fresh=tmp_path / "site.new",
        particulars={"site_url": "https://example.org/"},
        pages=PAGES,
        search="pagefind",
    )


def write_page(docs: Path, path: str, text: str) -> None:
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(text, encoding="utf-8")


def run(publication: Publication, outdated: Iterable[str] | None = None) -> list[tuple[int, int]]:
    """Publish, put it in place, and give what was told of the progress."""
    told: list[tuple[int, int]] = []
    publish(publication, outdated, lambda done, total: told.append((done, total)))
    assert put_in_place(publication.fresh, publication.site)
    return told


def read_page(publication: Publication, slug: str) -> str:
    return (publication.site / "projects/2023/unit" / slug / "index.html").read_text(encoding="utf-8")


def test_clean_build_publishes_every_page_and_tells_how_far_it_is(publication: Publication) -> None:
    told = run(publication)
    assert "项目 one" in read_page(publication, "one")
    assert told[-1] == (PAGES, PAGES)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_clean_build_leaves_nothing_of_the_last_one_but_hidden_entries(publication: Publication) -> None:
    write_page(publication.site, "projects/2019/secret/index.html", "内部")
    write_page(publication.site, "old.txt", "旧")
    write_page(publication.site, ".nojekyll", "")
    run(publication)
    assert not (publication.site / "projects/2019").exists()
    assert not (publication.site / "old.txt").exists()
    assert (publication.site / ".nojekyll").exists()


def test_site_that_is_read_is_not_touched_by_what_is_published_beside_it(publication: Publication) -> None:
    """Whatever MkDocs writes in place must not be linked: static files, 404.html and the site map as well."""
    run(publication)
    before = {path: path.read_bytes() for path in publication.site.rglob("*") if path.is_file()}
    for source in publication.docs.rglob("*.md"):
        source.write_text("# 改过了\n", encoding="utf-8")
    later = max(path.stat().st_mtime for path in before) + 10
    for source in publication.docs.rglob("*"):
        os.utime(source, (later, later))
    particulars = {"site_name": "改过了", "site_url": "https://example.org/other/"}
    publish(replace(publication, particulars=particulars), ["about.md"], lambda done, total: None)
    assert {path: path.read_bytes() for path in publication.site.rglob("*") if path.is_file()} == before
    assert "改过了" in (publication.fresh / "404.html").read_text(encoding="utf-8")


def test_only_outdated_pages_are_built_again(publication: Publication) -> None:
    run(publication)
    untouched = publication.site / "projects/2023/unit/two/index.html"
    before = untouched.stat().st_mtime_ns
    write_page(publication.docs, "projects/2023/unit/one.md", "# 改过了\n")
    run(publication, ["projects/2023/unit/one.md"])
    assert "改过了" in read_page(publication, "one")
    assert untouched.stat().st_mtime_ns == before


def test_outdated_page_is_built_even_if_the_clock_says_that_its_result_is_newer(
    publication: Publication,
) -> None:
    run(publication)
    source = publication.docs / "projects/2023/unit/one.md"
    write_page(publication.docs, "projects/2023/unit/one.md", "# 改过了\n")
    os.utime(source, (0, 0))
    run(publication, ["projects/2023/unit/one.md"])
    assert "改过了" in read_page(publication, "one")


def test_pages_that_are_gone_leave_the_site_with_their_folders(publication: Publication) -> None:
    run(publication)
    gone = ["projects/2023/unit/one.md", "projects/2023/unit/two.md"]
    for path in gone:
        (publication.docs / path).unlink()
    run(publication, gone)
    assert not (publication.site / "projects").exists()
    assert (publication.site / "index.html").is_file()


def test_file_that_is_no_page_is_copied_and_goes_again(publication: Publication) -> None:
    write_page(publication.docs, "files/projects.csv", "年度\n")
    run(publication)
    assert (publication.site / "files/projects.csv").read_text(encoding="utf-8") == "年度\n"
    (publication.docs / "files/projects.csv").unlink()
    run(publication, ["files/projects.csv"])
    assert not (publication.site / "files").exists()


def test_page_of_a_folder_is_removed_without_the_pages_below(publication: Publication) -> None:
    run(publication)
    write_page(publication.docs, "projects/index.md", "# 项目\n")
    run(publication, ["projects/index.md"])
    assert (publication.site / "projects/index.html").is_file()
    (publication.docs / "projects/index.md").unlink()
    run(publication, ["projects/index.md"])
    assert not (publication.site / "projects/index.html").exists()
    assert "项目 one" in read_page(publication, "one")


def test_site_map_of_a_partial_build_lists_new_pages_and_no_old_ones(publication: Publication) -> None:
    run(publication)
    write_page(publication.docs, "projects/2023/unit/new.md", "# 新项目\n")
    (publication.docs / "projects/2023/unit/one.md").unlink()
    run(publication, ["projects/2023/unit/new.md", "projects/2023/unit/one.md"])
    site_map = (publication.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://example.org/projects/2023/unit/new/" in site_map
    assert "https://example.org/projects/2023/unit/one/" not in site_map


def test_packed_site_map_bears_no_day(publication: Publication) -> None:
    run(publication)
    assert (publication.site / "sitemap.xml.gz").read_bytes()[4:8] == bytes(4)
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_day_that_was_given_is_kept(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700006400")
    run(publication)
    assert (publication.site / "sitemap.xml.gz").read_bytes()[4:8] != bytes(4)
    assert os.environ["SOURCE_DATE_EPOCH"] == "1700006400"


@pytest.mark.parametrize("outdated", [None, ["about.md"]], ids=["clean", "partial"])
def test_link_that_leads_nowhere_fails_the_build(
    publication: Publication, outdated: list[str] | None
) -> None:
    run(publication)
    write_page(publication.docs, "about.md", "# 关于\n\n[没有这一页](nowhere.md)\n")
    with pytest.raises(PublishingError, match=r"nowhere\.md"):
        run(publication, outdated)


@pytest.mark.parametrize(
    "text",
    [
        "site_name: [",
        "",
        "[]",
        "site_name: x",
        "site_name: x\ntheme: {name: material}\nnav: 1\nhooks: [gone.py]",
    ],
)
def test_settings_that_cannot_be_read_fail_the_build(
    publication: Publication, tmp_path: Path, text: str
) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError):
        run(replace(publication, settings=settings))


def test_settings_of_the_folder_one_stands_in_are_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They may name hooks, which would be run."""
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    assert find_settings() in (PACKAGE / "mkdocs.yml", PACKAGE.parent / "mkdocs.yml")


@pytest.mark.parametrize("outdated", [None, ["about.md"]], ids=["clean", "partial"])
@pytest.mark.parametrize("noindex", [True, False])
def test_search_engines_are_asked_to_pass_over_every_page_of_an_edition(
    publication: Publication, noindex: bool, outdated: list[str] | None
) -> None:
    publication = replace(publication, noindex=noindex)
    run(publication)
    run(publication, outdated)
    pages = [file.read_text(encoding="utf-8") for file in publication.site.rglob("index.html")]
    assert len(pages) == PAGES
    assert {page.count('<meta name="robots" content="noindex">') for page in pages} == {int(noindex)}
    assert (publication.site / "404.html").read_text(encoding="utf-8").count('"noindex"') == 1
