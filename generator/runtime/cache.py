"""What the last build made of what, so that what would come out the same is not made again.

    build/memory.json    for each file: the key of all that it was made of, and the digest of what came out

A file counts only while it still holds what came out, so whatever happens to it, or to a build between two of these
lines, is made good by the next build.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T", str, bytes)

_DIGEST_BYTES = 16


class Made(NamedTuple, Generic[T]):
    """A file that was made, or found to lie there already, which then has no content here."""

    path: str
    key: str
    digest: str
    content: T | None


class Memory:
    """Knows the files of the last build by the keys of what they were made of, and takes down those of this one."""

    def __init__(self, docs: Path, program: str, files: Mapping[str, tuple[str, str]]) -> None:
        """Remember `files`: (key, digest) by path below `docs`; `program` is the fingerprint of what made them."""
        self._docs, self._program, self._before = docs, program, files
        self._now: dict[str, tuple[str, str]] = {}

    @classmethod
    def load(cls, file: Path, docs: Path, program: str) -> "Memory":
        """Read what the last build took down; nothing where another program made it, or where it cannot be read."""
        try:
            stored = json.loads(file.read_bytes())
            files = {path: (key, digest) for path, (key, digest) in stored["files"].items()}
            known = stored["program"] == program
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return cls(docs, program, {})
        return cls(docs, program, files if known else {})

    def make(self, path: str, key: str, make: Callable[[], T]) -> T | None:
        """Make a file of what has this key, and take it down; None where it lies there as it would come out."""
        return self.take_down(self.prepare(path, key, make))

    def prepare(self, path: str, key: str, make: Callable[[], T]) -> "Made[T]":
        """Make a file of what has this key unless it lies there as it would come out, and take nothing down yet."""
        before = self._before.get(path)
        if before and before[0] == key and _digest_file(self._docs / path) == before[1]:
            return Made(path, key, before[1], None)
        content = make()
        return Made(path, key, _digest(content.encode() if isinstance(content, str) else content), content)

    def take_down(self, made: "Made[T]") -> T | None:
        """Take down what was made of what; gives the content, if there is a new one."""
        self._now[made.path] = made.key, made.digest
        return made.content

    def join_keys(self, paths: Iterable[str]) -> str:
        """Make one key of those of files that were taken down, for what is made of the same as all of them."""
        return make_key(self._now[path][0] for path in paths)

    def store(self, file: Path) -> None:
        """Write what was taken down, in one step, unless it is what was read."""
        if self._now != self._before:
            part = file.with_name(f"{file.name}.part")
            part.write_text(json.dumps({"program": self._program, "files": self._now}), encoding="utf-8")
            part.replace(file)


def make_key(texts: Iterable[str]) -> str:
    """Digest all that a file is made of."""
    return _digest("\0".join(texts).encode("utf-8", "surrogatepass"))


def _digest_file(file: Path) -> str:
    """Digest a regular file; empty for anything else."""
    try:
        return "" if file.is_symlink() else _digest(file.read_bytes())
    except OSError:
        return ""


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()
