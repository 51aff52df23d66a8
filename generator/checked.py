"""What a check gives: a content folder loaded, scored and judged, and the part of it that was asked for."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.finding import Finding, list_faulty_files
from generator.model.site import Edition
from generator.refusals import explain_unwritable


class CannotRunError(Exception):
    """The command cannot do what it was asked to, through no fault of content; the message says why, in Chinese."""


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Write to a place that somebody named; raises CannotRunError, which names it, whatever the system refuses."""
    try:
        yield
    except OSError as error:
        raise CannotRunError(explain_unwritable(place, error)) from error


@dataclass(frozen=True, slots=True)
class Checked:
    """A content folder loaded, scored and checked. `files` counts the TOML files that were looked at."""

    content: Path
    corpus: Corpus
    assessments: tuple[Assessment, ...]
    findings: tuple[Finding, ...]
    files: int

    @property
    def address(self) -> str:
        """The site's address with a slash at its end; empty when it has none."""
        url = self.corpus.site.url if self.corpus.site else ""
        return f"{url.rstrip('/')}/" if url else ""

    @property
    def faulty_shared_files(self) -> set[str]:
        """The files with errors that all projects rest on: who publishes, who files, by which rules."""
        return set(filter(_is_shared, list_faulty_files(self.findings)))

    def choose_shown(self, edition: Edition) -> tuple[Assessment, ...]:
        """Choose the projects that an edition shows: right for it, of a unit that is entered, and without errors."""
        barred = list_faulty_files(self.findings)
        return tuple(
            one
            for one in self.assessments
            if edition.shows(one.project.form.status)
            and one.project.place.unit in self.corpus.organisations.units
            and one.project.place.path not in barred
        )

    def only(self, paths: Sequence[Path], *, with_shared: bool = False) -> "Checked":
        """Keep what lies in the given files and folders; all of it when none is given.

        `with_shared` keeps the findings about files that all projects rest on, too. Raises CannotRunError for a
        path that is not there or lies outside the content folder.
        """
        if not paths:
            return self
        chosen = [_relate_path(path, self.content) for path in paths]
        findings = (
            one
            for one in self.findings
            if _lies_in(one.path, chosen) or (with_shared and _is_shared(one.path))
        )
        return replace(
            self,
            assessments=tuple(one for one in self.assessments if _lies_in(one.project.place.path, chosen)),
            findings=tuple(findings),
            files=sum(_lies_in(path, chosen) for path in _list_files(self.content)),
        )


def _relate_path(path: Path, content: Path) -> str:
    """Name a path as findings do. A link is taken for itself and not for what it leads to, as loading takes it."""
    if not os.path.lexists(path):
        guess = next((f"是不是 {one}？" for one in _list_meant(path, content) if one.exists()), "")
        raise CannotRunError(f"找不到 {path}。{guess}")
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 (Path.resolve would follow the last link)
    for one in (absolute.parent.resolve() / absolute.name, absolute.resolve()):
        if one.is_relative_to(content.resolve()):
            return one.relative_to(content.resolve()).as_posix()
    raise CannotRunError(f"{path} 不在内容文件夹 {content} 里。")


def _list_meant(path: Path, content: Path) -> tuple[Path, ...]:
    """List what somebody may have meant who left out the content folder, or named a project by its id."""
    return content / path, content / "projects" / path, content / "projects" / f"{path}.toml"


def _is_shared(path: str) -> bool:
    return not path.startswith(("projects/", "pages/"))


def _lies_in(path: str, chosen: Sequence[str]) -> bool:
    return any(one in (".", path) or path.startswith(f"{one}/") for one in chosen)


def _list_files(content: Path) -> Iterable[str]:
    return (path.relative_to(content).as_posix() for path in content.rglob("*.toml"))
