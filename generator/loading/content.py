"""A whole content folder into a corpus: every file on its own, so that none hides or stops another."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.loading.documents import check_table, load_form, load_page, load_table
from generator.loading.files import Source
from generator.loading.organisations import load_organisations
from generator.loading.parsed import Parsed
from generator.loading.places import (
    Units,
    check_segment,
    find_shared_names,
    find_shared_urls,
    read_place,
    report_shared_url,
)
from generator.loading.profiles import load_profiles, report_unknown_profile
from generator.loading.survey import survey_content
from generator.model.corpus import Corpus, TextPage
from generator.model.finding import Finding
from generator.model.form import Form
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.project import Place, Project
from generator.model.site import Site
from generator.workers import spread_work

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Called with how many project files are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a project file refers to. `known` names all profiles, `profiles` holds those that can be used."""

    units: Units | None
    profiles: Mapping[str, Profile]
    known: Collection[str]
    default_profile: str


def load(content: Path, progress: Progress | None = None) -> Corpus:
    """Load everything that a content folder holds; what is wrong in it are findings, in order of path.

    A project is in the corpus when its form has no error, its place is in order and its profile can be used. Its
    unit need not be one of those in the corpus: what the form says is judged all the same. A folder that is not
    there is an empty one. Nothing that lies in the folder raises.
    """
    survey = survey_content(content)
    findings = list(survey.findings)
    register = _collect(load_organisations(survey.organisations), findings) if survey.organisations else None
    known = {source.name for source in survey.profiles}
    profiles = _collect(load_profiles(survey.profiles), findings) or {}
    site, default_profile = _load_site(survey.site, known, findings)
    setting = Setting(register.units if register else None, profiles, known, default_profile)
    projects, places = _load_projects(survey.projects, setting, findings, progress or _ignore_progress)
    pages = _load_pages(survey.pages, findings)
    return Corpus(
        site=site,
        organisations=register.organisations if register else Organisations(),
        profiles=profiles,
        projects=projects,
        pages=pages,
        findings=tuple(sorted(findings, key=lambda finding: finding.path)),
        files=survey.files,
        default_profile=default_profile,
        places=places,
    )


def _collect(parsed: Parsed[T], findings: list[Finding]) -> T | None:
    findings += parsed.findings
    return parsed.value


def _ignore_progress(done: int, total: int) -> None:
    """Stand in for a listener where nobody listens."""


def _load_site(
    source: Source | None, known: Collection[str], findings: list[Finding]
) -> tuple[Site | None, str]:
    """Read `site.toml`; its default profile is told even when something else in the file is wrong."""
    if source is None:
        return None, ""
    table = load_table(source, Site)
    site = _collect(check_table(Site, table, source.path), findings)
    name = (table.value or {}).get("profile")
    default_profile = name if isinstance(name, str) else ""
    if default_profile and default_profile not in known:
        findings.append(report_unknown_profile(default_profile, known, source.path, "profile"))
    return site, default_profile


def _load_projects(
    sources: Sequence[Source], setting: Setting, findings: list[Finding], progress: Progress
) -> tuple[tuple[Project, ...], frozenset[Place]]:
    """Load the projects that are in order, and the places of all."""
    forms: dict[Place, Form | None] = {}
    with spread_work(load_form, sources) as loaded:
        for done, (source, parsed) in enumerate(zip(sources, loaded, strict=True), start=1):
            form = _collect(parsed, findings)
            place = _collect(read_place(source.path, setting.units), findings)
            if place is not None:
                forms[place] = form
            if form is not None and form.profile and form.profile not in setting.known:
                findings.append(report_unknown_profile(form.profile, setting.known, source.path, "profile"))
            progress(done, len(sources))
    findings += _find_shared_urls(forms)
    projects = tuple(
        Project(place, form)
        for place, form in sorted(forms.items(), key=lambda item: item[0])
        if form is not None and (form.profile or setting.default_profile) in setting.profiles
    )
    return projects, frozenset(forms)


def _find_shared_urls(forms: Iterable[Place]) -> Iterator[Finding]:
    """Report projects whose addresses only capitals tell apart."""
    places = {place.id: place for place in forms}
    for address, other in find_shared_urls(places):
        yield report_shared_url(places[address].path, places[other].path)


def _load_pages(sources: Sequence[Source], findings: list[Finding]) -> tuple[TextPage, ...]:
    """Load the pages that are in order; of two that only capitals tell apart, one."""
    clashing = list(find_shared_names(sources))
    findings += clashing
    barred = {finding.path for finding in clashing}
    pages = [_load_page(source, findings) for source in sources if source.path not in barred]
    return tuple(page for page in pages if page is not None)


def _load_page(source: Source, findings: list[Finding]) -> TextPage | None:
    text = _collect(load_page(source), findings)
    faults_of_name = list(check_segment(source.name, source.path))
    findings += faults_of_name
    return TextPage(source.name, text) if text is not None and not faults_of_name else None
