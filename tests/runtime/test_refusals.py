"""What the system refuses is told in Chinese, with its place; what the program is to blame for is not."""

import errno
from pathlib import Path

import pytest

from generator.runtime.refusals import explain_refusal, explain_unwritable

REASONS = [
    (errno.EACCES, "没有权限"),
    (errno.ENOSPC, "磁盘满了"),
    (errno.EROFS, "磁盘是只读的"),
    (errno.ENOTDIR, "路径中间有一段不是文件夹"),
    (errno.ENAMETOOLONG, "名称太长"),
    (errno.EIO, "磁盘读写出错"),
]


@pytest.mark.parametrize(("number", "reason"), REASONS)
def test_what_the_system_refuses_is_explained_with_its_path(number: int, reason: str) -> None:
    assert explain_refusal(OSError(number, "No", "build/docs")) == f"读写不了 build/docs：{reason}。"


def test_a_refusal_without_a_path_is_about_the_output_or_the_place_that_is_given() -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    assert explain_refusal(full) == "读写不了 输出：磁盘满了。"
    assert explain_refusal(full, Path("build")) == "读写不了 build：磁盘满了。"


def test_a_copy_that_is_refused_is_told_by_the_place_that_is_written() -> None:
    error = OSError(errno.ENOSPC, "No space left on device", "theme/logo.svg", None, "build/site/logo.svg")
    assert explain_refusal(error) == "读写不了 build/site/logo.svg：磁盘满了。"


def test_no_temporary_folder_is_told() -> None:
    error = FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")
    assert "临时文件夹" in explain_refusal(error)


@pytest.mark.parametrize("error", [ValueError("?"), FileNotFoundError(errno.ENOENT, "?", "x"), OSError("?")])
def test_a_fault_of_the_program_is_no_refusal(error: Exception) -> None:
    assert explain_refusal(error) == ""


@pytest.mark.parametrize(
    ("number", "reason"), [*REASONS, (errno.ENOENT, "这里建不了文件"), (9999, "这里建不了文件")]
)
def test_a_named_place_that_cannot_be_written_is_no_fault_of_the_program(number: int, reason: str) -> None:
    assert explain_unwritable(Path("a/b"), OSError(number, "No")) == f"写不了 a/b：{reason}。"
