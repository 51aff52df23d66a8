"""What the last build made of each project, so that a page that would come out the same is not made again.

    build/pages.json    for each page: the key of all that it was made of, and the digest of what came out

A page counts only while its file still holds what came out, so whatever happens to a file, or to a build between two
of these lines, is made good by the next build.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from generator.model.assessment import Assessment
from generator.model.finding import Finding
from generator.model.project import Place
from generator.pages.views_project import Background

_DIGEST_BYTES = 16


class PageKeys:
    """Gives the page of a project the key of all that it is made of: another key means another page, perhaps."""

    def __init__(self, background: Background) -> None:
        """Digest what all pages share once. The program itself is in no key, nor its templates."""
        self._background = background
        shared = (
            background.site.model_dump_json(),
            background.organisations.model_dump_json(),
            *(f"{name} {one.model_dump_json()}" for name, one in sorted(background.profiles.items())),
            background.edition,
        )
        self._shared = _digest(shared)
        self._forms: dict[Place, str] = {}

    def take(self, assessment: Assessment, findings: Iterable[Finding]) -> str:
        """Digest a project's form and the forms of its other years, what was found, and what git knows of it."""
        place, timeline = assessment.project.place, self._background.trace(assessment)
        years = timeline.years if timeline else (assessment,)
        forms = (f"{one.project.id} {self._digest_form(one)}" for one in years)
        history = self._background.history.get(place.path)
        return _digest((self._shared, place.id, *forms, *map(repr, findings), repr(history)))

    def _digest_form(self, assessment: Assessment) -> str:
        place = assessment.project.place
        if place not in self._forms:
            self._forms[place] = _digest((assessment.project.form.model_dump_json(),))
        return self._forms[place]


class PageMemory:
    """Knows the pages of the last build by the keys of what they were made of, and takes down those of this one."""

    def __init__(self, docs: Path, program: str, pages: Mapping[str, tuple[str, str]]) -> None:
        """Remember `pages`: (key, digest) by path below `docs`; `program` is the fingerprint of what made them."""
        self._docs, self._program, self._before = docs, program, pages
        self._now: dict[str, tuple[str, str]] = {}

    @classmethod
    def load(cls, file: Path, docs: Path, program: str) -> "PageMemory":
        """Read what the last build took down; nothing where another program made it, or where it cannot be read."""
        try:
            stored = json.loads(file.read_bytes())
            pages = {path: (key, digest) for path, (key, digest) in stored["pages"].items()}
            known = stored["program"] == program
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return cls(docs, program, {})
        return cls(docs, program, pages if known else {})

    def recall(self, path: str, key: str) -> bool:
        """Tell whether a page lies there as it would be made of this, and if so take it down."""
        before = self._before.get(path)
        if before is None or before[0] != key or _digest_file(self._docs / path) != before[1]:
            return False
        self._now[path] = before
        return True

    def remember(self, path: str, text: str, key: str) -> None:
        """Take down what was made of this."""
        self._now[path] = (key, _digest((text,)))

    def store(self, file: Path) -> None:
        """Write what was taken down, in one step, unless it is what was read."""
        if self._now != self._before:
            part = file.with_name(f"{file.name}.part")
            part.write_text(json.dumps({"program": self._program, "pages": self._now}), encoding="utf-8")
            part.replace(file)


def _digest(texts: Iterable[str]) -> str:
    return _digest_bytes("\0".join(texts).encode("utf-8", "surrogatepass"))


def _digest_file(file: Path) -> str:
    """Digest a regular file; empty for anything else."""
    try:
        return "" if file.is_symlink() else _digest_bytes(file.read_bytes())
    except OSError:
        return ""


def _digest_bytes(content: bytes) -> str:
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()
