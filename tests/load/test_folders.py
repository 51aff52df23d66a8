"""What lies in the folders of a content folder."""

import os
from pathlib import Path

import pytest

from generator.load.folders import Listing, list_folder, read_listed_text
from tests.load.trees import list_faults


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (tmp_path / "outside.toml").write_text("secret", encoding="utf-8")
    return folder


def list_root(root: Path) -> Listing:
    return list_folder(str(root), "")


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


@pytest.mark.parametrize(
    "target",
    [
        "../outside.toml",
        "..",
        "/etc/passwd",
        "/",
        "../nowhere",
        "nowhere",
        "link.toml",
        "a.toml",
        "folder",
        ".",
    ],
)
def test_no_link_is_followed_wherever_it_leads(root: Path, target: str) -> None:
    (root / "a.toml").touch()
    (root / "folder").mkdir()
    (root / "link.toml").symlink_to(target)
    listing = list_root(root)
    assert [entry.name for entry in listing.entries] == ["a.toml", "folder"]
    assert list_faults(listing.findings) == [("link.toml", "link-in-content", "")]


def test_a_pipe_is_not_opened(root: Path) -> None:
    os.mkfifo(root / "pipe.toml")
    assert [finding.rule for finding in list_root(root).findings] == ["unreadable-file"]


def test_a_folder_that_cannot_be_listed_is_told_of(root: Path) -> None:
    listing = list_folder(str(root / "nowhere"), "nowhere")
    assert list_faults(listing.findings) == [("nowhere", "unreadable-file", "")]


def test_a_name_of_bytes_that_are_no_text_is_shown_safely(root: Path) -> None:
    (Path(os.fsencode(root).decode()) / os.fsdecode(b"\xff\x1b.toml")).touch()
    (entry,) = list_root(root).entries
    assert entry.source.path == "��.toml"
    assert Path(entry.source.file).exists()


def test_what_is_listed_can_be_read_again(root: Path) -> None:
    (root / "a.toml").write_bytes(b"\xef\xbb\xbfname")
    assert read_listed_text(root, "a.toml") == "name"


def test_a_content_folder_that_is_a_link_itself_is_read(root: Path, tmp_path: Path) -> None:
    (root / "a.toml").write_text("name", encoding="utf-8")
    (tmp_path / "link").symlink_to(root)
    assert read_listed_text(tmp_path / "link", "a.toml") == "name"


@pytest.mark.parametrize(
    "path",
    [
        "../outside.toml",
        "folder/../a.toml",
        "{outside}",
        "out.toml",
        "in.toml",
        "linked/inner.toml",
        "pipe.toml",
        "folder.toml",
        "nowhere.toml",
        ".hidden.toml",
        ".git/config.toml",
        "id_rsa",
        "folder/id_rsa",
        "",
        "a\0b.toml",
    ],
)
def test_what_is_no_content_file_is_not_read_again(root: Path, path: str) -> None:
    (root / "folder").mkdir()
    (root / "folder.toml").mkdir()
    (root / ".git").mkdir()
    for name in (
        "a.toml",
        "folder/inner.toml",
        ".hidden.toml",
        ".git/config.toml",
        "id_rsa",
        "folder/id_rsa",
    ):
        (root / name).write_text("secret", encoding="utf-8")
    (root / "out.toml").symlink_to("../outside.toml")
    (root / "in.toml").symlink_to("a.toml")
    (root / "linked").symlink_to("folder")
    os.mkfifo(root / "pipe.toml")
    assert read_listed_text(root, path.format(outside=root.parent / "outside.toml")) == ""
