"""A content folder loaded, scored and judged: all that needs no site, and the part of it that was asked for."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator.check.facts import gather_facts
from generator.check.rules import ALL_RULES, judge_case, judge_collection
from generator.load import LOADING_FAULTS, load
from generator.load.schema import render_schema
from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.finding import Finding, list_faulty_files
from generator.model.rule_page import RulePage
from generator.model.site import Edition
from generator.runtime.gc_pause import pause_collection
from generator.runtime.parallel import spread_work
from generator.runtime.progress import Listener, Stage
from generator.runtime.refusals import explain_unwritable
from generator.score import score_project

T = TypeVar("T")

CATALOGUE: tuple[RulePage, ...] = (
    *(
        RulePage(one.code, one.rule, one.title, one.explanation, one.severity, on_reading=True)
        for one in LOADING_FAULTS
    ),
    *(rule.page() for rule in ALL_RULES),
)
"""A page for everything that a finding can be about, loading faults first."""

RULES = {page.code: page for page in CATALOGUE}


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
    """A content folder loaded, scored and checked. `files` are the TOML files that were looked at."""

    content: Path
    corpus: Corpus
    assessments: tuple[Assessment, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]

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
        chosen = relate_paths(paths, self.content)
        findings = (
            one
            for one in self.findings
            if _lies_in(one.path, chosen) or (with_shared and _is_shared(one.path))
        )
        return replace(
            self,
            assessments=tuple(one for one in self.assessments if _lies_in(one.project.place.path, chosen)),
            findings=tuple(findings),
            files=tuple(path for path in self.files if _lies_in(path, chosen)),
        )


def relate_paths(paths: Iterable[Path], content: Path) -> list[str]:
    """Name paths as findings do. Raises CannotRunError for one that is not there or lies outside the content folder."""
    return [_relate_path(path, content) for path in paths]


def find_units(chosen: Iterable[str]) -> frozenset[str] | None:
    """Find the units whose projects lie in some paths; None where one of the paths is more than a unit's."""
    parts = [path.split("/") for path in chosen]
    if not parts or any(path[0] != "projects" or len(path) < 3 for path in parts):
        return None
    return frozenset(path[2] for path in parts)


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


@pause_collection()
def check(
    content: Path, listener: Listener, today: date | None = None, units: Collection[str] | None = None
) -> Checked:
    """Load a content folder, score every project and run every rule.

    `today` is the day by which a form may be late; where it is None, none is called late. Where `units` are named, only
    their projects are looked at, and nothing is said of what all projects together tell: all that a unit's findings
    rest on lies in its own forms, the forms that they continue, and what all projects share.
    Raises CannotRunError when there is no such folder.
    """
    require_folder(content)
    listener.begin(Stage.LOAD)
    corpus = load(content, listener.advance, units)
    listener.begin(Stage.SCORE)
    total = len(corpus.projects)
    scored = (Assessment(one, score_project(one, corpus.profile_of(one))) for one in corpus.projects)
    assessments = tuple(_count(scored, total, listener))
    listener.begin(Stage.CHECK)
    facts = gather_facts(corpus, assessments, today if units is None else None)
    with spread_work(lambda one: judge_case(facts.make_case(one)), assessments) as judged:
        found = tuple(chain.from_iterable(_count(judged, total, listener)))
    findings = (*corpus.findings, *found, *judge_collection(facts.collection))
    listener.finish()
    return Checked(content, corpus, assessments, findings, corpus.files)


def find_rule(selector: str) -> RulePage:
    """Find a rule by its code or its name. Raises CannotRunError for what is neither."""
    for page in RULES.values():
        if selector.upper() == page.code or selector.lower() == page.name:
            return page
    raise refuse_selectors(selector)


def refuse_selectors(*unknown: str) -> CannotRunError:
    """Say that selectors mean no rule."""
    return CannotRunError(f"没有编号或名称是“{'”“'.join(unknown)}”的规则。用 jixiao rule 查看全部规则。")


def write_schema(content: Path) -> Path:
    """Write the JSON Schema of project files into the content folder, for editors.

    Raises CannotRunError when there is no such folder, when a link stands in the file's place, or it cannot be written.
    """
    require_folder(content)
    file = content / "project.schema.json"
    if file.is_symlink():
        raise CannotRunError(f"{file} 是链接，不能写。请先删去这个链接。")
    with writing(file):
        file.write_text(render_schema(), encoding="utf-8")
    return file


def require_folder(content: Path) -> None:
    """Raise CannotRunError when there is no content folder."""
    if not content.is_dir():
        raise CannotRunError(f"找不到内容文件夹 {content}。请在仓库根目录运行，或用 --content 指明文件夹。")


def _count(things: Iterable[T], total: int, listener: Listener) -> Iterator[T]:
    """Pass things on, and tell the listener how many have been asked for."""
    for done, one in enumerate(things, start=1):
        yield one
        listener.advance(done, total)
