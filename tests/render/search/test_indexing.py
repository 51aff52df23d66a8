"""Pagefind is run for what changed, and for nothing else."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.model.search_document import SearchDocument
from generator.render.search import indexing
from generator.render.search.indexing import (
    IndexFolders,
    IndexingError,
    list_bundles,
    run_pagefind,
    start_indexing,
)
from tests.render.search.samples import SHARDS, make_project


@pytest.fixture
def folders(tmp_path: Path) -> IndexFolders:
    return IndexFolders.below(tmp_path)


def index(shards: Mapping[str, Sequence[SearchDocument]], folders: IndexFolders) -> tuple[str, ...]:
    """Index and wait; tell the shards that Pagefind was run for."""
    run = start_indexing(shards, folders)
    run.wait()
    return run.shards


def read_bundles(folders: IndexFolders) -> dict[str, bytes]:
    files = (path for path in folders.bundles.rglob("*") if path.is_file())
    return {path.relative_to(folders.bundles).as_posix(): path.read_bytes() for path in files}


def test_every_shard_becomes_a_bundle(folders: IndexFolders) -> None:
    assert index(SHARDS, folders) == ("pages", "2022", "2023")
    assert list(list_bundles(folders)) == ["2022", "2023", "pages"]
    for shard in SHARDS:
        assert (folders.bundles / shard / "pagefind.js").is_file()
        assert len(list((folders.bundles / shard / "fragment").iterdir())) == 1


def test_a_bundle_holds_nothing_that_the_browser_never_asks_for(folders: IndexFolders) -> None:
    index(SHARDS, folders)
    names = {path.name.split(".")[0] for path in (folders.bundles / "pages").iterdir()}
    assert names == {"pagefind", "pagefind-entry", "wasm", "fragment", "index"}


def test_the_same_documents_are_not_indexed_again(folders: IndexFolders) -> None:
    index(SHARDS, folders)
    before = read_bundles(folders)
    assert index(SHARDS, folders) == ()
    assert read_bundles(folders) == before


def test_the_same_documents_make_the_same_bundles(tmp_path: Path) -> None:
    once, again = IndexFolders.below(tmp_path / "once"), IndexFolders.below(tmp_path / "again")
    projects = [
        make_project(2023, f"p{number}", f"第{number}号项目", "规范", "≥83个") for number in range(40)
    ]
    for folders in (once, again):
        index({"2023": projects}, folders)
    assert read_bundles(once) == read_bundles(again)


@pytest.mark.parametrize(
    "projects",
    [
        [make_project(2023, title="别的名称")],
        [make_project(2023), make_project(2023, "xin", "新项目")],
        [make_project(2023, "gaiming")],
    ],
    ids=["changed", "added", "renamed"],
)
def test_only_a_shard_that_changed_is_indexed_again(
    folders: IndexFolders, projects: list[SearchDocument]
) -> None:
    index(SHARDS, folders)
    assert index(SHARDS | {"2023": projects}, folders) == ("2023",)
    fresh = IndexFolders.below(folders.source.parent / "fresh")
    index({"2023": projects}, fresh)
    assert list_bundles(folders)["2023"] == list_bundles(fresh)["2023"]
    assert len(list((folders.bundles / "2023" / "fragment").iterdir())) == len(projects)


def test_a_shard_that_is_gone_or_empty_loses_its_bundle_and_its_source(folders: IndexFolders) -> None:
    index(SHARDS, folders)
    assert index({"pages": SHARDS["pages"], "2023": []}, folders) == ()
    assert list(list_bundles(folders)) == ["pages"]
    for folder in (folders.source, folders.bundles):
        assert {path.name.removesuffix(".stamp") for path in folder.iterdir()} == {"pages"}


def test_a_run_that_was_interrupted_is_done_again(
    folders: IndexFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(source: Path, bundle: Path) -> None:
        raise KeyboardInterrupt

    index(SHARDS, folders)
    changed = SHARDS | {"2023": [make_project(2023, title="别的名称")]}
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "run_pagefind", interrupt)
        with pytest.raises(KeyboardInterrupt):
            index(changed, folders)
    assert "2023" not in list_bundles(folders)
    assert index(changed, folders) == ("2023",)


def test_a_bundle_that_lost_its_files_is_made_again(folders: IndexFolders) -> None:
    index(SHARDS, folders)
    (folders.bundles / "2022" / "pagefind-entry.json").unlink()
    assert index(SHARDS, folders) == ("2022",)


def test_another_version_of_pagefind_indexes_all_again(
    folders: IndexFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(SHARDS, folders)
    monkeypatch.setattr(indexing, "version", lambda name: "999")
    assert set(index(SHARDS, folders)) == set(SHARDS)


def test_a_failure_of_pagefind_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(IndexingError, match="not able to build an index"):
        run_pagefind(tmp_path / "missing", tmp_path / "bundle")


def test_a_failure_reaches_whoever_waits_and_leaves_no_stamp(
    folders: IndexFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: Path, bundle: Path) -> None:
        raise IndexingError("broken")

    monkeypatch.setattr(indexing, "run_pagefind", fail)
    run = start_indexing(SHARDS, folders)
    with pytest.raises(IndexingError, match="broken"):
        run.wait()
    assert not list_bundles(folders)


def test_a_missing_pagefind_is_a_failure_of_indexing(
    folders: IndexFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def miss() -> str:
        raise FileNotFoundError("no pagefind here")

    monkeypatch.setattr(indexing, "get_executable", miss)
    with pytest.raises(IndexingError, match="no pagefind here"):
        index(SHARDS, folders)
