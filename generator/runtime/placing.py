"""The next site beside the one that is read, and in its place in one step, so that nobody ever meets half of one.

    build/site        the site that is read: whole at any time
    build/site.new    the next one in the making; after the exchange the old one, until it is deleted

Linux exchanges two folders in one step. Where that cannot be done (another system, a disk that knows no exchange, a
`site` that something is mounted on), the files are put in place one by one, each by rename: readers then meet old
pages beside new ones for a moment, but never half a page nor a missing one.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import Final

_HERE: Final = -100
_EXCHANGE: Final = 2
"""What `renameat2` calls AT_FDCWD and RENAME_EXCHANGE."""

_UNABLE: Final = {errno.ENOSYS, errno.EINVAL, errno.EBUSY, errno.EXDEV, errno.ENOTSUP}
"""What the system answers where two folders cannot be exchanged, though both may be written."""

_PART: Final = ".part"


def make_beside(site: Path, fresh: Path) -> None:
    """Make the folder of the next site, which holds nothing but what is hidden in this one (`.git`, `.nojekyll`).

    What cannot be removed is an error: a page of the internal edition would get into the public one.
    """
    if fresh.exists():
        shutil.rmtree(fresh)
    fresh.mkdir()
    if not site.is_dir():
        return
    shutil.copymode(site, fresh)
    for entry in site.iterdir():
        if not entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, fresh / entry.name, symlinks=True, copy_function=link_or_copy)
        else:
            link_or_copy(entry, fresh / entry.name)


def carry_over(site: Path, fresh: Path, left: Container[str], is_settled: Callable[[str], bool]) -> None:
    """Take the files of the site into the next one, but for those that are left behind.

    Those that are settled, which nobody will write any more, are linked. All others are copies, since what is written
    into a linked file would show in the site that is being read.
    """
    for path in _list_visible(site):
        if path in left:
            continue
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if is_settled(path):
            link_or_copy(site / path, target)
        else:
            shutil.copy2(site / path, target)


def put_in_place(fresh: Path, site: Path) -> bool:
    """Put the next site in the place of this one; tells whether it was done in one step."""
    if not site.exists():
        fresh.rename(site)
        return True
    exchanged = _exchange(fresh, site)
    if not exchanged:
        _put_one_by_one(fresh, site)
    shutil.rmtree(fresh)
    return exchanged


def link_or_copy(source: str | Path, target: str | Path) -> None:
    """Link a file, which is several times as fast as a copy; for what is never changed in place, only replaced."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def remove_file(folder: Path, path: str) -> None:
    """Remove a file, and the folders that this leaves empty, up to but without the folder itself."""
    file = folder / path
    file.unlink()
    for parent in file.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders exchange their names in one step; tells whether the system was able to."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _put_one_by_one(fresh: Path, site: Path) -> None:
    """Put files in place, the pages after what they show, and take away what the next site does not have."""
    coming = sorted(_list_visible(fresh), key=lambda path: (path.endswith(".html"), path))
    for path in coming:
        _clear_way(site, path)
        _replace(fresh / path, site / path)
    wanted = set(coming)
    for path in list(_list_visible(site)):
        if path not in wanted:
            remove_file(site, path)


def _clear_way(site: Path, path: str) -> None:
    """Make the folders of a file, and take away a file that lies where a folder must be, or the other way round."""
    target = site / path
    for parent in reversed(target.relative_to(site).parents):
        if (site / parent).is_symlink() or (site / parent).is_file():
            (site / parent).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _replace(source: Path, target: Path) -> None:
    """Put a file in the place of another; from another disk by way of a copy beside it."""
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        part = target.with_name(target.name + _PART)
        shutil.copy2(source, part)
        part.replace(target)


def _list_visible(folder: Path, inner: str = "") -> Iterator[str]:
    """List the files of a site relative to it, but for what is hidden at its top; links are none of them."""
    with os.scandir(folder / inner) as entries:
        for entry in entries:
            if not inner and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _list_visible(folder, f"{inner}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield inner + entry.name
