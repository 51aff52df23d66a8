"""What lies in the folders of a content folder."""

import os
from pathlib import Path

import pytest

from generator.loading.folders import Listing, list_folder, read_listed_text
from tests.loading.trees import list_faults


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (tmp_path / "outside.toml").write_text("secret", encoding="utf-8")
    return folder


def list_root(root: Path) -> Listing:
    return list_folder(os.path.realpath(root), os.path.realpath(root), "")


def test_files_and_folders_are_listed_by_name(root: Path) -> None:
    for name in ("b.toml", "a.toml", ".hidden"):
        (root / name).touch()
    (root / "c").mkdir()
    listed = list_root(root).entries
    assert [(entry.name, entry.is_folder) for entry in listed] == [
        ("a.toml", False),
        ("b.toml", False),
        ("c", True),
    ]


@pytest.mark.parametrize("target", ["../outside.toml", "..", "/etc/passwd", "/", "../nowhere"])
def test_a_link_that_leaves_the_folder_is_not_followed(root: Path, target: str) -> None:
    (root / "link.toml").symlink_to(target)
    listing = list_root(root)
    assert listing.entries == ()
    assert list_faults(listing.findings) == [("link.toml", "link-leaves-content", "")]


def test_a_chain_of_links_that_leaves_the_folder_is_not_followed(root: Path) -> None:
    (root / "a.toml").symlink_to("b.toml")
    (root / "b.toml").symlink_to("../outside.toml")
    assert [finding.rule for finding in list_root(root).findings] == ["link-leaves-content"] * 2


def test_a_folder_beside_the_content_with_a_longer_name_is_outside(root: Path) -> None:
    root.with_name("content-old").mkdir()
    (root / "link").symlink_to("../content-old")
    assert [finding.rule for finding in list_root(root).findings] == ["link-leaves-content"]


def test_a_link_within_the_folder_is_followed(root: Path) -> None:
    (root / "a.toml").touch()
    (root / "b.toml").symlink_to("a.toml")
    assert [entry.name for entry in list_root(root).entries] == ["a.toml", "b.toml"]


@pytest.mark.parametrize("target", ["nowhere", "link.toml"])
def test_a_link_to_nothing_is_told_of(root: Path, target: str) -> None:
    (root / "link.toml").symlink_to(target)
    assert list_faults(list_root(root).findings) == [("link.toml", "unreadable-file", "")]


def test_a_pipe_is_not_opened(root: Path) -> None:
    os.mkfifo(root / "pipe.toml")
    (root / "link.toml").symlink_to("pipe.toml")
    assert [finding.rule for finding in list_root(root).findings] == ["unreadable-file"] * 2


def test_a_folder_that_cannot_be_listed_is_told_of(root: Path) -> None:
    listing = list_folder(str(root), str(root / "nowhere"), "nowhere")
    assert list_faults(listing.findings) == [("nowhere", "unreadable-file", "")]


def test_a_name_of_bytes_that_are_no_text_is_shown_safely(root: Path) -> None:
    (Path(os.fsencode(root).decode()) / os.fsdecode(b"\xff\x1b.toml")).touch()
    (entry,) = list_root(root).entries
    assert entry.source.path == "��.toml"
    assert Path(entry.source.file).exists()


def test_what_is_listed_can_be_read_again(root: Path) -> None:
    (root / "a.toml").write_bytes(b"\xef\xbb\xbfname")
    assert read_listed_text(root, "a.toml") == "name"


@pytest.mark.parametrize(
    "path", ["../outside.toml", "link.toml", "pipe.toml", "folder", "nowhere", "", "a\0b"]
)
def test_what_is_not_listed_is_not_read_again(root: Path, path: str) -> None:
    (root / "link.toml").symlink_to("../outside.toml")
    os.mkfifo(root / "pipe.toml")
    (root / "folder").mkdir()
    assert read_listed_text(root, path) == ""
