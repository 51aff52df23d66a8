"""What git knows of a project's file: since when it is there, when it last changed, and by whose office."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FileHistory:
    """The days on which a file was added and last changed.

    `added` is None where the repository does not reach back so far; `role` is empty where none is stated for the
    author of the last change.
    """

    added: date | None
    changed: date
    role: str = ""


History = Mapping[str, FileHistory]
"""The histories of files by their path in the content folder."""
