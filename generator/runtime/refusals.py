"""What the system refuses, in Chinese: a full disk, a folder that may not be written. Never the program's fault."""

import errno
from pathlib import Path
from typing import Final

_REASONS: Final = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件太大",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "这里是文件夹，不是文件",
    errno.EEXIST: "这里已有同名的文件",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EBUSY: "正被别的程序占用",
    errno.ETXTBSY: "正被别的程序占用",
    errno.EIO: "磁盘读写出错",
    errno.ESTALE: "网络磁盘断开了",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
}
"""Reasons for which the system refuses to read or write that are no fault of the program's, wherever they arise."""

_NO_PLACE: Final = "这里建不了文件"
"""The reason where a place that somebody named is not there and cannot be made, as in `/proc`."""


def explain_refusal(error: Exception, place: str | Path = "输出") -> str:
    """Say in one Chinese sentence what the system refused, and why; empty where the program is to blame.

    The system does not always name what it refused to write, as on a full disk; that is then `place`.
    """
    if isinstance(error, FileNotFoundError) and error.errno and error.filename is None:
        return "找不到能写的临时文件夹，请用环境变量 TMPDIR 指明一个。"  # said by `tempfile` alone
    if not isinstance(error, OSError) or error.errno not in _REASONS:
        return ""
    refused = error.filename2 or error.filename or place  # of two, as in a copy, the second is written
    return f"读写不了 {refused}：{_REASONS[error.errno]}。"


def explain_unwritable(place: Path, error: OSError) -> str:
    """Say in one Chinese sentence that a place that somebody named cannot be written, whatever the reason."""
    return f"写不了 {place}：{_REASONS.get(error.errno or 0, _NO_PLACE)}。"
