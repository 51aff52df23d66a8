"""The index beside the site is whole, lists its shards, and changes only where the bundles did."""

import json
import shutil
from pathlib import Path

import pytest

from generator.render.search.bundle import FOLDER, publish_index
from generator.render.search.indexing import IndexFolders


@pytest.fixture
def folders(tmp_path: Path) -> IndexFolders:
    """Three finished bundles, without Pagefind."""
    folders = IndexFolders.below(tmp_path)
    for shard in ("2022", "2023", "pages"):
        make_bundle(folders, shard, "0" * 64)
    return folders


def make_bundle(folders: IndexFolders, shard: str, digest: str) -> None:
    inner = folders.bundles / shard / "index"
    shutil.rmtree(folders.bundles / shard, ignore_errors=True)
    inner.mkdir(parents=True)
    (inner / "zh.pf_index").write_text(f"{shard} {digest}", encoding="utf-8")
    folders.stamp(shard).write_text(digest, encoding="utf-8")


def read_list(site: Path) -> dict[str, str]:
    listed = json.loads((site / FOLDER / "shards.json").read_text(encoding="utf-8"))
    return {one["name"]: one["folder"] for one in listed}


def read_files(site: Path) -> dict[str, str]:
    files = (path for path in (site / FOLDER).rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_shards_are_listed_with_the_pages_first_and_then_the_newest_year(
    folders: IndexFolders, tmp_path: Path
) -> None:
    publish_index(folders, tmp_path / "site")
    assert list(read_list(tmp_path / "site")) == ["pages", "2023", "2022"]


def test_every_shard_lies_in_the_folder_that_the_list_names(folders: IndexFolders, tmp_path: Path) -> None:
    publish_index(folders, tmp_path / "site")
    for shard, folder in read_list(tmp_path / "site").items():
        text = (tmp_path / "site" / FOLDER / folder / "index" / "zh.pf_index").read_text(encoding="utf-8")
        assert text.startswith(shard)


def test_publishing_again_touches_nothing(folders: IndexFolders, tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish_index(folders, site)
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    publish_index(folders, site)
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_another_bundle_takes_another_folder_and_the_old_one_goes(
    folders: IndexFolders, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    publish_index(folders, site)
    before = read_list(site)
    make_bundle(folders, "2023", "f" * 64)
    publish_index(folders, site)
    after = read_list(site)
    assert {shard for shard in after if after[shard] != before[shard]} == {"2023"}
    assert not (site / FOLDER / before["2023"]).exists()
    assert read_files(site)[f"{FOLDER}/{after['2023']}/index/zh.pf_index"] == "2023 " + "f" * 64


def test_a_shard_that_is_gone_leaves_the_site(folders: IndexFolders, tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish_index(folders, site)
    folders.stamp("2022").unlink()
    publish_index(folders, site)
    assert list(read_list(site)) == ["pages", "2023"]
    assert len(list((site / FOLDER).iterdir())) == 3


def test_a_copy_that_was_interrupted_is_made_again(
    folders: IndexFolders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"

    def fail(source: object, target: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("generator.render.search.bundle.link_or_copy", fail)
        with pytest.raises(KeyboardInterrupt):
            publish_index(folders, site)
    publish_index(folders, site)
    assert len(read_files(site)) == 4


def test_whatever_else_lies_in_the_folder_is_removed(folders: IndexFolders, tmp_path: Path) -> None:
    folder = tmp_path / "site" / FOLDER
    folder.mkdir(parents=True)
    (folder / "old.pf_index").write_text("old", encoding="utf-8")
    publish_index(folders, tmp_path / "site")
    assert not (folder / "old.pf_index").exists()


def test_bundles_are_copied_where_files_cannot_be_linked(
    folders: IndexFolders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: object, target: object, **_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("generator.runtime.placing.os.link", refuse)
    publish_index(folders, tmp_path / "site")
    assert len(read_files(tmp_path / "site")) == 4


def test_a_built_site_holds_this_index_and_no_other(site: Path) -> None:
    assert list(read_list(site)) == ["pages", "2023"]
    leftovers = ("search", "assets/javascripts/lunr", "assets/javascripts/workers")
    assert not [name for name in leftovers if (site / name).exists()]
