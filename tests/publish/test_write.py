"""The folder of pages: exactly what was rendered, and nothing touched that stays the same."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.write import PathOutsideFolderError, compare_pages, write_changes

Pages = list[tuple[str, str]]

SEGMENTS = st.sampled_from(("a", "b", "index", "党建"))
PAGES = st.dictionaries(
    st.lists(SEGMENTS, min_size=1, max_size=3).map(lambda parts: f"{'/'.join(parts)}.md"),
    st.text(st.characters(codec="utf-8"), max_size=20),
    max_size=6,
)


def bring_into_step(folder: Path, pages: Pages) -> tuple[list[str], list[str]]:
    """Write the pages, and give the paths that were written and removed."""
    changes = compare_pages(folder, pages)
    write_changes(folder, changes)
    return sorted(path for path, _ in changes.written), list(changes.removed)


def read_folder(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if not path.is_dir()]
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in files}


@given(before=PAGES, after=PAGES)
def test_folder_holds_exactly_the_pages_whatever_it_held_before(
    before: dict[str, str], after: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bring_into_step(folder, list(before.items()))
        changes = bring_into_step(folder, list(after.items()))
        assert read_folder(folder) == after
        assert changes == (
            sorted(path for path in after if before.get(path) != after[path]),
            sorted(before.keys() - after.keys()),
        )


def test_page_that_stays_the_same_is_not_touched(tmp_path: Path) -> None:
    pages = [("a.md", "甲"), ("b/c.md", "乙")]
    bring_into_step(tmp_path, pages)
    before = (tmp_path / "b/c.md").stat()
    assert bring_into_step(tmp_path, [("a.md", "丙"), ("b/c.md", "乙")]) == (["a.md"], [])
    after = (tmp_path / "b/c.md").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_comparing_touches_nothing(tmp_path: Path) -> None:
    bring_into_step(tmp_path, [("a.md", "甲"), ("b.md", "乙")])
    assert compare_pages(tmp_path, [("a.md", "丙"), ("c/d.md", "丁")])
    assert read_folder(tmp_path) == {"a.md": "甲", "b.md": "乙"}


def test_no_changes_are_false(tmp_path: Path) -> None:
    bring_into_step(tmp_path, [("a.md", "甲")])
    assert not compare_pages(tmp_path, [("a.md", "甲")])
    assert compare_pages(tmp_path, [])


def test_folders_of_removed_pages_go_too(tmp_path: Path) -> None:
    bring_into_step(tmp_path, [("a/b/c.md", ""), ("a/d.md", "")])
    bring_into_step(tmp_path, [("a/d.md", "")])
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "d.md"]


def test_folder_itself_stays_when_it_becomes_empty(tmp_path: Path) -> None:
    bring_into_step(tmp_path / "docs", [("a/b.md", "")])
    bring_into_step(tmp_path / "docs", [])
    assert list((tmp_path / "docs").iterdir()) == []


def test_file_makes_way_for_a_folder_and_a_folder_for_a_file(tmp_path: Path) -> None:
    bring_into_step(tmp_path, [("a", "甲"), ("b/c", "乙")])
    bring_into_step(tmp_path, [("a/d", "丙"), ("b", "丁")])
    assert read_folder(tmp_path) == {"a/d": "丙", "b": "丁"}


def test_leftover_of_an_interrupted_write_goes(tmp_path: Path) -> None:
    bring_into_step(tmp_path, [("a.md", "甲")])
    (tmp_path / "a.md.part").write_text("半")
    assert bring_into_step(tmp_path, [("a.md", "甲")]) == ([], ["a.md.part"])


def test_link_is_replaced_and_what_it_leads_to_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("别人的")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").symlink_to(outside / "a.md")
    (docs / "b").symlink_to(outside)
    bring_into_step(docs, [("a.md", "甲"), ("b/a.md", "乙")])
    assert read_folder(outside) == {"a.md": "别人的"}
    assert read_folder(docs) == {"a.md": "甲", "b/a.md": "乙"}


def test_link_that_leads_to_the_right_content_is_replaced_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("甲", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").symlink_to(tmp_path / "elsewhere")
    bring_into_step(tmp_path / "docs", [("a.md", "甲")])
    assert not (tmp_path / "docs" / "a.md").is_symlink()


@pytest.mark.parametrize(
    "path",
    ["", "/a.md", "../a.md", "a/../../b.md", "a//b.md", "./a.md", "a/.", "a\\b.md", "C:a.md", "a\0.md", "a/"],
)
def test_path_that_leaves_the_folder_stops_everything(tmp_path: Path, path: str) -> None:
    with pytest.raises(PathOutsideFolderError):
        bring_into_step(tmp_path / "docs", [("good.md", ""), (path, "")])
    assert list(tmp_path.iterdir()) == []


def test_file_that_is_no_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_changes(tmp_path, compare_pages(tmp_path, [("data/a.bin", b"\x00\xff")]))
    assert (tmp_path / "data/a.bin").read_bytes() == b"\x00\xff"
    assert not compare_pages(tmp_path, [("data/a.bin", b"\x00\xff")])


def test_two_processes_write_what_one_writes(tmp_path: Path, use_copies: Callable[[], None]) -> None:
    use_copies()
    large = "党" * 1_000_000
    pages = {f"{number}/{name}.md": f"{number}{large}" for number in range(9) for name in "ab"}
    bring_into_step(tmp_path / "docs", [*pages.items()])
    assert read_folder(tmp_path / "docs") == pages
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


def test_a_large_file_waits_on_the_disk_and_is_written_whole(tmp_path: Path) -> None:
    content = bytes(range(256)) * 8192
    folder = tmp_path / "docs"
    changes = compare_pages(folder, [("data/all.bin", content), ("small.bin", b"x")])
    assert [isinstance(waiting, bytes) for _, waiting in changes.written] == [False, True]
    write_changes(folder, changes)
    assert (folder / "data/all.bin").read_bytes() == content
    assert not compare_pages(folder, [("data/all.bin", content), ("small.bin", b"x")])
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]
