"""One file into text: refuses what is too large, unreadable, or no UTF-8."""

import errno
import os
from dataclasses import dataclass

from generator.load import faults
from generator.load.lines import count_place
from generator.load.parsed import Parsed
from generator.model.finding import Finding

LARGEST = 1_000_000
"""Bytes that a content file may have; a form of 15 indicators has about 5,000."""

_INSTEAD = "换成普通的文本文件，或者把它移走。"

_BOM = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Source:
    """A regular file of the content folder: `path` within it, safe to show; `file`, by which it is opened."""

    path: str
    file: str

    @property
    def name(self) -> str:
        """The file's name without folder and ending."""
        return self.path.rpartition("/")[2].rpartition(".")[0]


def read_text(source: Source) -> Parsed[str]:
    """Read a file. A byte order mark is dropped with a warning; every other fault leaves no text."""
    try:
        descriptor = os.open(source.file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return Parsed(None, (refuse_unreadable(source.path, error),))
    try:
        return _read_descriptor(descriptor, source.path)
    except OSError as error:
        return Parsed(None, (refuse_unreadable(source.path, error),))
    finally:
        os.close(descriptor)


def _read_descriptor(descriptor: int, path: str) -> Parsed[str]:
    size = os.fstat(descriptor).st_size
    if size > LARGEST:
        return _refuse_size(path, size)
    return decode_text(os.read(descriptor, size + 1), path)


def decode_text(content: bytes, path: str) -> Parsed[str]:
    """Turn a file's bytes into text."""
    findings: tuple[Finding, ...] = ()
    if content.startswith(_BOM):
        content = content[len(_BOM) :]
        findings = (
            faults.BYTE_ORDER_MARK.at(
                path,
                "文件开头有一个看不见的编码标记（BOM）。",
                suggestion="在“另存为”里把“编码”选为 UTF-8，不选“带 BOM 的 UTF-8”。",
                line=1,
                column=1,
            ),
        )
    if content.startswith(_UTF16_MARKS):
        return _refuse_encoding(path, "文件是 UTF-16 编码，应当是 UTF-8 编码。")
    if 0 in content:
        return Parsed(None, (*findings, _describe_nul(content, path)))
    try:
        return Parsed(content.decode(), findings)
    except UnicodeDecodeError as error:
        return Parsed(None, (*findings, _describe_bad_bytes(content, path, error.start)))


def _describe_nul(content: bytes, path: str) -> Finding:
    """Tell a file of UTF-16 without its mark, where every second byte is 0, from one that is damaged."""
    if content.count(0) * 4 >= len(content):
        return _encoding_finding(path, "文件像是 UTF-16 编码，应当是 UTF-8 编码。")
    line, column = _count_bytes_place(content, content.index(0))
    message = f"第 {line} 行有编号为 0 的空字节，这不是正常的文本文件。"
    return faults.NUL_BYTE.at(
        path, message, line=line, column=column, suggestion="用原件重新保存一份，替换这个文件。"
    )


def _describe_bad_bytes(content: bytes, path: str, start: int) -> Finding:
    line, column = _count_bytes_place(content, start)
    guess = "，像是 GBK 编码" if _is_gbk(content) else ""
    return _encoding_finding(path, f"从第 {line} 行起，文件不是 UTF-8 编码{guess}。", line, column)


def _is_gbk(content: bytes) -> bool:
    try:
        content.decode("gbk")
    except UnicodeDecodeError:
        return False
    return True


def _count_bytes_place(content: bytes, at: int) -> tuple[int, int]:
    text = content[:at].decode("utf-8", "replace")
    return count_place(text, len(text))


def _encoding_finding(path: str, message: str, line: int | None = None, column: int | None = None) -> Finding:
    suggestion = "用记事本打开，在“另存为”里把“编码”选为 UTF-8。"
    return faults.NOT_UTF8.at(path, message, suggestion=suggestion, line=line, column=column)


def _refuse_encoding(path: str, message: str) -> Parsed[str]:
    return Parsed(None, (_encoding_finding(path, message),))


def _refuse_size(path: str, size: int) -> Parsed[str]:
    message = f"文件有 {size:,} 字节，最大只能有 {LARGEST:,} 字节（1 MB）。"
    suggestion = "确认放进来的是自评表的文本，不是扫描件或图片。"
    return Parsed(None, (faults.FILE_TOO_LARGE.at(path, message, suggestion=suggestion),))


def refuse_unreadable(path: str, error: OSError) -> Finding:
    """Say in Chinese why the system would not read a file or folder."""
    if isinstance(error, PermissionError):
        message, suggestion = "没有读取权限，读不出来。", "请管理员加上读取权限。"
    elif isinstance(error, FileNotFoundError):
        message, suggestion = "文件不存在，或者链接所指的文件不存在。", _INSTEAD
    elif error.errno == errno.ELOOP:
        message, suggestion = "这个链接绕回了自己，找不到所指的文件。", _INSTEAD
    else:
        message, suggestion = f"系统读不出来（错误编号 {error.errno}）。", _INSTEAD
    return faults.UNREADABLE_FILE.at(path, message, suggestion=suggestion)


def refuse_no_file(path: str, what: str) -> Finding:
    """Report something that lies where a file should."""
    return faults.UNREADABLE_FILE.at(path, f"这是{what}，不是文件，不会读取。", suggestion=_INSTEAD)


def refuse_no_folder(path: str) -> Finding:
    """Report a file that lies where a folder should."""
    suggestion = f"改名或移走这个文件，另建名为 {path} 的文件夹。"
    return faults.UNREADABLE_FILE.at(
        path, "这里应当是文件夹，现在是一个文件，不会读取。", suggestion=suggestion
    )
