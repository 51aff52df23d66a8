"""The next site beside the one that is read, and in its place: never half of one, never written through a link."""

import errno
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from generator.runtime.placing import carry_over, make_beside, put_in_place


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", **{"index.html": "old", "gone/index.html": "old", ".nojekyll": ""})


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return write(tmp_path / "site.new", **{"index.html": "new", "years/index.html": "new", "logo.svg": "new"})


def write(folder: Path, **files: str) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


NEW = {"index.html": "new", "years/index.html": "new", "logo.svg": "new"}


def test_first_site_is_put_where_none_is(fresh: Path, tmp_path: Path) -> None:
    assert put_in_place(fresh, tmp_path / "site")
    assert read(tmp_path / "site") == NEW
    assert not fresh.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges folders in one step")
def test_sites_are_exchanged_in_one_step(site: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = {site.stat().st_ino, fresh.stat().st_ino}
    kept: list[Path] = []
    monkeypatch.setattr("shutil.rmtree", kept.append)
    assert put_in_place(fresh, site)
    assert kept == [fresh]
    assert {site.stat().st_ino, fresh.stat().st_ino} == numbers
    assert read(site) == NEW


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EBUSY, errno.EXDEV, errno.ENOSYS])
def test_files_are_put_in_place_one_by_one_where_folders_cannot_be_exchanged(
    site: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse_exchange(monkeypatch, number)
    folder = site.stat().st_ino
    assert not put_in_place(fresh, site)
    assert read(site) == {**NEW, ".nojekyll": ""}
    assert site.stat().st_ino == folder
    assert not (site / "gone").exists()
    assert not fresh.exists()


def refuse_exchange(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: type("C", (), {"renameat2": lambda *_: -1}))
    monkeypatch.setattr("ctypes.get_errno", lambda: number)


def test_pages_come_after_what_they_show_when_files_come_one_by_one(
    site: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_exchange(monkeypatch, errno.EINVAL)
    put = []
    replace = Path.replace

    def note(one: Path, other: Path) -> Path:
        put.append(one.name)
        return replace(one, other)

    monkeypatch.setattr(Path, "replace", note)
    put_in_place(fresh, site)
    assert put == ["logo.svg", "index.html", "index.html"]


def test_files_come_from_another_disk_by_way_of_a_copy(
    site: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_exchange(monkeypatch, errno.EBUSY)
    replace = Path.replace

    def replace_here(one: Path, other: Path) -> Path:
        if one.parent != other.parent:
            raise OSError(errno.EXDEV, "another disk")
        return replace(one, other)

    monkeypatch.setattr(Path, "replace", replace_here)
    assert not put_in_place(fresh, site)
    assert read(site) == {**NEW, ".nojekyll": ""}


def test_file_and_folder_of_one_name_give_way_to_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_exchange(monkeypatch, errno.EINVAL)
    site = write(tmp_path / "site", **{"a": "old", "b/c": "old"})
    fresh = write(tmp_path / "site.new", **{"a/c": "new", "b": "new"})
    put_in_place(fresh, site)
    assert read(site) == {"a/c": "new", "b": "new"}


def test_any_other_refusal_is_an_error_and_leaves_both(
    site: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_exchange(monkeypatch, errno.EACCES)
    before = read(site), read(fresh)
    with pytest.raises(PermissionError):
        put_in_place(fresh, site)
    assert (read(site), read(fresh)) == before


def test_next_site_begins_with_what_is_hidden_in_this_one_and_with_its_rights(
    site: Path, fresh: Path
) -> None:
    write(site, **{".git/config": "[core]"})
    (site / ".here").symlink_to("index.html")
    site.chmod(0o750)
    make_beside(site, fresh)
    assert sorted(path.name for path in fresh.iterdir()) == [".git", ".here", ".nojekyll"]
    assert (fresh / ".here").is_symlink()
    assert fresh.stat().st_mode == site.stat().st_mode


def test_what_cannot_be_removed_is_an_error(site: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a page of the internal edition might get into the public one."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError

    monkeypatch.setattr("os.unlink", refuse)
    with pytest.raises(PermissionError):
        make_beside(site, fresh)


def test_what_is_written_into_the_next_site_does_not_show_in_this_one(site: Path, tmp_path: Path) -> None:
    write(site, **{"404.html": "old", "assets/site.css": "old"})
    fresh = tmp_path / "site.new"
    make_beside(site, fresh)
    carry_over(site, fresh, {"gone/index.html"}, {"index.html"}.__contains__)
    assert (fresh / "index.html").samefile(site / "index.html")
    assert not (fresh / "gone").exists()
    before = read(site)
    for path in ("404.html", "assets/site.css"):
        assert (fresh / path).stat().st_mtime_ns == (site / path).stat().st_mtime_ns
        (fresh / path).write_text("new", encoding="utf-8")
    assert read(site) == before


def test_links_of_the_site_are_not_taken_over(site: Path, tmp_path: Path) -> None:
    secret = write(tmp_path / "elsewhere", secret="old")
    (site / "inner").symlink_to(secret)
    (site / "file").symlink_to(secret / "secret")
    make_beside(site, tmp_path / "site.new")
    carry_over(site, tmp_path / "site.new", (), lambda _: True)
    assert sorted(path.name for path in (tmp_path / "site.new").iterdir()) == [
        ".nojekyll",
        "gone",
        "index.html",
    ]
