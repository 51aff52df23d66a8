"""What the last build was made of, so that the next one redoes only what changed."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parent
_LIBRARIES = (
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "pymdown-extensions",
    "jinja2",
    "pydantic",
    "tomli",
    "pagefind-bin",
)


@dataclass(frozen=True, slots=True)
class BuildState:
    """Digests of a finished build: `program` of all that touches every page, `docs` of the Markdown."""

    program: str
    docs: str

    def save(self, file: Path) -> None:
        """Write the state; only ever called when a build is complete."""
        file.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")


def read_state(file: Path) -> BuildState | None:
    """Read the state of the last complete build; None when there is none or it cannot be read."""
    try:
        return BuildState(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def digest_program(settings: Path, particulars: Iterable[str]) -> str:
    """Digest all that touches every page: the program, theme and templates, libraries, `mkdocs.yml`, particulars."""
    digest = hashlib.sha256()
    for file in sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(f"{file.relative_to(PACKAGE).as_posix()}\0".encode())
        digest.update(file.read_bytes())
    digest.update(settings.read_bytes())
    for text in (*(f"{name} {version(name)}" for name in _LIBRARIES), *particulars):
        digest.update(f"{text}\0".encode())
    return digest.hexdigest()


def digest_pages(pages: Iterable[tuple[str, str]]) -> str:
    """Digest paths and texts of all pages, in the order given."""
    digest = hashlib.sha256()
    for path, text in pages:
        digest.update(f"{path}\0{len(text)}\0".encode())
        digest.update(text.encode())
    return digest.hexdigest()
