"""The files of a content folder: takes no link for a file, opens nothing, survives whatever lies there."""

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.load import faults
from generator.load.files import Source, read_text, refuse_no_file, refuse_unreadable
from generator.load.quoting import show_path
from generator.model.finding import Finding

ENDINGS = (".toml", ".md")
"""How the names of content files end."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a folder that may be used: a regular file or a folder."""

    name: str
    source: Source
    is_folder: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder, by name, without hidden files; and what there may not be used, and why."""

    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()


def list_folder(file: str, path: str) -> Listing:
    """List the folder `file`, which is `path` within the content folder."""
    try:
        with os.scandir(file) as found:
            seen = sorted((one for one in found if not one.name.startswith(".")), key=lambda one: one.name)
    except OSError as error:
        return Listing(findings=(refuse_unreadable(path, error),))
    entries: list[Entry] = []
    findings: list[Finding] = []
    for one in seen:
        source = Source(show_path(f"{path}/{one.name}" if path else one.name), one.path)
        if finding := _refuse_entry(one, source.path):
            findings.append(finding)
        else:
            entries.append(Entry(one.name, source, one.is_dir()))
    return Listing(tuple(entries), tuple(findings))


def _refuse_entry(entry: os.DirEntry[str], path: str) -> Finding | None:
    """Say why an entry may not be used. A link is never followed; a pipe is not opened, for it hangs."""
    if entry.is_symlink():
        suggestion = "删去这个链接，把文件本身放进来。"
        return faults.LINK.at(path, "这是一个符号链接，不是文件，不会读取。", suggestion=suggestion)
    try:
        usable = entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)
    except OSError as error:
        return refuse_unreadable(path, error)
    return None if usable else refuse_no_file(path, "管道、设备一类的东西")


def read_listed_text(content: Path, path: str) -> str:
    """Read again what a finding is about, in order to quote it; empty for all that is no content file.

    Never hangs, goes through no link below the content folder, and reads no more than a content file may have.
    """
    if any(part.startswith(".") for part in path.split("/")) or not path.endswith(ENDINGS):
        return ""
    try:
        file = os.path.join(os.path.realpath(content), *path.split("/"))  # noqa: PTH118
        if os.path.realpath(file) != file or not stat.S_ISREG(os.lstat(file).st_mode):
            return ""
    except (OSError, ValueError):
        return ""
    return read_text(Source(path, file)).value or ""


def walk_projects(top: Entry, units: Collection[str] | None = None) -> Iterator[Source | Finding]:
    """Walk `projects/` down to the level of project files; what lies deeper is reported and left alone.

    Where `units` are named, no folder of another unit is looked into.
    """
    pending = [(top, 0)]
    while pending:
        folder, depth = pending.pop()
        listing = list_folder(folder.source.file, folder.source.path)
        yield from listing.findings
        for entry in listing.entries:
            if depth == 1 and units is not None and entry.name not in units:
                continue
            if not entry.is_folder:
                yield entry.source
            elif depth < 2:
                pending.append((entry, depth + 1))
            else:
                yield _refuse_folder(entry)


def _refuse_folder(entry: Entry) -> Finding:
    if entry.name.endswith(".toml"):
        return refuse_no_file(entry.source.path, "一个文件夹")
    message = "单位文件夹里不能再有文件夹，这个文件夹里的内容不会读取。"
    return faults.MISPLACED_FILE.at(
        entry.source.path, message, suggestion="把里面的项目文件移到上一层，然后删去这个文件夹。"
    )
