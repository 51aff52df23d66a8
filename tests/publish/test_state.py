"""What tells one build from the next: its completion, its fingerprint, and who holds the folder."""

from pathlib import Path

import pytest

from generator.publish import state
from generator.publish.state import Completion, ForeignFolderError, claim_folder, take_fingerprint


def test_completion_is_of_the_program_that_declared_it(tmp_path: Path) -> None:
    completion = Completion(tmp_path / "complete")
    assert not completion.is_of("甲")
    completion.declare("abc")
    assert completion.is_of("abc")
    assert not completion.is_of("abd")


def test_revoked_completion_is_of_nobody(tmp_path: Path) -> None:
    completion = Completion(tmp_path / "complete")
    completion.declare("abc")
    completion.revoke()
    completion.revoke()
    assert not completion.is_of("abc")


@pytest.mark.parametrize("content", [b"", b"ab", b"abc\n", b"\xff"])
def test_damaged_completion_is_of_nobody(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "complete").write_bytes(content)
    assert not Completion(tmp_path / "complete").is_of("abc")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of one module and one template, and `mkdocs.yml` beside it."""
    package = tmp_path / "package"
    (package / "templates").mkdir(parents=True)
    (package / "module.py").write_text("x = 1")
    (package / "templates" / "page.md.j2").write_text("# {{ title }}")
    (tmp_path / "mkdocs.yml").write_text("site_name: x")
    monkeypatch.setattr(state, "PACKAGE", package)
    return tmp_path


def test_fingerprint_of_the_same_program_is_the_same(program: Path) -> None:
    assert take_fingerprint(program / "mkdocs.yml", ["public"]) == take_fingerprint(
        program / "mkdocs.yml", ["public"]
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mkdocs.yml", "site_name: y"),
        ("package/module.py", "x = 2"),
        ("package/templates/page.md.j2", "## {{ title }}"),
        ("package/templates/new.css", ""),
    ],
)
def test_change_of_settings_program_or_template_changes_the_fingerprint(
    program: Path, path: str, text: str
) -> None:
    before = take_fingerprint(program / "mkdocs.yml", ["public"])
    (program / path).write_text(text)
    assert take_fingerprint(program / "mkdocs.yml", ["public"]) != before


@pytest.mark.parametrize("particulars", [[], ["internal"], ["public", ""], ["pub", "lic"]])
def test_change_of_edition_or_publisher_changes_the_fingerprint(
    program: Path, particulars: list[str]
) -> None:
    before = take_fingerprint(program / "mkdocs.yml", ["public"])
    assert take_fingerprint(program / "mkdocs.yml", particulars) != before


def test_change_of_a_version_changes_the_fingerprint(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = take_fingerprint(program / "mkdocs.yml", ["public"])
    monkeypatch.setattr(state, "version", lambda name: "0" if name == "mkdocs-material" else "1")
    other = take_fingerprint(program / "mkdocs.yml", ["public"])
    monkeypatch.setattr(state, "version", lambda name: "1")
    assert len({before, other, take_fingerprint(program / "mkdocs.yml", ["public"])}) == 3


def test_compiled_modules_are_no_part_of_the_fingerprint(program: Path) -> None:
    before = take_fingerprint(program / "mkdocs.yml", ["public"])
    (program / "package" / "module.cpython-311.pyc").write_bytes(b"\0")
    assert take_fingerprint(program / "mkdocs.yml", ["public"]) == before


def test_the_order_in_which_a_disk_lists_files_is_no_part_of_the_fingerprint(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = take_fingerprint(program / "mkdocs.yml", ["public"])
    files = sorted((program / "package").rglob("*"), reverse=True)
    monkeypatch.setattr(Path, "rglob", lambda *_: iter(files))
    assert take_fingerprint(program / "mkdocs.yml", ["public"]) == before


def test_a_new_folder_can_be_claimed_and_is_the_builds_own_from_then_on(tmp_path: Path) -> None:
    build = tmp_path / "new" / "build"
    with claim_folder(build, build / "docs"):
        (build / "docs").mkdir()
        (build / "docs" / "ours.md").touch()
    with claim_folder(build, build / "docs"):
        assert (build / "docs" / "ours.md").exists()


def test_an_empty_folder_can_be_claimed(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with claim_folder(tmp_path, tmp_path / "docs"):
        assert (tmp_path / "lock").exists()


def test_folder_with_foreign_files_cannot_be_claimed_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "thesis.md").touch()
    for _ in range(2):
        with pytest.raises(ForeignFolderError), claim_folder(tmp_path, tmp_path / "docs"):
            pytest.fail("must not be entered")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["docs", "thesis.md"]


def test_folder_is_locked_for_others_until_the_build_is_over(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl", reason="this system has no file locks of POSIX's kind")
    with claim_folder(tmp_path), (tmp_path / "lock").open() as second, pytest.raises(BlockingIOError):
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with (tmp_path / "lock").open() as second:
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
