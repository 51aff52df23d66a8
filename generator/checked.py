"""What a check gives: a content folder loaded, scored and judged, and the part of it that was asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.finding import Finding, Severity


class CannotRunError(Exception):
    """The command cannot do what it was asked to, through no fault of content; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A content folder loaded, scored and checked. `files` counts the TOML files that were looked at."""

    content: Path
    corpus: Corpus
    assessments: tuple[Assessment, ...]
    findings: tuple[Finding, ...]
    files: int

    @property
    def has_errors(self) -> bool:
        """Tell whether anything must be mended."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def address(self) -> str:
        """The site's address with a slash at its end; empty when it has none."""
        url = self.corpus.site.url if self.corpus.site else ""
        return f"{url.rstrip('/')}/" if url else ""

    def only(self, paths: Sequence[Path]) -> "Checked":
        """Keep what lies in the given files and folders; all of it when none is given.

        Raises CannotRunError for a path that is not there or lies outside the content folder.
        """
        if not paths:
            return self
        chosen = [_relate_path(path, self.content) for path in paths]
        return replace(
            self,
            assessments=tuple(one for one in self.assessments if _lies_in(one.project.place.path, chosen)),
            findings=tuple(one for one in self.findings if _lies_in(one.path, chosen)),
            files=sum(_lies_in(path, chosen) for path in _list_files(self.content)),
        )


def _relate_path(path: Path, content: Path) -> str:
    if not path.exists():
        raise CannotRunError(f"找不到 {path}。")
    try:
        return path.resolve().relative_to(content.resolve()).as_posix()
    except ValueError:
        raise CannotRunError(f"{path} 不在内容文件夹 {content} 里。") from None


def _lies_in(path: str, chosen: Sequence[str]) -> bool:
    return any(one == "." or path == one or path.startswith(f"{one}/") for one in chosen)


def _list_files(content: Path) -> Iterable[str]:
    return (path.relative_to(content).as_posix() for path in content.rglob("*.toml"))
