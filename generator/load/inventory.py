"""A content folder surveyed: which file is what, before any is opened."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from generator.load import faults
from generator.load.files import Source, refuse_no_file, refuse_no_folder
from generator.load.folders import Entry, Listing, list_folder, walk_projects
from generator.model.finding import Finding

KNOWN = ("site.toml", "organisations.toml", "profiles", "projects", "pages")
"""What is looked for in a content folder."""


@dataclass(slots=True)
class Survey:
    """The files of a content folder by purpose, each group in order of path, and what may not be used."""

    site: Source | None = None
    organisations: Source | None = None
    profiles: list[Source] = field(default_factory=list)
    projects: list[Source] = field(default_factory=list)
    pages: list[Source] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def files(self) -> tuple[str, ...]:
        """The TOML files that there are to look at."""
        single = [one for one in (self.site, self.organisations) if one is not None]
        return tuple(source.path for source in (*single, *self.profiles, *self.projects))


def survey_content(content: Path, units: Collection[str] | None = None) -> Survey:
    """Look through a content folder, or of its projects only those of some units; one that is not there is empty."""
    root = os.path.realpath(content)
    listing = list_folder(root, "") if os.path.isdir(root) else Listing()  # noqa: PTH112
    entries = {entry.name: entry for entry in listing.entries}
    survey = Survey(findings=list(listing.findings))
    survey.site = _require_file(survey, entries, "site.toml", '它说明由谁发布，例如 title = "……"。')
    survey.organisations = _require_file(survey, entries, "organisations.toml", "它登记主管部门和实施单位。")
    _survey_flat(survey, survey.profiles, _find_folder(survey, entries, "profiles"), ".toml")
    _survey_flat(survey, survey.pages, _find_folder(survey, entries, "pages"), ".md")
    _survey_projects(survey, _find_folder(survey, entries, "projects"), units)
    survey.findings += _report_unknown(listing.entries)
    return survey


def _report_unknown(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Report folders and TOML files that nobody looks for: a misspelt name must not hide all that lies below."""
    for entry in entries:
        if entry.name in KNOWN or not (entry.is_folder or entry.name.lower().endswith(".toml")):
            continue
        close = get_close_matches(entry.name.lower(), KNOWN, n=1, cutoff=0.75)
        message = (
            f"内容文件夹里用不上{'这个文件夹，里面的内容' if entry.is_folder else '这个文件，它'}不会读取。"
        )
        suggestion = f"是不是 {close[0]}？" if close else "如果不是内容，就把它移走。"
        yield faults.FOREIGN_FILE.at(entry.source.path, message, suggestion=suggestion)


def _require_file(survey: Survey, entries: dict[str, Entry], name: str, purpose: str) -> Source | None:
    entry = entries.get(name)
    if entry is not None and not entry.is_folder:
        return entry.source
    if entry is not None:
        survey.findings.append(refuse_no_file(name, "一个文件夹"))
    elif all(finding.path != name for finding in survey.findings):
        message = f"内容文件夹里没有 {name}。"
        survey.findings.append(faults.MISSING_FILE.at(name, message, suggestion=f"新建 {name}：{purpose}"))
    return None


def _find_folder(survey: Survey, entries: dict[str, Entry], name: str) -> Entry | None:
    entry = entries.get(name)
    if entry is None or entry.is_folder:
        return entry
    survey.findings.append(refuse_no_folder(name))
    return None


def _survey_flat(survey: Survey, group: list[Source], folder: Entry | None, ending: str) -> None:
    """Take over a folder without folders, where every file has the same ending."""
    if folder is None:
        return
    listing = list_folder(folder.source.file, folder.source.path)
    survey.findings += listing.findings
    for entry in listing.entries:
        if entry.is_folder:
            message = "这里不能有文件夹，这个文件夹里的内容不会读取。"
            suggestion = "把里面的文件移到上一层，然后删去这个文件夹。"
            survey.findings.append(
                faults.MISPLACED_FILE.at(entry.source.path, message, suggestion=suggestion)
            )
        elif _has_ending(survey, entry.source, ending):
            group.append(entry.source)


def _survey_projects(survey: Survey, folder: Entry | None, units: Collection[str] | None) -> None:
    if folder is None:
        return
    for found in walk_projects(folder, units):
        if isinstance(found, Finding):
            survey.findings.append(found)
        elif _has_ending(survey, found, ".toml"):
            survey.projects.append(found)
    survey.projects.sort(key=lambda source: source.path)


def _has_ending(survey: Survey, source: Source, ending: str) -> bool:
    if source.path.endswith(ending):
        return True
    message = f"这里只读取扩展名为 {ending} 的文件，这个文件不会读取。"
    survey.findings.append(
        faults.FOREIGN_FILE.at(source.path, message, suggestion="改正扩展名，或者把它移走。")
    )
    return False
