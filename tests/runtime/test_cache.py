"""What the last build made of what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.runtime.cache import Memory, make_key

PAGE, TEXT = "projects/2023/unit/project.md", "# 项目\n"


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """A memory of one page, which lies there as it was made."""
    file = tmp_path / "docs" / PAGE
    file.parent.mkdir(parents=True)
    file.write_text(TEXT, encoding="utf-8")
    made = load(tmp_path)
    assert made.make(PAGE, "key", lambda: TEXT) == TEXT
    made.store(tmp_path / "memory.json")
    return load(tmp_path)


def load(folder: Path, program: str = "program") -> Memory:
    return Memory.load(folder / "memory.json", folder / "docs", program)


def recalls(memory: Memory, path: str = PAGE, key: str = "key") -> bool:
    """Tell whether a memory finds that nothing is to be made."""
    return memory.make(path, key, lambda: TEXT) is None


def test_what_lies_there_and_would_come_out_the_same_is_not_made(memory: Memory) -> None:
    assert recalls(memory)


def test_what_has_another_key_or_was_not_there_is_made(memory: Memory) -> None:
    assert not recalls(memory, key="other")
    assert not recalls(memory, "projects/2023/unit/other.md")


def link_elsewhere(file: Path) -> None:
    file.rename(file.with_name("elsewhere.md"))
    file.symlink_to(file.with_name("elsewhere.md"))


@pytest.mark.parametrize(
    "spoil", [Path.unlink, link_elsewhere, lambda file: file.write_text("# 别的\n", encoding="utf-8")]
)
def test_what_somebody_removed_linked_or_changed_is_made_again(
    memory: Memory, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(tmp_path / "docs" / PAGE)
    assert not recalls(memory)


def test_what_another_program_made_is_forgotten(memory: Memory, tmp_path: Path) -> None:
    assert recalls(memory)
    assert not recalls(load(tmp_path, "newer"))


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"program": "program", "files": {"a": 1}}', "\x00"]
)
def test_a_damaged_memory_is_none(memory: Memory, tmp_path: Path, content: str) -> None:
    assert recalls(memory)
    (tmp_path / "memory.json").write_text(content, encoding="utf-8")
    assert not recalls(load(tmp_path))


def test_only_what_this_build_asked_for_is_stored(memory: Memory, tmp_path: Path) -> None:
    memory.store(tmp_path / "memory.json")
    assert not recalls(load(tmp_path))


def test_what_is_stored_already_is_not_written_again(memory: Memory, tmp_path: Path) -> None:
    assert recalls(memory)
    memory.store(tmp_path / "missing" / "memory.json")  # where nothing could be written


def test_bytes_are_made_and_remembered_as_texts_are(memory: Memory, tmp_path: Path) -> None:
    assert memory.make(PAGE, "other", TEXT.encode) == TEXT.encode()
    memory.store(tmp_path / "memory.json")
    assert recalls(load(tmp_path), key="other")


def test_joined_keys_change_with_each_of_them(memory: Memory) -> None:
    memory.make("a", "1", lambda: "")
    memory.make("b", "2", lambda: "")
    before = memory.join_keys(("a", "b"))
    assert before == make_key(("1", "2"))
    memory.make("b", "3", lambda: "")
    assert memory.join_keys(("a", "b")) != before
