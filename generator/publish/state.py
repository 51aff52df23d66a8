"""What tells one build from the next: whether the last one was completed, and by what program.

build/lock       held by the build at work; where it lies, the folder is ours to clear out
build/complete   the fingerprint of what made the site; only there while the site is whole
"""

import hashlib
import os
import platform
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # pragma: no cover - on Windows nobody waits for anybody
    fcntl = None  # type: ignore[assignment]

PACKAGE = Path(__file__).parents[1]
_LIBRARIES = (
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "pagefind-bin",
    "pydantic",
    "pymdown-extensions",
    "tomli",
)


class ForeignFolderError(Exception):
    """A folder that a build would clear out holds something that no build made."""


class LinkedFolderError(ForeignFolderError):
    """A file or folder that a build would write is a link to somewhere else."""


@dataclass(frozen=True, slots=True)
class Completion:
    """The file that says that a build was completed, and by what."""

    file: Path

    def is_of(self, fingerprint: str) -> bool:
        """Tell whether the last build was completed by this program; half a fingerprint is none."""
        try:
            return self.file.read_text(encoding="ascii") == fingerprint
        except (OSError, UnicodeDecodeError):
            return False

    def revoke(self) -> None:
        """Say that the build is not complete; to be called before anything is touched."""
        self.file.unlink(missing_ok=True)

    def declare(self, fingerprint: str) -> None:
        """Say that the build is complete; to be called after everything else."""
        self.file.write_text(fingerprint, encoding="ascii")


@contextmanager
def claim_folder(folder: Path, *parts: Path) -> Iterator[None]:
    """Keep other builds out of a build folder until this one is over; they wait.

    `parts` are the folders in it that get cleared out, and the files that are written. Raises LinkedFolderError when
    one of them is a link, and ForeignFolderError when such a folder holds what is not ours. A program that is started
    in the meantime may keep hold of the lock, so that no build works beside it when this one is killed.
    """
    lock = folder / "lock"
    for one in (lock, *parts):
        if one.is_symlink():
            raise LinkedFolderError(one)
        if not lock.exists() and one.is_dir() and any(one.iterdir()):
            raise ForeignFolderError(one)
    folder.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        os.set_inheritable(file.fileno(), True)
        _wait_for(file)
        yield


def _wait_for(file: IO[str]) -> None:
    if fcntl:
        fcntl.flock(file, fcntl.LOCK_EX)


def take_fingerprint(settings: Path, particulars: Iterable[str]) -> str:
    """Digest all that touches every page: the program, theme and templates, versions, `mkdocs.yml`, particulars."""
    digest = hashlib.sha256()
    for file in sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(f"{file.relative_to(PACKAGE).as_posix()}\0".encode())
        digest.update(file.read_bytes())
    digest.update(settings.read_bytes())
    versions = (f"{name} {version(name)}" for name in _LIBRARIES)
    for text in (platform.python_version(), *versions, *particulars):
        digest.update(f"{text}\0".encode())
    return digest.hexdigest()
