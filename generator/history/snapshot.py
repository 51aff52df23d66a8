"""A content folder as a git revision holds it, unpacked without a checkout; nothing is run that a repository sets up.

Only objects are read (`rev-parse`, `ls-tree`, `cat-file`): no index, no attributes, no filters, no hooks, no fetching.
"""

import os
import re
import subprocess
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from generator.history.git import find_root, start_git
from generator.model.change import ChangeKind, OtherChange, Part
from generator.text.printable import make_printable

LARGEST_BLOB = 2_000_000
"""Bytes of a file that is unpacked whole; more than loading ever reads. A larger one gets a stand-in of its size."""

LARGEST_STAND_IN = 100_000_000
"""Bytes of a stand-in: it takes no room on the disk, but not every disk allows any size."""

NOWHERE = "nowhere"
"""What a symbolic link is made to lead to: loading tells of it and does not follow it."""

MOST_FILES = 100_000
MOST_BYTES = 1_000_000_000
"""What is unpacked of one revision; a few objects that name one another can stand for any number of files."""

_LINK = b"120000"
"""The mode of a symbolic link."""

_KINDS = {b"A": ChangeKind.ADDED, b"D": ChangeKind.REMOVED}

_OBJECT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_FOREIGN = "这个仓库的文件夹属于别的用户，git 不肯读；如果信得过，请用 git config --global --add safe.directory 加上。"
_INCOMPLETE = "git 读不全这个仓库，可能是文件损坏，或者克隆时没有取来全部内容，请完整地克隆一次再比较。"


class RevisionError(Exception):
    """A revision cannot be read; the message says why, in one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file or a symbolic link in a revision: its path within the content folder, its object, and its size."""

    path: str
    id: str
    size: int
    is_link: bool

    @property
    def is_large(self) -> bool:
        """Tell whether it is not to be unpacked whole."""
        return self.size > LARGEST_BLOB


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository around a content folder. `folder` is the content folder's path in it, empty for its root."""

    root: Path
    folder: str

    @classmethod
    def around(cls, content: Path) -> "Repository":
        """Find the repository by its `.git`, never a bare one that somebody put among the content.

        The content folder need not be there. Raises RevisionError when there is no repository.
        """
        real = content.resolve()
        root = find_root(real)
        if root is None:
            raise RevisionError(f"{make_printable(str(content))} 不在 git 仓库里，没有版本可以比较。")
        return cls(root, "" if root == real else real.relative_to(root).as_posix())

    def resolve(self, name: str) -> str:
        """Find the commit that a branch, tag or other name of a revision stands for.

        Raises RevisionError when there is none.
        """
        wanted = make_printable(name) + "^{commit}"
        options = ("--verify", "--quiet", "--end-of-options")
        with self._run("rev-parse", *options, wanted, stderr=subprocess.PIPE) as running:
            printed, complaint = running.communicate()
        if b"dubious ownership" in complaint:
            raise RevisionError(_FOREIGN)
        commit = printed.decode("ascii", "replace").strip()
        if running.returncode or not _OBJECT.fullmatch(commit):
            raise RevisionError(
                f"git 里找不到版本“{make_printable(name)}”，请核对分支、标签或提交的名称；"
                "浅克隆的仓库请先用 git fetch 取来。"
            )
        return commit

    @contextmanager
    def unpack(self, commit: str) -> Iterator[Path]:
        """Lend the content folder of a commit, from `resolve`; an empty one where the commit has none.

        Raises RevisionError when git cannot read all of it, or when it is too much to unpack.
        """
        with TemporaryDirectory(prefix="jixiao-") as scratch:
            content = Path(scratch, self.folder or "content")
            content.mkdir(parents=True)
            blobs = self._list_blobs(commit)
            try:
                with self._run("cat-file", "--batch") as reading:
                    _write_all(content, blobs, reading)
            except BrokenPipeError:
                raise RevisionError(_INCOMPLETE) from None
            except OSError as error:
                error.filename = error.filename or scratch  # a full disk does not say which
                raise
            yield content

    def list_others(self, old: str, new: str) -> tuple[OtherChange, ...]:
        """List what differs between two commits in files that are no content: links, hidden ones, and all outside.

        Raises RevisionError when git cannot read all of it.
        """
        with self._run("diff-tree", "-r", "-z", "--raw", "--no-renames", old, new) as listing:
            records = _split_records(_output_of(listing))
            entries = islice(zip(records, records, strict=False), MOST_FILES)
            others = [one for facts, name in entries if (one := self._find_other(facts, os.fsdecode(name)))]
            if next(records, None) is not None:
                listing.kill()
            elif listing.wait():
                raise RevisionError(_INCOMPLETE)
        order = list(Part)
        return tuple(sorted(others, key=lambda one: (order.index(one.part), one.name)))

    def _find_other(self, facts: bytes, path: str) -> OtherChange | None:
        """Tell of a file by `:<mode> <mode> <object> <object> <status>` what became of it; None for one of content."""
        _, mode, *_, status = facts.split()
        prefix = f"{self.folder}/" if self.folder else ""
        is_inside = path.startswith(prefix)
        if mode == _LINK:
            part = Part.LINK
        elif any(name.startswith(".") for name in path.removeprefix(prefix).split("/")):
            part = Part.HIDDEN
        elif not is_inside:
            part = Part.FILE
        else:
            return None
        return OtherChange(part, make_printable(path), _KINDS.get(status, ChangeKind.CHANGED))

    def _list_blobs(self, commit: str) -> list[Blob]:
        """List what the content folder of a commit holds; folders of other repositories (submodules) are left out."""
        prefix = f"{self.folder}/" if self.folder else ""
        below = ["--", self.folder] if self.folder else []
        with self._run("ls-tree", "-r", "-l", "-z", "--full-tree", commit, *below) as listing:
            try:
                entries = (_read_entry(record, prefix) for record in _split_records(_output_of(listing)))
                blobs = list(_bound(blob for blob in entries if blob is not None))
            except RevisionError:
                listing.kill()
                raise
            if listing.wait():
                raise RevisionError(_INCOMPLETE)
        return blobs

    def _run(self, *arguments: str, stderr: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
        try:
            return start_git(self.root, *arguments, stderr=stderr)
        except OSError:
            raise RevisionError("运行不了 git，没有版本可以比较；请先安装 git。") from None


def _output_of(running: "subprocess.Popen[bytes]") -> IO[bytes]:
    assert running.stdout is not None  # `_run` asks for it
    return running.stdout


def _split_records(stream: IO[bytes]) -> Iterator[bytes]:
    """Split a stream at its NUL bytes, holding no more of it than a piece."""
    rest = b""
    while piece := stream.read(65_536):
        *records, rest = (rest + piece).split(b"\0")
        yield from records


def _read_entry(record: bytes, prefix: str) -> Blob | None:
    """Read `<mode> <type> <object> <size>\t<path>`; None for what is no file, lies elsewhere, or would climb out.

    Raises RevisionError for an object that the repository does not hold, which has no size.
    """
    facts, _, name = record.partition(b"\t")
    mode, kind, id_, size = facts.split()
    path = os.fsdecode(name)
    if kind != b"blob" or not path.startswith(prefix) or not _stays_inside(path[len(prefix) :]):
        return None
    if not size.isdigit():
        raise RevisionError(_INCOMPLETE)
    return Blob(path[len(prefix) :], id_.decode("ascii"), int(size), mode == _LINK)


def _stays_inside(path: str) -> bool:
    """Tell whether a path stays below the folder it is joined to; what git stores may be forged."""
    if os.sep != "/" and {*path} & {*"\\:"}:
        return False
    return not {*path.split("/")} & {"", ".", ".."}


def _bound(blobs: Iterable[Blob]) -> Iterator[Blob]:
    """Pass on blobs until they are too many."""
    total = 0
    for number, blob in enumerate(blobs, start=1):
        total += 0 if blob.is_large else blob.size
        if number > MOST_FILES or total > MOST_BYTES:
            raise RevisionError(
                f"要比较的版本里内容太多，超过了 {MOST_FILES:,} 个文件或 {MOST_BYTES // 1_000_000:,} MB，没有比较。"
            )
        yield blob


def _write_all(content: Path, blobs: Collection[Blob], reading: "subprocess.Popen[bytes]") -> None:
    """Make all folders first, so that no link can take the place of one and have something written through it.

    What the file system refuses (a name too long, two names that it takes for one) is left out.
    """
    for folder in {(content / blob.path).parent for blob in blobs}:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
    for blob in blobs:
        data = b"" if blob.is_large else _read_blob(blob, reading)
        with suppress(OSError, ValueError):
            _write(content / blob.path, blob, data)


def _read_blob(blob: Blob, reading: "subprocess.Popen[bytes]") -> bytes:
    """Ask a running `cat-file --batch` for one object."""
    assert reading.stdin is not None  # `_run` asks for it
    reading.stdin.write(f"{blob.id}\n".encode("ascii"))
    reading.stdin.flush()
    answer = _output_of(reading)
    header = answer.readline().split()
    if header != [blob.id.encode("ascii"), b"blob", b"%d" % blob.size]:
        raise RevisionError(_INCOMPLETE)
    return answer.read(blob.size + 1)[:-1]


def _write(file: Path, blob: Blob, data: bytes) -> None:
    if blob.is_link:
        file.symlink_to(NOWHERE)
        return
    with file.open("xb") as writing:
        writing.write(data)
        if blob.is_large:
            writing.truncate(min(blob.size, LARGEST_STAND_IN))
