"""A whole content folder into a corpus: every file on its own, so that none hides or stops another."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.load.documents import check_table, load_form, load_page, load_table
from generator.load.files import Source
from generator.load.inventory import Survey, survey_content
from generator.load.organisations import load_organisations
from generator.load.parsed import Parsed
from generator.load.places import (
    Units,
    check_segment,
    find_shared_names,
    find_shared_urls,
    read_place,
    read_previous,
    report_shared_url,
)
from generator.load.profile_years import find_misplaced_defaults, report_out_of_years
from generator.load.profiles import load_profiles, report_unknown_profile
from generator.model.corpus import Corpus, TextPage
from generator.model.finding import Finding
from generator.model.form import Form
from generator.model.organisations import Organisations
from generator.model.profile import Profile
from generator.model.project import Place, Project
from generator.model.site import Defaults, Site
from generator.runtime.parallel import spread_work

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Called with how many project files are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a project file refers to. `known` names all profiles, `profiles` holds those that can be used."""

    units: Units | None
    profiles: Mapping[str, Profile]
    known: Collection[str]
    defaults: Defaults


def load(content: Path, progress: Progress | None = None, units: Collection[str] | None = None) -> Corpus:
    """Load everything that a content folder holds; what is wrong in it are findings, in order of path.

    Where `units` are named, only their projects are loaded, and those of other units that they continue.

    A project is in the corpus when its form has no error, its place is in order and its profile can be used. Its
    unit need not be one of those in the corpus: what the form says is judged all the same. A folder that is not
    there is an empty one. Nothing that lies in the folder raises.
    """
    survey = survey_content(content, units)
    findings = list(survey.findings)
    register = _collect(load_organisations(survey.organisations), findings) if survey.organisations else None
    known = {source.name for source in survey.profiles}
    profiles = _collect(load_profiles(survey.profiles), findings) or {}
    site, defaults = _load_site(survey.site, known, findings)
    setting = Setting(register.units if register else None, profiles, known, defaults)
    sources = (
        survey.projects if units is None else [*survey.projects, *_find_continued(content, survey, units)]
    )
    projects = _load_projects(sources, setting, findings, progress or _ignore_progress)
    findings += find_misplaced_defaults(
        survey.site if site else None, setting.profiles, defaults, projects.years
    )
    pages = _load_pages(survey.pages, findings)
    return Corpus(
        site=site,
        organisations=register.organisations if register else Organisations(),
        profiles=profiles,
        projects=projects.projects,
        pages=pages,
        findings=tuple(sorted(findings, key=lambda finding: finding.path)),
        files=survey.files,
        default_profile=defaults.fallback,
        places=projects.places,
    )


def _find_continued(content: Path, survey: Survey, units: Collection[str]) -> list[Source]:
    """Find the files of other units that the forms of some units name as those of the year before."""
    forms = (load_form(source).value for source in survey.projects)
    named = {place for form in forms if form is not None and (place := read_previous(form.previous))}
    others = {place.unit for place in named} - set(units)
    paths = {place.path for place in named}
    return [one for one in survey_content(content, others).projects if one.path in paths] if others else []


def _collect(parsed: Parsed[T], findings: list[Finding]) -> T | None:
    findings += parsed.findings
    return parsed.value


def _ignore_progress(done: int, total: int) -> None:
    """Stand in for a listener where nobody listens."""


def _load_site(
    source: Source | None, known: Collection[str], findings: list[Finding]
) -> tuple[Site | None, Defaults]:
    """Read `site.toml`; its default profile is told even when something else in the file is wrong."""
    if source is None:
        return None, Defaults()
    table = load_table(source, Site)
    site = _collect(check_table(Site, table, source.path), findings)
    name = (table.value or {}).get("profile")
    defaults = Defaults(name if isinstance(name, str) else "", site.profiles if site else ())
    findings += [
        report_unknown_profile(name, known, source.path, key)
        for key, name in defaults.list_keys().items()
        if name and name not in known
    ]
    return site, defaults


@dataclass(frozen=True, slots=True)
class LoadedProjects:
    """The projects that are in order, the places of all, and the years of those that name no profile."""

    projects: tuple[Project, ...]
    places: frozenset[Place]
    years: frozenset[int]


def _load_projects(
    sources: Sequence[Source], setting: Setting, findings: list[Finding], progress: Progress
) -> LoadedProjects:
    """Load the projects that are in order, and the places of all."""
    forms: dict[Place, Form | None] = {}
    with spread_work(load_form, sources) as loaded:
        for done, (source, parsed) in enumerate(zip(sources, loaded, strict=True), start=1):
            form = _collect(parsed, findings)
            place = _collect(read_place(source.path, setting.units), findings)
            if place is not None:
                forms[place] = form
            if form is not None:
                findings += _check_profile(form, place, setting, source.path)
            progress(done, len(sources))
    findings += _find_shared_urls(forms)
    projects = tuple(
        Project(place, form)
        for place, form in sorted(forms.items(), key=lambda item: item[0])
        if form is not None and _is_covered(form, place, setting)
    )
    bare = frozenset(place.year for place, form in forms.items() if form is not None and not form.profile)
    return LoadedProjects(projects, frozenset(forms), bare)


def _check_profile(form: Form, place: Place | None, setting: Setting, path: str) -> Iterator[Finding]:
    """Report the profile that a form names, where it is not there or governs no forms of that year."""
    if form.profile and form.profile not in setting.known:
        yield report_unknown_profile(form.profile, setting.known, path, "profile")
    profile = setting.profiles.get(form.profile)
    if profile is not None and place is not None and not profile.covers(place.year):
        yield report_out_of_years(profile, [place.year], path, "profile")


def _is_covered(form: Form, place: Place, setting: Setting) -> bool:
    """Tell whether there is a profile by which a form may be judged."""
    profile = setting.profiles.get(form.profile or setting.defaults.find(place.year))
    return profile is not None and profile.covers(place.year)


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
