"""The way out stays open: Zensical, the successor of MkDocs, builds the same pages from the same `mkdocs.yml`."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.render.markup import ROOT, find_id, parse, read_rows, text_of

pytestmark = pytest.mark.skipif(
    find_spec("zensical") is None, reason="Zensical is not installed here: pip install zensical"
)
PROJECTS = "projects/2023/xianghuaqiao-dangqun"


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built by Zensical in a folder laid out like the repository's."""
    root = tmp_path_factory.mktemp("zensical")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "generator/render/theme", root / "generator/render/theme")
    shutil.copytree(site.parent / "docs", root / "build/docs")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "build/site"


def read(folder: Path, page: str) -> str:
    return (folder / page / "index.html").read_text(encoding="utf-8")


def test_zensical_builds_every_page_that_mkdocs_builds(folder: Path, site: Path) -> None:
    pages = {file.relative_to(site).as_posix() for file in site.rglob("index.html")}
    assert pages <= {file.relative_to(folder).as_posix() for file in folder.rglob("index.html")}


def test_zensical_leaves_the_form_as_it_is(folder: Path, site: Path) -> None:
    page = f"{PROJECTS}/dangjian-gongzuo"
    for table in ("funds", "goals", "indicators"):
        ours, theirs = (read_rows(find_id(parse(read(one, page)), table)) for one in (site, folder))
        assert ours == theirs
        assert len(ours) > 1


def test_zensical_gives_headings_the_same_ids(folder: Path, site: Path) -> None:
    ours, theirs = (
        {one.get("id"): text_of(one) for one in parse(read(folder_, "glossary")).iter("h2")}
        for folder_ in (site, folder)
    )
    assert ours == theirs
    assert "预算执行率" in ours


def test_zensical_keeps_project_pages_out_of_the_navigation(folder: Path) -> None:
    links = [
        link.get("href", "")
        for nav in parse(read(folder, "years")).iter("nav")
        if nav.get("class", "").startswith("md-")
        for link in nav.iter("a")
    ]
    assert any("units/" in link for link in links)
    assert not [link for link in links if "projects/" in link]
